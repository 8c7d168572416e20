"""Many articles out of few: findings told again of other people, words and days.

Every telling is one world. A word stands for another of its length, so that every span
still opens its words; ids follow the world, and days move on. Names that a table knows
(countries, towns, well-known bodies) stay: they are what articles of the world share.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.language import Encoder
from onrecord.model import Findings, Moment, content_id, words_of

DAYS_BETWEEN = 3  # days from one world to the next; they come round after ten years
WORLDS_ROUND = 1200
SHORTEST = 5  # letters of a word that another takes the place of
CHANGED = 40  # of a hundred such words
NOISE = 0.25  # how far a vector lies from that of the words it was made of

_ID = re.compile(r"[0-9a-f]{20}\Z")
_WORD = re.compile(r"[A-Za-z]+")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"
# The fields that hold words of the page; other text is a code and stays.
_WORDED = frozenset(
    {"text", "role", "institution", "speaker_name", "title", "byline", "counted",
     "attributed_to"}
)  # fmt: skip

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stock:
    """What worlds are made of: pages searched, names that stay, words by length."""

    findings: tuple[Findings, ...]
    kept: frozenset[str]
    words: Mapping[int, Sequence[str]]


def make_stock(findings: Iterable[Findings]) -> Stock:
    """The stock of these pages."""
    pages = tuple(findings)
    names = [mention for page in pages for mention in page.mentions]
    known = [item for item in names if item.place is not None or item.actor is not None]
    words: defaultdict[int, set[str]] = defaultdict(set)
    for page in pages:
        for word in _WORD.findall(page.reading.page.text):
            if word.islower():
                words[len(word)].add(word)
    return Stock(
        findings=pages,
        kept=frozenset(word for item in known for word in _WORD.findall(item.text)),
        words={length: sorted(group) for length, group in words.items()},
    )


def worlds(stock: Stock, count: int) -> Iterator[tuple[int, Findings]]:
    """So many pages, each with the number of its world, from 1 on."""
    for number in range(count):
        world, at = divmod(number, len(stock.findings))
        yield world + 1, vary(stock.findings[at], world + 1, stock)


def vary(findings: Findings, world: int, stock: Stock) -> Findings:
    """The findings of one page as they are told in this world."""

    def word(found: re.Match[str]) -> str:
        return _other_word(found[0], world, stock)

    def told(value: Any, name: str) -> Any:
        if isinstance(value, str):
            if _ID.match(value):
                return content_id("world", world, value)
            return _WORD.sub(word, value) if name in _WORDED else value
        if isinstance(value, Moment):
            return _moved(value, world)
        if isinstance(value, date):
            return _later(value, world)
        if isinstance(value, tuple):
            return tuple(told(item, name) for item in value)
        return _retold(value, told) if is_dataclass(value) else value

    changed = cast("Findings", told(findings, ""))
    capture = replace(changed.reading.capture, where=_address(findings, world))
    return replace(changed, reading=replace(changed.reading, capture=capture))


def _retold(value: Any, told: Any) -> Any:
    parts = {
        item.name: told(getattr(value, item.name), item.name) for item in fields(value)
    }
    return type(value)(**parts)


def _address(findings: Findings, world: int) -> str:
    return f"{findings.reading.capture.where}?world={world}"


def _later(day: date, world: int) -> date:
    return day + timedelta(days=DAYS_BETWEEN * (world % WORLDS_ROUND))


def _moved(moment: Moment, world: int) -> Moment:
    if moment.day is None:
        return moment
    return replace(moment, iso=_later(moment.day, world).isoformat() + moment.iso[10:])


def _other_word(word: str, world: int, stock: Stock) -> str:
    if word in stock.kept or len(word) < SHORTEST:
        return word
    return _another(word, world, stock) if word.islower() else _name(word, world)


def _another(word: str, world: int, stock: Stock) -> str:
    mark = _mark(word, world)
    group = stock.words.get(len(word), [word])
    return group[mark // 100 % len(group)] if mark % 100 < CHANGED else word


@cache
def _name(word: str, world: int) -> str:
    """Another name of the same length and look: vowels for vowels."""
    mark = _mark(word, world)
    letters = []
    for letter in word:
        row = _VOWELS if letter.lower() in _VOWELS else _CONSONANTS
        mark, at = divmod(mark, len(row))
        letters.append(row[at].upper() if letter.isupper() else row[at])
    return "".join(letters)


@cache
def _mark(word: str, world: int) -> int:
    return int(sha256(f"{world} {word}".encode()).hexdigest(), 16)


class ReadyVectors:
    """Vectors for the statements of all worlds, made beforehand from the stock's."""

    name = "ready"

    def __init__(self, stock: Stock, encoder: Encoder) -> None:
        """Read the vectors of the stock's own statements."""
        self._texts = sorted({text for item in stock.findings for text in said(item)})
        made = encoder.encode(self._texts)
        self._rows = dict(zip(self._texts, made, strict=True))
        self.encoded = len(self._texts)
        self._size = int(made.shape[1])
        self._ready: dict[str, Vectors] = {}

    def learn(self, first: Findings, varied: Findings) -> None:
        """Make ready the vectors of a page's statements as told in another world."""
        for before, after in zip(said(first), said(varied), strict=True):
            self._ready[after] = self._near(self._rows[before], after)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row for each text, of length 1."""
        zeros = np.zeros(self._size, dtype=np.float32)
        rows = [self._ready.get(text) for text in texts]
        made = [
            self._near(zeros, text) if row is None else row
            for row, text in zip(rows, texts, strict=True)
        ]
        return np.stack(made) if made else np.zeros((0, self._size), dtype=np.float32)

    def _near(self, row: Vectors, text: str) -> Vectors:
        seed = int.from_bytes(sha256(text.encode()).digest()[:8], "big")
        noise = np.random.default_rng(seed).standard_normal(self._size)
        moved = row + NOISE * noise / np.linalg.norm(noise)
        return cast("Vectors", (moved / np.linalg.norm(moved)).astype(np.float32))


def said(findings: Findings) -> list[str]:
    """The words of every statement of a page, in order."""
    text = findings.reading.page.text
    return [words_of(item.content, text) for item in findings.statements]
