"""Whether a publisher reserves a page against reading by machine.

Followed are the TDM Reservation Protocol (W3C community group report, 10 May 2024:
a file at the origin, a header, a meta element; the nearer to the page, the stronger)
and the widespread robots directive "noai". A page that the origin's file reserves is
not asked for at all, so that a weaker word in the page never counts.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.codec import from_json
from onrecord.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import httpx

WELL_KNOWN = "/.well-known/tdmrep.json"
HEADER = "tdm-reservation"
NO_AI = "noai"
LOOKED_AT = 200_000  # bytes; meta elements stand in the head
LANDMARK = re.compile(rb"<!--|<body\b|<meta\b[^>]{0,2000}>", re.I)
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
RESERVED = "its publisher reserves it against reading by machine"


class Rule(msgspec.Struct, frozen=True, rename="kebab"):
    """One line of an origin's file: which paths, reserved (1) or not (0)."""

    location: str
    tdm_reservation: int | str

    @property
    def is_reserved(self) -> bool:
        """Whether this rule reserves what it speaks of."""
        return str(self.tdm_reservation).strip() == "1"


def read_rules(data: bytes, where: str) -> tuple[Rule, ...]:
    """The rules of an origin's file; none when it is no such file."""
    try:
        return tuple(from_json(data, list[Rule], where=where))
    except (InputError, RecursionError):
        return ()  # the protocol: then the origin does not take part in it


def is_reserved_by(rules: Sequence[Rule], path: str) -> bool:
    """Whether the first rule that speaks of this path reserves it.

    >>> is_reserved_by((Rule("/news/*.pdf", 0), Rule("/news/", 1)), "/news/rain")
    True
    """
    speaking = (rule for rule in rules if _speaks_of(rule.location, path))
    first = next(speaking, None)
    return first is not None and first.is_reserved


def _speaks_of(location: str, path: str) -> bool:
    """Whether a pattern with `*` and a closing `$` fits the start of the path."""
    is_whole = location.endswith("$")
    first, *others = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others, start=1):
        if is_whole and number == len(others):
            return len(path) - len(part) >= at and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not is_whole or at == len(path)


def reservation_of(headers: httpx.Headers, data: bytes) -> str | None:
    """Who says that the page is reserved ("header", "meta element"); None: nobody."""
    in_page = list(_metas(data))
    said = _last(value for name, value in in_page if name == HEADER)
    if said is not None:
        return "meta element" if said == "1" else None
    if headers.get(HEADER, "").strip() == "1":
        return "header"
    if _says_no_ai(headers.get_list("x-robots-tag")):
        return "header"
    if _says_no_ai(value for name, value in in_page if name == "robots"):
        return "meta element"
    return None


def _last(values: Iterable[str]) -> str | None:
    return next(reversed([value for value in values if value in {"0", "1"}]), None)


def _says_no_ai(directives: Iterable[str]) -> bool:
    return any(
        word.strip().lower() == NO_AI
        for directive in directives
        for word in directive.split(",")
    )


def _metas(data: bytes) -> Iterator[tuple[str, str]]:
    """Name (lower case) and content of the meta elements in a page's head."""
    head = data[:LOOKED_AT].replace(b"\0", b"")  # UTF-16 becomes readable so
    at = 0
    while found := LANDMARK.search(head, at):
        at = found.end()
        if found[0].startswith(b"<!--"):
            at = head.find(b"-->", at)
            if at < 0:
                return
        elif found[0].lower().startswith(b"<body"):
            return
        else:
            yield from _named(found[0].decode("latin-1"))


def _named(element: str) -> Iterator[tuple[str, str]]:
    values = {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
        for match in ATTRIBUTE.finditer(element)
    }
    if "name" in values and "content" in values:
        yield values["name"].strip().lower(), values["content"].strip()
