"""Words around places: what leads to them, what kind of place they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence

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
STREETS = frozenset({"street", "avenue", "road", "boulevard", "highway"})
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


WORD_KINDS: dict[str, Precision] = {
    "name": "country",
    "region": "region",
    "capital": "town",
}


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


def lead_of(sentence: Sentence, first: int) -> str:
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


def kind_before(sentence: Sentence, first: int) -> Precision | None:
    """The kind in "the port of X", "the village of X"."""
    before = [t.text.casefold() for t in sentence.tokens[max(0, first - 2) : first]]
    return KINDS.get(before[0]) if before[1:] == ["of"] else None


def ends_as_site(sentence: Sentence, last: int) -> bool:
    """Whether the last word names a site: a street, a hospital."""
    return singular_site(sentence.tokens[last].text) in POINTS


def is_street(words: str) -> bool:
    """Whether the words name a street, which lies in a town they do not tell.

    >>> is_street("Seventh Street"), is_street("Oldport market")
    (True, False)
    """
    return singular_site(words.rsplit(maxsplit=1)[-1]) in STREETS


def singular_site(word: str) -> str:
    """The word in small letters, "St" as a street.

    >>> singular_site("Street"), singular_site("St")
    ('street', 'street')
    """
    small = word.casefold().rstrip(".")
    return {"st": "street", "ave": "avenue", "rd": "road"}.get(small, small)


def proper_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last tokens of every run of proper nouns."""
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
