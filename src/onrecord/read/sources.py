"""What the user points at: files, folders, addresses, standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.model import Skipped, Source
from onrecord.read.encodings import decode
from onrecord.read.feeds import feed_sources, read_feed
from onrecord.read.folders import pages_below
from onrecord.read.kind import kind_of
from onrecord.read.limits import MAX_BYTES
from onrecord.read.opened import TOO_LARGE, may_hold_more, sources_in
from onrecord.read.remote import fetch_page
from onrecord.read.stream import Stream
from onrecord.read.thing import Thing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.read.fetcher import Fetcher
    from onrecord.read.given import Given


def find_sources(
    where: Sequence[str], given: Given, fetcher: Fetcher | None = None
) -> Iterator[Source | Skipped]:
    """Yield every page in files, folders, addresses and `-`, in the order given.

    A file may be a page, or hold some: a feed, a web archive (WARC, WACZ), a zip, a
    saved mail, a list of addresses; its content tells. Folders are searched to the
    bottom in sorted order, for files that may be such and are not hidden. Addresses,
    and the pages that feeds and lists name, are fetched by the fetcher; without one
    they are skipped. What cannot be taken comes as `Skipped`, in its place.
    """
    for name in where:
        if name == "-":
            yield from _standard_input(given, fetcher)
        elif "://" in name:
            yield from _address(name, given, fetcher)
        else:
            yield from _under(Path(name), given, fetcher)


def count_sources(where: Sequence[str]) -> int:
    """How many sources and skipped things `find_sources` gives at least.

    It opens no file: an archive or a feed counts one, whatever it holds.
    """
    return sum(_count_under(Path(name)) for name in where)


def _count_under(path: Path) -> int:
    """Pages below a folder; one for all else, and for a folder without pages."""
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):
        return 1
    return max(1, sum(1 for _ in pages_below(path))) if is_folder else 1


def _address(
    url: str, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield the page at an address, or the items of the feed there."""
    found = fetch_page(url, given, fetcher)
    if isinstance(found, Skipped):
        yield found
        return
    try:
        if may_hold_more(found.data) and _is_feed(found):
            yield from feed_sources(read_feed(found), found, given, fetcher)
        else:
            yield found
    except InputError as error:
        yield Skipped(error.where, error.reason)


def _is_feed(found: Source) -> bool:
    return kind_of(decode(found.data, found.name, found.charset)[0]) == "feed"


def _under(
    path: Path, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield what the file at `path` holds, or the folder there."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Skipped(str(path), _no_such(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, given, fetcher)
    elif stat.S_ISREG(mode):
        yield from _file(path, given, fetcher, is_named=True)
    else:
        yield Skipped(str(path), "is neither a file nor a folder")


def _no_such(error: OSError | ValueError) -> str:
    """Why a path cannot even be looked at."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "does not exist: check the path"
    said = error.strerror if isinstance(error, OSError) else None
    return f"cannot be reached: {said or 'not a valid path'}"


def _folder(
    path: Path, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield the pages below a folder, sorted."""
    is_empty = True
    for found in pages_below(path):
        if isinstance(found, Skipped):
            yield found
            is_empty = False
            continue
        for page in _file(found, given, fetcher, is_named=False):
            yield page
            is_empty = False
    if is_empty:
        yield Skipped(str(path), "holds no HTML or text files: give another folder")


def _file(
    path: Path, given: Given, fetcher: Fetcher | None, *, is_named: bool
) -> Iterator[Source | Skipped]:
    """Yield what one file holds."""
    try:
        file = path.open("rb")
    except OSError as error:
        yield Skipped(str(path), f"cannot be opened: {error.strerror}")
        return
    with file:
        size = os.fstat(file.fileno()).st_size
        thing = Thing(str(path), Stream(file), "file", size, file, is_named)
        yield from sources_in(thing, given, fetcher)


def _standard_input(
    given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield what standard input holds, read no further than the limit."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Skipped("-", TOO_LARGE)
        return
    file = io.BytesIO(data)
    yield from sources_in(
        Thing("-", Stream(file), "stdin", len(data), file), given, fetcher
    )
