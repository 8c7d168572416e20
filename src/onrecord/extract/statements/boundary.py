"""Where content could end: before marks, conjunctions, clauses, loose phrases, days."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.statements.aftermath import opens_aftermath
from onrecord.extract.statements.extent import (
    PHRASES,
    Opened,
    cut,
    opens_report,
    right_reach,
)
from onrecord.extract.statements.scene import Scene
from onrecord.extract.statements.tree import is_verbal, is_word
from onrecord.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.tree import Tree

LOOSE = frozenset(
    ["cc", "conj", "advcl", "relcl", "parataxis", "npadvmod", "mark", "acl"]
)
PARTING = frozenset(",;:()[]\"'“”‘’—–―-")
DAYS = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Course:
    """Content whose end is sought, and what the rules make of it.

    `root` is its highest token; the rules end it at token `ruled`, the grammar allows
    `reach`; `last` is the last word of the sentence, or before another report.
    """

    opened: Opened
    scene: Scene
    root: Token
    ruled: int
    reach: int
    last: int

    @classmethod
    def of(cls, opened: Opened, scene: Scene) -> Course:
        """What the rules say of content that opens here."""
        tree = opened.tree
        last = last_word(tree, opened.first, _limit(opened, scene))
        allowed = right_reach(opened)
        reach = last_word(tree, opened.first, allowed)
        return cls(
            opened, scene, _root(opened), cut(opened, allowed, scene), reach, last
        )


@dataclass(frozen=True, slots=True)
class Boundary:
    """The content may end with token `end`.

    `top` is the highest token of the phrase that opens with the next word; there is
    none at the end of the sentence. `marks` stand between.
    """

    end: int
    top: Token | None
    following: int
    marks: str


def find_boundaries(course: Course) -> list[Boundary]:
    """Every place in the sentence where the content may end, in order.

    The end by the rules and the sentence's own are always among them.
    """
    tokens = course.opened.tree.tokens
    ends = range(course.opened.first, course.last + 1)
    words = [end for end in ends if is_word(tokens[end])]
    return list(_boundaries(course, words))


def _boundaries(course: Course, words: list[int]) -> Iterator[Boundary]:
    tree = course.opened.tree
    for end, following in pairwise(words):
        between = tree.between(end + 1, following)
        marks = "".join(token.text for token in between)
        boundary = Boundary(end, _top(tree, following), following, marks)
        is_ruled = end == course.ruled
        if is_ruled or (_parts(course, boundary) and not _is_inside(course, boundary)):
            yield boundary
    if words:
        yield Boundary(words[-1], None, len(tree.tokens), "")


def _parts(course: Course, boundary: Boundary) -> bool:
    """Whether something may begin here that is not said."""
    tree, top = course.opened.tree, boundary.top
    if top is None or PARTING.intersection(boundary.marks) or top.dep in LOOSE:
        return True
    if top.dep == "prep" and is_verbal(tree.head(top)):
        return True
    following = tree.tokens[boundary.following]
    if following.dep in {"cc", "mark"}:
        return True
    return following.entity in DAYS and tree.tokens[boundary.end].entity not in DAYS


def _is_inside(course: Course, boundary: Boundary) -> bool:
    """Whether a quotation would be torn that opens within the content."""
    tokens, scene = course.opened.tree.tokens, course.scene
    piece = scene.piece_at(tokens[boundary.following].span.start)
    if piece is None or piece != scene.piece_at(tokens[boundary.end].span.start):
        return False
    return piece.start >= tokens[course.opened.first].span.start - 1


def _top(tree: Tree, opening: int) -> Token:
    top = tree.tokens[opening]
    for above in tree.ancestors(opening):
        if tree.left[above.i] != opening:
            break
        top = above
    return top


def _root(opened: Opened) -> Token:
    """The highest token of the content that hangs below the reporting verb."""
    root = opened.tree.tokens[opened.first]
    for above in opened.tree.ancestors(opened.first):
        if above.i == opened.verb.i:
            return root
        root = above
    return opened.tree.tokens[opened.first]


def _limit(opened: Opened, scene: Scene) -> int:
    """The last token before the rules know that something else is told."""
    tree = opened.tree
    for i in range(opened.first + 1, len(tree.tokens)):
        loose = opened.frame in PHRASES and opens_aftermath(tree, i)
        if loose or opens_report(opened, i, scene):
            return i - 1
    return len(tree.tokens) - 1


def last_word(tree: Tree, first: int, end: int) -> int:
    """The last token up to `end` that is a word, `first` when there is none."""
    while end > first and not is_word(tree.tokens[end]):
        end -= 1
    return end
