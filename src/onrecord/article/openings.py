"""The word that opens a line: most lines are told by it to be none of a kind."""

from __future__ import annotations

import re

FIRST = re.compile(r"\W*(\w+)")


def first_word(words: str) -> str:
    """The first word of a line in small letters; empty when it has none.

    >>> first_word("(By Ana Petrell)"), first_word("...")
    ('by', '')
    """
    match = FIRST.match(words)
    return match[1].lower() if match else ""
