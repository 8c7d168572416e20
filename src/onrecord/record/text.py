"""Text folded for comparing and searching; what is folded is never shown."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

Phrase = NewType("Phrase", str)  # folded words in order, no quotation marks

PHRASE_LIMIT = 64  # phrases, and words in one; the rest of a query is not looked for
MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
)  # accents and vowel points, which spellings leave out
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003134f])"
)  # Thai to Khmer, kana, Han: written without spaces between words
APOSTROPHES = re.compile("['`\u2018\u2019\u02bc]")
NOT_WORDS = re.compile(r"[\W_]+")
QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


def fold(text: str) -> str:
    """Lower case without accents, vowel points and printer's variants.

    >>> fold("Ábdul QĀNI")
    'abdul qani'
    """
    if text.isascii():
        return text.lower()
    open_text = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", MARKS.sub("", open_text)).casefold()


def fold_name(name: str) -> str:
    """A name's words, folded, parted by single spaces.

    >>> fold_name(" al-Qānī,  A. ")
    'al qani a'
    """
    return NOT_WORDS.sub(" ", APOSTROPHES.sub("", fold(name))).strip()


def searchable(text: str) -> str:
    """Folded text in which every word of an unspaced script's character is a word.

    Searching for a row of such characters then finds it inside any longer row.
    """
    return UNSPACED.sub(r" \1 ", fold(text))


def phrases_of(query: str) -> list[Phrase]:
    """What to look for: words in quotation marks together, others one by one.

    Any text is fine; without a letter or digit the list is empty.

    >>> phrases_of('"completely curbed" (ISIS)')
    ['completely curbed', '(isis)']
    """
    found = []
    for quoted, single in QUOTED.findall(query):
        words = _printable(searchable(quoted or single))
        if any(unicodedata.category(letter)[0] in "LN" for letter in words):
            found.append(Phrase(words))
    return found[:PHRASE_LIMIT]


def _printable(text: str) -> str:
    plain = "".join(
        " " if unicodedata.category(letter)[0] == "C" or letter == '"' else letter
        for letter in text
    )
    return " ".join(plain.split()[:PHRASE_LIMIT])
