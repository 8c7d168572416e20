"""Names that few texts hold, as reporters spell them: one letter off is one name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.resolve.words import RARE, background_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Names = dict[str, frozenset[str]]  # each name with its spellings, less a letter

SHORTEST = 4  # letters of a name that is told from another by its spelling
LONG_ENOUGH = 6  # letters from which one of them may be wrong
FEW, SELDOM = 8, 0.01  # reports, and their share, that may hold a telling name
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{3,}(?:['’-][^\W\d_]+)?")
_FULL = re.compile(
    r"\b([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)?)(?: [A-Z]\.?| [\"“'‘]\w+[\"”'’])?"
    r" ([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)?)(?! (?:Street|St|Road|Rd|Avenue|Ave|Lane|"
    r"Drive|County|Hospital|Park|Court|School|University|Police|Department)\b)"
)
_NO_SURNAME = frozenset({
    "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard",
    "court", "county", "city", "police", "hospital", "park", "school", "university",
    "college", "department", "office", "center", "centre", "news", "highway", "station",
    "council", "prison", "jail", "district", "state", "north", "south", "east", "west",
    "church", "bar", "club", "hotel", "market", "mall", "apartments", "house", "hall",
    "service", "authority", "association", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip


def odd_names(text: str) -> Names:
    """The capitalised words that the vocabulary hardly knows, and their spellings.

    >>> sorted(odd_names("Jaron Petrellow was shot in the street."))
    ['jaron', 'petrellow']
    """
    words = {found.group().replace("’", "'") for found in _CAPITAL.finditer(text)}
    odd = {word.lower().removesuffix("'s") for word in words}
    return {name: _spellings(name) for name in odd if background_share(name) <= RARE}


def _spellings(name: str) -> frozenset[str]:
    """The name itself and, where it is long, all that is left when one letter goes."""
    if len(name) < LONG_ENOUGH:
        return frozenset({name})
    less = {name[:at] + name[at + 1 :] for at in range(1, len(name))}
    return frozenset({name, *less})


def shared_names(one: Names, other: Names) -> int:
    """How many names of the one the other holds too, a letter more or less.

    >>> shared_names(odd_names("Mr Petrellow"), odd_names("Ana Petrelow"))
    1
    """
    there = frozenset().union(*other.values()) if other else frozenset[str]()
    return sum(1 for spellings in one.values() if spellings & there)


def full_names(text: str) -> frozenset[str]:
    """First and last name of persons, as far as two words with a capital tell.

    >>> full_names("Police arrested Ana B. Petrell on Harbour Street.")
    frozenset({'ana petrell'})
    """
    found = (
        (each[1].lower(), each[2].lower().removesuffix("'s"))
        for each in _FULL.finditer(text)
    )
    return frozenset(
        f"{first} {last}" for first, last in found if last not in _NO_SURNAME
    )


def keep_seldom(texts: Sequence[Iterable[str]]) -> frozenset[str]:
    """The names that few of the texts hold: the town is in all of them."""
    counts = Counter(name for names in texts for name in set(names))
    most = max(FEW, SELDOM * len(texts))
    return frozenset(name for name, count in counts.items() if count <= most)


def only(names: Mapping[str, frozenset[str]], kept: frozenset[str]) -> Names:
    """The names that are kept."""
    return {name: names[name] for name in sorted(names.keys() & kept)}
