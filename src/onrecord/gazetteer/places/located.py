"""Place names of findings, with the gazetteer's place filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.resolve import resolve_places
from onrecord.gazetteer.places.toponym import Toponym

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.gazetteer.places.book import PlaceBook
    from onrecord.gazetteer.places.home import Home
    from onrecord.gazetteer.places.toponym import Chosen
    from onrecord.model import PlaceName, Span

AROUND = 40  # characters on either side that may qualify a name: ", Texas"
SURE = 0.5  # share of the candidates: below, "not named" beats a wrong place


def locate(
    names: Sequence[PlaceName],
    others: Sequence[Span],
    text: str,
    book: PlaceBook,
    home: Home | None = None,
) -> list[PlaceName]:
    """The names with `name`, `country`, `precision`, `lat` and `lon` of their places.

    `others` are the spans of all further place names of the article: they say which
    of several places is meant. A name that nothing bears, or that may mean several
    places, stays as it was; a country that its words tell is never changed.
    """
    spans = [name.spans[0] for name in names]
    further = [span for span in others if span not in set(spans)]
    toponyms = [_toponym(span, text) for span in (*spans, *further)]
    chosen = resolve_places(toponyms, book, home)
    return [
        _filled(name, choice)
        for name, choice in zip(names, chosen[: len(names)], strict=True)
    ]


def _toponym(span: Span, text: str) -> Toponym:
    before = text[max(0, span.start - AROUND) : span.start]
    return Toponym(span.of(text), before, text[span.end : span.end + AROUND])


def _filled(name: PlaceName, choice: Chosen | None) -> PlaceName:
    if choice is None or choice.score < SURE:
        return name
    place = choice.place
    if name.country and place.country and name.country != place.country:
        return name
    return replace(
        name,
        name=place.name,
        country=name.country or place.country or None,
        # The words may be finer than what was found: "Oldport market" is a point.
        precision=name.precision if name.precision == "point" else choice.precision,
        lat=place.lat,
        lon=place.lon,
    )
