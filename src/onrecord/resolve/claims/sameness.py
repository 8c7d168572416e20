"""How likely two texts assert the same, names and places aside.

A logistic model over what the texts share and where they part: it knows polarity,
figures, times and what is said only as possible, since each is a feature.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.resolve.claims.wordings import figures_in
from onrecord.resolve.meaning.sentences import agreed_families
from onrecord.resolve.meaning.verdict import (
    VAGUE,
    count_alike,
    count_apart,
    has_conflict,
    judge,
)

if TYPE_CHECKING:
    from onrecord.resolve.meaning import Meaning

NAMES = (
    "always", "meaning", "meaning_squared", "agree", "dispute", "opposed",
    "agreed_in_sentence", "other_figures", "numbers_alike",
    "numbers_conflict", "numbers_apart", "one_negated", "both_negated", "one_weak",
    "other_years", "one_earlier", "same_and_near", "length",
)  # fmt: skip
Text = tuple[str, "Meaning"]


def sameness(left: Text, right: Text, cosine: float) -> float:
    """From 0 to 1; .5 is where more pairs would be wrong than right in a claim."""
    told = zip(features_of(left, right, cosine), _weights(), strict=True)
    return 1 / (1 + math.exp(-sum(value * weight for value, weight in told)))


def features_of(left: Text, right: Text, cosine: float) -> tuple[float, ...]:
    """Numbers in the order of `NAMES`; the same for both orders of the texts."""
    mine, theirs = left[1], right[1]
    verdict = judge(mine, theirs, cosine)
    same = len(set(verdict.same) - VAGUE)
    return (
        1.0,
        cosine,
        cosine * cosine,
        verdict.agree,
        verdict.dispute,
        float(len(set(verdict.opposed) - VAGUE)),
        float(len(agreed_families(left[0], right[0]))),
        float(_have_other_figures(left[0], right[0])),
        float(count_alike(mine, theirs)),
        float(has_conflict(mine, theirs)),
        float(count_apart(mine, theirs)),
        float(mine.is_negated != theirs.is_negated),
        float(mine.is_negated and theirs.is_negated),
        float(mine.is_weak != theirs.is_weak),
        float(mine.years != theirs.years),
        float(mine.is_earlier != theirs.is_earlier),
        same * cosine,
        _ratio(len(mine.words), len(theirs.words)),
    )


def _have_other_figures(left: str, right: str) -> bool:
    """Whether both give figures, and no same one."""
    mine, theirs = figures_in(left), figures_in(right)
    return bool(mine and theirs) and not mine & theirs


def _ratio(left: int, right: int) -> float:
    return min(left, right) / max(left, right, 1)


@cache
def _weights() -> tuple[float, ...]:
    table = files("onrecord.data").joinpath("same_claim_weights.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] not in {"", "#"}]
    told = {name: float(weight) for name, weight in rows}
    return tuple(told[name] for name in NAMES)
