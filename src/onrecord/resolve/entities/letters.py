"""Which names can be compared by spelling at all."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LONGEST_NAME = 120  # characters
MOST_WORDS = 12
PARTS = frozenset(" -‐‑'’‘ʼʻ`´.,·・\u200c\u200d")  # noqa: RUF001 - marks that stand in names
EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})


def is_comparable(name: str) -> bool:
    """Whether a name is short enough and written in letters of one script.

    Look-alike letters of another script, emoji and figures make a text that nobody
    should be joined by.

    >>> is_comparable("Ana Petrell"), is_comparable("Ana \u0420etrell")
    (True, False)
    """
    if len(name) > LONGEST_NAME or len(name.split()) > MOST_WORDS:
        return False
    scripts = {script for mark in name if mark not in PARTS
               and (script := _script_of(mark))}  # fmt: skip
    return len(scripts) == 1 and None not in scripts and "?" not in scripts


@lru_cache(maxsize=4096)
def _script_of(mark: str) -> str:
    """The script of a letter; "" for a mark on a letter, "?" for what is none."""
    kind = unicodedata.category(mark)
    if kind in {"Mn", "Mc", "Lm", "Zs"}:
        return ""
    if not kind.startswith("L"):
        return "?"
    script = unicodedata.name(mark, "?").split(" ", 1)[0]
    return "EAST ASIAN" if script in EAST_ASIAN else script
