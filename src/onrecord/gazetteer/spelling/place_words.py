"""The words of a place's name that count, as sounds."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.gazetteer.spelling.parts import (
    LONGEST,
    Parts,
    heard,
    rarity,
    without_article,
)
from onrecord.gazetteer.spelling.small_words import small_words

_WHERE = re.compile(r"(?<=\w)\s*[,،(，（].*")  # noqa: RUF001 - commas of other scripts


@lru_cache(maxsize=65536)
def place_parts(name: str) -> Parts:
    """The words of a place's name that count, without "city", "district" and such.

    Where it lies is no part of the name, behind a comma or, in Chinese, before it.

    >>> place_parts("Vorrin City").words, place_parts("Vorrin, Old Province").words
    (('vorin',), ('vorin',))
    """
    small = small_words()
    name = _WHERE.sub("", name[:LONGEST].strip())
    name = small.place_ends.sub("", small.place_fronts.sub("", name))
    written = heard(name)
    words = [word for word in written.sounds if word not in small.particles]
    named = [word for word in words if word not in small.place_words]
    kept = tuple(map(without_article, named or words or written.sounds))
    return Parts(
        kept,
        (False,) * len(kept),
        tuple(map(rarity, kept)),
        written.script,
        written.is_mixed,
    )
