"""Figures that stand against each other: same event, same effect, no common number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.model import Dispute, Figure, address_of, dispute_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import ReportId, ReportText

Told = tuple[int | None, int | None, str | None]
# Told beside a toll of people, these are some of them.
SOME = frozenset(
    """girl boy child baby infant woman man civilian soldier officer policeman guard
    member journalist foreigner worker student pupil teacher passenger medic
    """.split()  # noqa: SIM905 - reads better
)
FAR = 5  # times the other number: mostly another count, for a person to see
NEAR = 0.1  # share by which "about 40" may be off and still agree
ANYBODY = frozenset({"people", "persons", "person", "others", "victims", "dead",
                     "bodies", "wounded", "injured", "deaths"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with who printed it, when and where."""

    figure: Figure
    outlet: str | None
    day: date | None
    address: str = ""

    @property
    def source(self) -> str:
        """Who answers for the number: the source named, else the outlet."""
        return (self.figure.attributed_to or self.outlet or "").casefold()


def find_figure_disputes(
    reports: Sequence[ReportText], incidents: Mapping[ReportId, str]
) -> list[Dispute]:
    """Pairs of figures of one incident that cannot both be right.

    Revisions are none: a number by the same source or outlet at another time, a
    higher toll told later, or two numbers that captures of one address give and none
    gives side by side. Of pairs of equal numbers in the same outlets the
    earliest stands. `left` is the figure
    told first; "possibly" marks pairs where the order or a source is not known.
    """
    by_incident: dict[tuple[str, str], list[Given]] = defaultdict(list)
    for item in sorted(reports, key=lambda text: text.report.id):
        incident = incidents.get(item.report.id)
        for figure in item.figures:
            if incident is not None and _counts(figure):
                place = address_of(item.where)
                given = Given(figure, item.outlet, item.day, place)
                by_incident[incident, figure.effect].append(given)
    return [
        dispute
        for key in sorted(by_incident)
        for dispute in _disputes(by_incident[key])
    ]


def _counts(figure: Figure) -> bool:
    """Whether the figure is a whole that its source still stands by."""
    is_whole = figure.part_of is None
    return is_whole and not figure.is_superseded and not figure.is_doubtful


def _disputes(givens: Sequence[Given]) -> Iterator[Dispute]:
    told: dict[tuple[object, ...], list[Given]] = defaultdict(list)
    for given in sorted(_without_echoes(givens), key=_order):
        figure = given.figure
        told[figure.low, figure.high, given.source, given.outlet].append(given)
    seen: set[frozenset[Told]] = set()
    for lefts, rights in combinations(told.values(), 2):
        left, right = lefts[0], rights[0]
        pair = frozenset({_told(left), _told(right)})
        if pair in seen or not _differ(left, right) or _is_revision(left, right):
            continue
        if _was_replaced(lefts, rights):
            continue
        seen.add(pair)
        yield _dispute(left, right)


def _was_replaced(lefts: Sequence[Given], rights: Sequence[Given]) -> bool:
    """Whether one address gave one number and then the other, and nobody both."""
    addresses = {given.address for given in (*lefts, *rights)}
    left_pages = {given.figure.page_id for given in lefts}
    right_pages = {given.figure.page_id for given in rights}
    is_one_place = len(addresses) == 1 and "" not in addresses
    return is_one_place and left_pages.isdisjoint(right_pages)


def _without_echoes(givens: Sequence[Given]) -> list[Given]:
    """Undated figures (teasers) that only repeat a dated one are left out."""
    dated = {(g.figure.low, g.figure.high) for g in givens if g.day is not None}
    return [
        given
        for given in givens
        if given.day is not None or (given.figure.low, given.figure.high) not in dated
    ]


def _order(given: Given) -> tuple[date, str]:
    return given.day or date.max, given.figure.id


def _told(given: Given) -> Told:
    """What is printed where: one dispute for each pair of these is enough."""
    return given.figure.low, given.figure.high, given.outlet


def _differ(left: Given, right: Given) -> bool:
    """Whether no number fits both, and both count the same people."""
    one, other = left.figure, right.figure
    if not _same_people(one.counted, other.counted):
        return False
    is_one_article = one.article_id == other.article_id
    if is_one_article and _is_some(one.counted) != _is_some(other.counted):
        return False
    return _low(one) > _high(other) or _low(other) > _high(one)


def _low(figure: Figure) -> float:
    low = figure.low or 0
    return low * (1 - NEAR) if figure.about else low


def _high(figure: Figure) -> float:
    high = float("inf") if figure.high is None else figure.high
    return high * (1 + NEAR) if figure.about else high


def _same_people(one: str | None, other: str | None) -> bool:
    kinds = {_kind(one), _kind(other)} - {None}
    return len(kinds) < 2  # noqa: PLR2004 - two kinds named and different


def _kind(counted: str | None) -> str | None:
    if counted is None:
        return None
    word = counted.casefold().split()[-1]
    return None if word in ANYBODY else word


def _is_some(counted: str | None) -> bool:
    kind = _kind(counted)
    singular = {"children": "child", "women": "woman", "men": "man", "babies": "baby",
                "policemen": "policeman"}  # fmt: skip
    return kind is not None and singular.get(kind, kind.removesuffix("s")) in SOME


def _are_far(left: Figure, right: Figure) -> bool:
    """Whether one number is many times the other."""
    low, high = sorted(
        next(float(end) for end in (figure.low, figure.high, 0) if end is not None)
        for figure in (left, right)
    )
    return high > FAR * max(low, 1.0)


def _is_revision(left: Given, right: Given) -> bool:
    """Whether the later number only brings the earlier up to date."""
    if left.source and left.source == right.source:
        return True
    if left.day is None or right.day is None or left.day == right.day:
        return False
    same_outlet = left.outlet is not None and left.outlet == right.outlet
    return same_outlet or _low(right.figure) > _low(left.figure)


def _dispute(left: Given, right: Given) -> Dispute:
    figure = right.figure
    sure = (
        left.day is not None
        and left.day == right.day
        and left.source != ""
        and right.source != ""
        and not _are_far(left.figure, right.figure)
    )
    return Dispute(
        id=dispute_id(left.figure.id, figure.id, "figures"),
        left=left.figure.id,
        right=figure.id,
        evidence="figures",
        score=0.8 if sure else 0.5,
        shown="yes" if sure else "possibly",
        page_id=figure.page_id,
        spans=(figure.span,),
    )
