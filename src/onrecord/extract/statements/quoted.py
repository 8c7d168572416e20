"""What is said, by quotation marks: quotations that touch a reporting verb's group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.scene import is_speech
from onrecord.extract.statements.tree import is_verbal, is_word

if TYPE_CHECKING:
    from onrecord.extract.statements.scene import Piece, Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Span

TOUCHING = frozenset(" \t\n\r\u00a0,.;:-—–…")  # noqa: RUF001 - what may part mark and group
FREE_WORDS = 6  # between a verb and its quotation without a comma or colon
CONJUNCTIONS = frozenset({"and", "but", "yet", "so", "or"})


def quotation_before(tree: Tree, start: int, scene: Scene) -> Piece | None:
    """The speech whose closing mark touches the group that begins at token `start`."""
    place = tree.tokens[start].span.start
    piece = scene.piece_before(place)
    if piece is None or not piece.quotation.closed:
        return None
    gap = scene.text[piece.end : place]
    if not set(gap) <= TOUCHING or "\n" in gap.strip(" "):
        return None
    if piece.end != piece.quotation.outer[-1].end:
        return None
    return piece if is_speech(piece.quotation, scene.text) else None


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
    if not _leads_to(between):
        return None
    return piece if is_speech(piece.quotation, scene.text) else None


def _leads_to(between: list) -> bool:  # type: ignore[type-arg]
    words = [token for token in between if is_word(token)]
    if any(is_verbal(token) and token.tag != "VBG" for token in words):
        return False
    if any(token.text.lower() == "that" for token in words):
        return False
    if not words or between[-1].text in {",", ":"}:
        return True
    return len(words) <= FREE_WORDS and words[-1].text.lower() not in {
        "a", "an", "the", "of", "to", "for", "as", "with", "in", "by", "on",
    }  # fmt: skip


def starts_the_clause(tree: Tree, piece: Piece) -> bool:
    """Whether nothing but a conjunction stands in the sentence before the marks."""
    return not any(
        is_word(token) and token.text.lower() not in CONJUNCTIONS
        for token in tree.tokens
        if token.span.end <= piece.start
    )


def ends_the_clause(tree: Tree, piece: Piece, until: int) -> bool:
    """Whether nothing of the clause, up to token `until`, follows the marks."""
    return not any(
        is_word(token)
        for token in tree.between(0, until + 1)
        if token.span.start >= piece.end
    )


def inner_of(piece: Piece) -> tuple[Span, ...]:
    """All the words of the quotation that the piece belongs to."""
    return piece.quotation.inner
