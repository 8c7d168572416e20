"""Which incidents an export holds, as of when, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import RuleName
from onrecord.record.views import NO_CUT, Cut, read_incidents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.export.known import Known
    from onrecord.record import Record
    from onrecord.record.views import IncidentView

BATCH = 500  # incidents opened at once: enough to be quick, few enough to stay small
# ACLED's; "Accident", "Disaster", "Crime" and "Dealing" are ours, not for its table.
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
CONFLICT = frozenset({*VIOLENT, "Protests", "Riots", "Strategic developments"})
NOT_THEIRS = "made by onrecord from stored news pages; not a row of {}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A look at the past, and the rule for what is derived."""

    rule: RuleName = "range"
    cut: Cut = NO_CUT


EVERYTHING = Asked()


def incidents_of(
    record: Record, known: Known, asked: Asked, rule: RuleName | None = None
) -> Iterator[IncidentView]:
    """Every incident that the cut shows, by id, with every capture's figures."""
    names = sorted(set(known.incidents.values()))
    for start in range(0, len(names), BATCH):
        yield from read_incidents(
            record,
            names[start : start + BATCH],
            cut=asked.cut,
            whole=True,
            rule=rule or asked.rule,
        )


def on_the_map(found: IncidentView) -> tuple[float, float] | None:
    """Latitude and longitude; None for no point and for a place that is nowhere."""
    place = found.place
    if place is None or place.lat is None or place.lon is None:
        return None
    is_somewhere = -90 <= place.lat <= 90 and -180 <= place.lon <= 180  # noqa: PLR2004 - the globe
    return (place.lat, place.lon) if is_somewhere else None


def parties_of(found: IncidentView, known: Known, kind: str) -> str | None:
    """Actors or recipients as the first report that names any words them."""
    for report in found.reports:
        parties = report.actors if kind == "actors" else report.recipients
        page = report.words.page_id
        told = [known.words(page, [party.span]) for party in parties]
        if told:
            return "; ".join(dict.fromkeys(" ".join(item.split()) for item in told))
    return None


def outlets_of(found: IncidentView) -> tuple[str, ...]:
    """The outlets that report it, in order of their first report, each once."""
    names = (item.article.outlet or item.article.where for item in found.reports)
    return tuple(dict.fromkeys(names))
