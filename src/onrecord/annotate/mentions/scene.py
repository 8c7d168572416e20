"""What the finders of names look at, and what they find: spots in sentences."""

# ruff: noqa: RUF001 - apostrophes as pages print them
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.annotate.mentions.diseases import disease_words
from onrecord.annotate.mentions.introduced import is_namesake
from onrecord.annotate.mentions.place_book import wide_reach
from onrecord.annotate.mentions.words import is_given_name, naming_words
from onrecord.gazetteer import ActorTable, Countries, fold
from onrecord.gazetteer.places import KnownNames
from onrecord.model import Article, EntityType, Page, Sentence, Span, Token

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "ʼs"})
LONG_WORD = 4  # letters; shorter words are small in most title-case styles
TITLE_SHARE = 0.7  # of the long words have a capital
HEADLINES = frozenset({"headline", "heading"})
CLOSED = " "  # no folded word
CREDIT_LINE = 8  # tokens; a caption of a few words with a slash is a credit


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
    is_shown: bool = False  # the words around it say what it is
    local: str | None = None  # the kind of body that this one of a town or state is

    def meets(self, other: Spot) -> bool:
        """Whether the two share a token."""
        return (
            self.sentence == other.sentence
            and self.start < other.end
            and other.start < self.end
        )

    @property
    def is_identified(self) -> bool:
        """Whether a table or a pattern says who this is."""
        return bool(self.actor or self.institution or self.country)


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
    places: KnownNames
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
            token.text for token in self._running() if token.text.islower()
        )

    @cached_property
    def capital(self) -> frozenset[str]:
        """Words that the running text writes with a capital inside a sentence."""
        return frozenset(
            token.text
            for token in self._running()
            if token.i and is_capitalised(token) and token.pos == "PROPN"
        )

    @cached_property
    def openers(self) -> Sequence[tuple[tuple[int, str], ...]]:
        """For each sentence the tokens, with their folded word, that may open a name.

        Some name in a table of actors, countries or seas opens with such a word.
        """
        kept: dict[str, str] = {}  # an article says most of its words twice
        return [
            tuple(
                (token.i, first)
                for token in sentence.tokens
                if (first := kept.get(token.text) or self._opener(token.text, kept))
                != CLOSED
            )
            for sentence in self.sentences
        ]

    def _opener(self, word: str, kept: dict[str, str]) -> str:
        """The word folded; CLOSED where no name opens with it, "Peoples" included."""
        first = fold(word).split(" ", 1)[0]
        opens = (
            self.actors.reach(first)
            or self.countries.reach(first)
            or first in wide_reach()
            or self.countries.reach(f"{first}s")
        )
        kept[word] = first if opens else CLOSED
        return kept[word]

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Capitalised words that stand where only places stand: "near X"."""
        found: set[str] = set()
        for sentence in self.sentences:
            for before, token in zip(
                sentence.tokens, sentence.tokens[1:], strict=False
            ):
                if is_capitalised(token) and _opens_place(sentence, before):
                    found.add(token.text)
        return frozenset(found)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Capitalised words that stand right behind a given name: "Ann X"."""
        return frozenset(full.rsplit(" ", 1)[-1] for full in self.namesakes) | (
            self._behind_given_names()
        )

    def _behind_given_names(self) -> frozenset[str]:
        return frozenset(
            token.text
            for before, token in self._pairs()
            if token.pos == "PROPN"
            and is_capitalised(token)
            and is_capitalised(before)
            and before.pos == "PROPN"
            and is_given_name(before.text)
            and self.countries.code_of(before.text) is None
            and token.entity in {"PERSON", "GPE"}
        )

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """Full names of people that are called like a place, "Velka Paris"."""
        return frozenset(
            f"{before.text} {sentence.tokens[before.i + 1].text}"
            for sentence in self.sentences
            if sentence.zone not in HEADLINES
            for before in sentence.tokens[:-1]
            if is_namesake(sentence, before, self.countries)
            and before.text.casefold() not in self.small
        )

    @cached_property
    def diseases(self) -> frozenset[str]:
        """Capitalised words before "virus" or "fever", in the running text."""
        return frozenset(
            sentence.tokens[at - 1].text
            for sentence in self.sentences
            if sentence.zone not in HEADLINES
            for at in disease_words(sentence)
            if at and is_capitalised(sentence.tokens[at - 1])
        )

    def _pairs(self) -> Iterable[tuple[Token, Token]]:
        for sentence in self.sentences:
            if sentence.zone not in HEADLINES:
                yield from zip(sentence.tokens, sentence.tokens[1:], strict=False)

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

    @cached_property
    def credits(self) -> Sequence[frozenset[int]]:
        """For each sentence the tokens that credit a picture; they name no party."""
        return [_credit(sentence) for sentence in self.sentences]

    def _running(self) -> Iterable[Token]:
        for sentence in self.sentences:
            if sentence.zone not in HEADLINES:
                yield from sentence.tokens


def has_capital(words: str) -> bool:
    """Whether any letter is a capital, or the script knows none."""
    return any(mark.isupper() for mark in words) or not any(
        mark.islower() for mark in words
    )


def is_capitalised(token: Token) -> bool:
    """Whether the token opens with a capital letter (or one without case)."""
    first = token.text[0]
    return first.isalpha() and not first.islower()


def occupied_by(spots: Iterable[Spot]) -> dict[int, set[int]]:
    """For each sentence, the tokens that the spots take."""
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for spot in spots:
        taken[spot.sentence].update(range(spot.start, spot.end))
    return taken


def free_of(spots: Iterable[Spot], taken: Iterable[Spot]) -> list[Spot]:
    """The spots that meet none of those taken, nor a longer one of their own."""
    occupied = occupied_by(taken)
    free: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start - s.end, s.sentence, s.start)):
        inside = set(range(spot.start, spot.end))
        if not inside & occupied.setdefault(spot.sentence, set()):
            occupied[spot.sentence] |= inside
            free.append(spot)
    return free


def _opens_place(sentence: Sentence, before: Token) -> bool:
    words = naming_words()
    if before.text.casefold() in words.in_place:
        return True
    if before.text != "of" or not before.i:
        return False
    return sentence.tokens[before.i - 1].text.casefold() in words.place_nouns


def _is_title_case(sentence: Sentence) -> bool:
    long = [token for token in sentence.tokens if len(token.text) >= LONG_WORD]
    capitals = sum(is_capitalised(token) for token in long)
    return bool(long) and capitals >= TITLE_SHARE * len(long)


def _credit(sentence: Sentence) -> frozenset[int]:
    """A credit line of a caption, or the credit in brackets at a sentence's end."""
    tokens = sentence.tokens
    is_caption = sentence.zone == "caption"
    everything = frozenset(range(len(tokens)))
    if is_caption and _is_credit_line(tokens):
        return everything
    opens = max((t.i for t in tokens if t.text in {"(", "["}), default=None)
    if opens is None:
        return frozenset()
    inside = {fold(token.text) for token in tokens[opens:]}
    slash = is_caption and any("/" in token.text for token in tokens[opens:])
    if slash or inside & naming_words().credit:
        return frozenset(range(opens, len(tokens)))
    return frozenset()


def _is_credit_line(tokens: Sequence[Token]) -> bool:
    if len(tokens) > CREDIT_LINE:
        return False
    opens = fold(tokens[0].text) in naming_words().credit
    return any("/" in token.text for token in tokens) or (
        opens and len(tokens) > 1 and tokens[1].text == ":"
    )
