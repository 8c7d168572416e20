"""The terminal: quoted words apart from ours, safe to print, JSON for machines."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord.codec import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

ACCENT = "blue"
QUIET = "bright_black"
KEPT = "\u200c\u200d"  # Persian and Indic scripts join and part by these
NARROWEST = 20  # columns left for words, however deep they are moved right
STEERING_KINDS = {"Cc", "Cf", "Cs"}
STEERING = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # some terminals obey


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


def say(*parts: str | Text, indent: int = 0, hanging: int = 0) -> None:
    """A paragraph of answer, moved right; plain strings are never read as markup.

    `hanging` moves every line but the first further right. Nothing said is an empty
    line. Lines end with their last word: a pipe wants no padding.
    """
    console = out()
    width = max(console.width - indent - hanging, NARROWEST)
    for number, line in enumerate(_line(parts).wrap(console, width) or [Text()]):
        line.rstrip()
        moved = indent + (hanging if number else 0)
        console.print(Text(" " * moved if line else "") + line, soft_wrap=True)


def say_whole(*parts: str | Text, indent: int = 0) -> None:
    """One line however long it is: addresses and commands can be copied."""
    out().print(Text(" " * indent) + _line(parts), soft_wrap=True)


def say_short(*parts: str | Text, indent: int = 0) -> None:
    """One line of a list: cut with an ellipsis where the terminal ends."""
    line = _line(parts)
    line.truncate(max(out().width - indent, NARROWEST), overflow="ellipsis")
    out().print(Text(" " * indent) + line, soft_wrap=True)


def say_table(table: Table, indent: int = 0) -> None:
    """A table, moved right, its lines not padded."""
    console = out()
    width = max(console.width - indent, NARROWEST)
    for line in console.render_lines(table, console.options.update_width(width)):
        words = Text.assemble(*((part.text, part.style or "") for part in line))
        words.rstrip()
        console.print(Text(" " * indent) + words, soft_wrap=True)


def _line(parts: Sequence[str | Text]) -> Text:
    line = Text()
    for part in parts:
        line.append_text(part if isinstance(part, Text) else plain(part))
    return line


def answer(kind: str, items: Sequence[object]) -> None:
    """The answer for machines: {"kind": ..., "items": [...]} on one line."""
    told = f'{{"kind":{to_json(kind)},"items":{to_json(items)}}}\n'
    sys.stdout.write(told.translate(STEERING))


def plain(words: str, style: str = "") -> Text:
    r"""Words as they are, on one line, without what could steer a terminal.

    >>> plain("a\x1b[31mb").plain
    'a[31mb'
    """
    one_line = "".join(" " if char.isspace() else char for char in words)
    return Text("".join(filter(_is_printable, one_line)), style=style)


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
    """Control characters, bidirectional overrides and half characters are left out."""
    return character in KEPT or unicodedata.category(character) not in STEERING_KINDS
