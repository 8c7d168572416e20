"""Denials: a statement that rejects what someone else says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.oppositions.falsehoods import called_untrue
from onrecord.extract.oppositions.matters import Matters, place_of
from onrecord.extract.oppositions.sides import apart
from onrecord.extract.oppositions.taken_up import (
    answered_charge,
    denied_in_quotation,
    taken_up,
)
from onrecord.extract.oppositions.told import is_asked, is_told
from onrecord.model import Annotated, Dispute, Statement, dispute_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Mention

NEAR = 8  # sentences back in which the denied words mostly stand
ENOUGH = 0.5  # of the telling words: then the same is meant
FEWEST = 2  # telling words that both must have
CLEAR = 0.7
SPEAKERS = frozenset(
    {"person", "organisation", "government", "international", "media", "party",
     "armed_group", "country"}
)  # fmt: skip
GIVERS = frozenset({"by", "from", "of"})
OWNING = frozenset({"'s", "’s", "'", "’", "‘s"})
OWNED = 5  # tokens: "the mission's latest grave warnings"
UNSAID = frozenset({"denying", "noun", "asking", "wanting", "demanding"})


@dataclass(frozen=True, slots=True)
class _Reader:
    """One article, with what is asked of it."""

    annotated: Annotated
    statements: Sequence[Statement]
    matters: Matters


def find_rejections(
    annotated: Annotated, statements: Sequence[Statement]
) -> Iterator[Dispute]:
    """The disputes that denials show.

    Shown as "yes": the denial names whose words it rejects, or another speaker says
    in the article what is denied, or one other side alone spoke just before and the
    denial takes that up ("denied the claim").
    """
    reader = _Reader(annotated, statements, Matters(annotated))
    denials = [
        statement
        for statement in statements
        if statement.cue_class == "denying"
        and statement.denied
        and not statement.negated
    ]
    body = [denial for denial in denials if denial.zone != "headline"]
    for denial in body or denials:  # a headline only repeats what the text tells
        found = _answered(denial, reader) or _named(denial, reader)
        found = found or _whose(denial, reader)
        found = found or _matched(denial, reader) or _unnamed(denial, reader)
        if found is not None:
            yield _dispute(denial, *found)
    for told in statements:
        untrue = called_untrue(told, statements, reader.matters)
        if untrue is not None:
            yield _dispute(told, *untrue)
    for quoted in statements:
        found = denied_in_quotation(quoted, statements, reader.matters)
        if found is not None and quoted.mode == "direct":
            yield _dispute(quoted, *found)


def _unnamed(denial: Statement, reader: _Reader) -> tuple[str, float] | None:
    """The statement just before, where the denial takes up nothing but that."""
    given = denial, reader.statements, reader.matters
    return taken_up(*given) or answered_charge(*given)


def _dispute(denial: Statement, left: str, score: float) -> Dispute:
    return Dispute(
        id=dispute_id(left, denial.id, "denial"),
        left=left,
        right=denial.id,
        evidence="denial",
        score=score,
        shown="yes" if score >= CLEAR else "possibly",
        page_id=denial.page_id,
        spans=(*denial.cue, *(denial.denied or denial.content)),
    )


def _answered(denial: Statement, reader: _Reader) -> tuple[str, float] | None:
    """The statement whose very words are denied: "X says so, which he denies"."""
    for other in reader.statements:
        is_same = other.content == denial.content and other.id != denial.id
        if not is_same or other.cue_class in UNSAID:
            continue
        sources = {reader.matters.source_words(each) for each in (other, denial)}
        is_own = other.speaker is not None and other.speaker == denial.speaker
        if len(sources) > 1 and not is_own:
            return other.id, 0.85
    return None


def _named(denial: Statement, reader: _Reader) -> tuple[str, float] | None:
    """The statement that the denial names in its own words: "X's claim that ..."."""
    text = reader.annotated.page.text
    for statement in reader.statements:
        inside = statement.cue_class == "noun" and any(
            span.holds(statement.content[0]) for span in denial.denied
        )
        if not inside or is_asked(statement.cue[0].of(text)):
            continue
        if apart(statement, denial, reader.matters) != "no":
            return statement.id, 0.9
    return None


def _matched(denial: Statement, reader: _Reader) -> tuple[str, float] | None:
    """The statement of another that asserts what is denied."""
    found: list[tuple[float, int, str, float]] = []
    for other in reader.statements:
        gap = _gap(other, denial, reader.matters)
        if gap > NEAR or not _may_assert(other, denial, reader):
            continue
        score = _likeness(other, denial, reader)
        if score > 0:
            share = reader.matters.share(other.content, denial.denied)
            found.append((share, -gap, other.id, score))
    if not found:
        return None
    best = max(found)
    return best[2], best[3]


def _may_assert(other: Statement, denial: Statement, reader: _Reader) -> bool:
    """Whether it asserts something, and does not itself tell of the denial."""
    if other.id == denial.id or other.cue_class in UNSAID:
        return False
    if other.nested_in == denial.id or denial.nested_in == other.id:
        return False
    verbs = (t for t in reader.matters.tokens(denial.cue) if t.pos == "VERB")
    cues = {token.lemma for token in verbs}
    said = {token.lemma for token in reader.matters.tokens(other.content)}
    return not cues & said


def _likeness(other: Statement, denial: Statement, reader: _Reader) -> float:
    """How surely the other side asserts what is denied; 0 when it does not."""
    matters = reader.matters
    sides = apart(other, denial, matters)
    share = matters.share(other.content, denial.denied)
    shared = matters.words(other.content) & matters.words(denial.denied)
    whole = bool(shared) and shared == matters.words(denial.denied)
    if sides == "no" or share < ENOUGH or (len(shared) < FEWEST and not whole):
        return 0.0
    if not whole and not shared - matters.names_in(denial.denied):
        return 0.0  # names alone: of them much else is said
    sure = sides == "yes" and _is_assertion(denial, matters)
    return 0.8 if sure else 0.6


def _is_assertion(denial: Statement, matters: Matters) -> bool:
    """Whether a clause is denied ("that ...", "taking ..."), not "any part in it"."""
    tokens = matters.tokens(denial.denied)
    first = tokens[0] if tokens else None
    return first is not None and (first.text.lower() == "that" or first.tag == "VBG")


def _gap(other: Statement, denial: Statement, matters: Matters) -> int:
    there = matters.sentence_number(place_of(other))
    return abs(matters.sentence_number(place_of(denial)) - there)


def _whose(denial: Statement, reader: _Reader) -> tuple[str, float] | None:
    """The body or person whose words are denied: "the mission's latest warnings".

    A statement of theirs on the matter, where the article has one.
    """
    for mention in reader.annotated.mentions:
        held = any(span.holds(mention.span) for span in denial.denied)
        if not held or mention.type not in SPEAKERS:
            continue
        if mention.head == denial.speaker or not _gives_words(mention, denial, reader):
            continue
        said = _said_by(mention, denial, reader)
        return (said, 0.85) if said is not None else (mention.id, 0.75)
    return None


def _said_by(mention: Mention, denial: Statement, reader: _Reader) -> str | None:
    """What the one named says elsewhere of what is denied."""
    found = [
        (reader.matters.shared(other.content, denial.denied), other.id)
        for other in reader.statements
        if other.speaker == mention.head and _may_assert(other, denial, reader)
    ]
    best = max(found, default=(0, ""))
    return best[1] if best[0] >= FEWEST else None


def _gives_words(mention: Mention, denial: Statement, reader: _Reader) -> bool:
    """Whether words are denied that the one named owns or gives."""
    tokens = reader.matters.tokens(denial.denied)
    before = [t for t in tokens if t.span.end <= mention.span.start]
    after = [t for t in tokens if t.span.start >= mention.span.end]
    if before and before[-1].text.lower() in GIVERS:
        return any(is_told(token.text) for token in before[-2:])
    owned = bool(after) and after[0].text in OWNING
    return owned and any(is_told(token.text) for token in after[1:OWNED])
