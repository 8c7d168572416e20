"""The peer: a plain list of patterns, as most tools that count casualties have it.

A number, or one of a few counting words, near "killed", "dead", "injured" or
"wounded". It knows "at least" and its like, and no grammar.
"""

import re

from onrecord.model import Effect

Bounds = tuple[int | None, int | None]

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty
"""
_OTHER = {"a": 1, "an": 1, "dozens": 24, "scores": 40, "hundreds": 200}
_NUMBERS = {word: n for n, word in enumerate(_SMALL.split())} | _OTHER
_NUMBER = r"(\d[\d,]*|" + "|".join(_NUMBERS) + r")"
_AHEAD = r"(?:(at least|more than|over|up to|nearly|almost)\s+)?"
_BEFORE = _AHEAD + _NUMBER + r"\b(?:\s+\w+){0,4}?\s+"
_PATTERNS: dict[Effect, tuple[str, str]] = {
    "killed": (
        _BEFORE + r"(?:killed|dead|died|dies|deaths)\b",
        r"\b(?:kill(?:s|ed|ing)|death toll \w+(?: \w+)? (?:to|at))\s+"
        + _AHEAD
        + _NUMBER,
    ),
    "injured": (
        _BEFORE + r"(?:injured|wounded|hurt)\b",
        r"\b(?:injur(?:es|ed|ing)|wound(?:s|ed|ing))\s+" + _AHEAD + _NUMBER,
    ),
}


class Patterns:
    """The first match of each effect."""

    def said(self, text: str) -> dict[Effect, Bounds | None]:
        """What the patterns read in a text, by effect; None where none matches."""
        return {
            effect: _first(text, patterns) for effect, patterns in _PATTERNS.items()
        }


def _first(text: str, patterns: tuple[str, ...]) -> Bounds | None:
    matches = (re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
    found = min((m for m in matches if m), key=lambda m: m.start(), default=None)
    if found is None:
        return None
    return _bounds((found[1] or "").casefold(), _number(found[2]))


def _number(word: str) -> int:
    known = _NUMBERS.get(word.casefold())
    return known if known is not None else int(word.replace(",", ""))


def _bounds(qualifier: str, number: int) -> Bounds:
    if qualifier == "at least":
        return number, None
    if qualifier in {"more than", "over"}:
        return number + 1, None
    if qualifier in {"up to", "nearly", "almost"}:
        return None, number
    return (number, None) if number in {24, 40, 200} else (number, number)
