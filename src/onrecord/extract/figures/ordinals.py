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
_LAST = re.compile(
    rf"\b(?:(?P<n>\d{{1,5}})(?:st|nd|rd|th)|(?P<word>{'|'.join(WORDS)})) "
    r"(?:body|victim|fatality|death)\b",
    re.IGNORECASE,
)


def find_ordinals(sentence: Sentence, text: str) -> Iterator[Toll]:
    """One toll for "the 40th body"; `text` are the sentence's words at their places."""
    for match in _LAST.finditer(text):
        word = match["word"]
        n = FIRST + WORDS.index(word.casefold()) if word else int(match["n"])
        span = Span(
            sentence.span.start + match.start(), sentence.span.start + match.end()
        )
        trigger = max(t.i for t in sentence.tokens if t.span.meets(span))
        yield Toll(
            "killed", n, n, None, about=False, added=False, counted=None, span=span,
            trigger=trigger,
        )  # fmt: skip
