"""Which characters of a paragraph open or close a quotation."""

# ruff: noqa: RUF001 - the marks themselves are the matter here
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

CANDIDATE = re.compile("``|''|[\"“”„«»'‘’‚`]")
BEFORE_OPENING = frozenset("([{<-–—―/…\"“‘'«„")
AFTER_CLOSING = frozenset(")]}>-–—―/.,;:!?…\"”’'»")
# Words and decades that begin with an apostrophe of their own.
ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|cause|til|n|bout|round)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark and what it does."""

    span: Span
    kind: Literal["double", "single"]
    opens: bool


def read_marks(paragraph: Span, text: str) -> list[Mark]:
    """The quotation marks of this paragraph, in order; apostrophes are left out."""
    found = [
        Span(paragraph.start + match.start(), paragraph.start + match.end())
        for match in CANDIDATE.finditer(paragraph.of(text))
    ]
    if not found:
        return []
    doubles = [span for span in found if _is_double(span.of(text))]
    singles = [span for span in found if span not in doubles]
    marks = [*_doubles(doubles, paragraph, text), *_singles(singles, paragraph, text)]
    return sorted(marks, key=lambda mark: mark.span)


def _is_double(words: str) -> bool:
    return words not in {"'", "‘", "’", "‚", "`"}


def _around(span: Span, paragraph: Span, text: str) -> tuple[str, str]:
    """The characters before and after; a space where the paragraph ends."""
    before = text[span.start - 1] if span.start > paragraph.start else " "
    after = text[span.end] if span.end < paragraph.end else " "
    return before, after


def _may_open(span: Span, paragraph: Span, text: str) -> bool:
    before, after = _around(span, paragraph, text)
    return (before.isspace() or before in BEFORE_OPENING) and not after.isspace()


def _may_close(span: Span, paragraph: Span, text: str) -> bool:
    before, after = _around(span, paragraph, text)
    return not before.isspace() and (after.isspace() or after in AFTER_CLOSING)


def _doubles(spans: list[Span], paragraph: Span, text: str) -> Iterator[Mark]:
    is_open = False
    for number, span in enumerate(spans):
        words = span.of(text)
        opens = _sign_opens(words, is_low=is_open and text[spans[0].start] == "„")
        if opens is None:
            left = len(spans) - number if is_open else None
            opens = _straight_opens(span, paragraph, text, left)
        if opens is not None:
            is_open = opens
            yield Mark(span, "double", opens)


def _sign_opens(words: str, *, is_low: bool) -> bool | None:
    """Whether this sign opens; None for a straight mark, which may do either.

    `is_low`: a low mark is open, and German closes with the sign that opens English.
    """
    if words in {'"', "''"}:
        return None
    return words in {"“", "„", "«", "``"} and not (is_low and words == "“")


def _straight_opens(
    span: Span, paragraph: Span, text: str, left: int | None
) -> bool | None:
    """What a straight double mark does; None when it is no quotation mark.

    `left`: how many doubles are still to come, this one included, while a quotation
    is open; None when none is.
    """
    may_open = _may_open(span, paragraph, text)
    may_close = _may_close(span, paragraph, text)
    if left is None:
        if may_open or not may_close:
            return True
        # Closes what this paragraph never opened; after a digit it is an inch.
        return None if text[span.start - 1].isdigit() else False
    # Looks like an opening inside an open quotation: the earlier one lost its close
    # when the marks that follow pair up without it.
    return may_open and not may_close and left % 2 == 0


def _singles(spans: list[Span], paragraph: Span, text: str) -> Iterator[Mark]:
    number = 0
    while number < len(spans):
        if _opens_single(spans[number], paragraph, text):
            close = _close_of(spans, number, paragraph, text)
            if close is not None:
                yield Mark(spans[number], "single", opens=True)
                yield Mark(spans[close], "single", opens=False)
                number = close
        number += 1


def _opens_single(span: Span, paragraph: Span, text: str) -> bool:
    if span.of(text) in {"‘", "‚", "`"}:
        return True
    if span.of(text) == "’" or not _may_open(span, paragraph, text):
        return False
    return ELISION.match(text, span.end) is None


def _close_of(spans: list[Span], opener: int, paragraph: Span, text: str) -> int | None:
    """The index of the mark that closes the single opened at `opener`.

    After an "s" the mark may be a plural's apostrophe: then a later one that cannot
    be is taken, when no other quotation opens before it.
    """
    doubtful: int | None = None
    for number in range(opener + 1, len(spans)):
        span = spans[number]
        if _opens_single(span, paragraph, text) and not _may_close(
            span, paragraph, text
        ):
            break
        if not _may_close(span, paragraph, text):
            continue
        if text[span.start - 1] not in "sS" or not _goes_on(span, paragraph, text):
            return number
        doubtful = number if doubtful is None else doubtful
    return doubtful


def _goes_on(span: Span, paragraph: Span, text: str) -> bool:
    """Whether a small word follows, as after a plural's apostrophe."""
    after = text[span.end : min(span.end + 2, paragraph.end)]
    return len(after) > 1 and after[0] == " " and after[1].islower()
