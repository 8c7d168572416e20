"""The bytes of an answer: unpacked, and never more of them than a page has."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from onrecord.read.fetch.refusal import Refused
from onrecord.read.limits import MAX_BYTES

if TYPE_CHECKING:
    import httpx

ENCODINGS = "gzip, deflate"  # what is asked for, and all that is unpacked
EITHER_HEADER = zlib.MAX_WBITS | 32  # gzip or zlib, told by the first bytes
GZIP_MAGIC = b"\x1f\x8b"  # a packed body may come in several parts
NO_HEADER = -zlib.MAX_WBITS  # some servers send "deflate" so


def read_body(answer: httpx.Response, max_bytes: int = MAX_BYTES) -> bytes:
    """The whole body as the page's author wrote it, transport coding undone.

    Raises Refused when it is too large, on the wire or unpacked, or breaks off.
    """
    told = answer.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told[:20]) > max_bytes:
        raise _too_large(max_bytes)
    unpacker = _unpacker(answer.headers.get("content-encoding", ""), max_bytes)
    taken = 0
    for chunk in answer.iter_raw():
        taken += len(chunk)
        if taken > max_bytes:
            raise _too_large(max_bytes)
        unpacker.feed(chunk)
    return unpacker.finish()


class Plain:
    """Bytes that are as they are."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""
        self._parts.append(chunk)

    def finish(self) -> bytes:
        """All of them."""
        return b"".join(self._parts)


class Unpacker:
    """Unpacks gzip and deflate, and stops at the limit, whatever is inside."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._stream = zlib.decompressobj(EITHER_HEADER)
        self._unpacked = bytearray()
        self._is_begun = False

    def feed(self, chunk: bytes) -> None:
        """Unpack the next bytes; Refused when there is too much inside."""
        try:
            self._unpack(chunk)
        except zlib.error as error:
            if self._is_begun:
                raise Refused(f"arrived damaged ({error})") from error
            self._without_header(chunk)
        self._is_begun = True

    def finish(self) -> bytes:
        """All that was inside; Refused when the end is missing."""
        if self._is_begun and not self._stream.eof:
            raise Refused("broke off before its end")
        return bytes(self._unpacked)

    def _without_header(self, chunk: bytes) -> None:
        self._stream = zlib.decompressobj(NO_HEADER)
        try:
            self._unpack(chunk)
        except zlib.error as error:
            raise Refused(f"arrived damaged ({error})") from error

    def _unpack(self, chunk: bytes) -> None:
        left = chunk
        while left:
            room = self._max_bytes + 1 - len(self._unpacked)
            self._unpacked += self._stream.decompress(left, room)
            if len(self._unpacked) > self._max_bytes:
                raise _too_large(self._max_bytes)
            left = self._stream.unused_data
            if not left.startswith(GZIP_MAGIC):
                return  # what follows the packed bytes is no further part
            self._stream = zlib.decompressobj(EITHER_HEADER)


def _unpacker(coding: str, max_bytes: int) -> Plain | Unpacker:
    name = coding.strip().lower()
    if name in {"", "identity"}:
        return Plain()
    if name in {"gzip", "x-gzip", "deflate"}:
        return Unpacker(max_bytes)
    raise Refused(f"came packed as {coding[:40]!r}, which was not asked for")


def _too_large(max_bytes: int) -> Refused:
    return Refused(f"is larger than {max_bytes // 1_000_000} MB")
