"""Claims: utterances, over any time, that assert the same thing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import Link, Utterance, make_link
from onrecord.resolve.claims.compared import lay_out
from onrecord.resolve.claims.grouping import group_pairs
from onrecord.resolve.claims.judging import judge_pairs
from onrecord.resolve.claims.sameness import sameness, signs_of
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
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.language import Encoder, PairJudge
    from onrecord.resolve.claims.compared import Compared
    from onrecord.resolve.claims.saying import Saying
    from onrecord.resolve.meaning.verdict import Verdict

    Pair = tuple[int, int]

# Swept on the dev half of bench/gold/claims, with the judge that ships: F1 .705 (P .77)
# at .4, .697 (P .81) at .45, .684 (P .82) at .5.
SAME_CLAIM = 0.45
# Others that a saying is scored with, by their vectors. In a record of 2,000 articles
# .90 of the pairs that pass are among 20, .96 among 30; what is left out is joined by
# way of another, mostly.
NEAREST = 20
# Cosine below which the rules alone decide: the model learned within topics. Swept at
# .4, .45 and .5 on the dev half: F1 .710, .701, .707.
FAR = 0.4
ALL_SIGNS = "alike by all signs"
READ_AGAIN = "alike by all signs, read by a judge of pairs, too"


class _Scores:
    """Scores of pairs, each worked out once and kept as a number."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared
        self._known: dict[int, float] = {}
        self._heard: dict[Pair, tuple[float, ...]] = {}

    def of(self, left: int, right: int) -> Score:
        """The score of the sayings at these places, smaller place first."""
        return self._work_out(left, right)

    def value(self, left: int, right: int) -> float:
        """The same as a number."""
        key = self._key(left, right)
        if key not in self._known:
            self._known[key] = self._work_out(left, right).value
        return self._known[key]

    def hear(self, judge: PairJudge, pairs: Iterable[Pair]) -> None:
        """Let the judge have its say on the unsure ones of these pairs."""
        beliefs = {pair: self.value(*pair) for pair in pairs}
        self._heard = judge_pairs(self._compared.sayings, beliefs, judge)
        for pair in self._heard:
            del self._known[self._key(*pair)]

    def _work_out(self, left: int, right: int) -> Score:
        compared = self._compared
        mine, theirs = compared.sayings[left], compared.sayings[right]
        cosine = compared.cosine(left, right)
        verdict = judge_meanings(mine.meaning, theirs.meaning, cosine)
        ruled = score_pair(mine, theirs, verdict, cosine)
        if ruled.value == NEVER:
            return ruled
        if not topic_trust(mine, theirs):
            return ruled  # whatever the words, they are said of different things
        if cosine < FAR:
            return ruled
        leaning = compared.leanings.of(left, right)
        signs = signs_of(mine, theirs, verdict, cosine, leaning)
        heard = self._heard.get((left, right))
        likely = sameness(signs, heard) * _what_is_left(mine, theirs, verdict, cosine)
        told = Score(round(likely, 4), READ_AGAIN if heard else ALL_SIGNS)
        if told.value > ruled.value or not heard:
            return max(told, ruled, key=lambda score: score.value)
        return Score(round((told.value + ruled.value) / 2, 4), READ_AGAIN)

    def _key(self, left: int, right: int) -> int:
        return left * len(self._compared.sayings) + right


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
    return link_sayings(lay_out(utterances, encoder), judge)


def link_sayings(compared: Compared, judge: PairJudge | None = None) -> list[Link]:
    """The same of utterances that are laid out already."""
    links = [link for saying in compared.sayings for link in _link_equal(saying)]
    links += _link_alike(compared, judge)
    return sorted(links, key=lambda link: (link.left, link.right))


def _link_equal(saying: Saying) -> list[Link]:
    return [
        _same(left, right, Score(1.0, "the same words about the same"))
        for left, right in pairwise(saying.utterances)
    ]


def _link_alike(compared: Compared, judge: PairJudge | None) -> Iterator[Link]:
    sayings, scores = compared.sayings, _Scores(compared)
    pairs = compared.pairs.nearest(NEAREST)
    if judge:
        scores.hear(judge, pairs)
    for members in group_pairs(len(sayings), pairs, scores.value, SAME_CLAIM):
        for left, right in pairwise(members):
            first, second = sayings[left].utterances[0], sayings[right].utterances[0]
            yield _same(first, second, scores.of(left, right))


def _same(left: Utterance, right: Utterance, score: Score) -> Link:
    return make_link(
        "statement", left.statement.id, right.statement.id, "same", "yes",
        score.value, score.reason,
    )  # fmt: skip
