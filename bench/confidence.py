"""Whether a confidence keeps its word: of those with .9, nine in ten are right."""

from collections.abc import Sequence
from statistics import fmean

from bench.attributions import Judged, paired
from bench.harness import Figures

MASSES, WIDTHS = 15, 10
Answer = tuple[float, bool]  # how sure we were, and whether it was right


def answers(judged: Sequence[Judged]) -> list[Answer]:
    """How sure we were of each finding, and whether it matches the gold.

    Right is one whose content and source match, each gold one once; where the gold
    has no source, one that has none either.
    """
    found: list[Answer] = []
    for each in judged:
        right = set(paired(each, by_source=True).values())
        found += [(one.confidence, n in right) for n, one in enumerate(each.founds)]
    return found


def measure_confidence(judged: Sequence[Judged]) -> Figures:
    """The calibration error, and how well right stands above wrong."""
    given = answers(judged)
    if not given:
        return Figures({})
    values = {"confidence_ece": calibration_error(equal_masses(given, MASSES))}
    area = area_under_curve(given)
    if area is not None:
        values["confidence_auc"] = area
    widths = equal_widths(given, WIDTHS)
    told = ", ".join(
        f"{fmean(sure for sure, _ in each):.2f} is {_right(each):.2f} of {len(each)}"
        for each in widths
    )
    note = (
        f"confidence: {len(given)} statements, {_right(given):.3f} of them right;"
        f" error {calibration_error(widths):.3f} in {WIDTHS} bins of equal width:"
        f" {told}"
    )
    return Figures(values, notes=(note,), asked={"confidence_ece": len(given)})


def calibration_error(bins: Sequence[Sequence[Answer]]) -> float:
    """How far the confidence of a bin lies from its share of right ones, on average.

    >>> calibration_error([[(0.5, True), (0.5, False)], [(0.9, True), (0.7, False)]])
    0.15000000000000002
    """
    total = sum(map(len, bins))
    return sum(
        len(each) * abs(fmean(sure for sure, _ in each) - _right(each)) / total
        for each in bins
    )


def equal_masses(given: Sequence[Answer], count: int) -> list[list[Answer]]:
    """At most so many bins, from the least sure to the surest, of as many answers.

    What is equally sure keeps together, since nothing tells which comes first.
    """
    ordered = sorted(given, key=lambda answer: answer[0])
    bins: list[list[Answer]] = []
    size = len(ordered) / count
    for number, answer in enumerate(ordered):
        is_new = number >= len(bins) * size
        if not bins or (is_new and bins[-1][-1][0] != answer[0]):
            bins.append([])
        bins[-1].append(answer)
    return bins


def equal_widths(given: Sequence[Answer], count: int) -> list[list[Answer]]:
    """The bins between 0 and 1, as wide as each other, that hold an answer."""
    bins: list[list[Answer]] = [[] for _ in range(count)]
    for answer in sorted(given):
        bins[min(int(answer[0] * count), count - 1)].append(answer)
    return [each for each in bins if each]


def area_under_curve(given: Sequence[Answer]) -> float | None:
    """How often a right one is surer than a wrong one, a draw being half.

    None where all are right, or all wrong.

    >>> area_under_curve([(0.9, True), (0.6, False), (0.6, True)])
    0.75
    """
    right = [sure for sure, is_right in given if is_right]
    wrong = [sure for sure, is_right in given if not is_right]
    if not right or not wrong:
        return None
    won = sum((one > other) + (one == other) / 2 for one in right for other in wrong)
    return won / (len(right) * len(wrong))


def _right(given: Sequence[Answer]) -> float:
    return fmean(is_right for _, is_right in given)
