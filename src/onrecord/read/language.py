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
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
LATIN_SHARE = 0.9  # of the letters
OTHER_SCRIPTS = frozenset({
    "ar", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "ko", "mk", "ps",
    "ru", "sr", "ta", "th", "uk", "ur", "zh",
})  # fmt: skip
SCRIPT_SHARE = 0.15  # of the characters; Japanese mixes in Chinese ones
SURE_CHARACTERS = 400  # letters; fewer are told wrongly now and then
DECLARED = re.compile(r"[a-z]{2}(?![a-z])", re.I)


def language_of(
    text: str, blocks: Sequence[Block], metadata: Sequence[MetaValue]
) -> str | None:
    """The ISO 639-1 code of the page's language.

    The words decide; what the markup declares counts when they are too few to be
    sure, as in two sentences full of names. None when neither tells.
    """
    sample = _sample(text, blocks)
    letters = sum(map(str.isalpha, sample))
    declared = _declared(metadata)
    is_short = letters < SURE_CHARACTERS
    if is_short and declared in LANGUAGES and _fits(declared, sample, letters):
        return declared
    spoken = _spoken(sample, letters)
    if spoken is not None:
        return spoken
    is_other = declared not in OTHER_SCRIPTS and _is_foreign(sample, letters)
    return None if is_other else declared


def _is_foreign(sample: str, letters: int) -> bool:
    """Whether hardly a letter is Latin: no English page, whatever it declares."""
    return len(LATIN.findall(sample)) < (1 - LATIN_SHARE) * letters


def _fits(language: str, sample: str, letters: int) -> bool:
    """Whether words so few may be of this language: both are written in Latin script.

    Scripts tell by themselves; within one script few words are told wrongly.
    """
    is_latin = len(LATIN.findall(sample)) >= LATIN_SHARE * letters
    return is_latin and language not in OTHER_SCRIPTS


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """The longest blocks, where the prose is."""
    longest = heapq.nlargest(LONGEST_BLOCKS, blocks, key=lambda block: len(block.span))
    words = (
        text[block.span.start : block.span.start + MAX_CHARACTERS] for block in longest
    )
    return " ".join(words)[:MAX_CHARACTERS]


def _spoken(sample: str, letters: int) -> str | None:
    """The language that the words themselves show."""
    for language, script in () if sample.isascii() else SCRIPTS:
        if letters and len(script.findall(sample)) > SCRIPT_SHARE * letters:
            return language
    if letters < MIN_CHARACTERS:
        return None
    # The detector learned from running text: of a page in capitals it knows no word.
    running = sample.lower() if _is_shouted(sample, letters) else sample
    language, distance = detect_fast(running, langs=LANGUAGES)
    return str(language) if 0 < distance <= MAX_DISTANCE else None


def _is_shouted(sample: str, letters: int) -> bool:
    """Whether hardly a letter is small."""
    return sum(map(str.isupper, sample)) > LATIN_SHARE * letters


def _declared(metadata: Sequence[MetaValue]) -> str | None:
    """The language that the markup declares."""
    for value in metadata:
        match = value.name == "language" and DECLARED.match(value.value)
        if match:
            return match[0].lower()
    return None
