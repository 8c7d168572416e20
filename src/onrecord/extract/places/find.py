"""Places as worded: "Islamabad's Tarlai area", "near Oldport", "in X, Country"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.places.words import (
    BETWEEN,
    BODIES,
    KINDS,
    NO_PLACE_LABELS,
    OWNED,
    PLACE_LABELS,
    SURE,
    WORD_KINDS,
    CountryBook,
    Precision,
    ends_as_site,
    kind_before,
    lead_of,
    proper_runs,
)
from onrecord.model import PlaceName, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onrecord.model import Mention, Sentence, Token


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
    is_capital: bool = False


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
    for first, last in proper_runs(sentence):
        if not taken & set(range(first, last + 1)) and _names_place(
            sentence, first, last
        ):
            yield first, last


def _is_mistaken(sentence: Sentence, mention: Mention, first: int) -> bool:
    """Whether an unknown name stands where only places do: "off Oldport"."""
    if mention.actor or " " in mention.text or mention.type != "organisation":
        return False
    lead = lead_of(sentence, first)
    before = sentence.tokens[first - 1].text.casefold() if first else ""
    if sentence.tokens[first].entity == "ORG" and before in {"in", "at"}:
        return False  # "in Parliament", "at Acme"
    return lead in SURE


def _echoes(
    sentence: Sentence, mentions: Sequence[Mention], known: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Names that are places elsewhere in the article: "through Tolvesh market"."""
    taken = [mention.span for mention in mentions if mention.type in BODIES]
    for first, last in proper_runs(sentence):
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


def _names_place(sentence: Sentence, first: int, last: int) -> bool:
    """Whether label or preposition says so; "in" alone outvotes a wrong label."""
    label = sentence.tokens[last].entity
    lead = lead_of(sentence, first)
    if label in PLACE_LABELS:
        return True
    if label in NO_PLACE_LABELS and label not in {"PERSON", "PRODUCT"}:
        return False
    return lead in {"in", "near", "outside", "off"} and not _is_time(sentence, last)


def _is_time(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].entity in {"DATE", "TIME"}


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
    is_country = _is_own_name(words, code, countries)
    kind = KINDS.get(sentence.tokens[last].text.casefold()) or kind_before(
        sentence, first
    )
    mention = next((m for m in mentions if span.holds(m.span) and m.country), None)
    country = code or (mention.country if mention else None)
    country = country or _country_inside(sentence, first, last, countries)
    if sentence.tokens[last].entity == "FAC" or ends_as_site(sentence, last):
        kind = "point"
    read = countries.read(words)
    kind = WORD_KINDS.get(read[1], kind) if read is not None else kind
    return PlaceSpot(
        first, last, span, words, lead_of(sentence, first), country, kind,
        is_country=is_country, is_capital=read is not None and read[1] == "capital",
    )  # fmt: skip


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
    """Whether the word is the country and neither its capital nor a region of it."""
    return code is not None and countries.read(words) == (code, "name")


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
