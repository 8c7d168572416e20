"""The last of many: "the 40th body was recovered" says that 40 are dead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.toll import Toll
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence

WORDS = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
         "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
         "eighteenth", "nineteenth", "twentieth")  # fmt: skip
FIRST = 4  # what the first of the words counts; "a third" is a share, too
_TO_DIE = (
    r"(?:person|patient|man|woman|child|prisoner|inmate|soldier|worker|climber|"
    r"tourist) (?:to (?:die|have died|be killed)|killed)"
)
_LAST = re.compile(
    rf"\b(?:(?P<n>\d{{1,5}})(?:st|nd|rd|th)|(?P<word>{'|'.join(WORDS)})) "
    rf"(?:body|victim|fatality|death|{_TO_DIE})\b",
    re.IGNORECASE,
)
# "The first death" counts where it is told as news: "confirmed the first death from".
_EARLY = re.compile(
    rf"\b(?P<word>first|second|third) (?:{_TO_DIE}\b|(?:confirmed |known |reported )?"
    r"(?:death|fatality) (?:from|due to|linked to|caused by|in (?:the|this))\b)"
    r"|\b(?:claim(?:ed|s)|taken|took) (?:its|a|the) (?P<victim>first|second|third) "
    r"(?:victim|life)\b",
    re.IGNORECASE,
)
EARLY = ("first", "second", "third")


def find_ordinals(sentence: Sentence, text: str) -> Iterator[Toll]:
    """One toll for "the 40th body"; `text` are the sentence's words at their places."""
    for match in _LAST.finditer(text):
        word = match["word"]
        n = FIRST + WORDS.index(word.casefold()) if word else int(match["n"])
        yield _dead(sentence, match, n)
    for match in _EARLY.finditer(text):
        word = (match["word"] or match["victim"]).casefold()
        yield _dead(sentence, match, 1 + EARLY.index(word))


def _dead(sentence: Sentence, match: re.Match[str], n: int) -> Toll:
    span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    trigger = max(t.i for t in sentence.tokens if t.span.meets(span))
    return Toll(
        "killed", n, n, None, about=False, added=False, counted=None, span=span,
        trigger=trigger,
    )  # fmt: skip
