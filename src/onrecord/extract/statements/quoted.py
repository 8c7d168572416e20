"""What is said, by quotation marks: quotations that touch a reporting verb's group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.complement import find_complement
from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.scene import is_ended, is_speech
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import is_verbal, is_word
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.statements.group import Group
    from onrecord.extract.statements.scene import Piece, Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

TOUCHING = frozenset(" \t\n\r\u00a0,.;:-—–…")
FREE_WORDS = 6  # between a verb and its quotation without a comma or colon
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
CONJUNCTIONS = frozenset({"and", "but", "yet", "so", "or"})


def quotation_before(tree: Tree, start: int, scene: Scene) -> Piece | None:
    """The speech whose closing mark touches the group that begins at token `start`."""
    place = tree.tokens[start].span.start
    piece = scene.piece_before(place)
    if piece is None or not piece.quotation.closed:
        return None
    gap = scene.text[piece.end : place]
    if not set(gap) <= TOUCHING or "\n" in gap.strip(" ") or "." in gap:
        return None  # a full stop behind the marks: another sentence begins
    if piece.end != piece.quotation.outer[-1].end:
        return None
    is_answer = is_ended(piece.quotation, scene.text) and starts_the_clause(tree, piece)
    return piece if is_answer or is_speech(piece.quotation, scene.text) else None


def quotation_after(tree: Tree, end: int, scene: Scene) -> Piece | None:
    """The speech that opens behind the group that ends with token `end`."""
    place = tree.tokens[end].span.end
    piece = scene.piece_after(place)
    if piece is None or piece.start != piece.quotation.outer[0].start:
        return None
    last = tree.sentence.span.end
    if piece.start >= last:
        touches = not scene.text[last : piece.start].strip()
        if not touches or tree.tokens[-1].text != ":":
            return None
    between = [
        token
        for token in tree.between(end + 1, len(tree.tokens))
        if token.span.end <= piece.start
    ]
    if not _leads_to(between) or _is_subject_of(between, piece, tree):
        return None
    is_led_in = bool(between) and between[-1].text in {",", ":"}
    is_answer = is_led_in and is_ended(piece.quotation, scene.text)
    return piece if is_answer or is_speech(piece.quotation, scene.text) else None


def _leads_to(between: Sequence[Token]) -> bool:
    words = [token for token in between if is_word(token)]
    if any(is_verbal(token) and not _is_aside(token) for token in words):
        return False
    if any(token.text.lower() == "that" for token in words):
        return False
    if not words or between[-1].text in {",", ":"}:
        return True
    return len(words) <= FREE_WORDS and words[-1].text.lower() not in {
        "a", "an", "the", "of", "to", "for", "as", "with", "in", "by", "on",
    }  # fmt: skip


def _is_subject_of(between: Sequence[Token], piece: Piece, tree: Tree) -> bool:
    """Whether the marks hold what is said of these words: 'the plan "will fail"'."""
    if any(token.text == ":" for token in between):
        return False
    heads = [tree.head(token) for token in between if token.dep in SUBJECTS]
    return any(piece.start <= head.span.start < piece.end for head in heads)


def _is_aside(verb: Token) -> bool:
    """Whether it only tells how something is said: "smiling", not "calling her"."""
    return verb.tag == "VBG" and verb.text.lower() not in load_cues()


def find_quoted(group: Group, scene: Scene) -> tuple[Span, ...]:
    """The speech that touches the group on either side, or both."""
    before = quotation_before(group.tree, group.start, scene)
    if before is not None and not _ends_as_speech(before, group.tree, scene):
        reach = find_complement(group.tree, group.verb, group.cue, scene)
        before = before if reach is None else None
    after = quotation_after(group.tree, group.end, scene)
    if before is not None and after is not None and _is_past(before, group.tree, scene):
        before = None
    spans: tuple[Span, ...] = ()
    if before is not None:
        spans += _left_words(group.tree, before)
    if after is not None:
        spans += _right_words(group, after, scene)
    return spans


def _is_past(before: Piece, tree: Tree, scene: Scene) -> bool:
    """Whether the marks ended the sentence before: '"A." The sign reads, "B."'."""
    inner = before.quotation.inner[-1].of(scene.text)
    ended = inner.endswith((".", "…")) and scene.text[before.end] != ","
    return ended and before.end <= tree.sentence.span.start


def find_nested(group: Group, scene: Scene) -> tuple[Span, ...]:
    """The quotation inside a quotation that the group leads in to: "I said, 'No.'"."""
    end = group.tree.tokens[group.end].span.end
    for quotation in scene.annotated.quotations:
        start = quotation.outer[0].start
        if quotation.depth and start >= end and quotation.closed:
            between = scene.text[end:start]
            is_led_in = set(between) <= TOUCHING and set(between) & {",", ":"}
            return quotation.inner if is_led_in else ()
    return ()


def _ends_as_speech(piece: Piece, tree: Tree, scene: Scene) -> bool:
    """Whether the marks close as before "he said": a comma inside, all of it quoted."""
    inner = piece.quotation.inner[-1].of(scene.text)
    started_before = piece.quotation.outer[0].start < tree.sentence.span.start
    whole = started_before or starts_the_clause(tree, piece)
    return whole and (inner[-1] != "." or scene.text[piece.end] == ",")


def _left_words(tree: Tree, piece: Piece) -> tuple[Span, ...]:
    started_before = piece.quotation.outer[0].start < tree.sentence.span.start
    behind_colon = any(
        token.text == ":" and token.span.end <= piece.start for token in tree.tokens
    )
    opens = starts_the_clause(tree, piece) or _is_led_in(tree, piece)
    if started_before or behind_colon or opens:
        return piece.quotation.inner
    return (Span(tree.sentence.span.start, piece.end),)


def _is_led_in(tree: Tree, piece: Piece) -> bool:
    """Whether a question stands before the marks: 'When asked why, "No," she said.'."""
    before = [token for token in tree.tokens if token.span.end <= piece.start]
    return before[-1].text == "," and any(
        token.text.lower() in ASKED and token.tag in {"VBN", "VBD"} for token in before
    )


def _right_words(group: Group, piece: Piece, scene: Scene) -> tuple[Span, ...]:
    inner = piece.quotation.inner
    if inner[-1].of(scene.text)[-1] in ",.!?" or _ends_the_clause(group.tree, piece):
        return inner
    reach = find_complement(group.tree, group.verb, group.cue, scene)
    last = group.tree.tokens[reach.end].span.end if reach is not None else 0
    if reach is None or last <= piece.end:
        return inner  # the grammar saw no further than the marks
    return spans_of_reach(group.tree, reach, scene)


def starts_the_clause(tree: Tree, piece: Piece) -> bool:
    """Whether nothing but a conjunction stands in the sentence before the marks."""
    return not any(
        is_word(token) and token.text.lower() not in CONJUNCTIONS
        for token in tree.tokens
        if token.span.end <= piece.start
    )


def _ends_the_clause(tree: Tree, piece: Piece) -> bool:
    """Whether nothing of the sentence follows the marks."""
    return not any(
        is_word(token) for token in tree.tokens if token.span.start >= piece.end
    )
