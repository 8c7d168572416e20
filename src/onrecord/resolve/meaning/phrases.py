"""Tables of phrases, and where they stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TOKEN = re.compile(r"[^\W_]+|[.,;:!?]")
CONTRACTIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"\bcannot\b|\bcan[\u2019']t\b", "can not"),
        (r"\bwon[\u2019']t\b", "will not"),
        (r"\bshan[\u2019']t\b", "shall not"),
        (r"n[\u2019']t\b", " not"),
        (r"[\u2019']s\b", ""),
    )
)
SHORTEST_PREFIX = 3
GAP = 2  # words that "~" may stand for


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for, and what they are listed as: "strength", "-"."""

    parts: tuple[str, ...]
    kind: str
    pole: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at these tokens (half-open)."""

    start: int
    end: int
    phrase: Phrase


def tokens_of(text: str) -> list[str]:
    """Words in lower case and the signs that part clauses; "isn't" is "is", "not".

    >>> tokens_of("It isn't over, he said")
    ['it', 'is', 'not', 'over', ',', 'he', 'said']
    """
    return [token.lower() for token in cased_tokens(text)]


def cased_tokens(text: str) -> list[str]:
    """The same tokens with their capitals."""
    for pattern, full in CONTRACTIONS:
        text = pattern.sub(full, text)
    return TOKEN.findall(text)


class PhraseTable:
    """Phrases, found quickly by their first word."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index the phrases; a first part must not be a gap."""
        self._by_word: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            self._by_word[phrase.parts[0]].append(phrase)

    def find(self, tokens: Sequence[str]) -> Iterator[Hit]:
        """For each kind the longest phrases from left to right, not overlapping."""
        taken: dict[str, int] = {}
        for start in range(len(tokens)):
            longest: dict[str, Hit] = {}
            for phrase in self._beginning(tokens[start]):
                end = _end_of(phrase.parts, tokens, start)
                best = longest.get(phrase.kind)
                if end and (best is None or end > best.end):
                    longest[phrase.kind] = Hit(start, end, phrase)
            for kind, hit in sorted(longest.items()):
                if taken.get(kind, 0) <= start:
                    taken[kind] = hit.end
                    yield hit

    def _beginning(self, token: str) -> Iterator[Phrase]:
        yield from self._by_word.get(token, ())
        for length in range(SHORTEST_PREFIX, len(token) + 1):
            yield from self._by_word.get(f"{token[:length]}*", ())


def _end_of(parts: Sequence[str], tokens: Sequence[str], at: int) -> int:
    """Where the phrase that begins at this token ends; 0 when it is not there."""
    ends = {at}
    for part in parts:
        if part == "~":
            ends = {end + more for end in ends for more in range(GAP + 1)}
        else:
            ends = {
                end + 1
                for end in ends
                if end < len(tokens) and _fits(part, tokens[end])
            }
    return max(ends, default=0)


def _fits(part: str, token: str) -> bool:
    return token.startswith(part[:-1]) if part.endswith("*") else token == part


@cache
def load_phrases(name: str) -> PhraseTable:
    """A table of this package's data: the file's columns are kind, pole, phrases.

    A table of two columns has kind and phrases; its poles are empty.
    """
    text = files("onrecord.data").joinpath(name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[:1] not in {"", "#"}]
    return PhraseTable(
        Phrase(tuple(_parts(words)), row[0], row[1] if len(row) > 2 else "")  # noqa: PLR2004 - columns of the table
        for row in rows
        for words in row[-1].split(";")
    )


def _parts(words: str) -> Iterator[str]:
    for part in words.split():
        if part in {"~"} or part.endswith("*"):
            yield part
        else:
            yield from tokens_of(part)
