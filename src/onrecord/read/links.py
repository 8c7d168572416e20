"""A list of addresses: a text file with one on each line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Skipped
from onrecord.read.limits import MAX_LINKS
from onrecord.read.remote import fetch_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Source
    from onrecord.read.fetcher import Fetcher
    from onrecord.read.given import Given

LINK = re.compile(r"https?://[^\s<>\"]{1,4000}", re.I)
MIXED = (
    "looks like a list of addresses with lines that are none: "
    "leave one address on each line, and put # before remarks"
)
MAX_LINE = 8  # words of a line in such a list; a page has longer ones
MAX_WORDS = 11  # for each address in it; the shortest news has more
SENTENCE_ENDS = (".", "!", "?")  # a saved text that opens with its address
MIN_SHARE = 0.9  # of the lines with words; saved pages have a few addresses at most
LOOKED_AT = 20_000  # characters
REMARK = "#"  # opens a line, or the end of one, that is there for people
REMARK_BEHIND = re.compile(r"[ \t]#.*")


def is_link_list(text: str) -> bool:
    r"""Whether nearly every line is an address.

    >>> is_link_list("https://a.example/1\n# weather\nhttps://a.example/2\n")
    True
    """
    links, others = _parted(text)
    return bool(links) and links >= MIN_SHARE * (links + len(others))


def is_mixed_list(text: str) -> bool:
    r"""Whether a text has addresses and, for a page, too few words beside them.

    >>> is_mixed_list("https://a.example/1\nweather\n")
    True
    """
    links, others = _parted(text)
    words = [len(line.split()) for line in others]
    return (
        bool(links)
        and not any(line.endswith(SENTENCE_ENDS) for line in others)
        and max(words, default=0) <= MAX_LINE
        and sum(words) <= MAX_WORDS * links
    )


def _parted(text: str) -> tuple[int, list[str]]:
    """How many lines are addresses, and the others; none of what opens otherwise."""
    head = text[:LOOKED_AT]
    if not head.lstrip("\ufeff \t\r\n#")[:4].lower().startswith("http") and not (
        head.lstrip("\ufeff \t\r\n").startswith(REMARK)
    ):
        return 0, []
    if len(text) > LOOKED_AT:
        head = head[: head.rfind("\n") + 1]
    lines = [line for _, line in _lines(head)]
    others = [line for line in lines if LINK.fullmatch(line) is None]
    return len(lines) - len(others), others


def link_sources(
    text: str, where: str, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield the page at each address, in order; every line that is none is told."""
    for number, (at, line) in enumerate(_lines(text)):
        if number == MAX_LINKS:
            reason = f"has more than {MAX_LINKS:,} addresses: give the rest by itself"
            yield Skipped(where, reason)
            return
        if LINK.fullmatch(line):
            yield fetch_page(line, given, fetcher)
        else:
            yield Skipped(f"{where} line {at}", "is no address in a list of them")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with words, and the number of each."""
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.strip("\ufeff \t")
        if words and not words.startswith(REMARK):
            yield number, REMARK_BEHIND.sub("", words).rstrip()
