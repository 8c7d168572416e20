"""The country an article is about, and the words that say so.

News seldom repeats the country in which everything happens: the dateline tells it, or
the nationality of those who act. What happened at no place of its own happened there,
as far as the words go.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import PlaceName, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.places.words import CountryBook
    from onrecord.model import Annotated, Mention

HEADLINE_WEIGHT = 3  # a country in the headline counts as so many in the text
CLEAR = 2  # so many times as often as the next one the setting is named when clear
# Of 0 to 3, the dateline's own words counted or not, and of leads by 1, 1.2, 1.5 and 2
# times: 2 without them and any lead tell most wire texts right (679 of 799).
DATELINE_WEIGHT = 2
# "Vorrin, Kelmara, 3 May (Agency) --": a place, then what sets datelines apart.
DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][\w.'\u2019 -]{1,40}?)"
    r"(?:,\s*(?P<after>[^\W\d_][\w.' ]{2,30}?)|\s*\((?P<inside>[^()\d]{3,30})\)(?=,))?"
    r"(?:,\s[^\u2014\u2013()\n]{0,12}\d[^\u2014\u2013()\n]{0,12}?)?\s*(?:\([^()]{2,60}\))?"
    r"\s*(?:\u2014|\u2013|--)\s"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: the country, the words for it, the dateline's place.

    `country` is None when no country is named more often than every other one;
    `is_clear` when it is named at least twice as often. `words` are those of the
    article that name it best.
    """

    country: str | None
    words: Span | None
    dateline: Span | None
    is_clear: bool = False


def find_setting(annotated: Annotated, countries: CountryBook) -> Setting:
    """Where the article plays, by its dateline and by the countries it names."""
    dateline = find_dateline(annotated)
    told = _dateline_country(dateline, annotated.page.text, countries)
    counts = Counter(dict(_votes(annotated, dateline)))
    if told is not None:
        counts[told] += DATELINE_WEIGHT
    best = counts.most_common(2)
    next_one = best[1][1] if len(best) > 1 else 0
    country = best[0][0] if best and best[0][1] > next_one else told
    if country is None:
        return Setting(None, None, dateline)
    words = dateline if country == told else _words_for(annotated, country, countries)
    is_clear = counts[country] >= CLEAR * next_one
    return Setting(country, words, dateline, is_clear)


def setting_place(
    setting: Setting, text: str, countries: CountryBook
) -> PlaceName | None:
    """The country as the place of what happened somewhere in it; None: not told."""
    country, words = setting.country, setting.words
    if country is None or words is None:
        return None
    lat, lon = countries.place(country) or (None, None)
    return PlaceName(
        words.of(text), (words,), countries.name(country), country, "country", lat, lon
    )


def find_dateline(annotated: Annotated) -> Span | None:
    """The place that the article was sent from, where it opens with one."""
    text = annotated.page.text
    for zoned in annotated.article.zones:
        if zoned.zone == "dateline":
            return _place_in(zoned.span, text[: zoned.span.end] + " -- ")
        if zoned.zone == "body":
            return _place_in(zoned.span, text)
    return None


def _place_in(span: Span, text: str) -> Span | None:
    match = DATELINE.match(text, span.start)
    if match is None:
        return None
    wider = "after" if match["after"] else "inside" if match["inside"] else "place"
    closing = len(")") if wider == "inside" else 0
    return Span(match.start("place"), match.end(wider) + closing)


def _dateline_country(
    span: Span | None, text: str, countries: CountryBook
) -> str | None:
    if span is None:
        return None
    parts = [part.strip() for part in re.split(r"[,()]", span.of(text))]
    codes = (countries.code_of(part) for part in reversed(parts))
    return next((code for code in codes if code), None)


def _votes(annotated: Annotated, dateline: Span | None) -> Iterator[tuple[str, int]]:
    counts: Counter[str] = Counter()
    headlines = [s.span for s in annotated.sentences if s.zone == "headline"]
    for mention in annotated.mentions:
        is_sender = dateline is not None and dateline.meets(mention.span)
        if mention.country and not is_sender:
            is_head = any(span.holds(mention.span) for span in headlines)
            counts[mention.country] += HEADLINE_WEIGHT if is_head else 1
    yield from counts.items()


def _words_for(
    annotated: Annotated, country: str, countries: CountryBook
) -> Span | None:
    """The words that name the country best: its name, else whatever means it."""
    named = [m for m in annotated.mentions if m.country == country]
    best = min(named, key=lambda m: (_rank(m, countries), m.span), default=None)
    return best.span if best else None


def _rank(mention: Mention, countries: CountryBook) -> int:
    read = countries.read(mention.text)
    order = ("name", "region", "capital", "adjective", "people")
    return order.index(read[1]) if read else len(order)
