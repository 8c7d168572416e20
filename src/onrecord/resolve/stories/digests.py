"""Live blogs, round-ups, daily digests: many items on a page, told by structure."""

from __future__ import annotations

import re
from bisect import bisect
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.resolve.stories.terms import Rarity, dot, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import ArticleText
    from onrecord.resolve.stories.terms import Terms

CLOCK = re.compile(
    r"\s*(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)|1?\d\s?[ap]\.?m\b)", re.IGNORECASE
)
TIMED = 4  # lines that open with a time of day: a live blog, a programme
PARTS = 4  # items of one page; fewer are an article with an aside
PART_WORDS = 20  # lines are put together until they have so many words
# Swept on the opening lines of several texts put on one page, beside the texts alone:
# at .10 nine pages in ten are told, and 1 text in 17 is taken for one, which then may
# still follow a story; .07 tells half of the pages.
TIED = 0.1  # likeness from which two parts tell of one matter
HELD = 0.5  # share of the parts that hang together in an article on one matter
READ = 60  # parts looked at: a page of more is told by its first


def holds_many(item: ArticleText) -> bool:
    """Whether an article is made of items that have little to do with each other.

    Such a page has words in common with every story that it tells: it may follow one
    but must never bring two together.
    """
    lines = item.body.split("\n")
    times = {found.group() for line in lines if (found := CLOCK.match(line))}
    if len(times) >= TIMED:
        return True
    parts = list(_parts(item, lines))[:READ]
    return len(parts) >= PARTS and _largest(parts) < HELD * len(parts)


def _parts(item: ArticleText, lines: Sequence[str]) -> Iterator[str]:
    """What stands under one heading; without headings, lines of enough words."""
    headings = sorted(span.start for span in item.article.spans_of("heading"))
    spans = item.article.body
    if len(headings) >= PARTS and len(spans) == len(lines):
        sections = [bisect(headings, span.start) for span in spans]
    else:
        sections = _measured(lines)
    for at in sorted(set(sections)):
        yield " ".join(
            line for line, here in zip(lines, sections, strict=True) if here == at
        )


def _measured(lines: Sequence[str]) -> list[int]:
    """For each line the number of its part; a part ends when it has enough words."""
    numbers, words, part = [], 0, 0
    for line in lines:
        numbers.append(part)
        words += len(line.split())
        if words >= PART_WORDS:
            words, part = 0, part + 1
    return numbers


def _largest(parts: Sequence[str]) -> int:
    """How many parts hang together, at most, by what they name."""
    language = Rarity()
    terms: list[Terms] = [language.weigh(words_of(part)) for part in parts]
    group = list(range(len(parts)))
    for left, right in combinations(range(len(parts)), 2):
        if group[left] != group[right] and dot(terms[left], terms[right]) >= TIED:
            old, new = group[right], group[left]
            group = [new if each == old else each for each in group]
    return max(group.count(each) for each in set(group))
