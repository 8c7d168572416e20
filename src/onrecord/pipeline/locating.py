"""Places of an article: which place of the gazetteer each name means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.extract.places import find_toponyms
from onrecord.gazetteer.places import Home
from onrecord.gazetteer.places.located import know_places, locate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import (
        Annotated,
        Article,
        Capture,
        KnownPlace,
        Mention,
        Report,
    )
    from onrecord.pipeline.tools import Tools


def located(
    reports: Sequence[Report], annotated: Annotated, capture: Capture, tools: Tools
) -> tuple[tuple[Mention, ...], tuple[Report, ...]]:
    """The article's mentions and reports, with the places that their names mean.

    All place names of the article together say which of several places is meant, and
    the name of its site helps; nothing else that is on record does, so that a page's
    findings are the same whenever it comes. Without a gazetteer nothing is known.
    """
    if tools.gazetteer is None:
        return annotated.mentions, tuple(reports)
    named = [report.place.spans[0] for report in reports if report.place is not None]
    spans = [*named, *find_toponyms(annotated, tools.countries)]
    text = annotated.page.text
    home = home_of(annotated.article, capture)
    known = know_places(spans, text, tools.gazetteer, home)
    mentions = (_placed(item, known.get(item.span)) for item in annotated.mentions)
    events = (
        replace(item, place=locate(item.place, known)) if item.place else item
        for item in reports
    )
    return tuple(mentions), tuple(events)


def home_of(article: Article, capture: Capture) -> Home | None:
    """Where the article's site says it is at home; None when no address is known."""
    for address in (article.url, capture.where):
        try:
            host = urlsplit(address or "").hostname
        except ValueError:  # no address at all
            continue
        if host is not None:
            return Home(host.removeprefix("www."))
    return None


def _placed(mention: Mention, place: KnownPlace | None) -> Mention:
    """The mention with its place; a country's name means a country or nothing."""
    if place is None:
        return mention
    if mention.type == "country":
        is_it = place.precision == "country" and place.country == mention.country
        return replace(mention, place=place) if is_it else mention
    return replace(mention, place=place) if mention.type == "place" else mention
