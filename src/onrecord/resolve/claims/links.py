"""Claims: utterances, over any time, that assert the same thing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import Link, Utterance, make_link
from onrecord.resolve.claims.blocks import find_pairs
from onrecord.resolve.claims.grouping import group_pairs
from onrecord.resolve.claims.judging import judge_pairs
from onrecord.resolve.claims.saying import Saying, make_sayings
from onrecord.resolve.claims.scoring import Score, score_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.language import Encoder, PairJudge

# Swept from .45 to .6 on the dev half of bench/gold/claims: F1 is the same within .02,
# and a wrong utterance in a claim is worse than one that is missing.
SAME_CLAIM = 0.55


class _Scores:
    """Scores of pairs, each worked out once."""

    def __init__(self, sayings: Sequence[Saying], vectors: NDArray[np.float32]) -> None:
        self._sayings = sayings
        self._vectors = vectors
        self._known: dict[tuple[int, int], Score] = {}

    def of(self, left: int, right: int) -> Score:
        """The score of the sayings at these places, smaller place first."""
        if (left, right) not in self._known:
            cosine = round(float(self._vectors[left] @ self._vectors[right]), 4)
            score = score_pair(self._sayings[left], self._sayings[right], cosine)
            self._known[left, right] = score
        return self._known[left, right]

    def value(self, left: int, right: int) -> float:
        """The same as a number."""
        return self.of(left, right).value

    def hear(self, judge: PairJudge, pairs: Sequence[tuple[int, int]]) -> None:
        """Let the judge have its say on the likeliest of these pairs."""
        beliefs = {pair: self.value(*pair) for pair in pairs}
        for pair, belief in judge_pairs(self._sayings, beliefs, judge).items():
            self._known[pair] = Score(belief, self._known[pair].reason)


def link_claims(
    utterances: Sequence[Utterance],
    encoder: Encoder,
    judge: PairJudge | None = None,
) -> list[Link]:
    """Links "same" between the utterances of a claim, each with the next one; sorted.

    What is asked, demanded, promised or denied is no utterance of a claim. The groups
    are the same for any order of the utterances. `judge` reads the likeliest pairs.
    """
    sayings = make_sayings(utterances)
    links = [link for saying in sayings for link in _link_equal(saying)]
    if len(sayings) > 1:
        links += _link_alike(sayings, encoder, judge)
    return sorted(links, key=lambda link: (link.left, link.right))


def _link_equal(saying: Saying) -> list[Link]:
    return [
        _same(left, right, Score(1.0, "the same words about the same"))
        for left, right in pairwise(saying.utterances)
    ]


def _link_alike(
    sayings: Sequence[Saying], encoder: Encoder, judge: PairJudge | None
) -> list[Link]:
    vectors = encoder.encode([saying.text for saying in sayings])
    scores = _Scores(sayings, vectors)
    pairs = find_pairs(sayings, vectors)
    if judge:
        scores.hear(judge, pairs)
    links = []
    for members in group_pairs(len(sayings), pairs, scores.value, SAME_CLAIM):
        for left, right in pairwise(members):
            first, second = sayings[left].utterances[0], sayings[right].utterances[0]
            links.append(_same(first, second, scores.of(left, right)))
    return links


def _same(left: Utterance, right: Utterance, score: Score) -> Link:
    return make_link(
        "statement", left.statement.id, right.statement.id, "same", "yes",
        score.value, score.reason,
    )  # fmt: skip
