"""Utterances made ready for comparing: equal ones as one, each with its topic."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model import Utterance
from onrecord.resolve.copies.shingles import fold
from onrecord.resolve.meaning import Meaning, asks, read_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    # How the names that an utterance is about are known: it names them itself; a
    # neighbour in its sentence does; an utterance before it does; nobody does.
    Source = Literal["named", "shared", "guessed", "none"]

# What these cues introduce is wanted, asked, promised or denied, not asserted.
NO_ASSERTION = frozenset(
    {"denying", "demanding", "asking", "promising", "condemning", "praising", "wanting"}
)
FEWEST_WORDS = 2
FIRST_PERSON = frozenset({"we", "our", "ours", "us", "i", "my", "me"})


@dataclass(frozen=True, slots=True)
class Topic:
    """The entities and places an utterance is about, and how that is known."""

    names: frozenset[str]
    places: frozenset[str]
    source: Source


@dataclass(frozen=True, slots=True)
class Saying:
    """Utterances of the same words about the same topic, in the order of their ids.

    `context` are all entities named around any of them.
    """

    text: str
    topic: Topic
    context: frozenset[str]
    utterances: tuple[Utterance, ...]
    meaning: Meaning

    @property
    def speakers(self) -> frozenset[str]:
        """The entities that say it; the unnamed are left out."""
        return frozenset(item.speaker for item in self.utterances if item.speaker)

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which it was said, as far as known, earliest first."""
        return tuple(sorted(item.day for item in self.utterances if item.day))

    @property
    def name(self) -> str:
        """The smallest id of its utterances."""
        return str(self.utterances[0].statement.id)


def is_assertion(utterance: Utterance) -> bool:
    """Whether its speaker says that something is so."""
    statement = utterance.statement
    words = fold(utterance.text).split()
    if statement.cue_class == "noun" and words[:1] != ["that"]:
        return False  # "concerns over the dam" says nothing of the dam
    return (
        statement.cue_class not in NO_ASSERTION
        and not statement.denied
        and not statement.negated
        and len(words) >= FEWEST_WORDS
        and not asks(utterance.text)
    )


def make_sayings(utterances: Iterable[Utterance]) -> list[Saying]:
    """What is asserted, by words and topic, in the order of the smallest ids."""
    ordered = sorted(utterances, key=lambda item: item.statement.id)
    topics = find_topics(ordered)
    alike: defaultdict[tuple[object, ...], list[Utterance]] = defaultdict(list)
    for item in filter(is_assertion, ordered):
        topic = topics[item.statement.id]
        known = topic.names or item.context
        alike[fold(item.text), topic.source, known, topic.places].append(item)
    return [
        Saying(
            text=items[0].text,
            topic=topics[items[0].statement.id],
            context=frozenset[str]().union(*(item.context for item in items)),
            utterances=tuple(items),
            meaning=read_meaning(items[0].text),
        )
        for items in alike.values()
    ]


def find_topics(utterances: Iterable[Utterance]) -> Mapping[str, Topic]:
    """For each statement's id what it is about.

    The speaker is no topic of its own words, unless they say "we" and name nobody
    else. An utterance that names nobody is about what its sentence names in another
    utterance, else about what the utterance before it in the article is about; who
    speaks in the article is then left out.
    """
    by_article: defaultdict[str, list[Utterance]] = defaultdict(list)
    for item in utterances:
        by_article[item.statement.article_id].append(item)
    topics: dict[str, Topic] = {}
    for items in by_article.values():
        items.sort(key=_place)
        topics |= _topics_in_article(items)
    return topics


def _topics_in_article(items: Sequence[Utterance]) -> dict[str, Topic]:
    speakers = frozenset(item.speaker for item in items if item.speaker)
    sentences: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for item in items:
        sentences[item.sentence] |= _named(item) - speakers
    topics: dict[str, Topic] = {}
    before: frozenset[str] = frozenset()
    for item in items:
        names, source = _names_of(item, sentences[item.sentence], before)
        topics[item.statement.id] = Topic(names, item.places, source)
        before = names - speakers or before
    return topics


def _names_of(
    item: Utterance, in_sentence: frozenset[str], before: frozenset[str]
) -> tuple[frozenset[str], Source]:
    own = _named(item)
    if own:
        return own, "named"
    if in_sentence:
        return in_sentence, "shared"
    if item.speaker and FIRST_PERSON & set(fold(item.text).split()):
        return frozenset({item.speaker}), "guessed"
    return before, "guessed" if before else "none"


def _named(item: Utterance) -> frozenset[str]:
    return item.names - item.places - {item.speaker or ""}


def _place(item: Utterance) -> tuple[int, str]:
    """Reading order in the article."""
    return min(span.start for span in item.statement.content), item.statement.id
