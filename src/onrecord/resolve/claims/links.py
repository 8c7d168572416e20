"""Claims: utterances, over any time, that assert the same thing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import Link, Utterance, make_link
from onrecord.resolve.claims.blocks import find_pairs
from onrecord.resolve.claims.grouping import group_pairs
from onrecord.resolve.claims.judging import judge_pairs
from onrecord.resolve.claims.leaning import Leanings
from onrecord.resolve.claims.sameness import sameness, signs_of
from onrecord.resolve.claims.saying import Saying, make_sayings
from onrecord.resolve.claims.scoring import (
    HEDGED,
    NEAR_EQUAL,
    NEVER,
    SIDE,
    TRUST,
    Score,
    are_sides_of_one,
    is_one_hedged,
    score_pair,
    topic_trust,
)
from onrecord.resolve.meaning.verdict import judge as judge_meanings

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.language import Encoder, PairJudge
    from onrecord.resolve.meaning.verdict import Verdict

    Pair = tuple[int, int]

# Swept on the dev half of bench/gold/claims, with the judge that ships: F1 .691 (P .83)
# at .5, .673 (P .86) at .55.
SAME_CLAIM = 0.5
ALL_SIGNS = "alike by all signs"
READ_AGAIN = "alike by all signs, read by a judge of pairs, too"


class _Scores:
    """Scores of pairs, each worked out once."""

    def __init__(
        self,
        sayings: Sequence[Saying],
        vectors: NDArray[np.float32],
        leanings: Leanings,
    ) -> None:
        self._sayings = sayings
        self._vectors = vectors
        self._leanings = leanings
        self._known: dict[Pair, Score] = {}
        self._heard: dict[Pair, tuple[float, ...]] = {}

    def of(self, left: int, right: int) -> Score:
        """The score of the sayings at these places, smaller place first."""
        if (left, right) not in self._known:
            self._known[left, right] = self._work_out(left, right)
        return self._known[left, right]

    def value(self, left: int, right: int) -> float:
        """The same as a number."""
        return self.of(left, right).value

    def hear(self, judge: PairJudge, pairs: Sequence[Pair]) -> None:
        """Let the judge have its say on the unsure ones of these pairs."""
        beliefs = {pair: self.value(*pair) for pair in pairs}
        self._heard = judge_pairs(self._sayings, beliefs, judge)
        for pair in self._heard:
            del self._known[pair]

    def _work_out(self, left: int, right: int) -> Score:
        mine, theirs = self._sayings[left], self._sayings[right]
        cosine = round(float(self._vectors[left] @ self._vectors[right]), 4)
        verdict = judge_meanings(mine.meaning, theirs.meaning, cosine)
        ruled = score_pair(mine, theirs, verdict, cosine)
        if ruled.value == NEVER:
            return ruled
        if not topic_trust(mine, theirs):
            return ruled  # whatever the words, they are said of different things
        leaning = self._leanings.of(left, right)
        signs = signs_of(mine, theirs, verdict, cosine, leaning)
        heard = self._heard.get((left, right))
        likely = sameness(signs, heard) * _what_is_left(mine, theirs, verdict, cosine)
        told = Score(round(likely, 4), READ_AGAIN if heard else ALL_SIGNS)
        if told.value > ruled.value or not heard:
            return max(told, ruled, key=lambda score: score.value)
        return Score(round((told.value + ruled.value) / 2, 4), READ_AGAIN)


def _what_is_left(
    left: Saying, right: Saying, verdict: Verdict, cosine: float
) -> float:
    """The share of the model's belief that stays, where it learned too little."""
    share = 1.0
    if is_one_hedged(left, right) and cosine < NEAR_EQUAL:
        share *= HEDGED
    if are_sides_of_one(left, right, verdict):
        share *= SIDE
    if _is_guess(left) or _is_guess(right):
        share *= min(topic_trust(left, right), TRUST["guessed"])
    return share


def _is_guess(saying: Saying) -> bool:
    """Whether what it is about was named before it alone; "we" is no guess."""
    return saying.topic.source == "guessed" and saying.topic.names != saying.speakers


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
    scores = _Scores(sayings, vectors, Leanings(vectors, encoder))
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
