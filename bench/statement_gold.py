"""Attributions that a careful reader found on real pages: the gold, read.

Stand-off: offsets in the frozen `page_text` of the extraction benchmark, no word of a
page. `bench/gold/statements/README.md` is the guideline. What is measured is the
article alone: its lines, a blank line between them.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from bench.attributions import Document, Found, Gold, Judged, firm
from bench.datasets import find_dataset, read_dataset
from bench.recorded import hash_of
from bench.rows import Spans

Part = Literal["train", "test"]
PLAIN_SET = "plaintext"
PARTED = "\n\n"
_FOLDER = Path(__file__).parent / "gold" / "statements"
_PASSES = {1: "first_pass.jsonl", 2: "second_pass.jsonl"}


class GoldSpans(msgspec.Struct, frozen=True):
    """One attribution, by offsets in the frozen text alone.

    Several spans of `speaker` are parts of one name or the names of joint speakers.
    """

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    speaker: Spans = ()
    aliases: tuple[Spans, ...] = ()
    belief: bool = False
    optional: bool = False
    negative: bool = False


class GoldPage(msgspec.Struct, frozen=True):
    """One page: the lines of its article, and who says what in them."""

    page: str
    sha256: str  # of the frozen text
    site: str
    part: Part
    by: str
    article: Spans
    attributions: tuple[GoldSpans, ...]
    number: int = msgspec.field(name="pass")


class _Frozen(msgspec.Struct, frozen=True):
    """A page of the benchmark as saved text."""

    id: str
    page_text: str | None = None


def read_gold(number: int) -> Iterator[GoldPage]:
    """Yield the pages of the first or the second pass."""
    return read_dataset(_FOLDER / _PASSES[number], GoldPage)


def read_frozen(folder: Path) -> dict[str, str] | None:
    """The frozen text of each page of the gold; None without the benchmark."""
    path = find_dataset(folder, PLAIN_SET)
    if path is None:
        return None
    asked = {page.page for page in read_gold(1)}
    return {
        row.id: row.page_text or ""
        for row in read_dataset(path, _Frozen)
        if row.id in asked
    }


def documents_of(
    pages: Iterable[GoldPage], frozen: Mapping[str, str]
) -> list[Document]:
    """The measured texts with their gold; a page whose text is another is left out."""
    return [
        document_of(page, frozen[page.page])
        for page in pages
        if hash_of(frozen.get(page.page, "").encode()) == page.sha256
    ]


def document_of(page: GoldPage, text: str) -> Document:
    """The lines of the article as one text, every span moved to where it stands."""
    lines = [text[start:end] for start, end in page.article]
    moved = _Moved(page.article)
    golds = tuple(_gold(each, text, moved) for each in page.attributions)
    return Document(page.page, PARTED.join(lines), golds)


class _Moved:
    """Where the lines of an article stand in the measured text."""

    def __init__(self, article: Spans) -> None:
        self._lines: list[tuple[int, int, int]] = []
        at = 0
        for start, end in article:
            self._lines.append((start, end, at))
            at += end - start + len(PARTED)

    def spans(self, spans: Spans) -> Spans:
        """The same characters there; what lies outside of the article is dropped."""
        return tuple(
            (start - first + at, min(end, last) - first + at)
            for start, end in spans
            for first, last, at in self._lines
            if first <= start < last
        )


def _gold(each: GoldSpans, text: str, moved: _Moved) -> Gold:
    return Gold(
        source=moved.spans(each.source),
        cue=moved.spans(each.cue),
        content=moved.spans(each.content),
        speaker=_name(each.speaker, text) or None,
        aliases=tuple(_name(alias, text) for alias in each.aliases),
        negative=each.negative,
        belief=each.belief,
        optional=each.optional,
    )


def _name(spans: Spans, text: str) -> str:
    return " ".join(text[start:end] for start, end in spans)


def between_passes(frozen: Mapping[str, str]) -> list[Judged]:
    """The second pass judged by the first, on the pages that have both."""
    first = {each.id: each for each in documents_of(read_gold(1), frozen)}
    return [
        firm(Judged(again.id, again.text, first[again.id].attributions, _said(again)))
        for again in documents_of(read_gold(2), frozen)
        if again.id in first
    ]


def _said(document: Document) -> tuple[Found, ...]:
    """What a reader found, as an answer."""
    return tuple(
        Found(gold.source, gold.cue, gold.content, gold.speaker)
        for gold in document.attributions
        if gold.is_firm
    )
