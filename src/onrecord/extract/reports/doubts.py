"""The words of an incident's date, and why its date or place is open or in doubt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.extract.dates import counts_from_another, read_date, resolve_date
from onrecord.extract.reports.placing import is_setting
from onrecord.extract.reports.story import REACH
from onrecord.extract.reports.triggers import find_triggers
from onrecord.extract.reports.when import dates_of
from onrecord.model import DateRange, ReportDoubt, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.dates import Tense
    from onrecord.extract.reports.dating import Dated
    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.extract.reports.telling import Told
    from onrecord.model import PlaceName, WhyDoubtful

ANY = DateRange(date(2000, 1, 1), date(2000, 1, 1), "day")  # stands for a day unknown


@dataclass(frozen=True, slots=True)
class Dating:
    """Where the date is worded; whether it counts from the article's day; doubts."""

    spans: tuple[Span, ...] = ()
    is_counted: bool = False
    doubts: tuple[ReportDoubt, ...] = ()


def dating_of(scene: Scene, incident: Incident) -> Dating:
    """The words of the date; where it is open, those that leave it so, and why."""
    if incident.date is None:
        return Dating(doubts=tuple(_open_dates(scene, incident)))
    worded = list(_worded(scene, incident, incident.date))
    counted = [item for item in worded if _is_counted(item)]
    moons = (item.span for item in worded if _why(scene, item) == "by the moon")
    return Dating(
        spans=tuple(dict.fromkeys(item.span for item in worded)),
        is_counted=bool(worded) and counted == worded,
        doubts=tuple(ReportDoubt("date", "by the moon", (span,)) for span in moons),
    )


def place_doubts(scene: Scene, place: PlaceName | None) -> Iterator[ReportDoubt]:
    """Why the place is in doubt: no words tell it of the event."""
    if place is not None and is_setting(scene, place):
        yield ReportDoubt("place", "not of the event", place.spans)


def _worded(scene: Scene, incident: Incident, days: DateRange) -> list[Dated]:
    """The expressions that mean these days: in the tellings, just after, anywhere."""
    telling = [told.sentence for told in incident.tellings]
    after = [n + step for n in telling for step in range(1, REACH + 1)]
    for where in (telling, after, range(len(scene.dates))):
        found = [
            item
            for n in dict.fromkeys(where)
            if n < len(scene.dates)
            for item in scene.dates[n]
            if item.days == days
        ]
        if found:
            return found
    return []


def _is_counted(dated: Dated) -> bool:
    """Whether the words alone mean no days: "on Monday", "last month"."""
    return resolve_date(dated.expression.text, anchor=None) is None


def _open_dates(scene: Scene, incident: Incident) -> Iterator[ReportDoubt]:
    for told in incident.tellings:
        for dated in scene.dates[told.sentence]:
            why = _why(scene, dated)
            if dated.days is None and why and _is_of(scene, told, dated):
                yield ReportDoubt("date", why, (dated.span,))


def _why(scene: Scene, dated: Dated) -> WhyDoubtful | None:
    """What is doubtful about the words; None when nothing is, or nobody can tell."""
    tense: Tense = "future" if dated.is_ahead else "past"
    words = dated.expression.text
    if counts_from_another(words):
        return "no day to count from"
    reading = read_date(words, anchor=scene.day, tense=tense)
    if reading.doubt is not None and reading.doubt != "article dated ahead":
        return reading.doubt
    is_relative = resolve_date(words, anchor=ANY.start) is not None
    is_open = reading.days is None and scene.day is None and is_relative
    return "no day to count from" if is_open else None


def _is_of(scene: Scene, told: Told, dated: Dated) -> bool:
    """Whether the words would date this event, if they told a day."""
    sentence = scene.sentences[told.sentence]
    triggers = find_triggers(sentence)
    owned = dates_of(sentence, triggers, (replace(dated, days=ANY, is_ahead=False),))
    return any(trigger.at in owned for trigger in told.triggers)
