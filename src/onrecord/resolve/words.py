"""The words two texts are compared by: stemmed, weighed by how rare they are."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.language.vocabulary import load_vocabulary

WORD = re.compile(r"[^\W_]+")
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST_STEM = 4
FIRST_WORD = 1996  # where whole words begin in the vocabulary, commonest first
RARE = 1e-4  # share of texts that hold a word which the vocabulary lacks
COMMON = 25.0  # a word of rank r stands in about this / r of the texts


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word without its commonest endings, in lower case.

    >>> stem("Strikes") == stem("striking")
    True
    """
    word = word.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM else word


def words_in(text: str) -> list[str]:
    """The words of a text as they stand, without signs."""
    return WORD.findall(text)


@lru_cache(maxsize=200_000)
def background_share(word: str) -> float:
    """The share of English texts that hold this word, roughly.

    >>> background_share("the") > background_share("harbour")
    True
    """
    rank = load_vocabulary().get(word.lower())
    if rank is None:
        return RARE
    return min(0.9, COMMON / max(1, rank - FIRST_WORD + 1))
