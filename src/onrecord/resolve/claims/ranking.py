"""Which claims an utterance may belong to: the likeliest first.

Words, word pairs, letters, sentence vectors, names and figures each say how near a
claim is; a model with one weight for each of these numbers orders the claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.resolve.claims.postings import Bm25, Cosine
from onrecord.resolve.claims.wordings import Wording, read_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.language import Encoder

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

CANDIDATES = 50  # claims looked at for each way: 97 in 100 right ones are among them
# The rows of the weights: each way of searching tells of the nearest of a claim's
# wordings and of their mean.
WAYS = ("words", "pairs", "letters", "meaning")
FEATURES = (
    *(f"{way}_{kind}" for way in WAYS for kind in ("nearest", "mean")),
    *("covered", "rarest", "names", "figures", "other_figures"),
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim by its place among those given; a higher score is likelier."""

    place: int
    score: float


class ClaimIndex:
    """Claims ready to be found, each known by one wording or more."""

    def __init__(
        self,
        claims: Sequence[Sequence[str]],
        encoder: Encoder,
        *,
        encodes_all: bool = False,
    ) -> None:
        """Index the wordings.

        Vectors are made for the claims that words or letters found, or with
        `encodes_all` for every claim at once, so that meaning alone finds one, too.
        """
        if not all(claims):
            raise ValueError("a claim without wording cannot be found")
        self._encoder = encoder
        self._starts = np.cumsum([0, *map(len, claims)])
        self._texts = list(chain.from_iterable(claims))
        read = [read_wording(text) for text in self._texts]
        self._held = [_whole(read[start:end]) for start, end in self._spans()]
        self._words = Bm25([wording.words for wording in read])
        self._pairs = Bm25([wording.pairs for wording in read])
        self._letters = Cosine([wording.grams for wording in read])
        self._vectors = encoder.encode(self._texts) if encodes_all else None

    def rank(self, text: str, limit: int = 5) -> list[Ranked]:
        """The claims that an utterance of these words most likely belongs to."""
        places, features = self.features(text)
        scores = np.round(features @ weights(), 4)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [Ranked(int(places[at]), float(scores[at])) for at in order]

    def features(self, text: str) -> tuple[Places, Numbers]:
        """The claims worth a look, in order, and a row of numbers for each."""
        asked = read_wording(text)
        if not len(self._held):
            return np.array([], dtype=np.int64), np.zeros((0, len(FEATURES)))
        told = {
            "words": self._words.scores(asked.words),
            "pairs": self._pairs.scores(asked.pairs),
            "letters": self._letters.scores(asked.grams),
        }
        if self._vectors is not None:
            (vector,) = self._encoder.encode([text])
            told["meaning"] = (self._vectors @ vector).astype(np.float64)
        places = self._candidates(told)
        if self._vectors is None:
            told["meaning"] = self._meaning(text, places)
        columns = [
            column for way in WAYS for column in self._columns(told[way], places)
        ]
        rows = [self._compared(asked, self._held[place]) for place in places]
        return places, np.column_stack([*columns, np.array(rows)])

    def _spans(self) -> list[tuple[int, int]]:
        """Where the wordings of each claim begin and end."""
        return list(pairwise(self._starts.tolist()))

    def _candidates(self, told: dict[str, Numbers]) -> Places:
        found: set[int] = set()
        for scores in told.values():
            best = np.argsort(-self._nearest(scores), kind="stable")
            found.update(best[:CANDIDATES].tolist())
        return np.array(sorted(found), dtype=np.int64)

    def _meaning(self, text: str, places: Places) -> Numbers:
        """Cosines of the wordings of these claims; 0 for the others'."""
        spans = self._spans()
        rows = [row for place in places for row in range(*spans[place])]
        vectors = self._encoder.encode([text, *(self._texts[row] for row in rows)])
        cosines = np.zeros(len(self._texts))
        cosines[rows] = vectors[1:] @ vectors[0]
        return cosines

    def _columns(self, scores: Numbers, places: Places) -> tuple[Numbers, Numbers]:
        """The nearest and the mean of the wordings of each of these claims."""
        starts = self._starts
        mean = np.add.reduceat(scores, starts[:-1]) / np.diff(starts)
        return self._nearest(scores)[places], mean[places]

    def _nearest(self, scores: Numbers) -> Numbers:
        """Of each claim the score of its nearest wording."""
        best: Numbers = np.maximum.reduceat(scores, self._starts[:-1])
        return best

    def _compared(self, asked: Wording, held: Wording) -> tuple[float, ...]:
        """What one claim and the utterance share of words, names and figures."""
        rarity = self._words.rarity
        words = frozenset(asked.words)
        shared = words & frozenset(held.words)
        names = rarity.among(asked.names)
        return (
            rarity.among(shared) / (rarity.among(words) or 1.0),
            max(map(rarity.of, shared), default=0.0),
            rarity.among(asked.names & held.names) / names if names else 0.0,
            float(len(asked.figures & held.figures)),
            float(len(held.figures - asked.figures)),
        )


def _whole(wordings: Sequence[Wording]) -> Wording:
    """The wordings of one claim as one."""
    return Wording(
        words=tuple(chain.from_iterable(item.words for item in wordings)),
        pairs=(),
        grams=(),
        names=frozenset(chain.from_iterable(item.names for item in wordings)),
        figures=frozenset(chain.from_iterable(item.figures for item in wordings)),
    )


@cache
def weights() -> Numbers:
    """The weight of every feature, in the order of `FEATURES`."""
    table = files("onrecord.data").joinpath("claim_weights.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] not in {"", "#"}]
    told = {name: float(weight) for name, weight in rows}
    return np.array([told[name] for name in FEATURES])
