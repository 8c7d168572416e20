"""Whether two statements assert the same, stand against each other, or neither."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.resolve.meaning.reading import Meaning

    Poles = tuple[tuple[str, ...], tuple[str, ...]]  # same, opposed

# Families whose words stand in statements of every kind: weaker evidence.
VAGUE = frozenset({"existence", "majority"})
LABELS = ("agree", "dispute", "other")
# Cosine of statements on one matter: swept with the judge's belief on our dev pairs.
SAME_MATTER = 0.5
LEAST = 0.01  # a judge's smaller shares are as good as this
# What a feature's logit counts beside a judge's: swept from 0 to 1 on our dev pairs,
# accuracy is .733 at .3, .720 at .6, .704 at 1; on newspairs.dev .72, .80 and .83.
BESIDE = 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares of belief that add up to 1, and what they rest on.

    `same` and `opposed` are the families of meanings with one pole, and with two.
    """

    agree: float
    dispute: float
    other: float
    same: tuple[str, ...]
    opposed: tuple[str, ...]
    has_conflicting_numbers: bool


def judge(
    left: Meaning,
    right: Meaning,
    cosine: float,
    believed: Sequence[float] | None = None,
) -> Verdict:
    """The verdict on two meanings whose sentence vectors are this near.

    `believed` is what a `PairJudge` says of the two texts: its share of a label is
    multiplied with the features', which count `BESIDE` as much. Without it the
    features alone decide.
    """
    same, opposed = compare_poles(left, right)
    conflict = has_conflict(left, right)
    features = _features(left, right, cosine, (same, opposed), is_conflict=conflict)
    logits = [sum(map(mul, features, column)) for column in _weights()]
    if believed is not None:
        heard = zip(logits, logs_of(believed), strict=True)
        logits = [BESIDE * ours + theirs for ours, theirs in heard]
    top = max(logits)
    shares = [math.exp(logit - top) for logit in logits]
    agree, dispute, other = (share / sum(shares) for share in shares)
    return Verdict(agree, dispute, other, same, opposed, conflict)


def compare_poles(
    left: Meaning, right: Meaning
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Families in which both say the same, and in which they say the opposite."""
    theirs = right.signs
    both = [item for item in left.signs.items() if item[0] in theirs]
    if not both:  # as of most pairs
        return (), ()
    same = tuple(family for family, sign in both if sign == theirs[family])
    opposed = tuple(family for family, sign in both if sign != theirs[family])
    return same, opposed


def has_conflict(left: Meaning, right: Meaning) -> bool:
    """Whether both count the same thing, of the same time, and differ."""
    if not (left.quantities and right.quantities):
        return False
    if left.years != right.years or left.is_earlier != right.is_earlier:
        return False
    return any(
        mine.conflicts(theirs)
        for mine in left.quantities
        for theirs in right.quantities
    )


def is_opposed(left: Meaning, right: Meaning, cosine: float) -> bool:
    """Whether the words of two statements on one matter hint at a dispute.

    Opposite poles, other numbers of the same thing, or a bare negation on one side.
    """
    if cosine < SAME_MATTER:
        return False
    if set(compare_poles(left, right)[1]) - VAGUE or has_conflict(left, right):
        return True
    shares_words = bool(left.words & right.words)
    return shares_words and is_plain_negation(left, right)


def is_plain_negation(left: Meaning, right: Meaning) -> bool:
    """Whether one is negated, and nothing else tells how they stand to each other."""
    if left.is_negated == right.is_negated:
        return False
    same, opposed = compare_poles(left, right)
    return VAGUE.issuperset(same + opposed)


def count_apart(left: Meaning, right: Meaning) -> bool:
    """Whether both count the same thing, and none of the numbers is in both."""
    if not (left.quantities and right.quantities):
        return False
    pairs = [
        (mine, theirs)
        for mine in left.quantities
        for theirs in right.quantities
        if mine.counted & theirs.counted
    ]
    return bool(pairs) and not any(mine.equals(theirs) for mine, theirs in pairs)


def count_alike(left: Meaning, right: Meaning) -> bool:
    """Whether both give the same number of the same thing."""
    return any(
        mine.equals(theirs) for mine in left.quantities for theirs in right.quantities
    )


def shared_share(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared stems as a share of the smaller set; 0 when one is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def features_of(left: Meaning, right: Meaning, cosine: float) -> tuple[float, ...]:
    """Numbers in the order of the weights' rows."""
    poles, conflict = compare_poles(left, right), has_conflict(left, right)
    return _features(left, right, cosine, poles, is_conflict=conflict)


def _features(
    left: Meaning, right: Meaning, cosine: float, poles: Poles, *, is_conflict: bool
) -> tuple[float, ...]:
    same, opposed = poles
    firm_same, firm_opposed = len(set(same) - VAGUE), len(set(opposed) - VAGUE)
    words = shared_share(left.words, right.words)
    other_time = left.years != right.years or left.is_earlier != right.is_earlier
    return (
        1.0,
        cosine,
        cosine * cosine,
        words,
        shared_share(left.plain, right.plain),
        min(firm_same, 2),
        min(firm_opposed, 2),
        float(bool(set(same) & VAGUE)),
        float(bool(set(opposed) & VAGUE)),
        float(count_alike(left, right)),
        float(is_conflict),
        words if is_plain_negation(left, right) else 0.0,
        float(other_time),
        cosine if firm_opposed else 0.0,
        cosine if firm_same else 0.0,
        float(_count_other_things(left, right)),
    )


def logs_of(believed: Sequence[float]) -> tuple[float, ...]:
    """The logarithms of a judge's shares, none taken for less than 1 %."""
    return tuple(math.log(max(share, LEAST)) for share in believed)


def _count_other_things(left: Meaning, right: Meaning) -> bool:
    """Whether both give numbers, and of nothing that the other counts."""
    if not (left.quantities and right.quantities):
        return False
    mine = {name for quantity in left.quantities for name in quantity.counted}
    theirs = {name for quantity in right.quantities for name in quantity.counted}
    return bool(mine and theirs) and not mine & theirs


@cache
def _weights() -> tuple[tuple[float, ...], ...]:
    """For each label the weight of every feature."""
    table = files("onrecord.data").joinpath("verdict_weights.tsv")
    rows = [
        [float(cell) for cell in line.split("\t")[1:]]
        for line in table.read_text(encoding="utf-8").splitlines()
        if line[:1] not in {"", "#"}
    ]
    return tuple(zip(*rows, strict=True))
