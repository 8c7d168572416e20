"""The rows of an export that stand for many findings: identities, events, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.export.parts import DateRow, Maker, PlaceOfReport


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as worded, in how many articles of which outlets, and from when to when.

    Days are those of the articles, None where none of them bears one.
    """

    role: str
    institution: str | None
    country: str | None
    count: int
    first: str | None
    last: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One identity for many mentions. Private people are never a row."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    part_of: tuple[str, ...]
    run: str
    confidence: float
    by: Maker = "machine"
    roles: tuple[RoleRow, ...] = ()
    kind: Literal["entity"] = "entity"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place that mentions name.

    `name` is the gazetteer's where it knows the place, else as worded; `names` are as
    worded. `part_of` are the places that it lies in, `known` how surely the gazetteer's
    place is meant, None where it knows none.
    """

    id: str
    name: str
    names: tuple[str, ...]
    lat: float | None
    lon: float | None
    precision: str | None
    geonameid: int | None
    country: str | None
    run: str
    confidence: float
    by: Maker = "machine"
    part_of: tuple[str, ...] = ()
    known: float | None = None
    kind: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class TollRow:
    """Low and high as derived by the rule that stands beside them."""

    low: int | None
    high: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """The reports of one event, across articles and outlets."""

    id: str
    reports: tuple[str, ...]
    event_type: str
    sub_event_type: str | None
    place: PlaceOfReport | None
    date: DateRow | None
    killed: TollRow | None
    injured: TollRow | None
    run: str
    confidence: float
    by: Maker = "machine"
    kind: Literal["incident"] = "incident"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Articles, of all outlets, on the same news."""

    id: str
    articles: tuple[str, ...]
    run: str
    confidence: float
    by: Maker = "machine"
    kind: Literal["story"] = "story"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Statements that assert the same thing; `wording` was chosen by machine."""

    id: str
    wording: str
    statements: tuple[str, ...]
    run: str
    confidence: float
    by: Maker = "machine"
    kind: Literal["claim"] = "claim"
