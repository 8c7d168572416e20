"""A text as what it is searched by: words, word pairs, letters, names and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.resolve.words import background_share, stem

HANDLE = re.compile(r"@\w+")
TAG = re.compile(r"#(\w+)")
# Where a tag's words meet: "#FloodWatch2" is "Flood Watch 2".
SEAM = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
OWN = ("'s", "\u2019s")
DIGIT = re.compile(r"\d")
KEPT = 100_000  # texts whose figures are at hand: those of a record of 10,000 articles
GRAM = 4  # letters: they find "floodgates" by "flood gate", and names spelled anew
LONGEST = 4000  # characters read of a text; more is no single assertion
NAMING = 1e-3  # a word with a capital that more texts hold than this is no name


@dataclass(frozen=True, slots=True)
class Wording:
    """One text ready to be searched for, or to be found.

    `words` are stems in order, `pairs` neighbours among them, `grams` their letters
    four by four. `names` are stems of the rarer words with a capital letter; `figures`
    are numbers as written, without signs between thousands.
    """

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    grams: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]


@lru_cache(maxsize=20_000)
def read_wording(text: str) -> Wording:
    """What a text is searched by; handles of a network's users are left out.

    >>> read_wording("#VorrinHarbour is shut!").words
    ('vorrin', 'harbour', 'is', 'shut')
    """
    bare = [_bare(word) for word in WORD.findall(_spelled_out(text[:LONGEST]))]
    words = tuple(stem(word) for word in bare)
    return Wording(
        words=words,
        pairs=tuple(f"{left} {right}" for left, right in pairwise(words)),
        grams=tuple(gram for word in words for gram in _grams(word)),
        names=frozenset(
            stem(word) for word in bare if word[0].isupper() and _is_rare(word)
        ),
        figures=frozenset(word for word in bare if word[0].isdigit()),
    )


@lru_cache(maxsize=KEPT)
def figures_in(text: str) -> frozenset[str]:
    """The figures of a text alone: small enough to be kept for many texts.

    >>> figures_in("1,200 boats")
    frozenset({'1200'})
    """
    return read_wording(text).figures if DIGIT.search(text) else frozenset()


def _spelled_out(text: str) -> str:
    without = HANDLE.sub(" ", text)
    return TAG.sub(lambda found: f" {SEAM.sub(' ', found[1])} ", without)


def _bare(word: str) -> str:
    """A word without its 's, a number without the signs between its thousands."""
    if word.lower().endswith(OWN):
        word = word[:-2]
    if word[0].isdigit():
        return word.replace(",", "")
    return word.replace("'", "").replace("\u2019", "")


def _grams(word: str) -> list[str]:
    padded = f"_{word}_"
    return [padded[at : at + GRAM] for at in range(max(1, len(padded) - GRAM + 1))]


def _is_rare(word: str) -> bool:
    return len(word) > 1 and background_share(word) < NAMING
