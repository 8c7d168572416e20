"""Places as worded: "Islamabad's Tarlai area", "near Oldport", "in X, Country"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

from onrecord.model import PlaceName, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onrecord.model import Mention, Sentence, Token

IN_PLACE = frozenset(
    {"in", "at", "near", "outside", "off", "around", "across", "inside", "from",
     "through", "into", "on", "over", "within", "between", "to", "toward", "towards",
     "by", "beside", "along", "throughout", "hits", "hit", "rocks", "of"}
)  # fmt: skip
SURE = frozenset({"in", "at", "near", "outside", "off", "around", "across", "inside"})
POINTS = frozenset({
    "street", "avenue", "road", "boulevard", "square", "hospital", "clinic", "school",
    "university", "college", "airport", "station", "bridge", "park", "prison", "market",
    "mosque", "church", "cathedral", "temple", "hotel", "stadium", "highway", "plaza",
    "building", "tower", "house", "palace", "museum", "theatre", "theater", "beach",
})  # fmt: skip
Precision = Literal["point", "town", "district", "region", "country"]
KINDS: dict[str, Precision] = {
    "village": "town", "town": "town", "city": "town", "capital": "town",
    "port": "town", "suburb": "district", "neighbourhood": "district",
    "neighborhood": "district", "district": "district", "area": "district",
    "quarter": "district", "county": "district", "valley": "district",
    "camp": "district", "township": "town", "hamlet": "town",
    "province": "region", "region": "region", "state": "region",
    "governorate": "region", "department": "region", "prefecture": "region",
    "oblast": "region", "island": "region", "country": "country",
}  # fmt: skip
SITES = frozenset({
    "market", "mosque", "church", "temple", "square", "street", "streets", "school",
    "hospital", "station", "airport", "bridge", "coast", "shore", "outskirts", "centre",
    "center", "heart", "north", "south", "east", "west", "part", "parts", "mountains",
    "hills", "border", "strait", "waters", "university", "prison",
})  # fmt: skip
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
NO_PLACE_LABELS = frozenset({"DATE", "TIME", "PERSON", "NORP", "CARDINAL", "ORDINAL",
                             "MONEY", "PERCENT", "EVENT", "WORK_OF_ART", "LAW",
                             "LANGUAGE", "PRODUCT", "QUANTITY"})  # fmt: skip
BETWEEN = 5  # tokens between a place and its country: "X, a town in Y"
OWNED = 2  # tokens between a country and its place: "Y's X"
BODIES = frozenset({"organisation", "armed_group", "government", "international",
                    "media", "party", "person"})  # fmt: skip


class CountryBook(Protocol):
    """What is asked of the gazetteer's countries."""

    def code_of(self, word: str) -> str | None:
        """The code of the country that the word means."""
        ...

    def read(self, word: str) -> tuple[str, str] | None:
        """The country that the word means, and what the word is ("capital", ...)."""
        ...

    def name(self, code: str) -> str | None:
        """The country's name."""
        ...

    def place(self, code: str) -> tuple[float, float] | None:
        """A point in its middle."""
        ...


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """A place in a sentence: tokens `first` to `last`, the preposition before it."""

    first: int
    last: int
    span: Span
    text: str
    lead: str
    country: str | None
    precision: Precision | None
    is_country: bool


def find_places(
    sentence: Sentence,
    mentions: Sequence[Mention],
    countries: CountryBook,
    text: str,
    known: Collection[str] = (),
) -> list[PlaceSpot]:
    """The places of a sentence in order; "X, Country" is X, with its country.

    `known` are words that are places elsewhere in the article, in small letters.
    """
    names = sorted(
        run
        for run in {*_names(sentence, mentions), *_echoes(sentence, mentions, known)}
        if not _is_adjective(sentence, run, countries, text)
    )
    runs = _joined(sentence, names, countries, text)
    spots = [_spot(sentence, run, mentions, countries, text) for run in runs]
    return _with_neighbours(sentence, spots)


def _names(
    sentence: Sentence, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int]]:
    """Token runs that name places: mentions first, labels and prepositions after."""
    taken: set[int] = set()
    for mention in mentions:
        inside = [t.i for t in sentence.tokens if mention.span.holds(t.span)]
        if not inside:
            continue
        if mention.type in {"place", "country"}:
            run = _trimmed(sentence, inside[0], inside[-1])
            taken.update(range(run[0], run[1] + 1))
            yield run
        elif mention.type in BODIES and not _is_mistaken(sentence, mention, inside[0]):
            taken.update(inside)
    for first, last in _proper_runs(sentence):
        if not taken & set(range(first, last + 1)) and _names_place(
            sentence, first, last
        ):
            yield first, last


