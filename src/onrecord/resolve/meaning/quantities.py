"""Numbers in a text, as ranges of what they count."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.resolve.words import background_share, stem

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
PLURALS = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "millions": 2e6,
}  # fmt: skip
PARTS = {"half": 50.0, "third": 33.3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "upwards")
AT_MOST = ("at most", "fewer than", "less than", "up to", "under", "below", "nearly",
           "almost", "no more than")  # fmt: skip
ABOUT = ("about", "around", "roughly", "some", "approximately", "estimated")
KILLED = ("kill", "die", "dead", "death", "lives", "perish", "fatal", "toll", "bodies")
INJURED = ("injur", "wound", "hurt")
HARMED = 12  # words around a number of people that may say what happened to them
NAMING = 6  # words before a number that may say what is counted
COMMON = 0.25  # a word in more texts than this counts nothing
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%")
NOUNS = 3  # words after a number that may say what is counted
BEFORE = 3  # words before it that may say how exact it is
TOLERANCE = 0.1  # of a number given as "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is counted (stems; "%" for shares) and between which numbers it lies."""

    counted: frozenset[str]
    low: float
    high: float

    def conflicts(self, other: Quantity) -> bool:
        """Whether both count the same and cannot both be right."""
        if not self.counted & other.counted:
            return False
        return self.low > other.high or other.low > self.high

    def equals(self, other: Quantity) -> bool:
        """Whether both count the same, and as many."""
        if not self.counted & other.counted:
            return False
        return self.low == other.low or self.high == other.high


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text in order; years are none."""
    words = [word.lower() for word in WORD.findall(text.replace("per cent", "percent"))]
    found = []
    at = 0
    while at < len(words):
        value, end = _number_at(words, at)
        if value is None or _is_year(words[at], value):
            at += 1
            continue
        counted = _counted(words, at, end)
        if counted:
            low, high = _range(value, words, at)
            found.append(Quantity(counted, low, high))
        at = end
    return tuple(found)


def _number_at(words: list[str], at: int) -> tuple[float | None, int]:
    """The number that begins at this word, and the place after it."""
    word = words[at]
    if word in PARTS and (at == 0 or words[at - 1] != "and"):
        return PARTS[word], at + 1
    if word in PLURALS:
        return PLURALS[word], at + 1
    value, end = _digits(word), at + 1
    if value is None:
        value, end = _spelled(words, at)
    while value is not None and end < len(words) and words[end] in SCALES:
        value, end = value * SCALES[words[end]], end + 1
    return value, end


def _digits(word: str) -> float | None:
    if not word[0].isdecimal():
        return None
    plain = re.sub(r"[.,](?=\d{3}\b)", "", word).replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else None


def _spelled(words: list[str], at: int) -> tuple[float | None, int]:
    word = words[at]
    if word in TENS:
        tens = 10.0 * (TENS.index(word) + 2)
        following = words[at + 1] if at + 1 < len(words) else ""
        if following in SMALL[1:10]:
            return tens + SMALL.index(following), at + 2
        return tens, at + 1
    if word in SMALL and word != "one":  # "one" is an article more often than a number
        return float(SMALL.index(word)), at + 1
    return None, at + 1


def _is_year(word: str, value: float) -> bool:
    return word.isdigit() and len(word) == 4 and 1800 <= value <= 2100  # noqa: PLR2004 - the span of years that news names


def _counted(words: list[str], at: int, end: int) -> frozenset[str]:
    """The stems of what is counted: "%" for a share, "person" for any people.

    For people who were killed or injured this alone; where no noun follows, the
    words before the number.
    """
    if words[at] in PARTS or words[end : end + 1] in (["%"], ["percent"]):
        return frozenset("%")
    around = words[max(0, at - HARMED) : end + HARMED]
    nouns = [word for word in words[end : end + NOUNS] if word.isalpha()]
    people = any(word in load_people() for word in nouns)
    for harm, cues in (("killed", KILLED), ("injured", INJURED)):
        if (people or not nouns) and any(word.startswith(cues) for word in around):
            return frozenset({harm})
    counted = _content(nouns) or _content(words[max(0, at - NAMING) : at])
    return counted | {"person"} if people else counted


@cache
def load_people() -> frozenset[str]:
    """Nouns for people, singular and plural, and "people" itself."""
    table = files("onrecord.data").joinpath("people_nouns.txt")
    nouns = [line for line in table.read_text("utf-8").splitlines() if line[:1] != "#"]
    plurals = [re.sub("man$", "men", noun) for noun in nouns]
    more = ("people", "men", "women", "children", "police", "troops", "persons")
    return frozenset([*nouns, *plurals, *(f"{noun}s" for noun in nouns), *more])


def _content(words: list[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if background_share(word) < COMMON)


def _range(value: float, words: list[str], at: int) -> tuple[float, float]:
    before = " ".join(words[max(0, at - BEFORE) : at]) + " "
    if words[at] in PLURALS or _any(before, AT_LEAST):
        return value, math.inf
    if _any(before, AT_MOST):
        return 0.0, value
    if _any(before, ABOUT):
        return value * (1 - TOLERANCE), value * (1 + TOLERANCE)
    return value, value


def _any(before: str, cues: tuple[str, ...]) -> bool:
    return any(f" {cue} " in f" {before}" for cue in cues)
