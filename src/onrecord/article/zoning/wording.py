"""What the words of a block tell, as numbers."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, cast

from onrecord.article.bylines import is_byline
from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.features import WORD
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.article.features import Look
    from onrecord.model import Page

WORDING = (
    "log_words", "words", "characters", "ends", "commas", "digits", "capitals",
    "function_words", "quotes", "starts_small", "ends_colon", "word_length",
    "all_capitals", "starts_dash", "repeated", "shares_title", "is_title",
    "captioned", "credited", "byline", "moment",
)  # fmt: skip
FUNCTION_WORDS_FILE = "function_words.toml"
QUOTE = re.compile('["“”«»„]')
DASHES = ("-", "\u2013", "\u2014")
LOOKED_AT = 60  # words; a longer block tells no more
LONG_WORD = 4  # letters; shorter words say nothing about what a text is about
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


def wording(page: Page, looks: Sequence[Look]) -> list[tuple[float, ...]]:
    """The numbers of `WORDING` for each block."""
    told = [value for value in page.metadata if value.name in {"title", "description"}]
    about = frozenset(chain.from_iterable(_long_words(value.value) for value in told))
    titles = [folded(value.value) for value in told if value.name == "title"]
    counts = Counter(look.text for look in looks)
    return [
        (*_plain(look), min(counts[look.text], 5), *_titled(look, about, titles),
         *_small_print(look))
        for look in looks
    ]  # fmt: skip


def _long_words(text: str) -> Iterator[str]:
    return (word for word in WORD.findall(text.casefold()) if len(word) >= LONG_WORD)


def _plain(look: Look) -> tuple[float, ...]:
    """Counts and shares."""
    text, all_words = look.text, look.text.split()
    count = len(all_words) or 1
    words = all_words[:LOOKED_AT]
    seen = len(words) or 1
    known = function_words()
    return (
        math.log1p(look.words),
        min(look.words, 200),
        min(len(text), 1500),
        look.ends,
        text.count(",") / count,
        sum(map(str.isdigit, text[:200])) / max(1, min(200, len(text))),
        sum(word[0].isupper() for word in words) / seen,
        sum(word.strip(MARKS).lower() in known for word in words) / seen,
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
    words = list(_long_words(" ".join(look.text.split()[:LOOKED_AT])))
    shared = sum(word in about for word in words) / max(3, len(words))
    if look.words > TITLE_WORDS:
        return shared, 0.0
    own = folded(look.text)
    is_title = bool(own) and any(
        own == title or (len(own) > MIN_TITLE and own in title) for title in titles
    )
    return shared, is_title


def _small_print(look: Look) -> tuple[float, ...]:
    """Whether a block reads as a caption, a credit, a byline, a date."""
    text = look.text
    is_short = look.words <= SMALL_PRINT
    return (
        look.words <= CAPTION_WORDS and is_captioned(text),
        is_short and source_credit(text) is not None,
        is_short and is_byline(text),
        look.words <= DATE_WORDS and read_moment(text) is not None,
    )
