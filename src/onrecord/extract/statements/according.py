"""Statements by "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.draft import Draft, Source
from onrecord.extract.statements.extent import FINITE, Opened, Reach, cut, reports
from onrecord.extract.statements.quoted import quotation_before, starts_the_clause
from onrecord.extract.statements.source import phrase
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import is_word
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token


AGENCY = 3  # tokens of "(HALDEN)" and its like
LONGEST_REST = 4  # tokens of a name that the parser may have cut off


def find_according_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """What this sentence tells "according to" someone."""
    for token in tree.tokens:
        if token.text.lower() != "according" or tree.word(token.i + 1) != "to":
            continue
        draft = _draft(tree, token, scene)
        if draft is not None:
            yield draft


def _draft(tree: Tree, according: Token, scene: Scene) -> Draft | None:
    to = tree.tokens[according.i + 1]
    head = tree.child(to.i, "pobj") or tree.child(according.i, "pobj")
    if head is None:
        return None
    source = phrase(tree, head)
    end = max(token.i for token in tree.tokens if source.span.holds(token.span))
    end = _past_name(tree, end)
    whole = Span(source.span.start, tree.tokens[end].span.end)
    source = Source(tree.number, head.i, whole)
    content = _content(tree, according.i, end, scene)
    if not content:
        return None
    return Draft(
        sentence=tree.number,
        cue=(tree.span(according.i, to.i),),
        cue_class="according",
        content=content,
        source=source,
        frame="according",
    )


def _past_name(tree: Tree, end: int) -> int:
    """The end of a name that the parser took apart, up to the next comma."""
    for token in tree.between(end + 1, end + 1 + LONGEST_REST):
        if token.text == ",":
            return token.i - 1
        if not token.text[0].isupper():
            break
    return end


def _content(tree: Tree, start: int, end: int, scene: Scene) -> tuple[Span, ...]:
    words = [token.i for token in tree.tokens if is_word(token)]
    before = [i for i in words if _clause_start(tree, start) <= i < start]
    after = [i for i in words if i > end]
    if before and tree.tokens[before[0]].dep == "cc":
        before = before[1:]
    before = _past_agency(tree, before)
    piece = quotation_before(tree, start, scene)
    if piece is not None and starts_the_clause(tree, piece):
        return piece.quotation.inner
    if not before:
        after = _past_clause(tree, after)
        if not after:
            return ()
        opened = Opened(tree, tree.tokens[start], after[0], "according")
        pieces = [Reach(after[0], cut(opened, after[-1], scene), "according")]
    else:
        pieces = [Reach(before[0], before[-1], "according")]
        if _goes_on(tree, end, after, before):
            pieces.append(Reach(after[0], after[-1], "according"))
    return tuple(
        span for reach in pieces for span in spans_of_reach(tree, reach, scene)
    )


def _clause_start(tree: Tree, according: int) -> int:
    """Where what is told may begin: at its relative clause, behind a semicolon."""
    verb = tree.head(tree.tokens[according])
    if verb.dep == "relcl" and tree.left[verb.i] < according:
        return tree.left[verb.i]
    parted = [t.i for t in tree.between(0, according) if t.text == ";"]
    return parted[-1] + 1 if parted else _past_report(tree, according)


def _past_report(tree: Tree, according: int) -> int:
    """Behind what another one said in passing: "As Ann Bo noted, ..."."""
    first = next((t for t in tree.tokens if is_word(t)), None)
    if first is None or first.text.lower() != "as" or first.dep != "mark":
        return 0
    verb = tree.head(first)
    end = tree.right[verb.i] + 1
    is_aside = verb.dep == "advcl" and reports(verb) and tree.word(end) == ","
    return end if is_aside and end < according else 0


def _past_agency(tree: Tree, before: list[int]) -> list[int]:
    """The words behind an agency or place in brackets: "(HALDEN)The mayor ..."."""
    if tree.tokens[0].text != "(":
        return before
    closing = next((t.i for t in tree.tokens if ")" in t.text), 0)
    later = [i for i in before if i > closing]
    return later if closing <= AGENCY else before


def _goes_on(tree: Tree, end: int, after: list[int], before: list[int]) -> bool:
    """Whether the clause takes up again: what follows tells nothing of the source."""
    if tree.word(end + 1) != "," or len(after) < 2:  # noqa: PLR2004 - a word is no clause
        return False
    lacks_verb = not any(tree.tokens[i].tag in FINITE for i in before)
    return lacks_verb and not tree.is_below(after[0], end)


def _past_clause(tree: Tree, after: list[int]) -> list[int]:
    """Behind "according to X, who ..., " the words of the main clause."""
    while after and tree.word(after[0]) in {"who", "which"}:
        commas = [i for i in after if tree.word(i - 1) == "," and i > after[0]]
        after = [i for i in after if commas and i >= commas[0]]
    return after
