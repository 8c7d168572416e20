"""Denials: a statement that rejects what someone else says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.matters import Matters, is_same_speaker, place_of
from onrecord.model import Dispute, dispute_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Annotated, Mention, Statement

NEAR = 8  # sentences back in which the denied words mostly stand
ENOUGH = 0.5  # of the telling words: then the same is meant
SPEAKERS = frozenset(
    {"person", "organisation", "government", "international", "media", "party",
     "armed_group", "country"}
)  # fmt: skip


def find_rejections(
    annotated: Annotated, statements: Sequence[Statement]
) -> Iterator[Dispute]:
    """The disputes that denials show."""
    matters = Matters(annotated)
    denials = [
        statement
        for statement in statements
        if statement.cue_class == "denying"
        and statement.denied
        and not statement.negated
    ]
    body = [denial for denial in denials if denial.zone != "headline"]
    for denial in body or denials:  # a headline only repeats what the text tells
        found = (
            _named(denial, statements)
            or _matched(denial, statements, annotated, matters)
            or _whose(denial, annotated)
        )
        if found is not None:
            yield _dispute(denial, *found)


def _dispute(denial: Statement, left: str, score: float) -> Dispute:
    return Dispute(
        id=dispute_id(left, denial.id, "denial"),
        left=left,
        right=denial.id,
        evidence="denial",
        score=score,
        shown="yes" if score >= 0.7 else "possibly",  # noqa: PLR2004 - clear in the words
        page_id=denial.page_id,
        spans=(*denial.cue, *denial.denied),
    )


def _named(
    denial: Statement, statements: Sequence[Statement]
) -> tuple[str, float] | None:
    """The statement that the denial names in its own words: "X's claim that ..."."""
    inside = [
        statement
        for statement in statements
        if statement.cue_class == "noun"
        and any(
            span.holds(words)
            for span in denial.denied
            for words in statement.content[:1]
        )
    ]
    return (inside[0].id, 0.9) if inside else None


def _matched(
    denial: Statement,
    statements: Sequence[Statement],
    annotated: Annotated,
    matters: Matters,
) -> tuple[str, float] | None:
    """The statement of another that asserts what is denied."""
    text = annotated.page.text
    best: tuple[float, int, str] | None = None
    for other in statements:
        if other.id == denial.id or is_same_speaker(other, denial, text):
            continue
        if other.cue_class in {"denying", "noun"} or other.nested_in == denial.id:
            continue
        share = matters.share(other.content, denial.denied)
        gap = _gap(other, denial, matters)
        if share > 0 and gap <= NEAR and (best is None or (share, -gap) > best[:2]):
            best = (share, -gap, other.id)
    if best is None:
        return None
    return best[2], 0.8 if best[0] >= ENOUGH and _is_clause(denial, text) else 0.6


def _is_clause(denial: Statement, text: str) -> bool:
    """Whether an assertion is denied, and not "any part in it"."""
    return denial.denied[0].of(text).lower().startswith("that ")


def _gap(other: Statement, denial: Statement, matters: Matters) -> int:
    there = matters.sentence_number(place_of(other))
    return abs(matters.sentence_number(place_of(denial)) - there)


def _whose(denial: Statement, annotated: Annotated) -> tuple[str, float] | None:
    """The body or person whose words are denied: "the mission's latest warnings"."""
    inside: list[Mention] = [
        mention
        for mention in annotated.mentions
        if mention.type in SPEAKERS
        and any(span.holds(mention.span) for span in denial.denied)
    ]
    said = [mention for mention in inside if _owns_words(mention, annotated)]
    return (said[0].id, 0.75) if said else None


def _owns_words(mention: Mention, annotated: Annotated) -> bool:
    """Whether the name stands before what is denied as its owner or giver."""
    text = annotated.page.text
    after = text[mention.span.end : mention.span.end + 2]
    before = text[: mention.span.start].rstrip().rsplit(None, 2)[-2:]
    given = bool(before) and before[-1].lower() in {"by", "from"}
    owned = after in {"'s", "’s", "' ", "’ "}
    return (
        owned or given or text[mention.span.start - 3 : mention.span.end].endswith("s'")
    )
