"""The day of the one incident that a text tells, and how often it is right.

Which date belongs to which event is asked of the same rules that `find_reports` asks;
only what these texts call an incident is chosen here: acts of violence, abductions,
damage, accidents. A text that dates none of them, nor any act, is of its own day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.harness import Miss
from onrecord.annotate import annotate
from onrecord.extract.reports.dating import read_dates
from onrecord.extract.reports.status import status_of
from onrecord.extract.reports.story import acting_days, carried_back
from onrecord.extract.reports.triggers import find_triggers
from onrecord.extract.reports.when import dates_of
from onrecord.model import (
    Article,
    CaptureId,
    Moment,
    Page,
    Span,
    Zoned,
    article_id,
    page_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from onrecord.extract.reports.dating import Dated
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Annotated, DateRange, Sentence
    from onrecord.pipeline.tools import Tools

KEY = "muc_incident_date"
INCIDENTS = frozenset({"violence", "abduction", "damage", "mishap"})
UNTOLD = frozenset({"unreal", "denied"})
CAPTURE = CaptureId("a text of the bench")


def incident_day(text: str, day: date | None, tools: Tools) -> date | None:
    """The day of the incident that a text of this day tells; else the text's own."""
    annotated = _annotated(text, day, tools)
    dates = read_dates(annotated.sentences, day, text)
    linked = _linked_days(annotated.sentences, dates)
    acted = (days.start for days in acting_days(annotated.sentences, dates))
    return next(linked, None) or next(acted, None) or day


def judge(
    texts: Iterable[tuple[str, str, date | None, str]], tools: Tools
) -> tuple[float, list[Miss]]:
    """The share of texts (id, words, day, the incident's day) that are right."""
    asked, misses = 0, []
    for name, text, day, expected in texts:
        asked += 1
        found = incident_day(text, day, tools)
        if found is None or found.isoformat() != expected:
            misses.append(Miss(KEY, name, expected, str(found)))
    return 1 - len(misses) / asked if asked else 1.0, misses


def single_days(incidents: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The day of the one required incident of a text, where the key has it exactly."""
    required = [item for item in incidents if not item["optional"]]
    if len(required) == 1 and required[0]["date"]:
        told = required[0]["date"]
        if len(told["value"]) == len("2000-01-01") and not told["bound"]:
            yield told["value"]


def _linked_days(
    sentences: Sequence[Sentence], dates: Sequence[Sequence[Dated]]
) -> Iterator[date]:
    told = [_incidents(sentence) for sentence in sentences]
    carried = carried_back(sentences, dates, [n for n, some in enumerate(told) if some])
    for n, (sentence, triggers) in enumerate(zip(sentences, told, strict=True)):
        found: Mapping[int, DateRange] = dates_of(sentence, triggers, dates[n])
        own = [days for at, days in found.items() if _is_real(sentence, triggers, at)]
        for days in own or [carried[n]] if n in carried else own:
            if days.start == days.end:
                yield days.start


def _incidents(sentence: Sentence) -> list[Trigger]:
    return [t for t in find_triggers(sentence) if t.kind.family in INCIDENTS]


def _is_real(sentence: Sentence, triggers: Sequence[Trigger], at: int) -> bool:
    return any(t.at == at and status_of(sentence, t) not in UNTOLD for t in triggers)


def _annotated(text: str, day: date | None, tools: Tools) -> Annotated:
    page = Page(page_id(CAPTURE, text), CAPTURE, text, (), (), "en", "bench")
    body = Span(0, len(text))
    article = Article(
        id=article_id(page.id, "article", body),
        page_id=page.id,
        type="article",
        title=None,
        titles=(),
        zones=(Zoned(body, "body"),),
        outlet=None,
        byline=(),
        published=Moment(day.isoformat(), "day") if day else None,
        modified=None,
        language="en",
    )
    return annotate(article, page, tools.parser, tools.actors, tools.countries)
