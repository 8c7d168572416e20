"""Invented news by the thousand: stories with names and words of their own."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.resolve.making import make_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import ArticleText

FIRST_DAY = date(2031, 5, 6)
SYLLABLES = [f"{first}{vowel}" for first in "bdfgklmnprstv" for vowel in "aeiou"]
LENGTH = 60  # words of an article
OWN = 40  # words that the articles of one story draw from


def tell_story(
    name: str, articles: int, *, seed: int = 1, days: int = 3
) -> list[ArticleText]:
    """Articles of one story: half of their words are of the story, half of any."""
    random = Random(f"{name} {seed}")  # noqa: S311 - the same news in every run
    language = _words(Random(0), 4000)  # noqa: S311 - as above
    own = _words(random, OWN // 2) + [word.title() for word in _words(random, OWN // 2)]
    return [
        make_article(
            f"{name}-{at:05}",
            _text(random, own, language),
            day=FIRST_DAY + timedelta(days=random.randrange(days)),
        )
        for at in range(articles)
    ]


def _words(random: Random, number: int) -> list[str]:
    return ["".join(random.choices(SYLLABLES, k=3)) for _ in range(number)]


def _text(random: Random, own: Sequence[str], language: Sequence[str]) -> str:
    words = [
        random.choice(own if random.random() < 0.5 else language) for _ in range(LENGTH)
    ]
    return " ".join(words)
