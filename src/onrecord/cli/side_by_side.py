"""Texts side by side on the screen: which they are, who is quoted, their facts."""

from __future__ import annotations

from collections import Counter
from string import ascii_uppercase
from typing import TYPE_CHECKING

from rich.table import Table

from onrecord.cli.console import (
    ACCENT,
    QUIET,
    plain,
    quiet,
    say,
    say_table,
    strong,
)
from onrecord.cli.fact_rows import Legend, print_rows
from onrecord.cli.render import (
    counted,
    joined,
    origin,
    short,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.record.views import (
        ArticleRef,
        ComparedText,
        ComparisonView,
    )

GAP = 2
MOST = 8  # columns of numbers


def print_comparison(found: ComparisonView, limit: int) -> None:
    """A story with its texts, and so many rows of facts."""
    say(strong(found.title or "untitled"), quiet(f"  {short(found.story)}"))
    if not found.texts:
        return say(quiet("only teasers are on record: there is no text to compare"))
    for letter, text in _lettered(found.texts):
        _print_text(letter, text)
    _print_left_out(found.left_out)
    say(quiet(found.note), hanging=2)
    _print_quoted(found.texts)
    rows = [row for row in found.rows if row.kind != "word for" or row.differs]
    print_rows(rows[:limit], _legend(found.texts))
    _print_rest(found, len(rows), limit)
    return None


def _legend(texts: Sequence[ComparedText]) -> Legend:
    named = {
        article.id: article
        for text in texts
        for article in (text.article, *text.copies)
    }
    outlets = Counter(origin(article) for article in named.values())
    return Legend(
        {text.article.id: letter for letter, text in _lettered(texts)},
        {text.article.id: text.article.page_id for text in texts},
        {
            name: origin(article)
            + (f", {_version(article)}" if outlets[origin(article)] > 1 else "")
            for name, article in named.items()
        },
    )


def _print_left_out(articles: Sequence[ArticleRef]) -> None:
    teasers = sum(article.type == "teaser" for article in articles)
    further = len(articles) - teasers
    told = joined(
        counted(teasers, "teaser") if teasers else None,
        counted(further, "later text") if further else None,
    )
    if articles:
        say(quiet(f"not compared: {told.plain}"))


def _lettered(texts: Sequence[ComparedText]) -> Iterator[tuple[str, ComparedText]]:
    for number, text in enumerate(texts):
        turn, at = divmod(number, len(ascii_uppercase))
        yield ascii_uppercase[at] + (str(turn) if turn else ""), text


def _print_text(letter: str, text: ComparedText) -> None:
    title = text.article.title or "untitled"
    head = joined(
        strong(origin(text.article)), plain(when(text.article), ACCENT), title
    )
    say(strong(f"{letter}  "), head, quiet(f" · page {short(text.article.page_id)}"),
        hanging=3)  # fmt: skip
    for copy in text.copies:
        told = (
            f"another version, {_version(copy)}"
            if copy.outlet == text.article.outlet
            else f"also in {origin(copy)}, {when(copy)}"
        )
        say(quiet(f"{told} · page {short(copy.page_id)}"), indent=3)


def _version(article: ArticleRef) -> str:
    """Which version of an article it is."""
    taken = article.captured_at
    return f"captured {taken:%Y-%m-%d %H:%M}" if taken else when(article)


def _print_quoted(texts: Sequence[ComparedText]) -> None:
    """For each sector how many statements each text has of how many speakers."""
    sectors = dict.fromkeys(count.sector for text in texts for count in text.quoted)
    if not sectors:
        return None
    say("")
    say(strong("Who is quoted"), quiet("  statements (speakers), by sector"))
    if len(texts) > MOST:
        return _print_quoted_each(texts)
    table = Table(box=None, padding=(0, GAP, 0, 0), header_style=QUIET)
    table.add_column("")
    for letter, _ in _lettered(texts):
        table.add_column(letter, justify="right")
    for sector in sectors:
        told = (
            next((count for count in text.quoted if count.sector == sector), None)
            for text in texts
        )
        numbers = (f"{one.statements} ({one.speakers})" if one else "-" for one in told)
        table.add_row(sector or "sector not told", *numbers)
    return say_table(table, indent=3)


def _print_quoted_each(texts: Sequence[ComparedText]) -> None:
    """The same where a table would have too many columns."""
    for letter, text in _lettered(texts):
        told = (
            f"{count.sector or 'sector not told'} {count.statements} ({count.speakers})"
            for count in text.quoted
        )
        say(strong(f"{letter}  "), joined(*told), indent=3, hanging=3)


def _print_rest(found: ComparisonView, rows: int, limit: int) -> None:
    """How many rows are not shown, and why."""
    alike = len(found.rows) - rows
    more = (
        f"the first {limit} of {rows} rows (--limit for more)" if rows > limit else None
    )
    same = f"{counted(alike, 'name')} worded alike left out" if alike else None
    hint = "--copies gives every copy a column"
    copies = hint if any(text.copies for text in found.texts) else None
    if more or same or copies:
        every = "--json holds every row" if more or same else None
        say("")
        say(quiet(joined(more, same, every, copies).plain))
