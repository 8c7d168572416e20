"""One invented blast as many pages tell it, put on record as one incident."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from onrecord.model import Moment, make_link
from onrecord.record.views import NO_CUT, list_incidents
from tests.record.made import NOW, RUN, News, Said, Told, findings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import ArticleType, RuleName
    from onrecord.record import Record
    from onrecord.record.views import Cut, IncidentView

START = datetime(2031, 5, 1, 12, tzinfo=UTC)


def page(
    outlet: str | None,
    day: int | None,
    *told: Told | Said,
    captured: int | None = None,
    where: str | None = None,
    type: ArticleType = "article",  # noqa: A002 - as News has it
) -> News:
    """A page published so many days after the blast, captured that day or later."""
    taken = captured if captured is not None else day
    at = START + timedelta(days=day or 0)
    return News(
        where=where or f"https://{outlet}.example/{day}-{len(told)}",
        outlet=outlet,
        body=told,
        published=Moment(f"{at:%Y-%m-%d}", "day") if day is not None else None,
        captured_at=START + timedelta(days=taken) if taken is not None else None,
        type=type,
    )


def killed(number: int, high: int | None = -1, source: str | None = None) -> Told:
    """A line that gives so many killed."""
    return Told("Port Anselm", number, high, source=source)


def put(record: Record, pages: Iterable[News]) -> None:
    """Put the pages on record in this order, all their reports as one incident."""
    given = [findings_of(item) for item in pages]
    # The same words from the same place are one page: what came second is not stored.
    found = [item for item in given if record.add(item, RUN, added_at=NOW).is_new]
    names = sorted(report.id for item in found for report in item.reports)
    links = [
        make_link("report", names[0], name, "same", "yes", 1.0, "one blast")
        for name in names[1:]
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())


def blast(
    record: Record, cut: Cut | None = None, rule: RuleName = "range"
) -> IncidentView:
    """The one incident, as far as the cut shows it."""
    (found,) = list_incidents(record, rule=rule, cut=cut or NO_CUT)
    return found
