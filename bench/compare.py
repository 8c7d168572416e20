"""Comparing words: where they stand on a page, how much two choices share, names."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

Spans = Sequence[tuple[int, int]]
Words = frozenset[int]  # the numbers of the words chosen on one page

_WORD = re.compile(r"\w+")
_NOT_NAME = {"the", "a", "an", "s"}


class PageWords:
    """A page's words in order, so that any choice of them is a set of numbers."""

    def __init__(self, text: str) -> None:
        """Number the words of this text."""
        self.text = text
        matches = list(_WORD.finditer(text))
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() for match in matches]
        self._folded = [match.group().casefold() for match in matches]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self._folded):
            places.setdefault(word, []).append(number)
        return places

    def within(self, spans: Spans) -> Words:
        """The words that the spans touch.

        >>> sorted(PageWords("rain fell all day").within([(5, 9), (14, 17)]))
        [1, 3]
        """
        numbers: set[int] = set()
        for start, end in spans:
            first = bisect_right(self._ends, start)
            numbers.update(range(first, bisect_left(self._starts, end)))
        return frozenset(numbers)

    def find(self, words: str) -> list[Words]:
        """Every place where these words stand in a row, whatever lies between them.

        >>> [sorted(place) for place in PageWords("No rain. 'no' Rain").find("no rain")]
        [[0, 1], [2, 3]]
        """
        wanted = folded_words(words)
        if not wanted:
            return []
        count = len(wanted)
        return [
            frozenset(range(first, first + count))
            for first in self._places.get(wanted[0], ())
            if self._folded[first : first + count] == wanted
        ]

    def span(self, words: Words) -> tuple[int, int] | None:
        """From the first to the last of these words; None for no words."""
        if not words:
            return None
        return self._starts[min(words)], self._ends[max(words)]

    def words_at(self, spans: Spans) -> str:
        """The characters that the spans open."""
        return " ... ".join(self.text[start:end] for start, end in spans)


def folded_words(text: str) -> list[str]:
    """The words of a text, case aside, marks dropped."""
    return [match.group().casefold() for match in _WORD.finditer(text)]


def share(one: Words, other: Words) -> float:
    """Words in both, of the words in either."""
    return len(one & other) / len(one | other) if one or other else 0.0


def share_of(part: Words, whole: Words) -> float:
    """How much of `part` lies in `whole`."""
    return len(part & whole) / len(part) if part else 0.0


def token_f1(ours: str, theirs: str) -> float:
    """F1 over the words of two texts as bags, case kept."""
    one = Counter(_WORD.findall(ours))
    other = Counter(_WORD.findall(theirs))
    both = sum((one & other).values())
    total = sum(one.values()) + sum(other.values())
    return 2 * both / total if total else 0.0


def plain(text: str | None) -> str:
    """A text for comparing: words and single spaces, case aside.

    >>> plain("  Rain -- at last! ")
    'rain at last'
    """
    return " ".join(folded_words(text or ""))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from another.

    >>> name_words("The Harbour's Office")
    ('harbour', 'office')
    """
    return tuple(word for word in folded_words(name) if word not in _NOT_NAME)


def is_name(name: str, variants: Iterable[str]) -> bool:
    """Whether a name is one of the variants, or one of several words and more.

    >>> is_name("Mayor Ana Lopes", ["Ana Lopes", "Lopes"])
    True
    >>> is_name("Rui Lopes", ["Ana Lopes", "Lopes"])
    False
    """
    ours = name_words(name)
    for variant in variants:
        words = name_words(variant)
        if ours and (ours == words or (len(words) > 1 and set(words) <= set(ours))):
            return True
    return False


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Runs of `size` words as a bag, case kept; a shorter text is one run."""
    words = _WORD.findall(text)
    if 0 < len(words) < size:
        return Counter([tuple(words)])
    return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
