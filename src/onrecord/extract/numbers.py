"""Numbers as news prints them: digits, words, dozens, millions."""

from __future__ import annotations

import re

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
SMALL = {word: at for at, word in enumerate(UNITS)} | {
    word: 10 * at for at, word in enumerate(TENS, start=2)
}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "lakh": 100_000,
    "million": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_DIGITS = re.compile(r"\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+|\d+(?:\.\d+)?")
MAX_DIGITS = 15  # longer runs of digits are no counts: serial numbers, phone numbers

NUMBER_WORDS = frozenset(SMALL) | frozenset(SCALES)


def parse_number(text: str) -> int | None:
    """The whole number that the words name; None when they name none.

    >>> parse_number("1,200"), parse_number("twenty-one"), parse_number("two dozen")
    (1200, 21, 24)
    >>> parse_number("1.2 million"), parse_number("half a dozen"), parse_number("few")
    (1200000, 6, None)
    """
    words = text.casefold().replace("-", " ").strip()
    half = words.startswith("half ")
    words = re.sub(r"^half (?:an? )?", "", words) if half else words
    total = _total(re.sub(r"^an? ", "", words))
    if total is None or not half:
        return total
    return total // 2


def _total(words: str) -> int | None:
    """The sum the words spell: parts below a scale word are multiplied by it."""
    total, part, seen = 0, None, False
    for word in _pieces(words):
        value = _value(word)
        if value is not None:
            part, seen = (part or 0) + value, True
        elif word in SCALES:
            scale = SCALES[word]
            part, seen = (1 if part is None else part) * scale, True
            if scale >= SCALES["thousand"]:
                total, part = total + int(part), None
        elif word != "and" or not seen:
            return None
    whole = total + (part or 0)
    return int(whole) if seen and whole == int(whole) else None


def _pieces(words: str) -> list[str]:
    joined = re.sub(r"(?<=\d)[,\u2009\u202f\u00a0 ](?=\d{3}\b)", "", words)
    return joined.split()


def _value(word: str) -> float | None:
    if word in SMALL:
        return SMALL[word]
    if _DIGITS.fullmatch(word) and len(word) <= MAX_DIGITS:
        return float(word) if "." in word else int(word)
    return None
