"""What somebody calls a thing: "what the mayor called 'a farce'"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import Cue, load_cues
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.ending import find_end
from onrecord.extract.statements.extent import Opened, Reach
from onrecord.extract.statements.group import Group
from onrecord.extract.statements.roles import can_speak
from onrecord.extract.statements.source import find_source
from onrecord.extract.statements.spans import spans_of_reach
from onrecord.extract.statements.wording import words_of_cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def find_called_drafts(tree: Tree, scene: Scene) -> Iterator[Draft]:
    """The words by which "what X calls" names a thing, in order."""
    for verb in tree.tokens:
        cue = _naming(verb) if verb.pos == "VERB" else None
        if cue is not None and _asks_what(tree, verb):
            draft = _draft(tree, verb, cue, scene)
            if draft is not None:
                yield draft


def _naming(verb: Token) -> Cue | None:
    """The cue, where the verb says aloud what a thing is called."""
    cues = load_cues().get(verb.text.lower(), ())
    naming = (cue for cue in cues if "as" in cue.frames)
    return next((cue for cue in naming if cue.cue_class != "believing"), None)


def _draft(tree: Tree, verb: Token, cue: Cue, scene: Scene) -> Draft | None:
    source, name = find_source(tree, verb), _name(tree, verb)
    if source is None or name is None or scene.piece_at(verb.span.start) is not None:
        return None
    if not can_speak(tree.tokens[source.head], scene, strictly=True):
        return None
    end = find_end(Opened(tree, verb, name, "phrase"), scene).end
    group = Group(tree, verb, cue, source, verb.i, verb.i)
    return Draft(
        sentence=tree.number,
        cue=words_of_cue(group),
        cue_class=cue.cue_class,
        content=spans_of_reach(tree, Reach(name, end, "phrase"), scene),
        source=source,
        frame="phrase",
    )


def _asks_what(tree: Tree, verb: Token) -> bool:
    """Whether "what" stands for the thing that the verb names."""
    thing = tree.child(verb.i, "dobj")
    is_what = thing is not None and thing.text.lower() == "what" and thing.i < verb.i
    return is_what and verb.tag in FINITE


def _name(tree: Tree, verb: Token) -> int | None:
    """Where the words begin by which the thing is called."""
    for child in tree.children(verb.i, "oprd", "attr", "prep", "ccomp", "xcomp"):
        if child.i < verb.i or (child.dep == "prep" and child.text.lower() != "as"):
            continue
        return max(tree.left[child.i], verb.i + 1)
    return None
