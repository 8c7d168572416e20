"""The pages to learn from, with what is known of each block.

Two kinds of labels. Every page of the extraction benchmark has the text of its article:
a block is main text when at least half of its words stand in runs of four words that
the article has too. The pages of `bench/gold/zones` have a zone for every line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from bench.datasets import find_dataset, read_dataset
from bench.zone_gold import GoldPage, carried, read_gold
from onrecord.article.features import looks
from onrecord.article.zoning import ZONES, columns
from onrecord.errors import InputError
from onrecord.model import Page, Source
from onrecord.read import read_source

SETS = ("aeb", "fundus_eval", "fundus_parser_tests", "wcxb_articles", "plaintext")
UNKNOWN = -1
RUN = 4  # words in a row that two texts share by more than chance
NEAR, ENOUGH_NEAR = 80, 40  # words around one that stands twice, and sure ones there
MAIN_SHARE = 0.5
HEAVY = 60  # words; a longer block weighs no more
_WORD = re.compile(r"\w+")
Floats = NDArray[np.float32]


class Row(msgspec.Struct, frozen=True):
    """A page of the benchmark."""

    id: str
    site: str
    article_text: str
    html: str | None = None
    page_text: str | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One page as numbers: its blocks, and what is known of them.

    `main` is 1 for main text; `weights` are how much each block counts there, 1 in sum;
    `zones` number `ZONES`, UNKNOWN where nobody has said.
    """

    id: str
    site: str
    rows: Floats
    main: Floats
    weights: Floats
    zones: NDArray[np.int64]


def read_lessons(extraction: Path) -> Iterator[Lesson]:
    """Yield every readable page of the benchmark in this folder."""
    gold = {page.page: page for page in read_gold(1)}
    texts = _frozen_texts(extraction)
    for name in SETS:
        path = find_dataset(extraction, name)
        for row in read_dataset(path, Row) if path else ():
            page = _page(row)
            if page is not None:
                yield _lesson(row, page, gold.get(row.id), texts.get(row.id, ""))


def _frozen_texts(extraction: Path) -> dict[str, str]:
    path = find_dataset(extraction, "plaintext")
    rows = read_dataset(path, Row) if path else ()
    return {row.id: row.page_text or "" for row in rows}


def _page(row: Row) -> Page | None:
    data = (row.page_text or row.html or "").encode()
    try:
        return read_source(Source(row.id, data, how="file")).page
    except InputError:
        return None


def _lesson(row: Row, page: Page, gold: GoldPage | None, text: str) -> Lesson:
    seen = looks(page)
    blocks = [block.span.of(page.text) for block in page.blocks]
    counts = np.array([1 + min(look.words, HEAVY) for look in seen], np.float32)
    main = main_shares(blocks, row.article_text)
    counts[main < 0] = 0
    zones = np.full(len(blocks), UNKNOWN)
    if gold is not None:
        for number, zone in enumerate(carried(gold, text, blocks)):
            zones[number] = UNKNOWN if zone is None else ZONES.index(zone)
    return Lesson(
        id=row.id,
        site=row.site,
        rows=columns(page, seen),
        main=(main >= MAIN_SHARE).astype(np.float32),
        weights=counts / max(1.0, float(counts.sum())),
        zones=zones,
    )


def main_shares(blocks: Sequence[str], article: str) -> Floats:
    """For each block the share of its words that the article holds; -1 without words.

    Words that stand on the page more often than in the article count where sure ones
    are near: a teaser may repeat a sentence.
    """
    owners, words = [], []
    for number, block in enumerate(blocks):
        found = _WORD.findall(block)
        words += found
        owners += [number] * len(found)
    sure = _held(words, _WORD.findall(article))
    total = np.bincount(owners, minlength=len(blocks))
    held = np.bincount(owners, weights=sure, minlength=len(blocks))
    return np.where(total > 0, held / np.maximum(1, total), -1).astype(np.float32)


def _held(words: Sequence[str], article: Sequence[str]) -> NDArray[np.bool_]:
    """Which words of the page the article holds."""
    wanted, runs = Counter(_runs(article)), list(_runs(words))
    counts = Counter(runs)
    sure, perhaps = np.zeros(len(words), bool), np.zeros(len(words), bool)
    for at, run in enumerate(runs):
        if run in wanted:
            (sure if counts[run] <= wanted[run] else perhaps)[at : at + RUN] = True
    before = np.concatenate([[0], np.cumsum(sure)])
    for unsure in map(int, np.flatnonzero(perhaps & ~sure)):
        first, last = max(0, unsure - NEAR), min(len(words), unsure + NEAR)
        sure[unsure] = before[last] - before[first] >= ENOUGH_NEAR
    is_poor = sure.sum() < 0.3 * len(article)  # hardly a run stands only once
    return sure | perhaps if is_poor else sure


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
