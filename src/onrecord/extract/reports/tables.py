"""Tables of words for things and people: which row a phrase of a sentence is of."""

from __future__ import annotations

import csv
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import Sentence

Words = tuple[str, ...]
LONGEST = 4  # words of a form


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the package, notes left out."""
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return iter(csv.DictReader(lines, delimiter="\t"))


def forms_of(row: Mapping[str, str]) -> Iterator[Words]:
    """The forms of a row, word by word."""
    for form in row["forms"].split("|"):
        yield tuple(form.split())


def longest_ending(words: Sequence[str], forms: Iterable[Words]) -> Words | None:
    """The longest form that these words end with, whatever number they are in.

    >>> longest_ending(("two", "police", "stations"), {("police", "station")})
    ('police', 'station')
    """
    known = set(forms)
    for size in range(min(LONGEST, len(words)), 0, -1):
        *first, last = (word.casefold() for word in words[-size:])
        for word in dict.fromkeys((last, singular(last))):
            if (*first, word) in known:
                return (*first, word)
    return None


def words_up_to(sentence: Sentence, at: int) -> list[tuple[str, int]]:
    """The words that end with token `at`, each with its token; hyphens part words."""
    found: list[tuple[str, int]] = []
    for token in sentence.tokens[max(0, at - 2 * LONGEST) : at + 1]:
        found += [(word, token.i) for word in token.text.split("-") if word]
    return found
