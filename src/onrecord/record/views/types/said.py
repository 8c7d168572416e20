"""Statements, the claims they make, and what stands against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import (
    CorrectionId,
    CorrectionKind,
    CueClass,
    DateRange,
    DisputeId,
    Evidence,
    Mode,
    Moment,
    Sector,
    StatementId,
)
from onrecord.record.views.types.lived import ClaimLife
from onrecord.record.views.types.looking import ArticleRef, By, Words

SideKind = Literal["statement", "figure", "mention"]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What an outlet's own note says was wrong in an earlier version of its article.

    `words` is the note; `said` is what it says the earlier version held, `corrected`
    what it says holds now, both None where it does not tell. `targets` are ids of the
    figures and statements of its article that it is about.
    """

    id: CorrectionId
    article: ArticleRef
    kind: CorrectionKind
    words: Words
    said: Words | None
    corrected: Words | None
    targets: tuple[str, ...]
    at: Moment | None
    confidence: float
    by: By
    run: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its words and, once names are resolved, its speaker.

    `speaker` is an entity; None when nobody is named. `speaker_name` is the entity's
    fullest name, `spoken_as` the name as worded in this article. `claim` is the
    group of statements that assert the same thing. `is_speaker_private`: the record
    knows the speaker only as a victim, witness, relative or minor, and no view
    gives the name. `corrections` are notes of the same article that are about it.
    `addressee` is who was told, `occasion` where it was said, None when not told.
    `found_by` is the assistant model that proposed it, None: our own rules found it.
    """

    id: StatementId
    article: ArticleRef
    content: Words
    source: Words | None
    cue: Words | None
    cue_class: CueClass
    mode: Mode
    speaker: str | None
    speaker_name: str | None
    spoken_as: str | None
    role: str | None
    institution: str | None
    sector: Sector | None
    said_at: DateRange | None
    negated: bool
    hedged: bool
    denied: Words | None
    nested_in: StatementId | None
    zone: Literal["headline", "body", "caption"]
    confidence: float
    by: By
    run: str
    claim: str
    is_speaker_private: bool = False
    corrections: tuple[CorrectionView, ...] = ()
    addressee: Words | None = None
    occasion: Words | None = None
    found_by: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: a statement, a figure, or a body only named.

    `text` is what the side says in short; `words` the exact words it stands in.
    `claim` is the side's claim when it is a statement, `incident` when a figure.
    `is_speaker_private`: a private person, whose name no view gives. `found_by` is the
    assistant model that proposed the statement, None: our own rules found it.
    """

    id: str
    kind: SideKind
    text: str
    speaker: str | None
    speaker_name: str | None
    words: Words | None
    article: ArticleRef
    claim: str | None
    incident: str | None
    is_speaker_private: bool = False
    found_by: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Two sides that stand against each other; `words` in `article` are the evidence.

    `left` is what is disputed, `right` what disputes it.
    """

    id: DisputeId
    left: Side
    right: Side
    evidence: Evidence
    score: float
    shown: Literal["yes", "possibly"]
    words: Words
    article: ArticleRef
    by: By
    run: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim: the same thing asserted, over outlets and time.

    `wording` is chosen by machine: the statement whose words are most like the
    others'. `statements` are in order of time, unknown times last. `speakers` and
    `outlets` are sorted and hold each once; unnamed ones are left out. `disputes`
    are those with a side in one of the statements. `life` is worked out where one
    claim is shown, else None.
    """

    id: str
    wording: StatementView
    statements: tuple[StatementView, ...]
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    disputes: tuple[DisputeView, ...]
    life: ClaimLife | None = None
