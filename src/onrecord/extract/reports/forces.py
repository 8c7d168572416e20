"""Towns told by whose police speak: "Oldport police said" places what they report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.extract.places import PlaceSpot
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.extract.places.words import Precision
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Sentence

FORCES = frozenset({"police", "sheriff", "constabulary"})
# Words before them that name no town, whatever country they are of.
NO_TOWN = frozenset({
    "police", "federal", "national", "state", "military", "local", "city", "riot",
    "traffic", "transport", "capitol", "metropolitan", "royal", "civil", "judicial",
    "secret", "border", "railway", "special", "chief", "deputy", "university", "campus",
    "provincial", "regional", "district", "county", "anti", "text", "guard", "force",
})  # fmt: skip
LONGEST = 3  # words of a town's name


def force_place(scene: Scene, sentences: Iterable[int]) -> PlaceSpot | None:
    """The town or county whose police these sentences name most, the first of equals.

    None where they name none, or only the police of a country.
    """
    spots = [spot for n in sentences for spot in _spots(scene, n)]
    counts = Counter(spot.text for spot in spots)
    return max(spots, key=lambda spot: counts[spot.text], default=None)


def _spots(scene: Scene, n: int) -> Iterator[PlaceSpot]:
    sentence = scene.sentences[n]
    if sentence.zone == "headline":
        return
    places = {at for spot in scene.places[n] for at in range(spot.first, spot.last + 1)}
    names = {t.i for t in sentence.tokens if t.pos == "PROPN" and t.text[0].isupper()}
    for token in sentence.tokens:
        if token.text.casefold() not in FORCES:
            continue
        first = token.i
        while first - 1 in names | places and token.i - first < LONGEST:
            first -= 1
        if first < token.i:
            yield from _spot(scene, sentence, first, token.i - 1)


def _spot(
    scene: Scene, sentence: Sentence, first: int, last: int
) -> Iterator[PlaceSpot]:
    """The words as a place; none where they tell a country or no town at all."""
    words = {token.text.casefold() for token in sentence.tokens[first : last + 1]}
    span = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
    text = span.of(scene.text)
    is_county = words & NO_TOWN == {"county"} and len(words) > 1
    if scene.countries.read(text) is not None or (words & NO_TOWN and not is_county):
        return
    kind: Precision | None = "district" if is_county else None
    yield PlaceSpot(first, last, span, text, "", None, kind, is_country=False)
