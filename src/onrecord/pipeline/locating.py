"""Places of an article: which place of the gazetteer each name means."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.extract.places import find_setting, find_toponyms
from onrecord.gazetteer.places import Home
from onrecord.gazetteer.places.located import know_places, locate
from onrecord.model import ReportDoubt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from onrecord.extract.places.words import CountryBook
    from onrecord.model import (
        Annotated,
        Article,
        Capture,
        KnownPlace,
        Mention,
        MentionId,
        PlaceName,
        Report,
        Span,
    )
    from onrecord.pipeline.tools import Tools

CLEAR = 2  # so many times as many places must lie in a country as in the next one
FEWEST = 2  # places that tell a country
# A name's share of all its candidates from which no other of them is thought of. Of
# .8, .9, .95: four places of development texts lie between .56 and .85, all wrong.
UNRIVALLED = 0.9


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
    told = _reread(annotated.mentions, known)
    mentions = (_placed(item, known.get(item.span)) for item in told)
    misread = _countries(annotated.mentions) - _countries(told)
    about = find_setting(annotated, tools.countries).country
    country = None if about in misread else about or most_placed(known)
    sound = without_strays(known, told, country)
    events = (
        _with_place(item, _situated(item.place, sound, misread, tools, country))
        if item.place
        else item
        for item in reports
    )
    return tuple(mentions), tuple(events)


def _with_place(report: Report, place: PlaceName) -> Report:
    """The report at this place; one that no gazetteer knows is kept and doubted."""
    if place.lat is not None:
        return replace(report, place=place)
    doubt = ReportDoubt("place", "in no gazetteer", place.spans)
    return replace(report, place=place, doubts=(*report.doubts, doubt))


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


def _reread(
    mentions: Sequence[Mention], known: Mapping[Span, KnownPlace]
) -> list[Mention]:
    """The mentions, with names of countries that are surely places elsewhere as such.

    "Georgia" beside Atlanta is no country. All that names it in the article must say
    so: with "Georgian" among them it stays a country.
    """
    chains: defaultdict[MentionId, list[Mention]] = defaultdict(list)
    for mention in mentions:
        chains[mention.head].append(mention)
    elsewhere = {
        head
        for head, chain in chains.items()
        if all(_is_elsewhere(item, known.get(item.span)) for item in chain)
    }
    reread = [
        replace(item, type="place", country=None) if item.head in elsewhere else item
        for item in mentions
    ]
    misread = _countries(mentions) - _countries(reread)
    return [
        replace(item, country=None)
        if item.type == "person" and item.country in misread
        else item
        for item in reread
    ]


def _is_elsewhere(mention: Mention, place: KnownPlace | None) -> bool:
    if mention.type != "country" or mention.country is None or place is None:
        return False
    return place.is_sure and place.country not in {"", mention.country}


def _countries(mentions: Iterable[Mention]) -> set[str]:
    """The countries that mentions name."""
    return {
        item.country for item in mentions if item.type == "country" and item.country
    }


def most_placed(known: Mapping[Span, KnownPlace]) -> str | None:
    """The country in which the places of the article lie; None where it is not clear.

    Clear is twice as many of them as in the next one.
    """
    counts = Counter(
        place.country
        for place in {item.id: item for item in known.values()}.values()
        if place.is_sure and place.country
    )
    best = [*counts.most_common(2), ("", 0)]
    is_clear = len(counts) > 0 and best[0][1] >= max(FEWEST, CLEAR * best[1][1])
    return best[0][0] if is_clear else None


def without_strays(
    known: Mapping[Span, KnownPlace], told: Iterable[Mention], about: str | None
) -> dict[Span, KnownPlace]:
    """The places but those of doubt in a country that the article nowhere speaks of.

    Of several places of one name, none of them known where the article is about, the
    gazetteer's best lies anywhere: a quarter it lacks is meant.
    """
    spoken = {item.country for item in told}
    return {
        span: place
        for span, place in known.items()
        if not about
        or place.country in {about, "", *spoken}
        or place.score >= UNRIVALLED
    }


def _situated(
    name: PlaceName,
    known: Mapping[Span, KnownPlace],
    misread: Collection[str],
    tools: Tools,
    about: str | None,
) -> PlaceName:
    """The place with its point; what stays open lies where the article is about."""
    is_told = name.precision == "country" and name.lat is not None
    if is_told and name.country not in misread:
        return name  # a whole country has its point
    place = _located(name, known, misread, tools.countries)
    is_wide = place.geonameid is not None  # found, and of no country: a continent
    return place if place.country or is_wide else replace(place, country=about)


def _located(
    name: PlaceName,
    known: Mapping[Span, KnownPlace],
    misread: Collection[str],
    countries: CountryBook,
) -> PlaceName:
    """The place name with its place.

    A country that was none in this article says nothing about it, nor does its being
    spelled as some country's capital: "Tripoli" may lie in Lebanon.
    """
    place = known.get(name.spans[0])
    is_capital = countries.read(name.text) == (name.country, "capital")
    is_other = place is not None and place.is_sure and place.country != name.country
    if name.country in misread or (is_capital and is_other):
        name = replace(name, country=None)
    return locate(name, known)


def _placed(mention: Mention, place: KnownPlace | None) -> Mention:
    """The mention with its place; a country's name means a country or nothing."""
    if place is None:
        return mention
    if mention.type == "country":
        is_it = place.precision == "country" and place.country == mention.country
        return replace(mention, place=place) if is_it else mention
    return replace(mention, place=place) if mention.type == "place" else mention
