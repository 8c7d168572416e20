"""Rows before they are cut into columns: what a fact is, and its words by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from onrecord.model import ArticleId
from onrecord.record.views.types import FactKind, FactWords

if TYPE_CHECKING:
    from onrecord.record.views.types import Manner, StatementView, Words

Bounds = tuple[int | None, int | None]
WordsOf = dict["ArticleId", list["FactWords"]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact with its words in each article that holds it.

    `named` are words that name a speaker who is not quoted there. `like` are wordings
    that a text without the fact may come near to: what is said, by these speakers;
    in so many words; what a person, or anything else, is called. `bounds` are a
    figure's whole numbers by article, `near` figures that may be of the same incident.
    """

    kind: FactKind
    about: str
    of: str
    words: Mapping[ArticleId, Sequence[FactWords]]
    named: Mapping[ArticleId, Sequence[FactWords]] = field(default_factory=dict)
    like: tuple[str, ...] = ()
    like_kind: Literal["said", "words", "name", "person"] | None = None
    speakers: frozenset[str] = frozenset()
    near: Mapping[ArticleId, FactWords] = field(default_factory=dict)
    is_denial: bool = False  # all that is said is that something is not so
    bounds: Mapping[ArticleId, Sequence[Bounds]] = field(default_factory=dict)
    shown: Literal["yes", "possibly"] = "yes"  # whether a dispute is one for sure


def words_by_article() -> WordsOf:
    """An empty list of words for every article that is asked for."""
    return defaultdict(list)


def words_said(statement: StatementView, manner: Manner) -> FactWords:
    """What a statement says, in its own words."""
    source = statement.source.text if statement.source else None
    return FactWords(
        statement.id,
        statement.article.id,
        statement.content,
        manner,
        statement.speaker_name or source,
    )


def words_naming(
    finding: str, article: ArticleId, words: Words, manner: Manner
) -> FactWords:
    """Words that say who somebody is, or what something is called."""
    return FactWords(finding, article, words, manner)
