"""Zip archives: the pages in them, and the web archives of a WACZ.

Nothing is ever written to the disk, and a member's name is only told. Members packed
by other methods than deflate are not read: what unpacks those can be made to take all
memory. An archive within an archive is opened once, and none within that.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Skipped
from onrecord.read.folders import has_suffix, is_page_name, is_shown, opens_as_html
from onrecord.read.limits import MAX_BYTES, MAX_DIRECTORY, Allowance
from onrecord.read.stream import UNPACKING_ERRORS, Stream, read_up_to
from onrecord.read.thing import Thing, told_name
from onrecord.read.warc import warc_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from onrecord.model import Source
    from onrecord.read.given import Given

    Open = Callable[[Thing], Iterator[Source | Skipped]]

NESTED = "is an archive within an archive: unpack it first"
READ_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENCRYPTED = 0x1
PACKAGE = "datapackage.json"
# What other programs keep in zip files: documents, books, programs.
FOREIGN = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
# What a damaged directory of members makes the standard library raise.
DIRECTORY_ERRORS = (*UNPACKING_ERRORS, struct.error, ValueError, NotImplementedError)


class _Resource(msgspec.Struct, frozen=True):
    path: str = ""
    hash: str = ""


class _Package(msgspec.Struct, frozen=True):
    """What is read of a WACZ's list of its own files."""

    resources: list[_Resource] = []


class _Guarded(io.RawIOBase):
    """A file that gives no more at once than a sound zip asks for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if size > MAX_DIRECTORY:
            raise zipfile.BadZipFile("its directory is too large")
        return self._file.read(size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True


def zip_sources(thing: Thing, given: Given, opened: Open) -> Iterator[Source | Skipped]:
    """Yield what a zip or WACZ holds: `opened` gives what one member holds.

    Raises UnpacksTooFar when it is a trap.
    """
    if thing.file is None:
        yield Skipped(thing.name, NESTED)
        return
    try:
        archive = zipfile.ZipFile(_Guarded(thing.file))
    except DIRECTORY_ERRORS:
        yield Skipped(thing.name, "is a damaged zip archive: its list is not readable")
        return
    with archive:
        names = set(archive.namelist())
        if PACKAGE in names and any(name.startswith("archive/") for name in names):
            yield from _wacz(archive, thing, given)
        elif names.intersection(FOREIGN):
            yield Skipped(thing.name, "is no archive of pages: save it as HTML")
        else:
            yield from _pages(archive, thing, opened)


def _pages(
    archive: zipfile.ZipFile, thing: Thing, opened: Open
) -> Iterator[Source | Skipped]:
    """Yield the pages among the members, sorted by name as those of a folder."""
    allowance = Allowance(thing.size)
    is_empty = True
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        if info.filename.endswith("/") or not _is_wanted(archive, info):
            continue
        member = _member(archive, info, thing, allowance)
        if isinstance(member, Skipped):
            yield member
            is_empty = False
            continue
        if not has_suffix(info.filename) and not opens_as_html(member.stream.head(200)):
            continue
        for found in opened(member):
            yield found
            is_empty = False
        if member.stream.is_damaged:
            yield Skipped(
                member.name, "is damaged in the archive: give the file itself"
            )
    if is_empty:
        yield Skipped(thing.name, "holds no pages: give another archive")


def _is_wanted(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a member is a page by its place and name, as in a folder."""
    parts = told_name(info.filename).split("/")
    if not all(is_shown(part) for part in parts):
        return False
    for place, part in enumerate(parts[:-1]):
        stem, mark, _ = part.rpartition("_files")
        page = "/".join([*parts[:place], stem])
        names = archive.NameToInfo
        if mark and (page + ".html" in names or page + ".htm" in names):
            return False
    return is_page_name(parts[-1]) or not has_suffix(parts[-1])


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, thing: Thing, allowance: Allowance
) -> Thing | Skipped:
    """A member as a thing of its own, or why it cannot be opened."""
    name = f"{thing.name}/{told_name(info.filename)}"
    if info.flag_bits & ENCRYPTED:
        return Skipped(name, "is locked by a password: unpack it first")
    if info.compress_type not in READ_METHODS:
        return Skipped(name, "is packed by a method that is not read: unpack it first")
    try:
        file = archive.open(info)
    except DIRECTORY_ERRORS:
        return Skipped(name, "is damaged in the archive: give the file itself")
    return Thing(
        name=name,
        stream=Stream(file, allowance),
        how="archive",
        size=min(info.compress_size, thing.size),
        is_named=False,
        allowance=allowance,
    )


def _wacz(
    archive: zipfile.ZipFile, thing: Thing, given: Given
) -> Iterator[Source | Skipped]:
    """Yield the pages of the web archives in a WACZ.

    Its list of files gives each a check sum. Where that differs the pages are taken all
    the same, since known writers note wrong ones; the summary says so.
    """
    sums = _check_sums(archive)
    allowance = Allowance(thing.size)
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        if info.filename.endswith("/") or not info.filename.startswith("archive/"):
            continue
        member = _member(archive, info, thing, allowance)
        if isinstance(member, Skipped):
            yield member
            continue
        if member.stream.head(2) == b"PK":
            yield Skipped(member.name, NESTED)
            continue
        summed = _Summed(member.stream)
        yield from warc_sources(replace(member, stream=Stream(summed)), given)
        while summed.read(MAX_BYTES):
            pass
        told = sums.get(info.filename)
        if told is not None and told != summed.sum():
            reason = (
                f"differs from its check sum in {PACKAGE}: it was altered, or noted"
            )
            yield Skipped(
                member.name, reason + " wrong; its pages are taken as they are"
            )


def _check_sums(archive: zipfile.ZipFile) -> dict[str, str]:
    """The SHA-256 of each file, as the WACZ's own list gives it."""
    try:
        with archive.open(PACKAGE) as file:
            data = read_up_to(file, MAX_BYTES)
        package = msgspec.json.decode(data, type=_Package)
    except (*DIRECTORY_ERRORS, RuntimeError, RecursionError):
        return {}  # the list is a help, and not what is read
    told = (item for item in package.resources if item.hash.startswith("sha256:"))
    return {item.path: item.hash.removeprefix("sha256:").lower() for item in told}


class _Summed:
    """A stream whose check sum is taken while it is read."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._sum = hashlib.sha256()

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self._sum.update(data)
        return data

    def sum(self) -> str:
        return self._sum.hexdigest()
