"""What people decided, and what is still open to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.model import EntityType, Verb
from onrecord.record.views.types.looking import ArticleRef

State = Literal["stands", "undone", "overruled", "gone"]


@dataclass(frozen=True, slots=True)
class DecidedSide:
    """One side of a decision as it is found today.

    `entity` and `name` are those of today, `named` the name as worded when it was
    decided. All are None when its pages were forgotten; a private person has no name.
    It was about so many `names`, of which `gone` are on pages forgotten since;
    `members` are the mentions that they are found as today.
    """

    entity: str | None
    name: str | None
    named: str | None
    is_private: bool
    names: int
    gone: int
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """Who took a decision back, when and why; `id` is that entry of the log."""

    id: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One entry of the log, and what became of it.

    "overruled": a later decision contradicts it; "gone": what it was about was
    forgotten; an undo always stands, and its sides are those of what it `undoes`.
    """

    id: str
    number: int
    at: datetime
    by: str
    verb: Verb
    reason: str
    left: DecidedSide | None
    right: DecidedSide | None
    state: State
    undoes: str | None
    undone: Undone | None


@dataclass(frozen=True, slots=True)
class UnsureSide:
    """One of two names of which the machine is not sure that they are one.

    `text` is the name as worded in `article`, with its role there; `name` that of
    the entity, which is named `count` times.
    """

    entity: str
    name: str
    type: EntityType
    count: int
    text: str
    role: str | None
    institution: str | None
    article: ArticleRef


@dataclass(frozen=True, slots=True)
class UnsureView:
    """Two names that may be one, why, and how sure the machine is."""

    left: UnsureSide
    right: UnsureSide
    score: float
    reason: str
    run: str
