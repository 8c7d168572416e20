"""Folders: the files below them that may be pages, or hold some."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".txt", ".text"})
# Feeds, archives, saved mail: their content says whether they are.
OTHER_SUFFIXES = frozenset({
    ".xml", ".rss", ".atom", ".rdf", ".json", ".warc", ".wacz", ".zip", ".eml", ".mht",
    ".mhtml",
})  # fmt: skip
WANTED_SUFFIXES = PAGE_SUFFIXES | OTHER_SUFFIXES
HTML_STARTS = (b"<!doctype html", b"<html")
SYSTEM_FOLDERS = frozenset({"__MACOSX"})


def pages_below(path: Path) -> Iterator[Path | Skipped]:
    """Yield the paths of what may be pages below a folder, depth first, by name."""
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


def is_shown(name: str) -> bool:
    """Whether a file or folder is there for people."""
    return not name.startswith(".") and name not in SYSTEM_FOLDERS


def is_page_name(name: str) -> bool:
    """Whether a file may be a page, or hold some, by its suffix.

    >>> is_page_name("a.html"), is_page_name("a.warc.gz"), is_page_name("a.csv.gz")
    (True, True, False)
    """
    return _suffix(name) in WANTED_SUFFIXES


def is_page_suffix(name: str) -> bool:
    """Whether a name is that of a page; one without a suffix is, if it was taken."""
    return _suffix(name) in PAGE_SUFFIXES or not _suffix(name)


def _suffix(name: str) -> str:
    """The suffix of a name, in lower case, that of what is packed in a .gz."""
    path = Path(name.lower())
    return path.suffix if path.suffix != ".gz" else Path(path.stem).suffix


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    """Whether to look into this folder, or take this file for a page."""
    if not is_shown(entry.name):
        return False
    if entry.is_dir(follow_symlinks=False):
        return not _belongs_to_page(Path(entry.path))
    if not entry.is_file():
        return False
    path = Path(entry.path)
    return is_page_name(entry.name) or (not path.suffix and _is_html(path))


def _belongs_to_page(folder: Path) -> bool:
    """Whether a browser made this folder for the images of a saved page."""
    stem, mark, _ = folder.name.rpartition("_files")
    return bool(mark) and any(
        folder.with_name(stem + suffix).is_file() for suffix in (".html", ".htm")
    )


def has_suffix(name: str) -> bool:
    """Whether a name has a suffix at all."""
    return bool(Path(name).suffix)


def opens_as_html(head: bytes) -> bool:
    """Whether a file without a suffix starts as an HTML page does."""
    return head.lstrip().lower().startswith(HTML_STARTS)


def _is_html(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return opens_as_html(file.read(200))
    except OSError:
        return True  # the attempt to read it will say what is wrong
