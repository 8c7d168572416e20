"""Bytes read once from front to back, with a look ahead, whatever holds them."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from onrecord.read.limits import Allowance

CHUNK = 65_536
# What a member cut short, altered or mislabelled makes the unpackers raise.
UNPACKING_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile)


class Readable(Protocol):
    """Gives at most `size` bytes a call, and none at its end."""

    def read(self, size: int, /) -> bytes:
        """The next bytes."""


class Stream:
    """A readable thing that is looked at before it is read.

    Every byte counts on the allowance of the archive that it is unpacked from. What
    cannot be unpacked any further ends, and `is_damaged` says so.
    """

    def __init__(self, inner: Readable, allowance: Allowance | None = None) -> None:
        self.is_damaged = False
        self._inner = inner
        self._allowance = allowance
        self._held = b""
        self._position = 0

    def tell(self) -> int:
        """How many bytes were read."""
        return self._position

    def head(self, size: int) -> bytes:
        """The first bytes that were not read yet; they stay unread."""
        while len(self._held) < size:
            more = self._more(size - len(self._held))
            if not more:
                break
            self._held += more
        return self._held[:size]

    def read(self, size: int = CHUNK, /) -> bytes:
        """At most so many bytes, a chunk when negative; none at the end."""
        size = size if size >= 0 else CHUNK
        if self._held:
            taken, self._held = self._held[:size], self._held[size:]
        else:
            taken = self._more(size)
        self._position += len(taken)
        return taken

    def _more(self, size: int) -> bytes:
        """Bytes from within."""
        if self.is_damaged:
            return b""
        try:
            more = self._inner.read(size)
        except UNPACKING_ERRORS:
            self.is_damaged = True
            return b""
        if self._allowance is not None:
            self._allowance.take(len(more))
        return more


def read_up_to(stream: Readable, limit: int) -> bytes:
    """All bytes of the stream, or one more than the limit when it has more."""
    parts: list[bytes] = []
    missing = limit + 1
    while missing:
        part = stream.read(min(missing, CHUNK * 16))
        if not part:
            break
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
