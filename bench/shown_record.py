"""The disputes that a record of real articles shows, and those marked "possibly"."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from bench.shown_texts import Told
from bench.told_texts import bare_article
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import Findings, Source, Span
from onrecord.pipeline.process import search_article
from onrecord.pipeline.resolve import resolve
from onrecord.pipeline.tools import Tools, load_tools
from onrecord.read import read_source
from onrecord.record import open_record
from onrecord.record.views import DisputeView, Side, list_disputes
from onrecord.settings import cache_folder

ADDED_AT = datetime(2030, 1, 1, tzinfo=UTC)  # fixed, so that every run is the same
EVERY = 1_000_000
_WHERE = "https://texts.invalid/"  # ids rest on it: no folder of this machine


@dataclass(frozen=True, slots=True)
class Place:
    """A side of a dispute: the words in an article's text."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A dispute that the record has, by where its sides stand."""

    evidence: str
    shown: Literal["yes", "possibly"]
    score: float
    left: Place
    right: Place
    words: tuple[Span, ...]


def find_shown(texts: Sequence[Told]) -> list[Found]:
    """Every dispute of a record that holds these articles and nothing else."""
    tools = replace(load_tools(), gazetteer=open_gazetteer(cache_folder(os.environ)))
    with (
        TemporaryDirectory(prefix="shown-") as folder,
        open_record(Path(folder) / "shown.db") as record,
    ):
        for findings in _searched(texts, tools):
            record.add(findings, tools.run, added_at=ADDED_AT)
        resolve(record, tools, now=ADDED_AT)
        views = list_disputes(record, include_possible=True, limit=EVERY)
    return [_found(view) for view in views]


def _searched(texts: Sequence[Told], tools: Tools) -> Iterator[Findings]:
    for told in texts:
        source = Source(_WHERE + told.id, told.text.encode(), "fetched")
        reading = read_source(source)
        yield search_article(bare_article(reading.page, told.day), reading, tools)


def _found(view: DisputeView) -> Found:
    return Found(
        view.evidence,
        view.shown,
        view.score,
        _place(view.left),
        _place(view.right),
        view.words.spans if view.words else (),
    )


def _place(side: Side) -> Place:
    spans = side.words.spans if side.words else ()
    return Place(
        side.article.where.removeprefix(_WHERE),
        tuple((span.start, span.end) for span in spans),
    )
