"""How likely two sayings assert the same, by all signs together.

A logistic model over what the two share and where they part: words, poles, figures,
what is said only as possible, whom and what both are about. It has two sets of weights:
one for pairs that a judge of pairs has read, too.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.resolve.claims.scoring import (
    are_about_one,
    are_disjoint,
    is_one_hedged,
    topic_trust,
)
from onrecord.resolve.claims.wordings import figures_in, read_wording
from onrecord.resolve.meaning.verdict import (
    VAGUE,
    Verdict,
    count_alike,
    has_conflict,
    logs_of,
    shared_share,
)
from onrecord.resolve.words import RARE, background_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.resolve.claims.saying import Saying

SIGNS = (
    "always", "meaning", "meaning_squared", "leaning", "agree", "dispute", "same",
    "opposed", "mostly_opposed", "other_figures", "numbers_alike", "numbers_conflict",
    "both_negated", "one_weak", "one_hedged", "about_one", "trust", "other_names",
    "other_places", "same_speaker", "rare_words", "plain_words", "letters",
)  # fmt: skip
HEARD = ("judged_agree", "judged_dispute")
LEAST_RARE = RARE / 100  # no word tells more than one of this share of texts


def signs_of(
    left: Saying, right: Saying, verdict: Verdict, cosine: float, leaning: float
) -> tuple[float, ...]:
    """Numbers in the order of `SIGNS`; the same for both orders of the sayings."""
    return (
        1.0,
        cosine,
        cosine * cosine,
        leaning,
        *_told(left, right, verdict),
        float(are_about_one(left, right)),
        topic_trust(left, right),
        float(are_disjoint(left.topic.names, right.topic.names)),
        float(are_disjoint(left.topic.places, right.topic.places)),
        float(bool(left.speakers & right.speakers)),
        *_shared(left, right),
    )


def sameness(signs: Sequence[float], heard: Sequence[float] | None = None) -> float:
    """From 0 to 1; .5 is where more pairs would be wrong than right in a claim.

    `heard` are a judge's shares of agree, dispute and other, where it read the pair.
    """
    alone, judged = _weights()
    if heard is None:
        told = sum(value * weight for value, weight in zip(signs, alone, strict=True))
    else:
        values = (*signs, *logs_of(heard)[: len(HEARD)])
        told = sum(map(float.__mul__, values, judged))
    return 1 / (1 + math.exp(-told))


def _told(left: Saying, right: Saying, verdict: Verdict) -> tuple[float, ...]:
    """Poles, figures and force."""
    mine, theirs = left.meaning, right.meaning
    same, opposed = set(verdict.same) - VAGUE, set(verdict.opposed) - VAGUE
    return (
        verdict.agree,
        verdict.dispute,
        float(len(same)),
        float(len(opposed)),
        float(len(opposed) > len(same)),
        float(_have_other_figures(left.text, right.text)),
        float(count_alike(mine, theirs)),
        float(has_conflict(mine, theirs)),
        float(mine.is_negated and theirs.is_negated),
        float(mine.is_weak != theirs.is_weak),
        float(is_one_hedged(left, right)),
    )


def _shared(left: Saying, right: Saying) -> tuple[float, ...]:
    """Words and letters that both hold, as shares of the shorter."""
    mine, theirs = left.meaning, right.meaning
    least = min(_telling(mine.words), _telling(theirs.words))
    return (
        _telling(mine.words & theirs.words) / least if least else 0.0,
        shared_share(mine.plain, theirs.plain),
        shared_share(_letters(left.text), _letters(right.text)),
    )


def _have_other_figures(left: str, right: str) -> bool:
    """Whether both give figures, and no same one."""
    mine, theirs = figures_in(left), figures_in(right)
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=100_000)
def _telling(words: frozenset[str]) -> float:
    """How much these words say: the rarer, the more."""
    return -sum(math.log(background_share(word) + LEAST_RARE) for word in sorted(words))


@lru_cache(maxsize=20_000)
def _letters(text: str) -> frozenset[str]:
    return frozenset(read_wording(text).grams)


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The weights of pairs that no judge read, and of those that one did."""
    table = files("onrecord.data").joinpath("same_claim_weights.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] not in {"", "#"}]
    told = {name: (float(alone), float(judged)) for name, alone, judged in rows}
    return (
        tuple(told[name][0] for name in SIGNS),
        tuple(told[name][1] for name in (*SIGNS, *HEARD)),
    )
