"""Statements by reporting verbs: "X said", "said X", "X, stating", "X told Y"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.statements.complement import find_complement
from onrecord.extract.statements.extent import FINITE
from onrecord.extract.statements.cues import Cue, load_cues
from onrecord.extract.statements.draft import Draft, Source
from onrecord.extract.statements.parenthesis import find_parenthesis
from onrecord.extract.statements.quoted import (
    ends_the_clause,
    quotation_after,
    quotation_before,
    starts_the_clause,
)
from onrecord.extract.statements.roles import can_speak
from onrecord.extract.statements.source import (
    find_source,
    is_passive,
    own_subject,
    phrase,
)
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import VERBAL, Tree
from onrecord.model import Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.draft import Frame
    from onrecord.extract.statements.scene import Piece, Scene

NOT_SAID = frozenset({"could", "might", "may", "should", "must", "can", "would"})
UNREPORTED = frozenset({"amod", "compound", "nmod", "csubj"})
NEGATING = frozenset({"refuse", "decline", "fail"})
HEDGES = frozenset({"reportedly", "allegedly", "apparently", "supposedly"})


@dataclass(frozen=True, slots=True)
class _Group:
    """A reporting verb with its speaker: tokens `start` to `end`."""

    tree: Tree
    verb: Token
    cue: Cue
    source: Source | None
    start: int
    end: int


def find_verb_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """What the reporting verbs of one sentence report, in order."""
    cues = load_cues()
    for token in tree.tokens:
        cue = cues.get(token.text.lower())
        if cue is None or not _may_report(tree, token, cue):
            continue
        draft = _draft(_group(tree, token, cue), scene)
        if draft is not None:
            yield draft


def _may_report(tree: Tree, verb: Token, cue: Cue) -> bool:
    if verb.pos not in VERBAL or verb.dep in UNREPORTED:
        return False
    if cue.particle is not None and not any(
        child.text.lower() == cue.particle
        for child in tree.children(verb.i, "prt", "advmod")
    ):
        return False
    if verb.tag == "VBN" and verb.dep == "acl":
        return tree.child(verb.i, "agent") is not None
    modals = {child.text.lower() for child in tree.children(verb.i, "aux")}
    return not modals & NOT_SAID


def _group(tree: Tree, verb: Token, cue: Cue) -> _Group:
    source = find_source(tree, verb)
    if source is None and not is_passive(tree, verb):
        source = _behind(tree, verb)
    start = end = verb.i
    for child in tree.children(verb.i, "aux", "auxpass", "neg", "prt", "advmod"):
        near = abs(child.i - verb.i) <= 3  # noqa: PLR2004 - "has not yet said"
        start, end = (min(start, child.i), max(end, child.i)) if near else (start, end)
    if source is not None and _is_own(tree, verb, source):
        first, last = _tokens_of(tree, source)
        start, end = min(start, first), max(end, last)
    return _Group(tree, verb, cue, source, start, end)


def _behind(tree: Tree, verb: Token) -> Source | None:
    """The speaker right behind an inverted verb that the parser took for another."""
    if verb.i > 0 and tree.word(verb.i - 1) not in {",", '"', "”", "'", "’"}:  # noqa: RUF001
        return None
    for child in tree.children(verb.i, "dobj", "attr", "npadvmod", "oprd", "dep"):
        if child.entity in {"DATE", "TIME"}:
            continue
        if tree.left[child.i] == verb.i + 1 and child.pos in {"PROPN", "NOUN", "PRON"}:
            return phrase(tree, child)
    return None


def _is_own(tree: Tree, verb: Token, source: Source) -> bool:
    head = tree.tokens[source.head]
    return head.head == verb.i and head.i != verb.i


def _tokens_of(tree: Tree, source: Source) -> tuple[int, int]:
    inside = [token.i for token in tree.tokens if source.span.holds(token.span)]
    return inside[0], inside[-1]


def _draft(group: _Group, scene: Scene) -> Draft | None:
    found = _content(group, scene)
    if found is None:
        return None
    content, frame = found
    source = group.source
    if source is not None and any(span.meets(source.span) for span in content):
        return None
    if not _is_sourced(group, frame, scene):
        return None
    return Draft(
        sentence=group.tree.number,
        cue=(group.verb.span,),
        cue_class=group.cue.cue_class,
        content=content,
        source=source,
        frame=frame,
        negated=_is_negated(group.tree, group.verb),
        hedged=any(
            child.text.lower() in HEDGES
            for child in group.tree.children(group.verb.i, "advmod")
        ),
        said=_said(group.tree, group.verb, content),
    )


def _is_sourced(group: _Group, frame: Frame, scene: Scene) -> bool:
    if group.source is None:
        return frame == "quotation" and group.verb.tag in FINITE
    head = group.tree.tokens[group.source.head]
    needs = group.cue.is_weak or frame in {"object", "phrase"}
    return can_speak(head, scene, strictly=needs)


def _content(group: _Group, scene: Scene) -> tuple[tuple[Span, ...], Frame] | None:
    inside = scene.piece_at(group.verb.span.start) is not None
    if not inside and "q" in group.cue.frames:
        quoted = _quoted(group, scene)
        if quoted:
            return quoted, "quotation"
    reach = find_complement(group.tree, group.verb, group.cue, scene)
    if reach is not None and not _straddles(group, reach.start):
        return spans_of_reach(group.tree, reach, scene), reach.frame
    if own_subject(group.tree, group.verb) is None and group.source is None:
        return None
    around = find_parenthesis(
        group.tree, group.verb, group.cue, (group.start, group.end)
    )
    spans = tuple(
        span for piece in around for span in spans_of_reach(group.tree, piece, scene)
    )
    return (spans, "parenthesis") if spans else None


def _straddles(group: _Group, start: int) -> bool:
    """Whether the clause lies around the group: "the plan, he said, will fail"."""
    clauses = group.tree.children(group.verb.i, "ccomp")
    return (
        any(
            group.tree.left[clause.i] < group.start and clause.i > group.verb.i
            for clause in clauses
        )
        and group.tree.word(group.start - 1) == ","
    )


def _quoted(group: _Group, scene: Scene) -> tuple[Span, ...]:
    tree = group.tree
    before = quotation_before(tree, group.start, scene)
    after = quotation_after(tree, group.end, scene)
    if before is not None and not _ends_as_speech(before, tree, scene):
        reach = find_complement(tree, group.verb, group.cue, scene)
        before = before if reach is None else None
    spans: tuple[Span, ...] = ()
    if before is not None:
        spans += _left_words(tree, before, scene)
    if after is not None:
        spans += _right_words(group, after, scene)
    return spans


def _ends_as_speech(piece: Piece, tree: Tree, scene: Scene) -> bool:
    """Whether the marks close as before "he said": a comma inside, all of it quoted."""
    inner = piece.quotation.inner[-1].of(scene.text)
    started_before = piece.quotation.outer[0].start < tree.sentence.span.start
    whole = started_before or starts_the_clause(tree, piece)
    return whole and (inner[-1] != "." or scene.text[piece.end] == ",")


def _left_words(tree: Tree, piece: Piece, scene: Scene) -> tuple[Span, ...]:
    started_before = piece.quotation.outer[0].start < tree.sentence.span.start
    if started_before or starts_the_clause(tree, piece):
        return piece.quotation.inner
    return (Span(tree.sentence.span.start, piece.end),)


def _right_words(group: _Group, piece: Piece, scene: Scene) -> tuple[Span, ...]:
    inner = piece.quotation.inner
    ends = inner[-1].of(scene.text)[-1] in ",.!?"
    last = len(group.tree.tokens) - 1
    if ends or ends_the_clause(group.tree, piece, last):
        return inner
    reach = find_complement(group.tree, group.verb, group.cue, scene)
    if reach is None:
        return inner
    return spans_of_reach(group.tree, reach, scene)


def _is_negated(tree: Tree, verb: Token) -> bool:
    if tree.child(verb.i, "neg") is not None:
        return True
    return verb.dep == "xcomp" and tree.head(verb).lemma in NEGATING


def _said(tree: Tree, verb: Token, content: tuple[Span, ...]) -> str | None:
    """The date on the cue, as worded: "insisted Friday", "said on Monday"."""
    for child in tree.children(verb.i, "npadvmod", "prep", "advmod"):
        below = sorted(tree.sentence.below(child.i), key=lambda token: token.i)
        dates = [token for token in below if token.entity in {"DATE", "TIME"}]
        if not dates or any(span.meets(dates[0].span) for span in content):
            continue
        span = tree.span(dates[0].i, dates[-1].i)
        return " ".join(token.text for token in below if span.holds(token.span))
    return None
