"""Texts side by side: whether what is said to stand in a text does, and what does not.

The gold (`bench/gold/compare`) says which fact stands in which text of ten stories. All
of them are put on one record as a user would do it, and each story's texts compared.
`absent_precision` is the one that matters: of all "not in this text", how many are
true. Words shown as "possibly" count neither as told nor as absent.
"""

import html
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Literal

import msgspec

from bench.compare import PageWords, Words, share, share_of
from bench.corrections import is_kept_out
from bench.harness import Figures, Inputs, Miss, joined, missing
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import PageId, Source
from onrecord.pipeline import ingest, load_tools
from onrecord.record import Record, open_record
from onrecord.record.views import (
    ComparisonView,
    FactCell,
    FactRow,
    compare_articles,
    list_stories,
)
from onrecord.sample import sample_pages
from onrecord.settings import cache_folder

KINDS = ("claim", "figure", "speaker", "place", "dispute")
MEASURES = ("absent_precision", "absent_recall", "aligned_precision", "aligned_recall")
ALIKE = 0.5  # of the shorter words that must lie in the other ones
TOGETHER = 2
EVERY = 100_000
NAMED = "~"  # before words that name a speaker who is not quoted


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet's text: a sample page, or a page of its own."""

    id: str
    page: str | None = None
    outlet: str = ""
    published: str = ""
    title: str = ""
    paragraphs: tuple[str, ...] = ()


class Fact(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"held": "in"}
):
    """One fact, and its words in each text that holds it."""

    kind: Literal["claim", "figure", "speaker", "place", "dispute", "word for"]
    about: str
    held: dict[str, str | tuple[str, ...]]


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts on the same news, and every fact in them."""

    id: str
    texts: tuple[Text, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one question about one fact or row: right of all, and the misses."""

    kind: str
    measure: str
    right: int
    of: int
    misses: tuple[Miss, ...] = ()


def measure(inputs: Inputs) -> Figures:
    """Precision and recall of cells, of all kinds together and of each."""
    stories = load_stories(inputs.data)
    if not stories:
        return missing(inputs.data, *MEASURES)
    halves: dict[bool, list[Tally]] = {False: [], True: []}
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "compared.db") as record,
    ):
        fill(record, stories)
        articles = articles_by_place(record)
        for story in stories:
            ids = {text.id: articles[place_of(story, text)] for text in story.texts}
            found = compare_articles(record, ids.values(), is_folded=False)
            texts = record.texts([text.article.page_id for text in found.texts])
            halves[is_away(story)].extend(judge(story, Asked(ids, found, texts)))
    return joined(_figures(halves[False], ""), _figures(halves[True], "kept_out_"))


def load_stories(folder: Path) -> list[Story]:
    """Every story of the gold."""
    decoder = msgspec.json.Decoder(Story)
    return [decoder.decode(file.read_bytes()) for file in sorted(folder.glob("*.json"))]


def is_away(story: Story) -> bool:
    """Whether the story is kept out; the sample's are known to everybody."""
    return is_kept_out(story.id) and all(text.page is None for text in story.texts)


def fill(record: Record, stories: Sequence[Story]) -> None:
    """Put the sample and the stories on record."""
    sample = files("onrecord.sample")
    places = Path(str(sample.joinpath("places.tsv")))
    tools = load_tools(
        (Path(str(sample.joinpath("actors.toml"))),),
        gazetteer=open_gazetteer(cache_folder(os.environ), places),
    )
    list(ingest(record, chain(_sample(), _made(stories)), tools, now=datetime.now(UTC)))


def _sample() -> Iterator[Source]:
    for page in sample_pages():
        yield Source(
            page.name, page.read_bytes(), "sample", page.url, page.outlet,
            page.captured_at,
        )  # fmt: skip


def _made(stories: Sequence[Story]) -> Iterator[Source]:
    for story in stories:
        for text in story.texts:
            if text.page is None:
                where = place_of(story, text)
                taken = datetime.fromisoformat(text.published)
                data = markup(text).encode()
                yield Source(where, data, "file", where, None, taken)


def place_of(story: Story, text: Text) -> str:
    """Where a text is captured from."""
    if text.page is None:
        return f"https://{story.id}-{text.id}.example/news/{story.id}"
    (page,) = (page for page in sample_pages() if page.name == text.page)
    return page.url or page.name


def articles_by_place(record: Record) -> dict[str, str]:
    """For every place the id of the article that was captured there."""
    told = chain.from_iterable(
        story.articles for story in list_stories(record, limit=EVERY)
    )
    return {item.where: item.id for item in told if item.type == "article"}


def markup(text: Text) -> str:
    """The page of a text."""
    title = html.escape(text.title)
    told = "".join(f"<p>{html.escape(words)}</p>" for words in text.paragraphs)
    return (
        f"<html lang=en><head><title>{title}</title>"
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{html.escape(text.outlet)}">'
        f'<meta property="article:published_time" content="{text.published}"></head>'
        '<body><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a>'
        f"</li></ul></nav><main><article><h1>{title}</h1>{told}</article></main><footer>"
        "<p>All rights reserved.</p></footer></body></html>"
    )


