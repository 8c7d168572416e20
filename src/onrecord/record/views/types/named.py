"""Who is named: entities with their names, roles and links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.model import (
    EntityType,
    Link,
)
from onrecord.record.views.types.decided import DecisionView
from onrecord.record.views.types.happened import ReportView
from onrecord.record.views.types.looking import By
from onrecord.record.views.types.said import StatementView


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity by name; a private person's name is not for showing."""

    id: str
    name: str
    type: EntityType
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity without its life: every name it bears, what it belongs to (ids)."""

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...]
    part_of: tuple[str, ...]
    is_private: bool
    private_reason: str | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as worded, how often, and in which outlets."""

    text: str
    count: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role as worded; days are those of the articles' publication, None unknown.

    `count` and `outlets` are of the articles that tell it, `country` is an ISO code.
    """

    role: str
    institution: str | None
    count: int
    first: date | None
    last: date | None
    country: str | None = None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkView:
    """A judgement with its history: when made, when taken back, by whom.

    A person's rests on a decision: `decision` is its id, `decided_by` who decided.
    """

    link: Link
    at: datetime
    revoked_at: datetime | None
    by: By
    run: str
    decision: str | None = None
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class EntityView:
    """One identity for many names.

    `part_of` are the bodies it belongs to, `branches` those that belong to it.
    `links` say why names were joined or kept apart. `is_private`: a person shown
    only as victim, witness, relative or minor; `private_reason` says which, and
    `public_reason` what makes anybody else a public person (None for bodies).
    `decisions` are those of people that stand and made it what it is, newest first.
    `dealings` are the reports in which it is one of the sides, in order of time.
    """

    id: str
    name: str
    type: EntityType
    spellings: tuple[Spelling, ...]
    roles: tuple[RoleSeen, ...]
    statements: tuple[StatementView, ...]
    part_of: tuple[EntityRef, ...]
    branches: tuple[EntityRef, ...]
    links: tuple[LinkView, ...]
    claims: tuple[str, ...]
    is_private: bool
    private_reason: str | None
    public_reason: str | None = None
    decisions: tuple[DecisionView, ...] = ()
    dealings: tuple[ReportView, ...] = ()
