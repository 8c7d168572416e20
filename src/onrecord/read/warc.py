"""Web archives: the pages in the records of a WARC file, packed or not.

A capture's bytes are the page as the server gave it, HTTP's chunks and packing taken
off; the archived status and headers go with it as `fetched`. What is no page by its
kind (images, requests, redirects) is passed over without a line.

The framing is fastwarc's. Around it: every gzip member is read by itself, and reading
starts again behind a place where a file that is not packed is broken, so that damage
costs what is damaged. A record with less than it promises, with the start of the next
one in it, or with another check sum than its own is damaged.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from fastwarc.warc import ArchiveIterator

from onrecord.model import Skipped, Source
from onrecord.read.gzip_members import GZIP, gzip_members
from onrecord.read.http_payload import UNPACKS_TOO_LARGE
from onrecord.read.limits import MAX_BYTES, MAX_DAMAGED
from onrecord.read.stream import CHUNK, Stream
from onrecord.read.warc_record import Passed, record_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from onrecord.read.given import Given
    from onrecord.read.thing import Thing

WARC = b"WARC/"


class _Archive:
    """One archive that is being read: what was passed over so far."""

    def __init__(self, thing: Thing, given: Given) -> None:
        self.name = thing.name
        self.given = given
        self.unpacked = thing.to_unpack()  # of the packed pages in the records
        self.passed: Counter[Passed] = Counter()
        self.has_pages = False

    def records(self, stream: Stream) -> Iterator[Source | Skipped | int]:
        """Yield the pages of a stream, and last where it is damaged, if it is.

        A page without a check sum is held until the record behind it is found: where
        none is, the length of the page's record is wrong, and so is the page.
        """
        records = ArchiveIterator(
            # It reads and tells its place, which is all that is asked of it.
            cast("BinaryIO", stream),
            parse_http=False,
            quirks_mode=False,
            stream_detect=False,
        )
        held: Source | Skipped | None = None
        position = 0
        try:
            for record in records:
                if held is not None:
                    yield held
                held, position = None, record.stream_pos
                found = record_page(record, self.given)
                self._count(found)
                if isinstance(found, Passed):
                    self.passed[found] += 1
                elif record.headers.get("WARC-Block-Digest"):
                    yield found
                else:
                    held = found
                if found is Passed.DAMAGED:
                    yield position
                    return
        except OSError:  # what fastwarc raises for what is no record
            self.passed[Passed.DAMAGED] += 1
            yield position
            return
        if held is not None:
            yield held

    def _count(self, found: Source | Skipped | Passed) -> None:
        """Count what a record unpacked to on the allowance of the archive."""
        if isinstance(found, Source):
            self.unpacked.take(len(found.data))
        elif isinstance(found, Skipped) and found.reason == UNPACKS_TOO_LARGE:
            self.unpacked.take(MAX_BYTES)

    def told(self) -> Iterator[Skipped]:
        """Yield the lines for the summary: what a user may miss."""
        if damaged := self.passed[Passed.DAMAGED]:
            yield Skipped(self.name, _damaged(damaged))
        for what in (Passed.REVISIT, Passed.ERROR):
            if self.passed[what]:
                yield Skipped(self.name, f"{what.value}: {self.passed[what]:,}")
        others = self.passed[Passed.OTHER]
        if not self.has_pages and others == self.passed.total():
            yield Skipped(self.name, f"holds no pages ({others:,} other records)")


def _damaged(places: int) -> str:
    """How many places of an archive are damaged, and what to do."""
    what = "1 damaged place" if places == 1 else f"{places:,} damaged places"
    return f"has {what}, left out: save or download this archive again"


def warc_sources(thing: Thing, given: Given) -> Iterator[Source | Skipped]:
    """Yield the pages of a WARC file in its order, then what of it is left out.

    Raises UnpacksTooFar when it is a trap.
    """
    archive = _Archive(thing, given)
    if thing.stream.head(len(GZIP)) == GZIP:
        pages = _packed(thing, archive)
    else:
        pages = _plain(thing, archive)
    for page in pages:
        archive.has_pages = True
        yield page
    yield from archive.told()


def _packed(thing: Thing, archive: _Archive) -> Iterator[Source | Skipped]:
    """Yield the pages of an archive whose records are gzip members."""
    allowance = thing.to_unpack()
    for member in gzip_members(thing.stream):
        stream = Stream(member, allowance)
        before = archive.passed[Passed.DAMAGED]
        if stream.head(len(WARC)) == WARC:
            for found in archive.records(stream):
                if not isinstance(found, int):
                    yield found
        while stream.read():
            pass
        if member.is_damaged and archive.passed[Passed.DAMAGED] == before:
            archive.passed[Passed.DAMAGED] += 1
        if archive.passed[Passed.DAMAGED] > MAX_DAMAGED:
            yield Skipped(thing.name, "is damaged all over: the rest is left out")
            return


def _plain(thing: Thing, archive: _Archive) -> Iterator[Source | Skipped]:
    """Yield the pages of an archive that is not packed."""
    stream: Stream | None = thing.stream
    start = 0
    while stream is not None:
        damaged_at: int | None = None
        for found in archive.records(stream):
            if isinstance(found, int):
                damaged_at = start + found
            else:
                yield found
        stream = None
        if damaged_at is None or thing.file is None:
            continue
        if archive.passed[Passed.DAMAGED] > MAX_DAMAGED:
            yield Skipped(thing.name, "is damaged all over: the rest is left out")
            return
        start = _next_record(thing.file, damaged_at + len(WARC))
        stream = Stream(thing.file) if start >= 0 else None


def _next_record(file: BinaryIO, position: int) -> int:
    """Go to the next record from a position; where it is, -1 when there is none."""
    file.seek(position)
    held = b""
    while more := file.read(CHUNK):
        held += more
        at = held.find(b"\n" + WARC)
        if at >= 0:
            found = file.tell() - len(held) + at + 1
            file.seek(found)
            return found
        held = held[-len(WARC) :]
    return -1
