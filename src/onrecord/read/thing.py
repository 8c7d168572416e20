"""One thing to look into: a file, standard input, or a member of an archive."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from onrecord.model import How, Source
from onrecord.read.limits import Allowance
from onrecord.read.stream import Stream

if TYPE_CHECKING:
    from onrecord.read.given import Given

MAX_NAME = 300  # characters of a member's name that are told
# Controls, marks that turn the direction of writing, half characters, line ends.
UNTOLD = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with bytes, not looked at yet.

    `size` counts the bytes as they lie on the disk. `file` can be read from any
    place; it is None for a member of an archive, which is read once and counts on the
    `allowance` of that archive. `is_named` says that the user named it, so that it is
    told why it is no page; what a folder or an archive happens to hold is passed over.
    """

    name: str
    stream: Stream
    how: How
    size: int
    file: BinaryIO | None = None
    is_named: bool = True
    allowance: Allowance | None = None

    def to_unpack(self) -> Allowance:
        """How much may be unpacked of it."""
        return self.allowance or Allowance(self.size)


def page_source(thing: Thing, data: bytes, given: Given) -> Source:
    """These bytes as a page, with what the user says of it."""
    return Source(
        name=thing.name,
        data=data,
        how=thing.how,
        url=given.url,
        outlet=given.outlet,
        captured_at=given.captured_at,
    )


def told_name(name: str) -> str:
    r"""A member's name as it may be shown: never a way out of its archive.

    >>> told_name("../../etc/a.html"), told_name("C:\\pages\\a.html")
    ('etc/a.html', 'pages/a.html')
    """
    shown = "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in UNTOLD else char
        for char in name[:MAX_NAME].replace("\\", "/")
    )
    parts = [part for part in shown.split("/") if part not in {"", ".", ".."}]
    if parts and parts[0].endswith(":"):
        del parts[0]
    return "/".join(parts) or "unnamed"
