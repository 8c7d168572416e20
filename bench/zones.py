"""Zones of real pages, line by line, and what leaks from furniture into the article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import msgspec
import trafilatura

from bench.compare import shingles
from bench.datasets import find_dataset, read_dataset
from bench.extraction import HTML_SETS, MAIN_TEXT, PLAIN_SET
from bench.harness import Figures, Inputs, Miss, joined, missing
from bench.training.zones.folds import network_for
from bench.zone_gold import GoldPage, Item, items_of, read_gold, shared_words
from onrecord.article import find_articles, label_blocks
from onrecord.errors import InputError
from onrecord.model import Source, Zone
from onrecord.read import read_source

ARTICLE_ZONES = frozenset({
    "headline", "byline", "dateline", "body", "heading", "caption", "quote",
    "pull-quote", "list", "table", "correction",
})  # fmt: skip
TOLD = frozenset({"body", "quote", "list", "table"})
WHOLE = 0.95  # of the body's words: the article was found
SENTENCE_WORDS = 5  # furniture with fewer words is no sentence
LEAKED = 0.8  # of a sentence's runs of four words that stand in the text


class Row(msgspec.Struct, frozen=True):
    """A page of the benchmark: its HTML, or the frozen text of it."""

    id: str
    site: str | None = None
    html: str | None = None
    page_text: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One page read: its gold lines, what we called each, and the article's text.

    A line that is not in the text we read was called None.
    """

    page: str
    items: Sequence[Item]
    frozen: str
    called: Sequence[Zone | None]
    text: str


def measure(inputs: Inputs) -> Figures:
    """Macro F1 over zones, leaks, and between passes; trafilatura's leaks beside."""
    path = find_dataset(inputs.data, PLAIN_SET)
    if path is None:
        return missing(inputs.data / PLAIN_SET, "macro_f1", "leak_rate")
    gold = {page.page: page for page in read_gold(1)}
    frozen = {row.id: row for row in read_dataset(path, Row) if row.id in gold}
    pages = [row for row in _html(inputs.data) if row.id in frozen]
    judged = [_judged(row, gold[row.id], frozen[row.id]) for row in pages]
    saved = [_judged(row, gold[row.id], row) for row in frozen.values()]
    return joined(
        _macro("macro_f1", judged),
        _macro("macro_f1_saved_text", saved),
        _leaks("", judged),
        _leaks("_saved_text", saved),
        _peer(pages, judged),
        _between_passes(frozen),
    )


def _html(folder: Path) -> Iterator[Row]:
    for name in HTML_SETS:
        path = find_dataset(folder, name)
        if path is not None:
            yield from read_dataset(path, Row)


def _judged(row: Row, gold: GoldPage, frozen: Row) -> Judged:
    text = frozen.page_text or ""
    items = items_of(gold, text)
    source = Source(row.id, (row.page_text or row.html or "").encode(), how="file")
    try:
        reading = read_source(source)
    except InputError:
        return Judged(row.id, items, text, [None] * len(items), "")
    page = reading.page
    network = network_for(row.id, row.site)
    zones = label_blocks(page, network)
    blocks = [block.span.of(page.text) for block in page.blocks]
    shared = shared_words(items, text, blocks)
    called = [_called(shared.get(number), zones) for number in range(len(items))]
    article = next(iter(find_articles(page, reading.capture, network)), None)
    is_own = article is not None and article.type == "article"
    spans = article.spans_of(*MAIN_TEXT) if article and is_own else ()
    main = "\n".join(span.of(page.text) for span in spans)
    return Judged(row.id, items, text, called, main)


def _called(shared: Counter[int] | None, zones: Sequence[Zone]) -> Zone | None:
    """The zone of the block that holds most of a line's words."""
    return zones[shared.most_common(1)[0][0]] if shared else None


def zone_scores(
    pairs: Iterable[tuple[Zone, Zone | None]],
) -> dict[Zone, tuple[float, int]]:
    """For each zone of the gold its F1, and how many lines are of it."""
    right: Counter[Zone | None] = Counter()
    wanted: Counter[Zone] = Counter()
    called: Counter[Zone | None] = Counter()
    for gold, ours in pairs:
        wanted[gold] += 1
        called[ours] += 1
        right[gold] += gold == ours
    return {
        zone: (2 * right[zone] / (count + called[zone]), count)
        for zone, count in sorted(wanted.items())
    }


