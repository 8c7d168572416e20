"""Place names of findings, with the gazetteer's place filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.resolve import resolve_places
from onrecord.gazetteer.places.toponym import Toponym
from onrecord.model import KnownPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.gazetteer.places.book import PlaceBook
    from onrecord.gazetteer.places.home import Home
    from onrecord.model import PlaceName, Span

AROUND = 40  # characters on either side that may qualify a name: ", Texas"
DIGITS = 4  # of a score: more would say nothing


def know_places(
    spans: Iterable[Span], text: str, book: PlaceBook, home: Home | None = None
) -> dict[Span, KnownPlace]:
    """The place that the name at each span means; names of no place are left out.

    All names of one article belong together: they say which of several places is
    meant. A place that is not sure (`is_sure`) is only the likeliest.
    """
    told = list(dict.fromkeys(spans))
    chosen = resolve_places([_toponym(span, text) for span in told], book, home)
    known: dict[Span, KnownPlace] = {}
    for span, choice in zip(told, chosen, strict=True):
        if choice is not None:
            place = choice.place
            known[span] = KnownPlace(
                place.id, place.name, place.country, place.region, place.district,
                place.precision, place.lat, place.lon, round(choice.score, DIGITS),
            )  # fmt: skip
    return known


def locate(name: PlaceName, known: Mapping[Span, KnownPlace]) -> PlaceName:
    """The name with `name`, `country`, `precision`, `lat` and `lon` of its place.

    A name that nothing bears, or that may mean several places, stays as it was; a
    country that its words tell is never changed.
    """
    place = known.get(name.spans[0])
    if place is None or not place.is_sure:
        return name
    if name.country and place.country and name.country != place.country:
        return name
    return replace(
        name,
        name=place.name,
        country=name.country or place.country or None,
        # The words may be finer than what was found: "Oldport market" is a point.
        precision=name.precision if name.precision == "point" else place.precision,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
    )


def _toponym(span: Span, text: str) -> Toponym:
    before = text[max(0, span.start - AROUND) : span.start]
    return Toponym(span.of(text), before, text[span.end : span.end + AROUND])
