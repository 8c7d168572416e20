"""Two wordings side by side: whether they are the same, how alike, where they differ.

Marks, case and white space say nothing new; what is folded is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from onrecord.pipeline.revisions.changes import Piece, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record.views import Words

WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})
PRONOUNS = {
    **dict.fromkeys(("he", "she", "it", "they"), "he"),
    **dict.fromkeys(("his", "her", "its", "their"), "his"),
}  # fmt: skip


def folded(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared.

    >>> folded("“Rain,” he said.")
    ('rain', 'he', 'said')
    """
    plain = unicodedata.normalize("NFKC", text).translate(APOSTROPHES).casefold()
    return tuple(WORD.findall(plain))


def is_same(one: str, other: str) -> bool:
    """Whether two wordings hold the same words in the same order."""
    return folded(one) == folded(other)


def likeness(one: str, other: str) -> float:
    """How much of two wordings is the same in the same order, from 0 to 1.

    Pronouns are one: of whom they speak another comparison tells.
    """
    first, second = (
        [PRONOUNS.get(word, word) for word in folded(text)] for text in (one, other)
    )
    return float(Indel.normalized_similarity(first, second))


def holds(text: str, words: str) -> bool:
    """Whether a text holds these words in a row."""
    wanted = folded(words)
    return bool(wanted) and f" {' '.join(wanted)} " in f" {' '.join(folded(text))} "


def alone(text: str, words: Words | None = None) -> Wording:
    """A wording that has nothing beside it to differ from."""
    return Wording(text, (Piece(text, is_changed=False),), words)


def side_by_side(
    before: tuple[str, Words | None], after: tuple[str, Words | None]
) -> tuple[Wording, Wording]:
    """Two wordings of one thing, with the words in which they differ."""
    (one, in_one), (other, in_other) = before, after
    first, second = list(WORD.finditer(one)), list(WORD.finditer(other))
    steps = Levenshtein.opcodes(
        [folded(found[0]) for found in first], [folded(found[0]) for found in second]
    )
    ours = [(s.src_start, s.src_end) for s in steps if s.tag != "equal"]
    theirs = [(s.dest_start, s.dest_end) for s in steps if s.tag != "equal"]
    return (
        Wording(one, tuple(_pieces(one, first, ours)), in_one),
        Wording(other, tuple(_pieces(other, second, theirs)), in_other),
    )


def _pieces(
    text: str, words: list[re.Match[str]], runs: list[tuple[int, int]]
) -> Iterator[Piece]:
    """The text in pieces: the words of these runs changed, all between them not."""
    at = 0
    for start, end in _joined(runs):
        if start == end:
            continue
        left, right = words[start].start(), words[end - 1].end()
        if at < left:
            yield Piece(text[at:left], is_changed=False)
        yield Piece(text[left:right], is_changed=True)
        at = right
    if at < len(text):
        yield Piece(text[at:], is_changed=False)


def _joined(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs that touch as one."""
    held: tuple[int, int] | None = None
    for start, end in runs:
        if held is not None and held[1] == start:
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held
