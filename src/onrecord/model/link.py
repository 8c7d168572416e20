"""Judgements that tie findings together, and what stands against what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from onrecord.model.ids import DisputeId, LinkId, PageId, content_id
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Member = TypeVar("Member", bound=str)
Relation = Literal["same", "part_of", "copy_of", "revision_of", "disputes"]
Judgement = Literal["yes", "no", "unsure"]
LinkKind = Literal["mention", "report", "statement", "article"]
Evidence = Literal["denial", "contrast", "contradiction", "figures"]


@dataclass(frozen=True, slots=True)
class Link:
    """One judgement about two findings of one kind.

    `kind` says what the ids are: mentions (one name), reports (one incident),
    statements (one claim), articles (one story for "same", else copy or revision).
    For "part_of" and "copy_of", `left` belongs to or copies `right`.
    `reason` is a clause a person can read.
    """

    id: LinkId
    kind: LinkKind
    left: str
    right: str
    relation: Relation
    judgement: Judgement
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two findings that stand against each other, and the words that show it.

    `left` is what is disputed, `right` what disputes it: ids of statements, figures
    or mentions (a body whose concerns are rejected). `spans` lie in `page_id`: the
    words that are the evidence (cue of the denial, contrast marker, content).
    `shown` is "possibly" where a person should look first.
    """

    id: DisputeId
    left: str
    right: str
    evidence: Evidence
    score: float
    shown: Literal["yes", "possibly"]
    page_id: PageId
    spans: tuple[Span, ...]


def make_link(  # noqa: PLR0913, PLR0917 - a link has this many fields
    kind: LinkKind,
    left: str,
    right: str,
    relation: Relation,
    judgement: Judgement,
    score: float,
    reason: str,
) -> Link:
    """A link with its id; sides of a "same" or "disputes" link are put in order."""
    if relation in {"same", "disputes"} and right < left:
        left, right = right, left
    name = content_id("link", kind, left, right, relation, judgement, reason)
    return Link(LinkId(name), kind, left, right, relation, judgement, score, reason)


def dispute_id(left: str, right: str, evidence: Evidence) -> DisputeId:
    """The id of the dispute of these sides by this evidence."""
    return DisputeId(content_id("dispute", left, right, evidence))


def groups_of(members: Iterable[Member], links: Iterable[Link]) -> dict[Member, str]:
    """For every member, the id of its group: the smallest id among its members.

    Members are joined by links "same" that were judged "yes"; whoever made the links
    saw to it that they do not contradict each other.
    """
    named = list(members)
    parent: dict[str, str] = {member: member for member in named}

    def find(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for link in links:
        if link.relation != "same" or link.judgement != "yes":
            continue
        if link.left in parent and link.right in parent:
            first, second = sorted((find(link.left), find(link.right)))
            parent[second] = first
    return {member: find(member) for member in named}
