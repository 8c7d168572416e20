"""The terminal: quoted words apart from ours, safe to print, JSON for machines."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.codec import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

ACCENT = "blue"
QUIET = "bright_black"
KEPT = "\n\u200c\u200d"  # new line; Persian and Indic scripts join and part by these


@cache
def out() -> Console:
    """Where answers go. Width follows the terminal; a pipe gets 100 columns."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else 100)


@cache
def errors() -> Console:
    """Where complaints and progress go."""
    return Console(stderr=True, highlight=False)


def complain(message: str) -> None:
    """One line on standard error."""
    errors().print(
        Text("onrecord: ", style="bold red") + plain(message), soft_wrap=True
    )


def say(*parts: str | Text, indent: int = 0) -> None:
    """A paragraph of answer, moved right; plain strings are never read as markup."""
    out().print(Padding(_line(parts), (0, 0, 0, indent), expand=False))


def say_short(*parts: str | Text, indent: int = 0) -> None:
    """One line of a list: cut with an ellipsis where the terminal ends."""
    line = _line(parts)
    line.no_wrap, line.overflow = True, "ellipsis"
    out().print(Padding(line, (0, 0, 0, indent), expand=False))


def _line(parts: Sequence[str | Text]) -> Text:
    line = Text()
    for part in parts:
        line.append_text(part if isinstance(part, Text) else plain(part))
    return line


def answer(kind: str, items: Sequence[object]) -> None:
    """The answer for machines: {"kind": ..., "items": [...]} on one line."""
    sys.stdout.write(f'{{"kind":{to_json(kind)},"items":{to_json(items)}}}\n')


def plain(words: str, style: str = "") -> Text:
    r"""Words as they are, without anything that could steer a terminal.

    >>> plain("a\\x1b[31mb").plain
    'a[31mb'
    """
    return Text("".join(filter(_is_printable, words)), style=style)


def quiet(words: str) -> Text:
    """Our own remarks beside an answer."""
    return plain(words, QUIET)


def strong(words: str) -> Text:
    """A heading or a name."""
    return plain(words, "bold")


def quoted(words: str) -> Text:
    """Words of a page, set apart from ours: in curly marks and italics."""
    return plain(f"“{' '.join(words.split())}”", "italic")


def _is_printable(character: str) -> bool:
    """Control and bidirectional-override characters are left out."""
    return character in KEPT or unicodedata.category(character) not in {"Cc", "Cf"}