def _pairs(judged: Iterable[Judged]) -> Iterator[tuple[Zone, Zone | None]]:
    for page in judged:
        for item, zone in zip(page.items, page.called, strict=True):
            yield item.zone, zone


def _macro(key: str, judged: Sequence[Judged]) -> Figures:
    scores = zone_scores(_pairs(judged))
    if not scores:
        return Figures({})
    pairs = list(_pairs(judged))
    lost = sum(zone is None for _, zone in pairs)
    each = ", ".join(f"{zone} {f1:.2f} of {n}" for zone, (f1, n) in scores.items())
    share = sum(gold == ours for gold, ours in pairs) / len(pairs)
    note = (
        f"{key}: {len(pairs)} lines of {len(judged)} pages, {share:.3f} of them right,"
        f" {lost} not in the text we read (missed). F1 by zone: {each}"
    )
    return Figures({key: fmean(f1 for f1, _ in scores.values())}, notes=(note,))


def body_recall(items: Sequence[Item], frozen: str, text: str) -> float:
    """The share of the body's runs of four words that a text holds."""
    wanted = shingles(
        "\n".join(item.span.of(frozen) for item in items if item.zone in TOLD)
    )
    return (wanted & shingles(text)).total() / max(1, wanted.total())


def leaked(items: Sequence[Item], frozen: str, text: str) -> list[Item]:
    """The sentences of furniture that stand in a text and not in the article."""
    found = shingles(text)
    own = shingles(
        "\n".join(item.span.of(frozen) for item in items if item.zone in ARTICLE_ZONES)
    )
    leaks = []
    for item in items:
        words = item.span.of(frozen)
        if item.zone in ARTICLE_ZONES or len(words.split()) < SENTENCE_WORDS:
            continue
        runs = shingles(words)
        strange = {run for run in runs if run not in own}
        if strange and sum(run in found for run in strange) >= LEAKED * len(strange):
            leaks.append(item)
    return leaks


def _leaks(suffix: str, judged: Sequence[Judged]) -> Figures:
    """How many articles are whole, and of those how many hold furniture."""
    asked = [page for page in judged if any(item.zone in TOLD for item in page.items)]
    if not asked:
        return Figures({})
    whole = [page for page in asked if _is_whole(page)]
    misses = [
        Miss(f"leak_rate{suffix}", f"{page.page} {item.zone}", "furniture",
             item.span.of(page.frozen)[:100])
        for page in whole
        for item in leaked(page.items, page.frozen, page.text)
    ]  # fmt: skip
    leaking = len({miss.at.rpartition(" ")[0] for miss in misses})
    values = {
        f"within_recall{suffix}": len(whole) / len(asked),
        f"leak_rate{suffix}": leaking / max(1, len(whole)),
    }
    return Figures(values, tuple(misses))


def _is_whole(page: Judged) -> bool:
    return body_recall(page.items, page.frozen, page.text) >= WHOLE


def _peer(pages: Sequence[Row], judged: Sequence[Judged]) -> Figures:
    """The same for trafilatura, on the same pages."""
    theirs = [
        Judged(page.page, page.items, page.frozen, page.called, _extracted(row))
        for row, page in zip(pages, judged, strict=True)
    ]
    return _leaks("_trafilatura", theirs)


def _extracted(row: Row) -> str:
    return trafilatura.extract(row.html or "", include_comments=False) or ""


def _between_passes(frozen: dict[str, Row]) -> Figures:
    """How well the second pass agrees with the first, on the pages that have both."""
    first = {page.page: page for page in read_gold(1)}
    pairs: list[tuple[Zone, Zone | None]] = []
    for page in read_gold(2):
        text = frozen[page.page].page_text if page.page in frozen else None
        if text is None:
            continue
        one, other = items_of(first[page.page], text), items_of(page, text)
        again = {item.span: item.zone for item in other}
        pairs += [(item.zone, again.get(item.span)) for item in one]
    if not pairs:
        return Figures({})
    return Figures({"between_passes": sum(a == b for a, b in pairs) / len(pairs)})
