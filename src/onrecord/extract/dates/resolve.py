"""An expression and the article's day give the days it may mean."""

from __future__ import annotations

import re
from datetime import date

from onrecord.extract.dates.absolute import FIXED, FRAMED
from onrecord.extract.dates.calendar import DAY, Frame, Tense
from onrecord.extract.dates.holidays import FEASTS, FEASTS_OF_YEAR
from onrecord.extract.dates.relative import RELATIVE
from onrecord.extract.dates.spans import FIXED_SPANS, FRAMED_SPANS
from onrecord.extract.dates.vocabulary import folded, without_part
from onrecord.model import DateRange

_EDGE = 400 * DAY  # a frame so near the calendar's ends has no neighbouring years
_FROM_ANOTHER = re.compile(
    r"(?:(?:earlier|later|before|after|previously|prior)|the eve)$"
    r"|^(?:previous|preceding|prior|following|same|that)\b"
)
_EARLIEST, _LATEST = date.min + 60 * _EDGE, date.max - 60 * _EDGE


def resolve_date(
    expression: str,
    *,
    anchor: date | None,
    tense: Tense = None,
) -> DateRange | None:
    """The days that an English news expression means, read on the day `anchor`.

    A weekday is the latest such day, `anchor` included, unless `tense` is "future".
    With "past", what is relative or incomplete never reaches beyond `anchor`. The
    precision is that of the words: "in early June" is the month. None when the words
    are no date, or need an anchor that nobody gives.

    >>> resolve_date("on Friday", anchor=date(2025, 9, 29), tense="past")
    ... # doctest: +NORMALIZE_WHITESPACE
    DateRange(start=datetime.date(2025, 9, 26), end=datetime.date(2025, 9, 26),
              precision='day')
    >>> resolve_date("last month", anchor=None) is None
    True
    """
    text = folded(expression)
    for words in dict.fromkeys((text, without_part(text))):
        fixed = _fixed(words)
        if fixed is not None:
            return fixed
        if anchor is None or not _EARLIEST < anchor < _LATEST:
            continue
        found = _framed(words, Frame(anchor, tense))
        if found is not None:
            return _capped(found, anchor) if tense == "past" else found
    return None


def counts_from_another(expression: str) -> bool:
    """Whether the words count from another date than the article's own.

    >>> counts_from_another("two days earlier"), counts_from_another("two days ago")
    (True, False)
    """
    return _FROM_ANOTHER.search(folded(expression)) is not None


def _fixed(words: str) -> DateRange | None:
    for pattern, handler in (*FIXED, *FIXED_SPANS, *FEASTS_OF_YEAR):
        match = pattern.fullmatch(words)
        found = handler(match) if match else None
        if found is not None:
            return found
    return None


def _framed(words: str, frame: Frame) -> DateRange | None:
    for pattern, handler in (*FRAMED, *RELATIVE, *FRAMED_SPANS, *FEASTS):
        match = pattern.fullmatch(words)
        found = handler(match, frame) if match else None
        if found is not None:
            return found
    return None


def _capped(found: DateRange, anchor: date) -> DateRange:
    """What has happened lies no later than the article's day."""
    if found.start <= anchor < found.end:
        return DateRange(found.start, anchor, found.precision)
    return found
