"""What people decide: who, when, why, and about which names of which pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING, Literal

from onrecord.model.ids import CaptureId, DecisionId, PageId
from onrecord.model.link import Link, LinkKind, make_link
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Verb = Literal["same", "not-same", "part-of", "not-part-of", "split", "release", "undo"]
SIDED = frozenset({"same", "not-same", "part-of", "not-part-of", "split"})  # about two
CERTAIN = 1.0  # the score of a person's judgement: none is above it
BRANCH = "a branch is never its parent"
TOGETHER = "kept together"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A finding that a decision is about, with its words.

    `member` is its id; a newer model may give it another. Then the page, by the
    `sha256` of its bytes, and `span` and `text` tell which finding was meant.
    """

    member: str
    capture_id: CaptureId
    page_id: PageId
    sha256: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log of what people decided; nothing in it ever changes.

    `left` and `right` are all that was meant, the best first; None is one whose page
    was forgotten since. Of "part-of" and "not-part-of" `left` is the part, of "split"
    `right` is what leaves, "release" and "undo" have no right side. `undoes` is the
    decision that an undo takes back. `number` is its place in the custody log.
    """

    id: DecisionId
    number: int
    at: datetime
    by: str
    verb: Verb
    kind: LinkKind
    reason: str
    left: tuple[Anchor | None, ...]
    right: tuple[Anchor | None, ...]
    undoes: DecisionId | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as it applies today: its links, what it is about first."""

    decision: DecisionId
    links: tuple[Link, ...]


def ruling_of(
    decision: Decision, left: Sequence[str], right: Sequence[str], ends: frozenset[str]
) -> Ruling:
    """The links of a decision about these findings, found again today.

    `ends` are findings that decisions start from: where one stands on a side it is
    spoken for too, so that two decisions about the same two meet.
    """
    if decision.verb not in SIDED or not left or not right:
        return Ruling(decision.id, ())
    first = _firsts(left, ends), _firsts(right, ends)
    return Ruling(decision.id, tuple(_links(decision, (left, right), first)))


def _firsts(side: Sequence[str], ends: frozenset[str]) -> list[str]:
    return [side[0], *(name for name in side[1:] if name in ends)]


def _links(
    decision: Decision,
    sides: tuple[Sequence[str], Sequence[str]],
    firsts: tuple[Sequence[str], Sequence[str]],
) -> Iterator[Link]:
    kind, why = decision.kind, decision.reason
    (left, right), (lefts, rights) = sides, firsts
    together = f"{TOGETHER}: {why}"
    if decision.verb == "same":
        yield make_link(kind, left[0], right[0], "same", "yes", CERTAIN, why)
        yield from _joined(kind, lefts, together)
        yield from _joined(kind, rights, together)
        return
    if decision.verb == "not-part-of":
        yield from _denied(kind, "part_of", firsts, why)
        return
    if decision.verb == "part-of":
        yield make_link(kind, left[0], right[0], "part_of", "yes", CERTAIN, why)
        why = BRANCH
    yield from _denied(kind, "same", firsts, why)
    if decision.verb == "split":
        yield from _joined(kind, left, together)
        yield from _joined(kind, right, together)


def _denied(
    kind: LinkKind,
    relation: Literal["same", "part_of"],
    firsts: tuple[Sequence[str], Sequence[str]],
    why: str,
) -> Iterator[Link]:
    """It is so of none of these and none of those."""
    for one, other in product(*firsts):
        yield make_link(kind, one, other, relation, "no", CERTAIN, why)


def _joined(kind: LinkKind, side: Sequence[str], why: str) -> Iterator[Link]:
    for other in side[1:]:
        yield make_link(kind, side[0], other, "same", "yes", CERTAIN, why)
