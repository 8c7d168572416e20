"""Search: where words stand in statements and articles, any language, any query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model import Article, Span
from onrecord.record.indexing import searched_spans
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import articles, statements
from onrecord.record.sqlite import words_query
from onrecord.record.text import phrases_of, searchable
from onrecord.record.views.articles import load_articles, load_texts
from onrecord.record.views.cut import NO_CUT, looking
from onrecord.record.views.folding import shown
from onrecord.record.views.types import Cut, Hit, HitKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.record.store import Record
    from onrecord.record.text import Phrase

LIMIT = 20
HIT_LIMIT = 10_000  # entries that those to show are chosen from, the best first
WINDOW = 160  # characters of a hit's words, about two lines
BEFORE = 40  # of them before the first word that fits
REACH = WINDOW - BEFORE
KINDS: tuple[HitKind, ...] = ("statement", "article")
WORD = re.compile(r"\w+")


def search(
    record: Record,
    query: str,
    *,
    kinds: Sequence[HitKind] = KINDS,
    limit: int = LIMIT,
    cut: Cut = NO_CUT,
) -> tuple[Hit, ...]:
    """Statements and articles that hold every word of the query, the best first.

    Words in quotation marks must stand together. Accents and capitals do not matter.
    Any text is a query: without a letter or digit in it nothing is found.
    """
    phrases = phrases_of(query)
    if not phrases or not kinds:
        return ()
    with looking(record, cut) as connection:
        seen = shown(connection, cut)
        is_chosen = cut != NO_CUT or seen.repeats
        most = HIT_LIMIT if is_chosen else limit
        found = words_query(phrases, kinds, most).subquery()
        narrowed = select(found).where(*seen.conditions(found.c.article_id))
        narrowed = narrowed.order_by(found.c.score.desc(), found.c.id).limit(limit)
        rows = connection.execute(narrowed).all()
        return tuple(_hits(connection, rows, phrases))


def _hits(
    connection: Connection, rows: Sequence[Row[Any]], phrases: Sequence[Phrase]
) -> Iterator[Hit]:
    wanted = {word for phrase in phrases for word in WORD.findall(phrase)}
    refs = load_articles(connection, (row.article_id for row in rows))
    texts = load_texts(connection, (ref.page_id for ref in refs.values()))
    spans, proposed = _said(connection, [row.id for row in rows])
    for row in rows:
        ref = refs[row.article_id]
        text = texts[ref.page_id]
        if row.kind == "article":
            spans[row.id] = _told(connection, row.id, text)
        words = Words(ref.page_id, *_best(spans[row.id], text, wanted))
        snippet = " ".join(words.text.split())
        by = proposed.get(row.id)
        yield Hit(row.kind, row.id, words, snippet, ref, row.score, found_by=by)


def _said(
    connection: Connection, ids: Sequence[str]
) -> tuple[dict[str, tuple[Span, ...]], dict[str, str | None]]:
    """By statement: its words, and the assistant model that proposed it."""
    query = select(statements.c.id, statements.c.content, statements.c.found_by)
    rows = list(rows_among(connection, query, statements.c.id, ids))
    return {row.id: row.content for row in rows}, {row.id: row.found_by for row in rows}


def _told(connection: Connection, article: str, text: str) -> tuple[Span, ...]:
    query = query_of(Article).where(articles.c.id == article)
    return searched_spans(value_of(Article, connection.execute(query).one()), text)


def _best(
    spans: Sequence[Span], text: str, wanted: set[str]
) -> tuple[tuple[Span, ...], str]:
    """The stretch of one span that holds most of the wanted words, and its text.

    The first words when none is seen (a word that only folding made).
    """
    stretch, most = _stretch(spans[0], text, spans[0].start), 0
    for span in spans:
        places = [
            (match.start() + span.start, word)
            for match in WORD.finditer(span.of(text))
            for word in searchable(match.group()).split()
            if word in wanted
        ]
        for number, (start, _) in enumerate(places):
            near = {word for at, word in places[number:] if at < start + REACH}
            if len(near) > most:
                stretch, most = _stretch(span, text, start), len(near)
    return (stretch,), stretch.of(text)


def _stretch(span: Span, text: str, at: int) -> Span:
    """About `WINDOW` characters of the span around `at`, cut between words."""
    start, end = max(span.start, at - BEFORE), min(span.end, at - BEFORE + WINDOW)
    while span.start < start < at and not text[start - 1].isspace():
        start += 1
    while at < end < span.end and not text[end].isspace():
        end -= 1
    return Span(start, end if end > at else min(span.end, at + WINDOW))
