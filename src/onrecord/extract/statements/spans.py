"""From tokens to the characters that are shown as said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.tree import is_word
from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.extract.statements.extent import Reach
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree


SIGNS = frozenset("$£€¥₹#@")  # begin a word: "$8 million"


def spans_of_reach(tree: Tree, reach: Reach, scene: Scene) -> tuple[Span, ...]:
    """The words from one token to another, as content.

    A quotation that begins inside is taken to its end, also over the sentence's; one
    that is all there is comes without its marks.
    """
    first, last = reach.start, reach.end
    while (
        first < last
        and not is_word(tree.tokens[first])
        and tree.tokens[first].text not in SIGNS
        and not _opens(tree.tokens[first].span.start, scene)
    ):
        first += 1
    start, end = tree.tokens[first].span.start, tree.tokens[last].span.end
    more: tuple[Span, ...] = ()
    end = _past_bracket(start, end, reach, scene)
    piece = scene.piece_at(end - 1) or scene.piece_at(end)
    if piece is not None and piece.start >= start:
        end = piece.end
        more = tuple(span for span in piece.quotation.inner if span.start >= piece.end)
    opening = scene.piece_at(start)
    if opening is not None and opening.start == start and opening.end == end:
        return opening.quotation.inner
    if opening is not None and opening.start < start < opening.end - 1 < end - 1:
        end = opening.end - 1
    return (Span(start, end), *more)


def _past_bracket(start: int, end: int, reach: Reach, scene: Scene) -> int:
    """The end with a bracket closed, and the quotation that names the object."""
    words = scene.text[start:end]
    if words.count("(") > words.count(")") and scene.text[end : end + 1] == ")":
        end += 1
    piece = scene.piece_after(end)
    if reach.frame in {"object", "phrase"} and piece is not None:
        behind = scene.text[end : piece.start]
        if behind == " " and words[-1] not in ",.":
            return piece.end
    return end


def _opens(place: int, scene: Scene) -> bool:
    piece = scene.piece_at(place)
    return piece is not None and piece.start == place
