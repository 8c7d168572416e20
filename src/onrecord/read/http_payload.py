"""An archived HTTP answer to the bytes of the page in it.

Archives differ in what they keep: some store the body as it was sent, some take the
packing off and leave the header that names it. So every packing is taken off only
when the bytes are packed indeed.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING

from fastwarc.stream_io import BrotliReader, ZstdReader

from onrecord.errors import InputError
from onrecord.read.limits import MAX_BYTES
from onrecord.read.stream import read_up_to

if TYPE_CHECKING:
    from onrecord.model import Answer

CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,500})?\r?\n")
UNPACKS_TOO_LARGE = f"unpacks to more than {MAX_BYTES // 1_000_000} MB"
MAX_PACKINGS = 4  # one is usual
WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's words for the headers
READERS: dict[str, type[BrotliReader | ZstdReader]] = {
    "br": BrotliReader,
    "zstd": ZstdReader,
}
RAW_DEFLATE = -15  # what many servers sent as "deflate"


def page_bytes(body: bytes, answer: Answer, where: str) -> bytes:
    """The page in the body of an answer: chunks joined, packing taken off.

    Raises InputError when it is cut, of an unknown packing, or unpacks too far.
    """
    sent = answer.header("content-length") or ""
    if sent.isdecimal() and len(body) < int(sent[:18]):
        raise InputError("is cut: the archive holds less than was sent", where=where)
    if "chunked" in (answer.header("transfer-encoding") or "").lower():
        body = _joined(body, where)
    packings = (answer.header("content-encoding") or "").lower().split(",")
    for packing in list(reversed(packings))[:MAX_PACKINGS]:
        body = _unpacked(body, packing.strip(), where)
    return body


def _joined(body: bytes, where: str) -> bytes:
    """The chunks of a body as one; the body itself when it is not in chunks."""
    parts: list[bytes] = []
    at = 0
    while match := CHUNK_SIZE.match(body, at):
        size = int(match[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    if not parts:
        return body
    if at >= len(body):
        raise InputError("is cut: its last chunk is missing", where=where)
    return body  # a page that happens to start with a number


def _unpacked(body: bytes, packing: str, where: str) -> bytes:
    """The body without one packing."""
    if packing in WINDOWS:
        return _inflated(body, packing, where)
    if packing in READERS:
        return _streamed(body, READERS[packing], where)
    return body


def _inflated(body: bytes, packing: str, where: str) -> bytes:
    """The body without gzip or deflate; as it is when it has none."""
    windows = [WINDOWS[packing]]
    if packing == "deflate":
        windows.append(RAW_DEFLATE)
    for window in windows:
        unpacker = zlib.decompressobj(window)
        try:
            unpacked = unpacker.decompress(body, MAX_BYTES + 1)
        except zlib.error:
            continue
        _check_size(unpacked, where)
        if unpacker.eof:
            return unpacked
        if window != RAW_DEFLATE:
            raise InputError("is cut: its packed text has no end", where=where)
    if body.startswith(b"\x1f\x8b"):
        raise InputError("is damaged: it cannot be unpacked", where=where)
    return body


def _streamed(
    body: bytes, reader: type[BrotliReader | ZstdReader], where: str
) -> bytes:
    """The body without Brotli or zstd; as it is when it reads as markup."""
    if body.lstrip()[:1] == b"<":
        return body  # unpacked by who wrote the archive; neither ever starts so
    try:
        unpacked = read_up_to(reader(io.BytesIO(body)), MAX_BYTES)
    except OSError as error:
        raise InputError("is damaged: it cannot be unpacked", where=where) from error
    _check_size(unpacked, where)
    return unpacked


def _check_size(unpacked: bytes, where: str) -> None:
    if len(unpacked) > MAX_BYTES:
        raise InputError(UNPACKS_TOO_LARGE, where=where)
