"""What the user points at: files, folders, standard input."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import Skipped, Source
from onrecord.read.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import How

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".txt", ".text"})
HTML_STARTS = (b"<!doctype html", b"<html")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about all that is given at once; None when silent."""

    url: str | None = None
    outlet: str | None = None
    captured_at: datetime | None = None


def find_sources(where: Sequence[str], given: Given) -> Iterator[Source | Skipped]:
    """Yield every page in files, folders and `-`, in the order given.

    Folders are searched to the bottom in sorted order, for HTML and text files that
    are not hidden. What cannot be taken comes as `Skipped`, in its place.
    """
    for name in where:
        if name == "-":
            yield _standard_input(given)
        elif "://" in name:
            yield Skipped(name, "is a URL: save the page and give the file with --url")
        else:
            yield from _under(Path(name), given)


def count_sources(where: Sequence[str]) -> int:
    """How many sources and skipped things `find_sources` will give; opens no file."""
    return sum(_count_under(Path(name)) for name in where)


def _count_under(path: Path) -> int:
    """Pages below a folder; one for all else, and for a folder without pages."""
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):
        return 1
    return max(1, sum(1 for _ in _pages_below(path))) if is_folder else 1


def _under(path: Path, given: Given) -> Iterator[Source | Skipped]:
    """Yield the file at `path`, or the pages of the folder there."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Skipped(str(path), _no_such(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, given)
    elif stat.S_ISREG(mode):
        yield _file(path, given)
    else:
        yield Skipped(str(path), "is neither a file nor a folder")


def _no_such(error: OSError | ValueError) -> str:
    """Why a path cannot even be looked at."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "does not exist: check the path"
    said = error.strerror if isinstance(error, OSError) else None
    return f"cannot be reached: {said or 'not a valid path'}"


def _folder(path: Path, given: Given) -> Iterator[Source | Skipped]:
    """Yield the pages below a folder, sorted."""
    empty = True
    for found in _pages_below(path):
        empty = False
        yield found if isinstance(found, Skipped) else _file(found, given)
    if empty:
        yield Skipped(str(path), "holds no HTML or text files: give another folder")


def _pages_below(path: Path) -> Iterator[Path | Skipped]:
    """Yield the paths of pages below a folder, depth first, sorted by name."""
    stack = [path]
    while stack:
        at = stack.pop()
        if at is not path and not at.is_dir():
            yield at
            continue
        try:
            inside = sorted(os.scandir(at), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield Skipped(str(at), f"cannot be opened: {error.strerror}")
            continue
        stack.extend(Path(entry.path) for entry in inside if _is_wanted(entry))


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    """Whether to look into this folder, or take this file for a page."""
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return not _belongs_to_page(Path(entry.path))
    if not entry.is_file():
        return False
    suffix = Path(entry.name).suffix.lower()
    return suffix in PAGE_SUFFIXES or (not suffix and _opens_as_html(Path(entry.path)))


def _belongs_to_page(folder: Path) -> bool:
    """Whether a browser made this folder for the images of a saved page."""
    stem, mark, _ = folder.name.rpartition("_files")
    return bool(mark) and any(
        folder.with_name(stem + suffix).is_file() for suffix in (".html", ".htm")
    )


def _opens_as_html(path: Path) -> bool:
    """Whether a file without a suffix starts as an HTML page does."""
    try:
        with path.open("rb") as file:
            return file.read(200).lstrip().lower().startswith(HTML_STARTS)
    except OSError:
        return True  # the attempt to read it will say what is wrong


def _file(path: Path, given: Given) -> Source | Skipped:
    """The bytes of one file."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > MAX_BYTES else file.read(MAX_BYTES + 1)
    except OSError as error:
        return Skipped(str(path), f"cannot be opened: {error.strerror}")
    return _source(str(path), data, "file", given, max(size, len(data)))


def _standard_input(given: Given) -> Source | Skipped:
    """The bytes of standard input, read no further than the limit."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return _source("-", data, "stdin", given, len(data))


def _source(
    name: str, data: bytes, how: How, given: Given, size: int
) -> Source | Skipped:
    """The source, unless it is empty or too large."""
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        return Skipped(name, f"is larger than {limit} MB: give single pages")
    if not data.strip():
        return Skipped(name, "is empty: save the page again")
    return Source(name, data, how, given.url, given.outlet, given.captured_at)
