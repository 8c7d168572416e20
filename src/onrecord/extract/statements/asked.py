"""Questions that nobody named asks: "Asked if it would rain, she said ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import Cue
from onrecord.extract.statements.draft import Draft, Frame
from onrecord.extract.statements.ending import find_end
from onrecord.extract.statements.extent import Opened, Reach
from onrecord.extract.statements.group import Group
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.tree import SUBJECTS, is_finite, is_word
from onrecord.extract.statements.voice import agent_of
from onrecord.extract.statements.wording import (
    joined,
    preposition_of,
    words_of_cue,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
QUESTIONS = frozenset(
    ["if", "whether", "how", "why", "what", "who", "when", "where", "which"]
)
MATTERS = frozenset({"about", "on", "over"})
CUE = Cue("ask", "asking", frozenset({"c", "about", "on", "over"}), None, is_weak=False)


def find_asked_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """The questions that the sentence tells by a participle alone, in order."""
    for verb in tree.tokens:
        if verb.text.lower() not in ASKED or not _is_bare(tree, verb):
            continue
        reach = _reach(tree, verb, scene)
        if reach is None or scene.piece_at(verb.span.start) is not None:
            continue
        group = Group(tree, verb, CUE, None, verb.i, verb.i)
        leading = preposition_of(group, reach)
        said = replace(reach, start=reach.start + len(leading))
        yield Draft(
            sentence=tree.number,
            cue=joined((*words_of_cue(group), *leading), scene),
            cue_class="asking",
            content=spans_of_reach(tree, said, scene),
            source=None,
            frame=reach.frame,
        )


def _is_bare(tree: Tree, verb: Token) -> bool:
    """Whether it is a participle of the one asked: "when asked", "before being asked".

    The one who answers follows, so that no subject of its own stands with it.
    """
    if verb.tag not in {"VBN", "VBD"} or tree.child(verb.i, *SUBJECTS) is not None:
        return False
    is_loose = verb.dep in {"advcl", "pcomp"} or _opens(tree, verb)
    has_tense = bool(tree.children(verb.i, "aux", "auxpass")) and is_finite(tree, verb)
    return is_loose and not has_tense and agent_of(tree, verb) is None


def _opens(tree: Tree, verb: Token) -> bool:
    """Whether the sentence begins with the participle, "when" before it or not."""
    words = [token.i for token in tree.between(0, verb.i) if is_word(token)]
    return all(tree.word(i) in {"when", "and", "but", "being"} for i in words)


def _reach(tree: Tree, verb: Token, scene: Scene) -> Reach | None:
    """The question, or the matter asked about."""
    for child in tree.children(verb.i):
        left = max(tree.left[child.i], verb.i + 1)
        if child.i < verb.i:
            continue
        frame: Frame | None = None
        if child.dep in {"ccomp", "advcl"} and tree.word(left) in QUESTIONS:
            frame = "clause"
        elif child.dep == "prep" and child.text.lower() in MATTERS:
            frame = "phrase"
        if frame is not None:
            end = _end(
                tree, find_end(Opened(tree, verb, left, frame), scene).end, child
            )
            return Reach(left, end, frame)
    return None


def _end(tree: Tree, end: int, child: Token) -> int:
    """The last token of the question: no answer behind it."""
    return min(end, tree.right[child.i])
