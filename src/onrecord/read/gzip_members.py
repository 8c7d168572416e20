"""The members of a gzip file, one by one, past those that are broken.

Web archives pack every record as a member of its own. What a broken member costs is
that member: the next one is looked for, which the usual readers do not do.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from onrecord.read.limits import MAX_DAMAGED
from onrecord.read.stream import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.read.stream import Readable

GZIP = b"\x1f\x8b\x08"
GZIP_WINDOW = 31  # zlib's word for: a gzip header, and the check sum at the end


class GzipMember:
    """The unpacked bytes of one member; `is_damaged` when it does not end well."""

    def __init__(self, packed: _Packed) -> None:
        self.is_damaged = False
        self._packed = packed
        self._unpacker = zlib.decompressobj(GZIP_WINDOW)
        self._is_over = False

    def read(self, size: int = CHUNK, /) -> bytes:
        """At most so many bytes, a chunk when negative; none at the end."""
        size = size if size > 0 else CHUNK
        while not self._is_over:
            packed = self._packed.take()
            try:
                unpacked = self._unpacker.decompress(packed, size)
            except zlib.error:
                self._end(packed, is_damaged=True)
                break
            self._note(packed)
            if unpacked:
                return unpacked
        return b""

    def _note(self, packed: bytes) -> None:
        """Give back what was not used, and see whether this is the end."""
        if self._unpacker.eof:
            self._end(self._unpacker.unused_data, is_damaged=False)
        elif self._unpacker.unconsumed_tail:
            self._packed.give_back(self._unpacker.unconsumed_tail)
        elif not packed and not self._is_over:
            self._end(b"", is_damaged=True)

    def _end(self, unused: bytes, *, is_damaged: bool) -> None:
        self._packed.give_back(unused)
        self.is_damaged = is_damaged
        self._is_over = True

    def skip(self) -> None:
        """Go to the end of the member."""
        while self.read():
            pass


class _Packed:
    """Packed bytes, of which some may be given back."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._held = b""

    def take(self) -> bytes:
        taken, self._held = self._held or self._file.read(CHUNK), b""
        return taken

    def give_back(self, data: bytes) -> None:
        self._held = data

    def starts_member(self) -> bool:
        """Whether a member starts here; NULs that pad a file are passed over."""
        while True:
            self._held = self._held.lstrip(b"\0")
            if len(self._held) >= len(GZIP):
                return self._held.startswith(GZIP)
            more = self._file.read(CHUNK)
            if not more:
                return False
            self._held += more

    def is_over(self) -> bool:
        """Whether nothing is left."""
        self._held = self._held or self._file.read(CHUNK)
        return not self._held

    def go_to_next(self) -> bool:
        """Go to what looks like the start of the next member, if there is one."""
        data = self._held[1:]
        while (at := data.find(GZIP)) < 0:
            more = self._file.read(CHUNK)
            if not more:
                self._held = b""
                return False
            data = data[-len(GZIP) :] + more
        self._held = data[at:]
        return True


def gzip_members(file: Readable) -> Iterator[GzipMember]:
    """Yield the members in order; each is read before the next is asked for.

    Bytes that are no member are one too, `is_damaged` from its start.
    """
    packed = _Packed(file)
    damaged = 0
    while damaged <= MAX_DAMAGED and not packed.is_over():
        if not packed.starts_member() and packed.is_over():
            return  # only padding was left
        member = GzipMember(packed)
        yield member
        member.skip()
        if member.is_damaged:
            damaged += 1
            if not packed.go_to_next():
                return
