"""The words of a cue: the whole verb group, "has not yet said", "went on to say"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.tree import is_verbal
from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.extract.statements.cues import Cue
    from onrecord.extract.statements.extent import Reach
    from onrecord.extract.statements.group import Group
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

KEPT = frozenset({"as", "to"})  # say what something is called, or what to do
HELPERS = ("aux", "auxpass", "neg")
LED = frozenset({"xcomp", "advcl"})
SLIPPED_IN = frozenset({"ADV", "PART", "AUX"})  # "has never publicly said"
# Verbs that say only how the saying went on: "continues to insist", "has yet to say".
LEADING = frozenset(
    ["go", "continue", "proceed", "refuse", "decline", "fail", "seem", "appear",
     "begin", "start", "have", "hasten"]
)  # fmt: skip


def words_of_cue(group: Group) -> tuple[Span, ...]:
    """The verb with its auxiliaries, negation and particle, as one run of words."""
    start = _start(group.tree, group.verb)
    return (group.tree.span(start, _end(group.tree, group.verb, group.cue)),)


def run_of_cue(tree: Tree, verb: Token) -> Span:
    """The verb with the auxiliaries and the negation before it: "has not denied"."""
    return tree.span(_run_of_helpers(tree, verb), verb.i)


def _start(tree: Tree, verb: Token) -> int:
    """The first of the helpers that stand before the verb with nothing else between."""
    start = _run_of_helpers(tree, verb)
    if tree.word(start) != "to":
        return start
    above = tree.head(verb)
    leads = verb.dep in LED and above.lemma in LEADING and is_verbal(above)
    if leads and above.i < start and _is_free(tree, above.i + 1, start):
        return _run_of_helpers(tree, above)
    return start + 1


def _run_of_helpers(tree: Tree, verb: Token) -> int:
    start = verb.i
    for helper in reversed(tree.children(verb.i, *HELPERS)):
        if helper.i < start and _is_free(tree, helper.i + 1, start):
            start = helper.i
    return start


def _is_free(tree: Tree, start: int, end: int) -> bool:
    """Whether only adverbs and helpers stand from `start` up to `end`."""
    return all(
        token.pos in SLIPPED_IN or token.dep in {"advmod", "prt"}
        for token in tree.between(start, end)
    )


def _end(tree: Tree, verb: Token, cue: Cue) -> int:
    if "said" in cue.frames:
        thing = tree.child(verb.i, "dobj")
        return thing.i if thing is not None and thing.i > verb.i else verb.i
    for child in tree.children(verb.i, "prt", "advmod", "acomp", "oprd", "neg"):
        own = child.dep in {"prt", "neg"} or child.text.lower() == cue.particle
        if own and child.i == verb.i + 1:
            return child.i
    return verb.i


def preposition_of(group: Group, reach: Reach) -> tuple[Span, ...]:
    """The preposition by which the cue holds its content: "called for", "spoke of"."""
    opening = group.tree.tokens[reach.start]
    is_led = reach.frame == "phrase" and reach.end > reach.start
    if not is_led or opening.dep != "prep" or opening.text.lower() in KEPT:
        return ()
    return (opening.span,)


def joined(spans: tuple[Span, ...], scene: Scene) -> tuple[Span, ...]:
    """The spans, those with nothing but space between them as one."""
    found = list(spans[:1])
    for span in spans[1:]:
        if scene.text[found[-1].end : span.start].strip():
            found.append(span)
        else:
            found[-1] = Span(found[-1].start, span.end)
    return tuple(found)
