"""Entity labels of many passages at once: spaCy's own labeller, its steps reordered.

spaCy goes from token to token and asks of each of its moves whether it is allowed,
which takes longer than all arithmetic. What a move's score depends on is three words
alone. So all tokens are scored outside an entity in one product of matrices, and all
entities that may begin grow side by side; the labels are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc
    from thinc.api import Model

    AnyModel = Model[Any, Any]
    Floats = NDArray[np.float32]
    Places = NDArray[np.intp]
    Flags = NDArray[np.bool_]

# What a state holds: this word, the first of the open entity, and the one before.
NOW, FIRST, BEFORE = range(3)
STATE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Moves:
    """The numbers of the moves; in each array the labels stand in one order."""

    labels: Sequence[str]
    begin: Places
    inside: Places
    last: Places
    unit: Places
    out: int

    @classmethod
    def of(cls, names: Sequence[str]) -> _Moves:
        """From "B-ORG", "I-ORG", ..., "O"."""
        labels = [name[2:] for name in names if name.startswith("B-")]
        begin, inside, last, unit = (
            np.array([names.index(f"{letter}-{label}") for label in labels])
            for letter in "BILU"
        )
        return cls(labels, begin, inside, last, unit, names.index("O"))


class EntityLabeller:
    """Gives the labels that the recogniser itself would give, sooner."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        """Take the recogniser's weights; ValueError when its states are others."""
        model, moves = recogniser.model, recogniser.moves
        lower = model.get_ref("lower")
        is_greedy = recogniser.cfg["beam_width"] == 1
        if (
            not (is_greedy and model.attrs["has_upper"])
            or model.attrs["unseen_classes"]
        ):
            raise ValueError(recogniser.name)
        if lower.get_dim("nF") != STATE_WORDS:
            raise ValueError(recogniser.name)
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        self._moves = _Moves.of(names)
        self._vectors, self._lower = model.get_ref("tok2vec"), lower
        self._upper = model.get_ref("upper")

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """The docs, which have sentences already, with their entities set."""
        if any(len(doc) for doc in docs):
            ends = _ends(docs)
            states = _States(self._lower, self._upper, self._vectors.predict(docs))
            chosen = self._chosen(states.outside(), ends, _spaces(docs))
            stops = self._stops(states, chosen, ends)
            _set_entities(docs, list(self._found(chosen, stops)))
        return docs

    def _chosen(self, scores: Floats, ends: Flags, spaces: Flags) -> Places:
        """For each token the best move while no entity is open."""
        moves = self._moves
        penalty = np.full_like(scores, -np.inf)
        penalty[:, moves.out] = 0
        penalty[np.ix_(~spaces, moves.unit)] = 0
        penalty[np.ix_(~(spaces | ends), moves.begin)] = 0
        best: Places = (scores + penalty).argmax(axis=1)
        return best

    def _stops(self, states: _States, chosen: Places, ends: Flags) -> dict[int, int]:
        """The last token of each entity of several, by its first."""
        moves = self._moves
        order = {move: at for at, move in enumerate(moves.begin.tolist())}
        firsts = np.flatnonzero(np.isin(chosen, moves.begin))
        kinds = np.array([order[move] for move in chosen[firsts].tolist()], np.intp)
        nows = firsts + 1
        stops: dict[int, int] = {}
        while len(firsts):
            scores, rows = states.inside(nows, firsts), np.arange(len(firsts))
            goes_on = (
                scores[rows, moves.inside[kinds]] >= scores[rows, moves.last[kinds]]
            )
            goes_on &= ~ends[nows]
            stops |= dict(
                zip(firsts[~goes_on].tolist(), nows[~goes_on].tolist(), strict=True)
            )
            firsts, kinds, nows = firsts[goes_on], kinds[goes_on], nows[goes_on] + 1
        return stops

    def _found(
        self, chosen: Places, stops: Mapping[int, int]
    ) -> Iterator[tuple[int, int, str]]:
        """First token, token behind the last, and label of each entity, in order."""
        moves = self._moves
        labels = dict(zip(moves.begin.tolist(), moves.labels, strict=True))
        labels |= dict(zip(moves.unit.tolist(), moves.labels, strict=True))
        free = 0
        for first in np.flatnonzero(chosen != moves.out).tolist():
            if first >= free:
                free = stops.get(first, first) + 1
                yield first, free, labels[int(chosen[first])]


class _States:
    """The scores of all moves in a state, from what each of its words adds."""

    def __init__(self, lower: AnyModel, upper: AnyModel, vectors: Floats) -> None:
        self._adds = lower.predict(vectors)  # row 0: a word that is not there
        self._bias = lower.get_param("b")
        self._upper = upper

    def outside(self) -> Floats:
        """For each token, while no entity is open."""
        nothing = self._adds[0, FIRST] + self._adds[0, BEFORE]
        return self._scores(self._adds[1:, NOW] + nothing)

    def inside(self, nows: Places, firsts: Places) -> Floats:
        """For these tokens, in entities that opened at those."""
        adds = self._adds
        before = adds[nows, BEFORE]  # one row on: row 0 is no token
        return self._scores(adds[nows + 1, NOW] + adds[firsts + 1, FIRST] + before)

    def _scores(self, sums: Floats) -> Floats:
        scores: Floats = self._upper.predict((sums + self._bias).max(axis=2))
        return scores


def _ends(docs: Sequence[Doc]) -> Flags:
    """Which tokens end a sentence: no entity goes on behind them."""
    starts = [np.append(doc.to_array("SENT_START") == 1, [True])[1:] for doc in docs]
    return np.concatenate(
        [ends for doc, ends in zip(docs, starts, strict=True) if len(doc)]
    )


def _spaces(docs: Sequence[Doc]) -> Flags:
    return np.concatenate([doc.to_array("IS_SPACE").astype(bool) for doc in docs])


def _set_entities(docs: Sequence[Doc], found: list[tuple[int, int, str]]) -> None:
    from spacy.tokens import Span  # noqa: PLC0415 - only where spaCy is loaded already

    offset, at = 0, 0
    for doc in docs:
        inside = []
        while at < len(found) and found[at][0] < offset + len(doc):
            first, end, label = found[at]
            inside.append(Span(doc, first - offset, end - offset, label=label))
            at += 1
        doc.set_ents(inside, default="outside")
        offset += len(doc)
