"""Texts as weighted words, hashed into a row of fixed width."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WORD = re.compile(r"\w+")
COMMONEST = 1996  # the first whole word ("the") in the vocabulary's order
RARE = 10.0  # weight of a word that is no piece of its own


def hash_words(texts: Sequence[str], width: int) -> NDArray[np.float32]:
    """One row of length 1 for each text; texts that share rare words lie near."""
    rows = np.zeros((len(texts), width), dtype=np.float32)
    for at, text in enumerate(texts):
        rows[at] = _hash_text(text, width)
    return rows


def _hash_text(text: str, width: int) -> NDArray[np.float32]:
    row = np.zeros(width, dtype=np.float32)
    for word, count in Counter(WORD.findall(text.lower())).items():
        axis, sign = _axis(word, width)
        row[axis] += sign * (1 + math.log(count)) * _weight(word)
    if not row.any():
        row[0] = 1.0
    return (row / np.linalg.norm(row)).astype(np.float32)


def _weight(word: str) -> float:
    """How much a word tells: the logarithm of its rank among English words."""
    rank = load_vocabulary().get(word)
    return RARE if rank is None else math.log(max(2, rank - COMMONEST + 2))


@lru_cache(maxsize=100_000)
def _axis(word: str, width: int) -> tuple[int, int]:
    digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return (number >> 1) % width, 1 if number & 1 else -1
