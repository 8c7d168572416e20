"""The log itself: entries sealed in the custody log, their words in a table apart.

The custody log holds the hash of each entry. An entry holds a seal of each of its
anchors, so that their words can go when a page is forgotten and the rest still proves
itself. A seal is salted: from it alone nobody can tell whose name it was.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from onrecord.codec import to_json
from onrecord.model import (
    Anchor,
    CaptureId,
    Decision,
    DecisionId,
    LinkKind,
    Verb,
    content_id,
)
from onrecord.record.custody import NO_CAPTURE, Event, Line, log_line, read_head
from onrecord.record.rows import Fields, insert_rows
from onrecord.record.schema import anchors, decisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Connection, Row

Seal = tuple[str, str]  # a capture, and what an anchor in it is sealed by


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it is logged."""

    at: datetime
    by: str
    verb: Verb
    kind: LinkKind
    reason: str
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...] = ()
    undoes: DecisionId | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as it is sealed: everything but the words."""

    id: str
    at: datetime
    by: str
    verb: str
    kind: str
    reason: str
    left: tuple[Seal, ...]
    right: tuple[Seal, ...]
    undoes: str | None


def append(connection: Connection, draft: Draft) -> Decision:
    """Write a decision into both logs; the caller holds the writer's lock."""
    sides = (*draft.left, *draft.right)
    salts = [secrets.token_hex(16) for _ in sides]
    seals = [
        (str(anchor.capture_id), seal_of(anchor, salt))
        for anchor, salt in zip(sides, salts, strict=True)
    ]
    head = read_head(connection)
    number = head.seq + 1 if head else 1
    name = DecisionId(content_id("decision", number, str(draft.at), draft.verb))
    cut = len(draft.left)
    entry = Entry(
        name,
        draft.at,
        draft.by,
        draft.verb,
        draft.kind,
        draft.reason,
        tuple(seals[:cut]),
        tuple(seals[cut:]),
        draft.undoes,
    )
    event: Event = "undone" if draft.verb == "undo" else "decided"
    log_line(connection, Line(event, NO_CAPTURE, hash_of(entry), name), draft.at)
    fields = {field: getattr(entry, field) for field in Entry.__slots__}
    insert_rows(connection, decisions, [fields | {"number": number}])
    pairs = zip(sides, salts, strict=True)
    rows = [_row(name, place, *pair) for place, pair in enumerate(pairs)]
    insert_rows(connection, anchors, rows)
    return Decision(
        name, number, draft.at, draft.by, draft.verb, draft.kind, draft.reason,
        draft.left, draft.right, draft.undoes,
    )  # fmt: skip


def _row(decision: str, place: int, anchor: Anchor, salt: str) -> Fields:
    told = {field: getattr(anchor, field) for field in Anchor.__slots__}
    return told | {"decision": decision, "place": place, "salt": salt}


def seal_of(anchor: Anchor, salt: str) -> str:
    """What an anchor is sealed by; nobody can tell its words without the salt."""
    told = [
        salt,
        anchor.member,
        anchor.capture_id,
        anchor.page_id,
        anchor.sha256,
        anchor.span.start,
        anchor.span.end,
        anchor.text,
    ]
    return hashlib.sha256(to_json(told).encode()).hexdigest()


def hash_of(entry: Entry) -> str:
    """The SHA-256 of an entry of the log, which the custody log keeps."""
    told = [getattr(entry, field) for field in Entry.__slots__]
    told[1] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(to_json(told).encode()).hexdigest()


def entry_of(row: Row[Any]) -> Entry:
    """The entry in a row of the table."""
    return Entry(*(getattr(row, field) for field in Entry.__slots__))


def anchor_of(row: Row[Any]) -> Anchor:
    """The anchor in a row of the table."""
    return Anchor(*(getattr(row, field) for field in Anchor.__slots__))


def read_decisions(
    connection: Connection, *conditions: ColumnElement[Any]
) -> list[Decision]:
    """The log, oldest first, with what is left of what each decision is about."""
    query = select(decisions).where(*conditions).order_by(decisions.c.number)
    rows = connection.execute(query).all()
    words: defaultdict[str, dict[int, Anchor]] = defaultdict(dict)
    if rows:
        for row in connection.execute(select(anchors)):
            words[row.decision][row.place] = anchor_of(row)
    return [_decision(row, words[row.id]) for row in rows]


def _decision(row: Row[Any], words: Mapping[int, Anchor]) -> Decision:
    left, both = len(row.left), len(row.left) + len(row.right)
    return Decision(
        DecisionId(row.id),
        row.number,
        row.at,
        row.by,
        row.verb,
        row.kind,
        row.reason,
        tuple(words.get(place) for place in range(left)),
        tuple(words.get(place) for place in range(left, both)),
        DecisionId(row.undoes) if row.undoes else None,
    )


def remove_anchors(connection: Connection, capture: CaptureId) -> None:
    """Take the words of a capture that is forgotten out of the log."""
    connection.execute(delete(anchors).where(anchors.c.capture_id == capture))
