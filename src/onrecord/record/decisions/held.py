"""The log replayed on what is on record today: what stands, and its links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from onrecord.model import Anchor, Decision, DecisionId, Link, Span, hold, ruling_of
from onrecord.record.decisions.log import read_decisions
from onrecord.record.rows import (
    fields_of,
    insert_rows,
    query_of,
    rows_among,
    value_of,
)
from onrecord.record.schema import captures, links, mentions, pages
from onrecord.record.text import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from onrecord.model import LinkKind, Run

Sides = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Holding:
    """The whole log as it applies today.

    `sides` are the findings that each decision is about, found again today; `undone`
    gives for each decision that was taken back the undo; `links` the judgements of
    each decision that stands: one with sides and without links is overruled.
    """

    decisions: tuple[Decision, ...]
    sides: Mapping[DecisionId, Sides]
    undone: Mapping[DecisionId, Decision]
    links: Mapping[DecisionId, tuple[Link, ...]]


def read_holding(connection: Connection) -> Holding:
    """Replay the log: which decisions were undone, overruled, or lost what they meant.

    The later of two decisions that contradict each other stands.
    """
    told = tuple(read_decisions(connection))
    undone = {item.undoes: item for item in told if item.undoes is not None}
    found = _found_again(connection, _anchors_of(told))
    sides = {
        item.id: (_today(item.left, found), _today(item.right, found)) for item in told
    }
    standing = [item for item in told if item.id not in undone]
    ends = frozenset(side[0] for it in standing for side in sides[it.id] if side)
    rulings = [
        ruling_of(item, *sides[item.id], ends | _met(item, found)) for item in standing
    ]
    return Holding(told, sides, undone, hold(rulings))


def _met(item: Decision, found: Mapping[Anchor, str]) -> set[str]:
    """The names of a "same" on pages that name both.

    The two that one article names are two to the machine: there only the person's own
    word joins them.
    """
    if item.verb != "same":
        return set()
    sides = [[anchor for anchor in side if anchor] for side in (item.left, item.right)]
    left, right = ({anchor.page_id for anchor in side} for side in sides)
    anchors = (anchor for side in sides for anchor in side)
    return {
        found[anchor]
        for anchor in anchors
        if anchor.page_id in left & right and anchor in found
    }


def _anchors_of(told: Iterable[Decision]) -> set[Anchor]:
    return {anchor for item in told for anchor in (*item.left, *item.right) if anchor}


def _today(
    side: Iterable[Anchor | None], found: Mapping[Anchor, str]
) -> tuple[str, ...]:
    ids = (found.get(anchor) for anchor in side if anchor is not None)
    return tuple(dict.fromkeys(name for name in ids if name is not None))


def _found_again(connection: Connection, wanted: set[Anchor]) -> dict[Anchor, str]:
    """Each anchor's finding of today: by its id, else by its words in its page."""
    query = select(mentions.c.id)
    ids = (anchor.member for anchor in wanted)
    known = {row.id for row in rows_among(connection, query, mentions.c.id, ids)}
    found = {anchor: anchor.member for anchor in wanted if anchor.member in known}
    lost = wanted - found.keys()
    nearby = _mentions_in(connection, {anchor.sha256 for anchor in lost})
    for anchor in lost:
        name = _nearest(anchor, nearby[anchor.sha256])
        if name is not None:
            found[anchor] = name
    return found


def _mentions_in(
    connection: Connection, wanted: set[str]
) -> defaultdict[str, list[Row[Any]]]:
    query = (
        select(
            captures.c.sha256,
            mentions.c.id,
            mentions.c.page_id,
            mentions.c.span,
            mentions.c.text,
        )
        .join_from(mentions, pages, pages.c.id == mentions.c.page_id)
        .join(captures, captures.c.id == pages.c.capture_id)
    )
    found: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows_among(connection, query, captures.c.sha256, wanted):
        found[row.sha256].append(row)
    return found


def _nearest(anchor: Anchor, rows: Iterable[Row[Any]]) -> str | None:
    """The finding that has the anchor's words now.

    In the same text it is the one that shares most of them; in another reading of
    the same bytes the nearest of the same name.
    """
    told = fold_name(anchor.text)
    ranked = [
        (-_shared(anchor.span, row.span), row.id)
        for row in rows
        if row.page_id == anchor.page_id and row.span.meets(anchor.span)
    ] or [
        (abs(row.span.start - anchor.span.start), row.id)
        for row in rows
        if row.page_id != anchor.page_id and fold_name(row.text) == told
    ]
    return min(ranked)[1] if ranked else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def read_decided(connection: Connection, kind: LinkKind) -> list[Link]:
    """The judgements of people about this kind that stand, by id; none contradict."""
    held = read_holding(connection).links.values()
    found = {link.id: link for told in held for link in told if link.kind == kind}
    return [found[name] for name in sorted(found)]


def read_released(connection: Connection) -> frozenset[str]:
    """The mentions of private people whom a person released."""
    holding = read_holding(connection)
    return frozenset(
        name
        for item in holding.decisions
        if item.verb == "release" and item.id not in holding.undone
        for name in holding.sides[item.id][0]
    )


def read_ever_released(connection: Connection) -> frozenset[str]:
    """The mentions that somebody ever released, whether that stands or not."""
    holding = read_holding(connection)
    sides = (holding.sides[it.id] for it in holding.decisions if it.verb == "release")
    return frozenset(name for side in sides for name in side[0])


def save_decided(connection: Connection, run: Run, at: datetime) -> None:
    """Append the links of decisions that stand now; revoke those of others."""
    query = query_of(Link, links.c.number, links.c.decision).where(
        links.c.decision.is_not(None), links.c.revoked_at.is_(None)
    )
    standing = {
        (value_of(Link, row), row.decision): row.number
        for row in connection.execute(query)
    }
    held = read_holding(connection).links
    wanted = {(link, name): None for name, told in held.items() for link in told}
    for number in [number for key, number in standing.items() if key not in wanted]:
        revoke = update(links).where(links.c.number == number)
        connection.execute(revoke.values(revoked_at=at))
    rows = [
        fields_of(link) | {"run": run.id, "by": "person", "at": at, "decision": name}
        for link, name in wanted
        if (link, name) not in standing
    ]
    insert_rows(connection, links, rows)
