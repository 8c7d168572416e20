"""What the words of a block tell, as numbers."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, cast

import numpy as np

from onrecord.article.bylines import is_byline
from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.features import LONG_WORD, WORD
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.model import Page

    Floats = NDArray[np.float32]

WORDING = (
    "log_words", "words", "characters", "ends", "commas", "digits", "capitals",
    "function_words", "quotes", "starts_small", "ends_colon", "word_length",
    "all_capitals", "starts_dash", "captioned", "credited", "byline", "moment",
    "repeated", "shares_title", "is_title",
)  # fmt: skip
FUNCTION_WORDS_FILE = "function_words.toml"
QUOTE = re.compile('["“”«»„]')
DIGIT = re.compile(r"\d")
DASHES = ("-", "\u2013", "\u2014")
LOOKED_AT = 60  # words; a longer block tells no more
SHORT = 80  # characters; longer texts seldom come again
SHARED_IN = 400  # characters, likewise
CAPTION_WORDS = 60
SMALL_PRINT = 30  # words; bylines and credits are shorter
DATE_WORDS = 25
TITLE_WORDS = 40
MIN_TITLE = 10  # characters of a title that may be part of a longer one
MARKS = ".,;:!?()\"'“”"


@cache
def function_words() -> frozenset[str]:
    """Words that every text needs and no menu: articles, prepositions, auxiliaries."""
    path = files("onrecord").joinpath("data", FUNCTION_WORDS_FILE)
    table = cast("dict[str, str]", tomllib.loads(path.read_text("utf-8")))
    return frozenset(chain.from_iterable(words.split() for words in table.values()))


def wording(page: Page, looks: Sequence[Look]) -> Floats:
    """The numbers of `WORDING` for each block, a row each."""
    told = [value for value in page.metadata if value.name in {"title", "description"}]
    about = frozenset(
        word
        for value in told
        for word in WORD.findall(value.value.casefold())
        if len(word) >= LONG_WORD
    )
    titles = [folded(value.value) for value in told if value.name == "title"]
    counts = Counter(look.text for look in looks)
    different = {look.text: look for look in looks}
    places = {text: at for at, text in enumerate(different)}
    rows = [
        (
            *_of_text(look.text, look.words, look.ends),
            min(counts[text], 5),
            *_titled(look, about, titles),
        )
        for text, look in different.items()
    ]
    table = np.array(rows, np.float32)
    return table[[places[look.text] for look in looks]]


def _of_text(text: str, words: int, ends: bool) -> tuple[float, ...]:  # noqa: FBT001 - a fact about the text
    """What the text alone tells; the lines of a menu are the same on many pages."""
    if len(text) <= SHORT:
        return _of_short(text, words, ends)
    return (*_plain(text, words, ends), *_small_print(text, words))


@lru_cache(maxsize=16384)
def _of_short(text: str, words: int, ends: bool) -> tuple[float, ...]:  # noqa: FBT001 - as above
    return (*_plain(text, words, ends), *_small_print(text, words))


def _plain(text: str, total: int, ends: bool) -> tuple[float, ...]:  # noqa: FBT001 - as above
    """Counts and shares."""
    words = text.split(None, LOOKED_AT)[:LOOKED_AT]
    count = max(1, text.count(" ") + 1)
    seen = len(words) or 1
    known = function_words()
    folds = [word.strip(MARKS) for word in text.lower().split(None, LOOKED_AT)]
    return (
        math.log1p(total),
        min(total, 200),
        min(len(text), 1500),
        ends,
        text.count(",") / count,
        len(DIGIT.findall(text, 0, 200)) / max(1, min(200, len(text))),
        sum([word[0].isupper() for word in words]) / seen,
        sum(map(known.__contains__, folds[:LOOKED_AT])) / seen,
        QUOTE.search(text) is not None,
        text[:1].islower(),
        text.endswith(":"),
        min(20.0, len(text) / count),
        text.isupper(),
        text.startswith(DASHES),
    )


def _titled(
    look: Look, about: frozenset[str], titles: Sequence[str]
) -> tuple[float, ...]:
    """How much a block says of what the markup says the page is about."""
    shared = _shared(look, about) if about else 0.0
    if look.words > TITLE_WORDS or not titles:
        return shared, 0.0
    own = folded(look.text)
    is_title = bool(own) and any(
        own == title or (len(own) > MIN_TITLE and own in title) for title in titles
    )
    return shared, is_title


def _shared(look: Look, about: frozenset[str]) -> float:
    """The share of the longer words that the title and description say too."""
    long: Sequence[str] = look.long_words
    if len(look.text) > SHARED_IN or not look.text.isascii():
        words = WORD.findall(look.text[:SHARED_IN].casefold())
        long = [word for word in words if len(word) >= LONG_WORD]
    return sum(map(about.__contains__, long)) / max(3, len(long))


def _small_print(text: str, words: int) -> tuple[float, ...]:
    """Whether a block reads as a caption, a credit, a byline, a date."""
    is_short = words <= SMALL_PRINT
    return (
        words <= CAPTION_WORDS and is_captioned(text),
        is_short and source_credit(text) is not None,
        is_short and is_byline(text),
        words <= DATE_WORDS and read_moment(text) is not None,
    )
