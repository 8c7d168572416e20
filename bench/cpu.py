"""What annotate and extract cost beside the spaCy pipeline as it comes, and lose."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cached_property
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING

import spacy

from onrecord.annotate.passages import find_paragraphs
from onrecord.article import find_articles
from onrecord.language import SpacyParser
from onrecord.language.parser import DEFAULT_PARSER, read_sentences
from onrecord.model import Article, Reading, Source
from onrecord.pipeline import Tools, load_tools, read_pages
from onrecord.pipeline.process import search_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language

    from onrecord.model import Findings, Passage, Token

ROUNDS = 3
Told = tuple[Article, Reading]


def cpu_ratio(texts: Sequence[str]) -> float:
    """Processor time of annotate and extract; 1.0 is spaCy's full pipeline alone.

    Both are warm and take turns in one process. The peer is handed the very paragraphs
    that we parse, all at once.
    """
    tools, peer = load_tools(), spacy.load(DEFAULT_PARSER)
    told = list(_articles(texts))
    paragraphs = [
        item.span.of(reading.page.text)
        for article, reading in told
        for item in find_paragraphs(article, reading.page)
    ]

    def theirs() -> None:
        for _ in peer.pipe(paragraphs):
            pass

    def ours() -> None:
        for article, reading in told:
            search_article(article, reading, tools)

    ours()
    theirs()
    turns = [(_seconds(ours), _seconds(theirs)) for _ in range(ROUNDS)]
    return median(own / other for own, other in turns)


def findings_lost(texts: Sequence[str]) -> float:
    """The share of findings with the untouched pipeline that are not found by ours.

    Findings are statements with their speakers, reports, figures and names.
    """
    ours = load_tools()
    plain = replace(ours, parser=PlainParser())
    told = list(_articles(texts))
    kept, every = _found(told, ours), _found(told, plain)
    return len(every - kept) / len(every) if every else 0.0


class PlainParser(SpacyParser):
    """The pipeline as spaCy loads and runs it."""

    @cached_property
    def _untouched(self) -> Language:
        return spacy.load(DEFAULT_PARSER)

    def parse(self, passages: Iterable[Passage]) -> Iterator[list[tuple[Token, ...]]]:
        """For each passage, in order, its sentences; spans are page coordinates."""
        pairs = ((passage.text, passage.start) for passage in passages)
        for doc, start in self._untouched.pipe(pairs, as_tuples=True):
            yield list(read_sentences(doc, start))


def _articles(texts: Sequence[str]) -> Iterator[Told]:
    sources = (
        Source(f"{number}.txt", text.encode(), "file")
        for number, text in enumerate(texts)
    )
    for reading in read_pages(sources):
        if isinstance(reading, Reading):
            for article in find_articles(reading.page, reading.capture):
                yield article, reading


def _found(told: Sequence[Told], tools: Tools) -> set[tuple[object, ...]]:
    found = (search_article(article, reading, tools) for article, reading in told)
    return set(chain.from_iterable(map(_keys, found)))


def _keys(findings: Findings) -> Iterator[tuple[object, ...]]:
    for said in findings.statements:
        yield "statement", said.page_id, said.content, said.cue, said.speaker
    for report in findings.reports:
        yield "report", report.id
    for figure in findings.figures:
        yield "figure", figure.id
    for mention in findings.mentions:
        yield "name", mention.id, mention.type, mention.head


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
