"""Short articles about the sample's invented countries, with the dealings in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import onrecord.sample
from onrecord.annotate import annotate
from onrecord.extract.dealings import find_dealings, main_deed
from onrecord.gazetteer import load_actors, load_countries
from onrecord.language import SpacyParser
from tests.extract.headed import headed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.model import Annotated, Report


@cache
def tools() -> tuple[SpacyParser, ActorTable, Countries]:
    """Parser, the sample's actors and countries, loaded once for all tests."""
    folder = Path(next(iter(onrecord.sample.__path__)))
    actors = load_actors(folder / "actors.toml")
    return SpacyParser(), actors, load_countries(actors)


def annotated(body: str, headline: str = "") -> Annotated:
    """An article of these words, parsed, with its names."""
    article, page = headed(body, headline)
    return annotate(article, page, *tools())


def dealings_of(
    body: str, *, headline: str = "", beside: Sequence[Report] = ()
) -> list[Report]:
    """What `find_dealings` finds in an article of these words."""
    return find_dealings(annotated(body, headline), (), tools()[2], beside)


def told(body: str, *, headline: str = "") -> list[str]:
    """Each dealing in one line: who, what, to whom, when, where."""
    return [_line(report) for report in dealings_of(body, headline=headline)]


def event_of(sentence: str) -> str | None:
    """The event of the sentence's main deed, with its mode; None for no deed."""
    deed = main_deed(annotated(sentence).sentences[0])
    if deed is None:
        return None
    return f"{deed.kind.event}/{deed.mode}" if deed.mode else deed.kind.event


def _line(report: Report) -> str:
    who = ", ".join(party.text for party in report.actors)
    whom = ", ".join(party.text for party in report.recipients)
    days = report.date
    when = f"{days.start}..{days.end}" if days else "-"
    if days and days.start == days.end:
        when = f"{days.start}"
    where = report.place.text if report.place else "-"
    return f"{who} > {report.detail} > {whom or '-'} | {when} | {where}"