def _is_mistaken(sentence: Sentence, mention: Mention, first: int) -> bool:
    """Whether an unknown name stands where only places do: "off Oldport"."""
    if mention.actor or " " in mention.text or mention.type != "organisation":
        return False
    lead = _lead(sentence, first)
    before = sentence.tokens[first - 1].text.casefold() if first else ""
    if sentence.tokens[first].entity == "ORG" and before in {"in", "at"}:
        return False  # "in Parliament", "at Acme"
    return lead in SURE


def _echoes(
    sentence: Sentence, mentions: Sequence[Mention], known: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Names that are places elsewhere in the article: "through Tolvesh market"."""
    taken = [mention.span for mention in mentions if mention.type in BODIES]
    for first, last in _proper_runs(sentence):
        for at in range(first, last + 1):
            token = sentence.tokens[at]
            if token.text.casefold() in known and not any(
                span.meets(token.span) and len(span) > len(token.span) for span in taken
            ):
                yield at, at


def _is_adjective(
    sentence: Sentence, run: tuple[int, int], countries: CountryBook, text: str
) -> bool:
    """Whether the words say whose something is, or name a people: "Kelmari"."""
    read = countries.read(_words(sentence, run, text))
    return read is not None and read[1] in {"adjective", "people"}


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    while first < last and sentence.tokens[first].pos == "DET":
        first += 1
    if first < last and sentence.tokens[last].tag == "POS":
        last -= 1
    return first, last


def _proper_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for token in sentence.tokens:
        if token.pos == "PROPN" or (start is not None and token.text == "-"):
            start = token.i if start is None else start
            continue
        if start is not None:
            yield start, token.i - 1
        start = None
    if start is not None:
        yield start, len(sentence.tokens) - 1


def _names_place(sentence: Sentence, first: int, last: int) -> bool:
    """Whether label or preposition says so; "in" alone outvotes a wrong label."""
    label = sentence.tokens[last].entity
    lead = _lead(sentence, first)
    if label in PLACE_LABELS:
        return True
    if label in NO_PLACE_LABELS and label not in {"PERSON", "PRODUCT"}:
        return False
    return lead in {"in", "near", "outside", "off"} and not _is_time(sentence, last)


def _is_time(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].entity in {"DATE", "TIME"}


def _lead(sentence: Sentence, first: int) -> str:
    """The preposition that leads the place: "off" in "off the port of X"."""
    at = first - 1
    while at >= 0 and (
        sentence.tokens[at].pos in {"DET", "ADJ"}
        or sentence.tokens[at].text.casefold() in {"of", "'s", "\u2019s"}
        or sentence.tokens[at].text.casefold() in KINDS
        or _is_site_of(sentence, at)
        or sentence.tokens[at].pos == "PROPN"
    ):
        at -= 1
    if at < 0:
        return ""
    word = sentence.tokens[at].text.casefold()
    return word if word in IN_PLACE else ""


def _is_site_of(sentence: Sentence, at: int) -> bool:
    """Whether the noun is the site in "the market of X"."""
    after = sentence.tokens[at + 1 : at + 2]
    is_of = bool(after) and after[0].text.casefold() == "of"
    return is_of and sentence.tokens[at].text.casefold() in SITES


def _joined(
    sentence: Sentence,
    names: Sequence[tuple[int, int]],
    countries: CountryBook,
    text: str,
) -> list[tuple[int, int]]:
    """Runs with "X's Y area" and a kind noun taken as one; not "Country's X"."""
    runs: list[tuple[int, int]] = []
    for first, last in _apart(sentence, names):
        if runs and first <= runs[-1][1]:
            continue
        end = _with_kind(sentence, last)
        owner = _words(sentence, runs[-1], text) if runs else ""
        owns = bool(runs) and _owns(sentence, runs[-1][1], first)
        if (owns and not _is_own_name(owner, countries.code_of(owner), countries)) or (
            owns and countries.code_of(owner) is None
        ):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((first, end))
    return runs


def _apart(
    sentence: Sentence, names: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The runs, cut where a possessive stands inside them."""
    for first, last in names:
        start = first
        for at in range(first, last + 1):
            if sentence.tokens[at].tag == "POS":
                if start < at:
                    yield start, at - 1
                start = at + 1
        if start <= last:
            yield start, last


def _words(sentence: Sentence, run: tuple[int, int], text: str) -> str:
    first, last = sentence.tokens[run[0]], sentence.tokens[run[1]]
    return Span(first.span.start, last.span.end).of(text)


def _with_kind(sentence: Sentence, last: int) -> int:
    """The end of the run, with "area", "district", "Province" after the name."""
    after = sentence.tokens[last + 1 : last + 2]
    return last + 1 if after and after[0].text.casefold() in KINDS else last


def _owns(sentence: Sentence, before: int, first: int) -> bool:
    between = sentence.tokens[before + 1 : first]
    return len(between) == 1 and between[0].tag == "POS"


def _spot(
    sentence: Sentence,
    run: tuple[int, int],
    mentions: Sequence[Mention],
    countries: CountryBook,
    text: str,
) -> PlaceSpot:
    first, last = run
    span = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
    words = span.of(text)
    code = countries.code_of(words)
    is_country = code is not None and countries.name(code) is not None
    is_capital = is_country and not _is_own_name(words, code, countries)
    kind = KINDS.get(sentence.tokens[last].text.casefold()) or _kind_before(
        sentence, first
    )
    mention = next((m for m in mentions if span.holds(m.span) and m.country), None)
    country = code or (mention.country if mention else None)
    country = country or _country_inside(sentence, first, last, countries)
    if sentence.tokens[last].entity == "FAC" or _ends_as_site(sentence, last):
        kind = "point"
    if is_country:
        kind = "town" if is_capital else "country"
    return PlaceSpot(
        first, last, span, words, _lead(sentence, first), country, kind,
        is_country=is_country and not is_capital,
    )  # fmt: skip


def _ends_as_site(sentence: Sentence, last: int) -> bool:
    return singular_site(sentence.tokens[last].text) in POINTS


def singular_site(word: str) -> str:
    """The word in small letters, "St" as a street.

    >>> singular_site("Street"), singular_site("St")
    ('street', 'street')
    """
    small = word.casefold().rstrip(".")
    return {"st": "street", "ave": "avenue", "rd": "road"}.get(small, small)


def _country_inside(
    sentence: Sentence, first: int, last: int, countries: CountryBook
) -> str | None:
    """The country of a capital inside the words: "Islamabad's Tarlai area"."""
    codes = (
        countries.code_of(token.text)
        for token in sentence.tokens[first : last + 1]
        if token.pos == "PROPN"
    )
    return next((code for code in codes if code), None)


def _is_own_name(words: str, code: str | None, countries: CountryBook) -> bool:
    """Whether the word is the country and not its capital."""
    return code is not None and countries.read(words) != (code, "capital")


def _kind_before(sentence: Sentence, first: int) -> Precision | None:
    """The kind in "the port of X", "the village of X"."""
    before = [t.text.casefold() for t in sentence.tokens[max(0, first - 2) : first]]
    return KINDS.get(before[0]) if before[1:] == ["of"] else None


def _with_neighbours(sentence: Sentence, spots: list[PlaceSpot]) -> list[PlaceSpot]:
    """Countries told beside a place: "X, Country", "Country's X", "X in Country"."""
    out: list[PlaceSpot] = []
    for n, spot in enumerate(spots):
        country = spot.country or _country_beside(sentence, spots, n)
        out.append(replace(spot, country=country))
    return out


def _country_beside(
    sentence: Sentence, spots: Sequence[PlaceSpot], n: int
) -> str | None:
    for other in spots[n + 1 : n + 3]:
        between = sentence.tokens[spots[n].last + 1 : other.first]
        if other.is_country and len(between) <= BETWEEN and _only_joins(between):
            return other.country
    if n and spots[n - 1].is_country:
        between = sentence.tokens[spots[n - 1].last + 1 : spots[n].first]
        if len(between) <= OWNED and any(token.tag == "POS" for token in between):
            return spots[n - 1].country
    return None


def _only_joins(tokens: Sequence[Token]) -> bool:
    return all(
        token.pos in {"PUNCT", "ADP", "DET", "ADJ", "NOUN", "PROPN"} for token in tokens
    )


def place_name(
    spot: PlaceSpot, country: str | None, countries: CountryBook
) -> PlaceName:
    """The place as the record keeps it; a point only for a whole country."""
    code = spot.country or country
    point = countries.place(code) if spot.is_country and code else None
    return PlaceName(
        text=spot.text,
        spans=(spot.span,),
        name=countries.name(code) if spot.is_country and code else None,
        country=code,
        precision=spot.precision,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
    )
