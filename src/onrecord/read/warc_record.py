"""One record of a web archive to the page in it, or why it is none."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from fastwarc.warc import WarcRecordType

from onrecord.errors import InputError
from onrecord.model import Fetched, Skipped, Source
from onrecord.read.http_answer import MAX_HEADERS, split_answer
from onrecord.read.http_payload import page_bytes
from onrecord.read.limits import MAX_BYTES
from onrecord.read.stream import read_up_to

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

    from onrecord.model import Answer
    from onrecord.read.given import Given

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
# The header of the next record in a page: the length of the page's record is wrong.
NEXT_RECORD = re.compile(rb"\r?\n\r?\nWARC/[01]\.\d+\r?\n(?:WARC|Content)-")
ROBOTS = re.compile(r"https?://[^/]+/robots\.txt", re.I)
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z")
OK = 200
DIGESTS = {
    "md5": hashlib.md5, "sha1": hashlib.sha1, "sha256": hashlib.sha256,
    "sha512": hashlib.sha512,
}  # fmt: skip


class Passed(Enum):
    """Why a record is passed over, in words for the summary; OTHER needs none."""

    OTHER = "other records"
    REVISIT = "records that point at a page in an earlier archive: give that one too"
    ERROR = "pages that the server refused or did not find, left out"
    DAMAGED = "damaged places, left out"


def record_page(record: WarcRecord, given: Given) -> Source | Skipped | Passed:
    """The page of a record that holds one."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> \t")
    if record.record_type == WarcRecordType.revisit:
        return Passed.REVISIT
    is_page = address.lower().startswith(("http://", "https://"))
    if not is_page or ROBOTS.fullmatch(address):
        return Passed.OTHER
    if record.record_type == WarcRecordType.response:
        return _response(record, address, given)
    if record.record_type == WarcRecordType.resource:
        return _resource(record, address, given)
    return Passed.OTHER


def _response(
    record: WarcRecord, address: str, given: Given
) -> Source | Skipped | Passed:
    """The page that a server sent."""
    start = read_up_to(record.reader, MAX_HEADERS - 1)
    split = split_answer(start, address)
    if split is None:
        return Passed.DAMAGED
    answer, at = split
    media_type = answer.header("content-type") or "text/html"
    if not _is_page_type(media_type) or answer.status // 100 == 3:  # noqa: PLR2004 - moved
        return Passed.OTHER
    if answer.status != OK:
        return Passed.ERROR
    block = _whole(record, start)
    if not isinstance(block, bytes):
        return block or _too_large(address)
    try:
        page = page_bytes(block[at:], answer, address)
    except InputError as error:
        return Skipped(address, error.reason)
    return _source(record, page, media_type, given, answer)


def _resource(
    record: WarcRecord, address: str, given: Given
) -> Source | Skipped | Passed:
    """The page that was put into the archive without a server's answer."""
    media_type = record.headers.get("Content-Type") or ""
    if not _is_page_type(media_type):
        return Passed.OTHER
    block = _whole(record, b"")
    if not isinstance(block, bytes):
        return block or _too_large(address)
    return _source(record, block, media_type, given, None)


def _is_page_type(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower() in PAGE_TYPES


def _whole(record: WarcRecord, start: bytes) -> bytes | Passed | None:
    """The record's block, if it is what its header promises; None: too large."""
    limit = MAX_BYTES + MAX_HEADERS
    if record.content_length > limit:
        return None
    block = start + read_up_to(record.reader, limit - len(start))
    if len(block) < record.content_length or _holds_next(block):
        return Passed.DAMAGED
    digest = record.headers.get("WARC-Block-Digest") or ""
    return block if _is_digest(digest, block) else Passed.DAMAGED


def _holds_next(block: bytes) -> bool:
    """Whether the start of the next record is in this one."""
    return b"\nWARC/" in block and NEXT_RECORD.search(block) is not None


def _is_digest(digest: str, block: bytes) -> bool:
    """Whether this is the block's check sum; unknown kinds are taken for right."""
    name, _, given = digest.strip().partition(":")
    make = DIGESTS.get(name.lower().replace("-", ""))
    if make is None or not given:
        return True
    told = make(block, usedforsecurity=False).digest()
    if len(given) == 2 * len(told):
        return given.lower() == told.hex()
    try:
        return base64.b32decode(given.upper() + "=" * (-len(given) % 8)) == told
    except (binascii.Error, ValueError):
        return False


def _too_large(address: str) -> Skipped:
    return Skipped(address, f"is larger than {MAX_BYTES // 1_000_000} MB")


def _source(
    record: WarcRecord,
    page: bytes,
    media_type: str,
    given: Given,
    answer: Answer | None,
) -> Source | Passed:
    """The page as a source; an empty one is none."""
    if not page.strip():
        return Passed.OTHER
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> \t")
    charset = CHARSET.search(media_type)
    return Source(
        name=address,
        data=page,
        how="archive",
        url=address,
        outlet=given.outlet,
        captured_at=_time(record) or given.captured_at,
        charset=charset[1] if charset else None,
        fetched=Fetched((answer,)) if answer else None,
    )


def _time(record: WarcRecord) -> datetime | None:
    """When the record was written down; None when it does not say so exactly."""
    told = (record.headers.get("WARC-Date") or "").strip()
    if not TIME.fullmatch(told):
        return None
    try:
        return datetime.fromisoformat(told).astimezone(UTC)
    except ValueError:
        return None
