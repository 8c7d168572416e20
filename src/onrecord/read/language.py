"""Which language a page is in, told from its longest blocks."""

from __future__ import annotations

import heapq
import re
from typing import TYPE_CHECKING

from resiliparse.parse.lang import detect_fast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Block, MetaValue

LONGEST_BLOCKS = 12
MAX_CHARACTERS = 4000
MIN_CHARACTERS = 200  # letters; below that the detector guesses
MAX_DISTANCE = 1100  # the detector's own measure: lower is surer
LANGUAGES = [
    "ar", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi",
    "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv",
    "mk", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw",
    "ta", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh",
]  # fmt: skip
SCRIPTS = (
    ("ja", re.compile("[぀-ヿ]")),
    ("ko", re.compile("[가-힯]")),
    ("zh", re.compile("[一-鿿]")),
)
SCRIPT_SHARE = 0.15  # of the characters; Japanese mixes in Chinese ones
DECLARED = re.compile(r"[a-z]{2}(?![a-z])", re.I)


def language_of(
    text: str, blocks: Sequence[Block], metadata: Sequence[MetaValue]
) -> str | None:
    """The ISO 639-1 code of the page's language.

    The words decide; what the markup declares counts when they are too few. None
    when neither tells.
    """
    return _spoken(_sample(text, blocks)) or _declared(metadata)


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """The longest blocks, where the prose is."""
    longest = heapq.nlargest(LONGEST_BLOCKS, blocks, key=lambda block: len(block.span))
    words = (
        text[block.span.start : block.span.start + MAX_CHARACTERS] for block in longest
    )
    return " ".join(words)[:MAX_CHARACTERS]


def _spoken(sample: str) -> str | None:
    """The language that the words themselves show."""
    letters = sum(map(str.isalpha, sample))
    for language, script in SCRIPTS:
        if letters and len(script.findall(sample)) > SCRIPT_SHARE * letters:
            return language
    if letters < MIN_CHARACTERS:
        return None
    language, distance = detect_fast(sample, langs=LANGUAGES)
    return str(language) if 0 < distance <= MAX_DISTANCE else None


def _declared(metadata: Sequence[MetaValue]) -> str | None:
    """The language that the markup declares."""
    for value in metadata:
        match = value.name == "language" and DECLARED.match(value.value)
        if match:
            return match[0].lower()
    return None
