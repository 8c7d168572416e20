"""Facts as rows on the screen: a table, or blocks where its columns would be narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from onrecord.cli.console import (
    ACCENT,
    out,
    plain,
    quiet,
    quoted,
    say,
    say_table,
    strong,
)
from onrecord.cli.render import counted, joined, short, shortened
from onrecord.model import ArticleId, PageId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.record.views import FactCell, FactRow, FactWords

ABOUT = 18  # columns for what a row is about
NARROWEST = 18  # columns that words can be read in
GAP = 2
TOGETHER = 2
LONGEST = 150  # characters of words in a cell; --json has them whole
LABELS = 4  # words for a thing shown of one text
WORDINGS = 3  # words of one manner shown of one text
HEADINGS = {
    "figure": "Figures",
    "dispute": "Disputes",
    "claim": "Claims",
    "speaker": "Speakers",
    "word for": "Words for the same",
    "place": "Places",
}
POSSIBLY = "? possibly"  # a shape and a word: told apart without colour
MARKS = {"superseded": "superseded", "doubtful": "doubtful"}
SIDES = frozenset({"disputed", "disputing"})
BEFORE = {
    "denied": "denied: ",
    "disputed": "disputed: ",
    "disputing": "disputing: ",
    "like it": "possibly: ",
}


@dataclass(frozen=True, slots=True)
class Legend:
    """For each column its letter and its page; for each article what it is called."""

    letters: Mapping[ArticleId, str]
    pages: Mapping[ArticleId, PageId]
    articles: Mapping[ArticleId, str]


def print_rows(rows: Sequence[FactRow], legend: Legend) -> None:
    """The rows, those told by several texts first; each kind under its heading."""
    together = [row for row in rows if row.told_by >= TOGETHER]
    alone = [row for row in rows if row.told_by < TOGETHER]
    one = "In one of the texts" if len(legend.letters) > 1 else "In the text"
    for heading, some in (("In two or more of the texts", together), (one, alone)):
        if some:
            say("")
            say(strong(heading))
            for kind in dict.fromkeys(row.kind for row in some):
                _print_kind([row for row in some if row.kind == kind], legend)


def _print_kind(rows: Sequence[FactRow], legend: Legend) -> None:
    say("")
    say(plain(HEADINGS[rows[0].kind], ACCENT))
    width = (out().width - ABOUT - GAP) // len(legend.letters) - GAP
    if rows[0].told_by >= TOGETHER and width >= NARROWEST:
        _print_table(rows, legend, width)
    else:
        for row in rows:
            _print_block(row, legend)


def _print_table(rows: Sequence[FactRow], legend: Legend, width: int) -> None:
    table = Table(box=None, padding=(0, GAP, 0, 0), header_style="bold")
    table.add_column("", width=ABOUT, overflow="fold")
    for letter in legend.letters.values():
        table.add_column(letter, width=width, overflow="fold")
    for number, row in enumerate(rows):
        if number:
            table.add_row("")
        table.add_row(_about(row), *(_cell(cell, row, legend) for cell in row.cells))
    say_table(table)


def _print_block(row: FactRow, legend: Legend) -> None:
    """The row as a block: a line for each text, those without it together."""
    say(_about(row, " · "), indent=2)
    absent: list[str] = []
    for cell in row.cells:
        letter = legend.letters[cell.text]
        if cell.stands == "not in this text":
            absent.append(letter)
            continue
        told = Text(" · ").join(_parts(cell, row, legend))
        say(strong(f"{letter}  "), told, indent=4, hanging=3)
    if absent:
        say(strong(", ".join(absent)), quiet("  not in this text"), indent=4)


def _about(row: FactRow, between: str = "\n") -> Text:
    """What a row is about; of what is said, the id that opens it."""
    if row.kind == "claim":
        return quiet(f"claim {short(row.of)}")
    if row.kind == "dispute":
        known = quiet(f"dispute {short(row.of)}")
        if row.shown == "yes":
            return known
        return Text(between).join([known, plain(POSSIBLY, ACCENT)])
    about = plain(row.about)
    if row.differs:
        mark = "figures differ" if row.kind == "figure" else "words differ"
        about = Text(between).join([about, plain(mark, ACCENT)])
    return about


def _cell(cell: FactCell, row: FactRow, legend: Legend) -> Text:
    if cell.stands == "not in this text":
        return quiet("not in this text")
    return Text("\n").join(_parts(cell, row, legend))


def _parts(cell: FactCell, row: FactRow, legend: Legend) -> Iterator[Text]:
    """The words of a cell, each with where it stands; then copies without it."""
    page = legend.pages[cell.text]
    if (
        row.kind in {"speaker", "word for", "place"}
        and cell.held[0].manner != "like it"
    ):
        yield from _names(cell, row, page)
    else:
        yield from _few(cell, row, page)
    if cell.not_in_copies:
        names = (legend.articles[name] for name in cell.not_in_copies)
        yield quiet(f"not in {', '.join(names)}")


def _few(cell: FactCell, row: FactRow, page: PageId) -> Iterator[Text]:
    """The first words of each manner, and how many more there are."""
    for manner in dict.fromkeys(told.manner for told in cell.held):
        same = [told for told in cell.held if told.manner == manner]
        for told in same[:WORDINGS]:
            yield _words(told, row, page)
        if len(same) > WORDINGS:
            yield quiet(f"and {len(same) - WORDINGS} more")


def _names(cell: FactCell, row: FactRow, page: PageId) -> Iterator[Text]:
    """The fullest wording of a speaker; every wording of anything else."""
    if row.kind == "speaker":
        named = [told for told in cell.held if told.manner != "told"] or cell.held
        fullest = max(named, key=lambda told: len(told.words.text))
        yield _words(fullest, row, page)
        if cell.stands == "named, not quoted":
            yield quiet("named, not quoted")
        elif len(cell.held) > 1:
            yield quiet(f"quoted {len(cell.held)} times")
        return
    for told in cell.held[:LABELS]:
        yield _words(told, row, page)
    if len(cell.held) > LABELS:
        yield quiet(f"and {counted(len(cell.held) - LABELS, 'other wording')}")


def _words(told: FactWords, row: FactRow, page: PageId) -> Text:
    at = ", ".join(f"{span.start}-{span.end}" for span in told.words.spans)
    by = told.by if row.kind != "speaker" and told.manner != "like it" else None
    other = f"page {short(told.words.page_id)} " if told.words.page_id != page else ""
    where = joined(by, MARKS.get(told.manner), f"{other}at {at}")
    words = quoted(shortened(told.words.text, LONGEST))
    before = BEFORE.get(told.manner, "")
    if row.shown == "possibly" and told.manner in SIDES:
        before = f"possibly {before}"
    return Text.assemble(quiet(before), words, " ", quiet(where.plain))
