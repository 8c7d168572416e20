"""Captures of one page, made by hand, in a record."""

from __future__ import annotations

import html
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from onrecord.model import Source
from onrecord.pipeline import Tools, ingest
from onrecord.record import Record, open_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

URL = "https://courier.example/pier"
FIRST = datetime(2031, 5, 2, 8, tzinfo=UTC)
TEXT = (
    "Sixteen people were killed when a bomb went off at the pier of Ostmere on Friday, "
    "the police said.",
    "“We heard it across the bay,” said Hedda Nor, the mayor of Ostmere.",
    "Oren Tull, who leads the harbour board, said the pier would be closed for a year.",
    "The pier has stood for a hundred years, and the people of the town walk out on it "
    "on every fine evening of the summer.",
)


@dataclass(frozen=True)
class Made:
    """One capture to be: what it tells, and what stands around it."""

    paragraphs: tuple[str, ...] = TEXT
    title: str = "Bomb goes off at pier of Ostmere"
    byline: str = "Ada Quill"
    frame: str = "Fleet stays in harbour"
    hours: int | None = 0  # after the first capture; None: nobody said when

    def but(self, **words: str) -> tuple[str, ...]:
        """The paragraphs with these in place: p0="..." for the first."""
        told = list(self.paragraphs)
        for name, text in words.items():
            told[int(name.removeprefix("p"))] = text
        return tuple(told)

    @property
    def source(self) -> Source:
        """The capture as it is given."""
        told = "".join(f"<p>{html.escape(words)}</p>" for words in self.paragraphs)
        data = (
            f"<html lang=en><head><title>{self.title}</title>"
            '<meta property="og:site_name" content="Ostmere Courier">'
            '<meta property="article:published_time" content="2031-05-02T07:00:00Z">'
            f'<meta name="author" content="{self.byline}"></head><body><nav><ul>'
            '<li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul>'
            f'</nav><div class="ticker"><a href="/t">{self.frame}</a></div><main>'
            f'<article><h1>{self.title}</h1><p class="byline">By {self.byline}</p>'
            f'{told}</article></main><aside class="most-read"><h3>Most read</h3><ul>'
            f'<li><a href="/m">{self.frame} again</a></li></ul></aside></body></html>'
        )
        at = None if self.hours is None else FIRST + timedelta(hours=self.hours)
        return Source(URL, data.encode(), "file", URL, None, at)


@contextmanager
def record_of(made: Sequence[Made], folder: Path, tools: Tools) -> Iterator[Record]:
    """A record to which these captures were added in this order."""
    with open_record(folder / "pier.db") as record:
        list(ingest(record, [item.source for item in made], tools, now=FIRST))
        yield record
