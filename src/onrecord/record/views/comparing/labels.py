"""Words for the same: what each text calls somebody, who did it, and what happened."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model import words_of
from onrecord.record.text import fold_name
from onrecord.record.views.comparing.drafts import (
    Draft,
    words_by_article,
    words_naming,
)
from onrecord.record.views.comparing.facts import (
    labels_of,
    named_words,
)
from onrecord.record.views.comparing.figures import incident_name
from onrecord.record.views.types import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.model import Party, Span
    from onrecord.record.views.comparing.drafts import WordsOf
    from onrecord.record.views.comparing.material import Material, Named
    from onrecord.record.views.types import ReportView

PLACES = ("place", "country")


def place_drafts(material: Material) -> Iterator[Draft]:
    """A row for each place that one of the texts names as a place.

    One name is one row, whether or not the record holds it for one place: within one
    story it hardly means two.
    """
    places: dict[str, list[Named]] = defaultdict(list)
    for _, mentions in _by_entity(material):
        placed = [item for item in mentions if item.is_place]
        if mentions[0].type in PLACES and placed:
            places[fold_name(mentions[0].name)] += placed
    for placed in places.values():
        first = min(placed, key=lambda item: item.entity)
        yield Draft(
            "place", first.name, first.entity, named_words(placed, "named"),
            like=labels_of(placed), like_kind="name",
        )  # fmt: skip


def name_drafts(material: Material) -> Iterator[Draft]:
    """A row for each person or body with what each text calls it."""
    for entity, mentions in _by_entity(material):
        if mentions[0].type not in PLACES:
            words = named_words(mentions, "called")
            yield Draft("word for", mentions[0].name, entity, words)


def event_drafts(material: Material, texts: Mapping[str, str]) -> Iterator[Draft]:
    """For each incident what each text calls it, and whom it says did it."""
    incidents: dict[str, list[ReportView]] = defaultdict(list)
    for report in material.reports:
        if report.event_type != "Dealing":
            incidents[report.incident].append(report)
    for incident, reports in incidents.items():
        name = incident_name(reports)
        yield Draft(
            "word for", f"what happened: {name}", incident, _called(reports, texts)
        )
        yield Draft("word for", f"who did it: {name}", incident, _doers(reports, texts))


def _by_entity(material: Material) -> Iterable[tuple[str, list[Named]]]:
    found: dict[str, list[Named]] = defaultdict(list)
    for item in material.named:
        found[item.entity].append(item)
    return found.items()


def _called(reports: Iterable[ReportView], texts: Mapping[str, str]) -> WordsOf:
    """The words that open each report of an event, each once in an article."""
    words = words_by_article()
    for report in reports:
        _add(words, report, (report.id, report.words.spans[0]), texts)
    return words


def _doers(reports: Iterable[ReportView], texts: Mapping[str, str]) -> WordsOf:
    """The words for who did it or says so, each wording once in an article."""
    words = words_by_article()
    for report in reports:
        claimed = (report.claimed_by,) if report.claimed_by else ()
        for party in (*report.actors, *claimed):
            _add(words, report, (_finding(party, report), party.span), texts)
    return words


def _finding(party: Party, report: ReportView) -> str:
    """Its mention, so that private people are known; else the report."""
    return party.mention or report.id


def _add(
    words: WordsOf,
    report: ReportView,
    found: tuple[str, Span],
    texts: Mapping[str, str],
) -> None:
    finding, span = found
    page = report.article.page_id
    told = Words(page, (span,), words_of((span,), texts[page]))
    known = {item.words.text.casefold() for item in words[report.article.id]}
    if told.text.casefold() not in known:
        naming = words_naming(finding, report.article.id, told, "called")
        words[report.article.id].append(naming)
