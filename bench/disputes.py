"""Whether two utterances agree, dispute each other or neither, and what is shown.

`newspairs` is the target; nothing is fitted on it. Our own pairs are measured on topics
that nobody looked at, two sets in two manners. The peer, a logistic model over
cheap lexical features, is fitted on our training pairs and run on the same rows.
What is shown as a dispute is what the words hint at and the model believes by `SURE`,
fixed on dev. The gates of names, place and time, which the product has besides, have
nothing to hold on to in a bare pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.dispute_data import (
    NEWSPAIRS,
    OTHERS,
    Row,
    numbers_of,
    own_rows,
    shared_rows,
    told_by_kind,
)
from bench.dispute_pairs import LABELS
from bench.dispute_peer import LexicalPeer
from bench.harness import Figures, Inputs, joined, missing
from onrecord.language import Encoder, MiniLmEncoder, PairJudge, choose_judge
from onrecord.resolve.meaning import read_meaning
from onrecord.resolve.meaning.verdict import Verdict, is_opposed, judge
from onrecord.resolve.second_reading import SURE

OWN = "own"
DISPUTE = LABELS.index("dispute")
DRAWN = 400  # pairs of each large file; all of them with --peer
Shares = NDArray[np.float64]


def measure(inputs: Inputs) -> Figures:
    """Accuracy and the F1 of disputes on each set; precision of what is shown."""
    decide = Decider(MiniLmEncoder(), choose_judge())
    peer = LexicalPeer(own_rows("train"))
    first, second = own_rows("unseen"), own_rows("unseen_b")
    parts = [_measured(OWN, [*first, *second], decide, peer)]
    for name, rows in (("own, first set", first), ("own, second set", second)):
        parts.append(_noted(name, rows, decide, peer))
    news = shared_rows(inputs.data, NEWSPAIRS)
    if news is None:
        path = inputs.data / f"{NEWSPAIRS}.jsonl"
        parts.append(missing(path, "newspairs_accuracy", "newspairs_dispute_f1"))
    else:
        parts.append(_measured(NEWSPAIRS, news, decide, peer))
    most = None if inputs.with_peer else DRAWN
    for name in OTHERS:
        others = shared_rows(inputs.data, name, most)
        if others:
            parts.append(_noted(f"{name}, measured only", others, decide, peer))
    return joined(*parts)


class Decider:
    """The product's own way from two texts to a verdict."""

    def __init__(self, encoder: Encoder, model: PairJudge | None) -> None:
        """Keep both; without a model the features alone decide."""
        self._encoder = encoder
        self._model = model

    def __call__(self, rows: Sequence[Row]) -> "Decided":
        """What is believed of each pair, and whether it would be shown."""
        left = self._encoder.encode([row.a for row in rows])
        right = self._encoder.encode([row.b for row in rows])
        cosines = np.einsum("ij,ij->i", left, right).tolist()
        verdicts, plain, shown = [], [], []
        for row, near, belief in zip(rows, cosines, self._believed(rows), strict=True):
            one, two = read_meaning(row.a), read_meaning(row.b)
            verdict = judge(one, two, near, belief)
            verdicts.append(_shares(verdict))
            plain.append(_shares(judge(one, two, near)))
            sure = belief[DISPUTE] if belief is not None else verdict.dispute
            shown.append(sure >= SURE and is_opposed(one, two, near))
        wanted = np.array(numbers_of(rows))
        return Decided(np.array(verdicts), np.array(plain), np.array(shown), wanted)

    def _believed(self, rows: Sequence[Row]) -> Sequence[Sequence[float] | None]:
        if self._model is None:
            return [None] * len(rows)
        shares: Sequence[Sequence[float]] = self._model.judge(
            [row.texts for row in rows]
        ).tolist()
        return shares


def _shares(verdict: Verdict) -> tuple[float, float, float]:
    return verdict.agree, verdict.dispute, verdict.other


@dataclass(frozen=True, slots=True)
class Decided:
    """Shares of belief, what would be shown, and the labels, a row a pair.

    `plain` are the shares without the model.
    """

    shares: Shares
    plain: Shares
    shown: NDArray[np.bool_]
    wanted: NDArray[np.int64]

    @property
    def found(self) -> NDArray[np.int64]:
        """The label believed most."""
        return np.asarray(self.shares.argmax(axis=1))

    @property
    def shown_figures(self) -> dict[str, float]:
        """Precision and recall of what would be shown as a dispute."""
        disputes = self.wanted == DISPUTE
        hits = int((self.shown & disputes).sum())
        return {
            "shown_precision": hits / max(1, int(self.shown.sum())),
            "shown_recall": hits / max(1, int(disputes.sum())),
        }


def _measured(
    name: str, rows: Sequence[Row], decide: Decider, peer: LexicalPeer
) -> Figures:
    decided = decide(rows)
    values = {
        f"{name}_accuracy": accuracy(decided.wanted, decided.found),
        f"{name}_dispute_f1": dispute_f1(decided.wanted, decided.found),
    }
    if name == OWN:
        values |= decided.shown_figures
    by_kind = told_by_kind(rows, lambda at: bool((decided.found == decided.wanted)[at]))
    notes = (_line(name, decided, peer(rows)), f"{name} by kind: {by_kind}")
    return Figures(values, notes=notes, asked=dict.fromkeys(values, len(rows)))


def _noted(
    name: str, rows: Sequence[Row], decide: Decider, peer: LexicalPeer
) -> Figures:
    return Figures({}, notes=(_line(name, decide(rows), peer(rows)),))


def _line(name: str, decided: Decided, theirs: Shares) -> str:
    shown = decided.shown_figures
    both, plain, peer = (
        _told(decided.wanted, np.asarray(shares.argmax(axis=1)))
        for shares in (decided.shares, decided.plain, theirs)
    )
    return (
        f"{name}: {len(decided.wanted)} pairs, accuracy and dispute F1 {both}; "
        f"features without the model {plain}; lexical peer {peer}; shown P "
        f"{shown['shown_precision']:.2f} R {shown['shown_recall']:.2f}"
    )


def _told(wanted: NDArray[np.int64], found: NDArray[np.int64]) -> str:
    return f"{accuracy(wanted, found):.3f}, {dispute_f1(wanted, found):.3f}"


def accuracy(wanted: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    """The share of labels found."""
    return float((wanted == found).mean())


def dispute_f1(wanted: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    """The F1 of the label "dispute"."""
    hits = int(((wanted == DISPUTE) & (found == DISPUTE)).sum())
    said = int((wanted == DISPUTE).sum()) + int((found == DISPUTE).sum())
    return 2 * hits / said if said else 0.0
