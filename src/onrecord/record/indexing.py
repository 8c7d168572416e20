"""Which words of a page are searchable, and under which finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model import TOLD_ZONES, Span, words_of
from onrecord.record import sqlite
from onrecord.record.rows import Fields, insert_rows
from onrecord.record.schema import search_entries
from onrecord.record.text import searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from onrecord.model import Article, Findings

TEASER_WEIGHT = 0.5  # a teaser is short, which ranks it high, and tells little


def index_findings(connection: Connection, findings: Findings) -> None:
    """Make the page's articles and statements searchable by their words."""
    newest = connection.execute(select(func.max(search_entries.c.number))).scalar()
    teasers = {item.id for item in findings.articles if item.type == "teaser"}
    entries: list[Fields] = []
    words: list[Fields] = []
    for number, entry in enumerate(_texts(findings), (newest or 0) + 1):
        kind, name, article, text = entry
        row: Fields = {"number": number, "kind": kind, "id": name}
        weight = TEASER_WEIGHT if article in teasers else 1.0
        entries.append(row | {"article_id": article, "weight": weight})
        empty: Fields = {"number": number, "statement": "", "article": ""}
        words.append(empty | {kind: searchable(text)})
    insert_rows(connection, search_entries, entries)
    if words:
        sqlite.add_words(connection, words)


def _texts(findings: Findings) -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, article and words of whatever is searchable."""
    text = findings.reading.page.text
    for article in {item.id: item for item in findings.articles}.values():
        words = words_of(searched_spans(article, text), text)
        yield "article", article.id, article.id, words
    for statement in {item.id: item for item in findings.statements}.values():
        words = words_of(statement.content, text)
        yield "statement", statement.id, statement.article_id, words


def searched_spans(article: Article, text: str) -> tuple[Span, ...]:
    """Where an article's searchable words are: its titles and told zones, in order.

    The whole page when it has neither (a page that no model understands).
    """
    told = (item.span for item in article.zones if item.zone in TOLD_ZONES)
    spans = tuple(_merged([*article.titles, *told]))
    if not spans and article.type == "article" and text:
        return (Span(0, len(text)),)
    return spans


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The same characters, each once, in order."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
