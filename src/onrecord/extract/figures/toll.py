"""A count of people with what happened to them, before it is tied to an incident."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Effect, Span


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people a noun phrase names; tokens `first` to `last`."""

    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    added: bool
    first: int
    last: int
    counted: str | None
    is_reflexive: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """What one sentence says of how many were killed, injured, missing, ...

    `trigger` is the token that names the effect. `part_of` counts into the tolls of
    the same sentence; None for a whole. `replaces` says that the words put it in the
    place of what was told before ("raising the toll to 45").
    """

    effect: Effect
    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    added: bool
    counted: str | None
    span: Span
    trigger: int
    part_of: int | None = None
    is_superseded: bool = False
    replaces: bool = False
