"""Figures that stand against each other: same event, same effect, no common number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING

from onrecord.model import (
    Dispute,
    Figure,
    Given,
    Moment,
    address_of,
    dispute_id,
    standing_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import ReportId, ReportText

Told = tuple[int | None, int | None, str | None]
FAR = 5  # times the other number: mostly another count, for a person to see


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure with what it is compared by, and the day of its article."""

    figure: Figure
    given: Given
    day: date | None

    @property
    def source(self) -> str:
        """Who answers for the number: the source named, else the outlet."""
        return (self.given.source or self.given.outlet or "").casefold()


def find_figure_disputes(
    reports: Sequence[ReportText], incidents: Mapping[ReportId, str]
) -> list[Dispute]:
    """Pairs of figures of one incident that cannot both be right.

    Revisions are none: a number by the same source or outlet at another time, a
    higher toll told later, or two numbers that captures of one address give and none
    gives side by side. A lower number that a source still gives after the higher one
    was told disputes it. Of pairs of equal numbers in the same outlets the clearest
    stands. `left` is the figure told first; "possibly" marks pairs where the order or
    a source is not known.
    """
    by_incident: dict[tuple[str, str], list[Printed]] = defaultdict(list)
    for item in sorted(reports, key=lambda text: text.report.id):
        incident = incidents.get(item.report.id)
        for figure in item.figures:
            if incident is not None and _counts(figure):
                printed = Printed(figure, _given(figure, item), item.day)
                by_incident[incident, figure.effect].append(printed)
    return [
        dispute
        for key in sorted(by_incident)
        for dispute in _disputes(by_incident[key])
    ]


def _counts(figure: Figure) -> bool:
    """Whether the figure is a whole that its source still stands by."""
    is_whole = figure.part_of is None
    return is_whole and not figure.is_superseded and not figure.is_doubtful


def _given(figure: Figure, item: ReportText) -> Given:
    day = Moment(item.day.isoformat(), "day") if item.day else None
    return Given(
        low=figure.low,
        high=figure.high,
        about=figure.about,
        counted=figure.counted,
        source=figure.attributed_to,
        outlet=item.outlet,
        published=item.published or day,
        captured_at=item.captured_at,
        article=figure.article_id,
        page=figure.page_id,
        address=address_of(item.where),
    )


def _disputes(printed: Sequence[Printed]) -> Iterator[Dispute]:
    told: dict[tuple[object, ...], list[Printed]] = defaultdict(list)
    for item in sorted(_without_echoes(printed), key=_order):
        told[*item.given.number, item.source, item.given.outlet].append(item)
    seen: set[frozenset[Told]] = set()
    for lefts, rights in combinations(told.values(), 2):
        pair = frozenset({_told(lefts[0]), _told(rights[0])})
        if pair in seen or _was_replaced(lefts, rights):
            continue
        found = _clearest(product(lefts, rights))
        if found is not None:
            seen.add(pair)
            yield _dispute(*found)


def _clearest(
    pairs: Iterable[tuple[Printed, Printed]],
) -> tuple[Printed, Printed] | None:
    """The first pair that disputes for sure, else the first that may; None: none."""
    disputed = [
        sorted((left, right), key=_order)
        for left, right in pairs
        if standing_of(left.given, right.given) == "dispute"
    ]
    sure = (pair for pair in disputed if _is_sure(*pair))
    found = next(sure, disputed[0] if disputed else None)
    return (found[0], found[1]) if found else None


def _was_replaced(lefts: Sequence[Printed], rights: Sequence[Printed]) -> bool:
    """Whether one address gave one number and then the other, and nobody both."""
    addresses = {item.given.address for item in (*lefts, *rights)}
    left_pages = {item.given.page for item in lefts}
    right_pages = {item.given.page for item in rights}
    is_one_place = len(addresses) == 1 and "" not in addresses
    return is_one_place and left_pages.isdisjoint(right_pages)


def _without_echoes(printed: Sequence[Printed]) -> list[Printed]:
    """Undated figures (teasers) that only repeat a dated one are left out."""
    dated = {item.given.number for item in printed if item.day is not None}
    return [
        item
        for item in printed
        if item.day is not None or item.given.number not in dated
    ]


def _order(item: Printed) -> tuple[date, str]:
    return item.day or date.max, item.figure.id


def _told(item: Printed) -> Told:
    """What is printed where: one dispute for each pair of these is enough."""
    return item.figure.low, item.figure.high, item.given.outlet


def _is_sure(left: Printed, right: Printed) -> bool:
    is_one_day = left.day is not None and left.day == right.day
    are_named = left.source != "" and right.source != ""
    return is_one_day and are_named and not _are_far(left.figure, right.figure)


def _are_far(left: Figure, right: Figure) -> bool:
    """Whether one number is many times the other."""
    low, high = sorted(
        next(float(end) for end in (figure.low, figure.high, 0) if end is not None)
        for figure in (left, right)
    )
    return high > FAR * max(low, 1.0)


def _dispute(left: Printed, right: Printed) -> Dispute:
    figure, is_sure = right.figure, _is_sure(left, right)
    return Dispute(
        id=dispute_id(left.figure.id, figure.id, "figures"),
        left=left.figure.id,
        right=figure.id,
        evidence="figures",
        score=0.8 if is_sure else 0.5,
        shown="yes" if is_sure else "possibly",
        page_id=figure.page_id,
        spans=(figure.span,),
    )
