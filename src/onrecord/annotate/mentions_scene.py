"""What the finders of names look at, and what they find: spots in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.model import EntityType, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.model import Article, Page, Sentence, Token

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "ʼs"})
LONG_WORD = 4  # letters; shorter words are small in most title-case styles
TITLE_SHARE = 0.7  # of the long words have a capital
HEADLINES = frozenset({"headline", "heading"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A name: tokens `start` up to `end` of a sentence, and what is known of it."""

    sentence: int
    start: int
    end: int
    type: EntityType
    actor: str | None = None
    country: str | None = None
    institution: str | None = None
    confidence: float = 0.5
    is_common: bool = False  # a nominal ("police", "the ministry"), not a name

    def meets(self, other: Spot) -> bool:
        """Whether the two share a token."""
        return (
            self.sentence == other.sentence
            and self.start < other.end
            and other.start < self.end
        )


@dataclass(eq=False)
class Scene:
    """One article as the finders of names see it.

    `near` holds the codes of countries and ids of actors that are named without
    doubt; they decide what an ambiguous alias means. `spots` are the names found.
    """

    sentences: Sequence[Sentence]
    article: Article
    page: Page
    actors: ActorTable
    countries: Countries
    near: frozenset[str] = frozenset()
    spots: list[Spot] = field(default_factory=list)

    def words(self, sentence: int, start: int, end: int) -> str:
        """The page's words from token `start` up to `end`."""
        return self.span(sentence, start, end).of(self.page.text)

    def span(self, sentence: int, start: int, end: int) -> Span:
        """The characters from token `start` up to `end`."""
        tokens = self.sentences[sentence].tokens
        return Span(tokens[start].span.start, tokens[end - 1].span.end)

    def text_of(self, spot: Spot) -> str:
        """The words of a spot."""
        return self.words(spot.sentence, spot.start, spot.end)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the running text writes in small letters."""
        return frozenset(
            token.text
            for sentence in self.sentences
            if sentence.zone not in HEADLINES
            for token in sentence.tokens
            if token.text.islower()
        )

    @cached_property
    def capital(self) -> frozenset[str]:
        """Words that the running text writes with a capital inside a sentence."""
        return frozenset(
            token.text
            for sentence in self.sentences
            if sentence.zone not in HEADLINES
            for token in sentence.tokens[1:]
            if is_capitalised(token) and token.pos == "PROPN"
        )

    @cached_property
    def title_cased(self) -> frozenset[int]:
        """Headlines in which nearly every long word has a capital."""
        return frozenset(
            number
            for number, sentence in enumerate(self.sentences)
            if sentence.zone in HEADLINES and _is_title_case(sentence)
        )

    @cached_property
    def shouted(self) -> frozenset[int]:
        """Sentences in capitals throughout, where no acronym can be told."""
        return frozenset(
            number
            for number, sentence in enumerate(self.sentences)
            if not any(
                mark.islower() for token in sentence.tokens for mark in token.text
            )
        )


def _is_title_case(sentence: Sentence) -> bool:
    long = [token for token in sentence.tokens if len(token.text) >= LONG_WORD]
    capitals = sum(is_capitalised(token) for token in long)
    return bool(long) and capitals >= TITLE_SHARE * len(long)


def has_capital(words: str) -> bool:
    """Whether any letter is a capital, or the script knows none."""
    return any(mark.isupper() for mark in words) or not any(
        mark.islower() for mark in words
    )


def is_capitalised(token: Token) -> bool:
    """Whether the token opens with a capital letter (or one without case)."""
    first = token.text[0]
    return first.isalpha() and not first.islower()


def free_of(spots: Iterable[Spot], taken: Iterable[Spot]) -> list[Spot]:
    """The spots that meet none of those taken, nor one before them; longest first."""
    kept = list(taken)
    free: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start - s.end, s.sentence, s.start)):
        if not any(
            spot.meets(other) for other in kept if other.sentence == spot.sentence
        ):
            kept.append(spot)
            free.append(spot)
    return free
