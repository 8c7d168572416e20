"""What programs that save pages write into them: where the page was, and when.

Browsers put `<!-- saved from url=(0027)https://post.example/ferry -->` before the page;
SingleFile a comment with "url:" and "saved date:", in the browser's own clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

LOOKED_AT = 4096  # characters; the comment stands at the top
MONTHS = (  # as JavaScript prints them in every language
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
BY_BROWSER = re.compile(
    r"<!-- saved from url=\(\d{4,6}\)(https?://\S{1,4000}) -->", re.I
)
BY_SINGLEFILE = re.compile(
    r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{1,9}(https?://\S{1,4000})"
    r"(?:\s{1,9}saved date:\s{1,9}\w{3} (\w{3} \d\d \d{4} \d\d:\d\d:\d\d)"
    r" GMT([+-]\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class SavedFrom:
    """Where a page was saved from, and when (in UTC); None when it does not say."""

    url: str | None = None
    at: datetime | None = None


def saved_from(text: str) -> SavedFrom:
    """What the program that saved a page says of it.

    >>> saved_from("<!-- saved from url=(0020)https://a.example/b --><html>").url
    'https://a.example/b'
    """
    head = text[:LOOKED_AT]
    match = BY_SINGLEFILE.search(head)
    if match is not None:
        return SavedFrom(match[1], _time(match[2], match[3]) if match[2] else None)
    match = BY_BROWSER.search(head)
    return SavedFrom(match[1]) if match is not None else SavedFrom()


def _time(told: str, zone: str) -> datetime | None:
    """The time as JavaScript prints it; None for what is none."""
    month, day, year, clock = told.split()
    if month not in MONTHS:
        return None
    iso = f"{year}-{MONTHS.index(month) + 1:02}-{day}T{clock}{zone}"
    try:
        return datetime.fromisoformat(iso).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