class Asked:
    """What was found of a story, and where the gold's words stand in its pages."""

    def __init__(
        self, ids: Mapping[str, str], found: ComparisonView, texts: Mapping[PageId, str]
    ) -> None:
        """Order the pages by the gold's names of the texts."""
        self.rows = found.rows
        names = {article: name for name, article in ids.items()}
        self.names = [names[text.article.id] for text in found.texts]
        self._pages = {
            names[text.article.id]: PageWords(texts[text.article.page_id])
            for text in found.texts
        }

    def cells(self, row: FactRow) -> dict[str, FactCell]:
        """The cells of a row by the gold's names of the texts."""
        return dict(zip(self.names, row.cells, strict=True))

    def holds(self, cell: FactCell, fact: Fact, name: str) -> bool:
        """Whether a cell has words of the fact in this text."""
        return self._overlap(cell, fact, name) > 0

    def shared(self, row: FactRow, fact: Fact) -> int:
        """In how many texts the row has words of the fact."""
        cells = self.cells(row)
        return sum(self.holds(cells[n], fact, n) for n in quoted_in(fact))

    def likeness(self, row: FactRow, fact: Fact) -> tuple[int, float]:
        """The same, and how much of the words is the same."""
        cells = self.cells(row)
        alike = sum(self._overlap(cells[n], fact, n) for n in quoted_in(fact))
        return self.shared(row, fact), alike

    def _overlap(self, cell: FactCell, fact: Fact, name: str) -> float:
        page = self._pages[name]
        if cell.stands != "in this text":
            return 0.0
        given = [
            page.within([(span.start, span.end) for span in told.words.spans])
            for told in cell.words
        ]
        asked = self._asked(fact, name)
        return max(
            (share(a, b) for a in given for b in asked if _alike(a, b)), default=0.0
        )

    def _asked(self, fact: Fact, name: str) -> list[Words]:
        words = fact.held.get(name, ())
        wordings = (words,) if isinstance(words, str) else words
        return [place for told in wordings for place in self._pages[name].find(told)]


def _alike(one: Words, other: Words) -> bool:
    less, more = sorted((one, other), key=len)
    return bool(less) and share_of(less, more) >= ALIKE


def quoted_in(fact: Fact) -> list[str]:
    """The texts that hold the fact, without those that only name a speaker."""
    return [n for n, words in fact.held.items() if not str(words).startswith(NAMED)]


def judge(story: Story, asked: Asked) -> Iterator[Tally]:
    """Every row against the fact it tells, every fact against its best row."""
    for row in asked.rows:
        facts = [fact for fact in story.facts if fact.kind == row.kind]
        best = max(facts, key=lambda fact: asked.likeness(row, fact), default=None)
        if best is None or not asked.shared(row, best):
            continue
        yield _absent(story, asked, row, best)
        if row.told_by >= TOGETHER:
            yield _aligned(story, asked, row, best)
    for fact in story.facts:
        rows = [row for row in asked.rows if row.kind == fact.kind]
        nearest = max(rows, key=lambda row: asked.likeness(row, fact), default=None)
        shared = asked.shared(nearest, fact) if nearest else 0
        if len(quoted_in(fact)) >= TOGETHER:
            yield _recalled(story, fact, shared)
        if nearest is not None and shared:
            yield _absent_recalled(story, asked, nearest, fact)


def _absent(story: Story, asked: Asked, row: FactRow, fact: Fact) -> Tally:
    cells = asked.cells(row)
    said = [n for n in cells if cells[n].stands == "not in this text"]
    wrong = [n for n in said if n in fact.held]
    return _tally(story, fact, "absent_precision", (len(said), wrong))


def _aligned(story: Story, asked: Asked, row: FactRow, fact: Fact) -> Tally:
    cells = asked.cells(row)
    said = [n for n in cells if cells[n].stands == "in this text"]
    wrong = [n for n in said if not asked.holds(cells[n], fact, n)]
    return _tally(story, fact, "aligned_precision", (len(said), wrong))


def _recalled(story: Story, fact: Fact, shared: int) -> Tally:
    held = quoted_in(fact)
    missed = held[shared:] if shared >= TOGETHER else held
    return _tally(story, fact, "aligned_recall", (len(held), missed))


def _absent_recalled(story: Story, asked: Asked, row: FactRow, fact: Fact) -> Tally:
    cells = asked.cells(row)
    away = [n for n in cells if n not in fact.held]
    unsaid = [n for n in away if cells[n].stands != "not in this text"]
    return _tally(story, fact, "absent_recall", (len(away), unsaid))


def _tally(
    story: Story, fact: Fact, key: str, counted: tuple[int, Sequence[str]]
) -> Tally:
    of, wrong = counted
    at = f"{story.id}: {fact.kind}: {fact.about}"
    misses = tuple(Miss(key, at, f"text {name}", "") for name in wrong)
    return Tally(fact.kind, key, of - len(wrong), of, misses)


def _figures(tallies: Sequence[Tally], prefix: str) -> Figures:
    values: dict[str, float] = {}
    asked: dict[str, int] = {}
    for key in MEASURES:
        for kind in ("all", *KINDS):
            parts = [t for t in tallies if t.measure == key and kind in {"all", t.kind}]
            of = sum(part.of for part in parts)
            name = f"{prefix}{key}" if kind == "all" else f"{prefix}{kind}_{key}"
            if of:
                values[name] = sum(part.right for part in parts) / of
                asked[name] = of
    misses = () if prefix else tuple(miss for t in tallies for miss in t.misses)
    return Figures(values, misses, asked=asked)
