"""Texts side by side: whether what is said to stand in a text does, and what does not.

The gold (`bench/gold/compare`) says which fact stands in which text of ten stories. All
of them are put on one record as a user would do it, and each story's texts compared.
`absent_precision` is the one that matters: of all "not in this text", how many are
true. Words shown as "possibly" count neither as told nor as absent.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.compare import PageWords, Words, share, share_of
from bench.compared_stories import (
    Fact,
    Story,
    articles_by_place,
    fill,
    is_away,
    load_stories,
    place_of,
    quoted_in,
)
from bench.harness import Figures, Inputs, Miss, joined, missing
from onrecord.model import PageId
from onrecord.record import open_record
from onrecord.record.views import (
    ComparisonView,
    FactCell,
    FactRow,
    compare_articles,
)

KINDS = ("claim", "figure", "speaker", "place", "dispute")
MEASURES = ("absent_precision", "absent_recall", "aligned_precision", "aligned_recall")
ALIKE = 0.5  # of the shorter words that must lie in the other ones
TOGETHER = 2


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
            for told in cell.held
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
