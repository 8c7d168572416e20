"""Texts of one story side by side: which fact stands in which of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import ArticleId, PageId, Sector
from onrecord.record.views.types.looking import ArticleRef, Words

FactKind = Literal["figure", "dispute", "claim", "speaker", "word for", "place"]
Standing = Literal[
    "in this text", "named, not quoted", "possibly in this text", "not in this text"
]
Manner = Literal[
    "told", "denied", "figure", "superseded", "doubtful", "disputed", "disputing",
    "quoted", "named", "called", "like it",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactWords:
    """An outlet's own words for a fact: where they stand, and who they are from.

    `finding` is the id of the statement, figure, mention or report; None for words
    that are only like the fact. `by` is who says or gives it, None: the outlet.
    """

    finding: str | None
    article: ArticleId
    words: Words
    manner: Manner
    by: str | None = None


@dataclass(frozen=True, slots=True)
class FactCell:
    """A fact in one text.

    `held` is in the order of the page, empty where nothing like the fact was found.
    `not_in_copies` are copies of the text in which the fact was not found.
    """

    text: ArticleId
    stands: Standing
    held: tuple[FactWords, ...]
    not_in_copies: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact, or one thing that has a name, with a cell for each text in order.

    `of` is the id of the claim, incident or entity that it belongs to, for a dispute
    the id of the first one on record. `told_by` counts the texts that hold it.
    `differs`: the texts' figures, or their words for the thing, are not the same.
    `shown`: "possibly" for a dispute that a person should look at first.
    """

    kind: FactKind
    about: str
    of: str
    cells: tuple[FactCell, ...]
    told_by: int
    differs: bool = False
    shown: Literal["yes", "possibly"] = "yes"


@dataclass(frozen=True, slots=True)
class SectorCount:
    """How many statements of a text are from people and bodies of a sector.

    `sector` None: the text does not tell. `speakers` counts each name once, and each
    wording of a source without a name.
    """

    sector: Sector | None
    statements: int
    speakers: int


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A column: an article, and those that repeat it or that it was revised to.

    `sha256` is the hash of the capture for each of their pages. `quoted` counts who is
    quoted, the most often quoted sector first; what copies repeat counts once.
    """

    article: ArticleRef
    copies: tuple[ArticleRef, ...]
    sha256: tuple[tuple[PageId, str], ...]
    quoted: tuple[SectorCount, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The texts of a story as columns in order of time, their facts as rows.

    Rows told by two or more texts come first. `note` is what "not in this text"
    means. `left_out` are articles of the story that are no column: teasers, and those
    beyond the number of texts that are compared.
    """

    story: str
    title: str | None
    note: str
    texts: tuple[ComparedText, ...]
    rows: tuple[FactRow, ...]
    left_out: tuple[ArticleRef, ...]
