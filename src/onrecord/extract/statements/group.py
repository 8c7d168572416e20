"""A reporting verb with its speaker, as they stand together in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import Cue, load_cues
from onrecord.extract.statements.draft import Source
from onrecord.extract.statements.happening import (
    describes,
    is_supposed,
    is_told_to_happen,
)
from onrecord.extract.statements.source import (
    find_source,
    is_inverted,
    phrase,
    subject_beside,
)
from onrecord.extract.statements.tree import VERBAL, Tree, is_word
from onrecord.extract.statements.voice import is_passive
from onrecord.model import Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.statements.scene import Scene

NOT_SAID = frozenset({"could", "might", "may", "should", "must", "can", "would"})
WILLING = frozenset({"would", "could", "can", "wo", "will"})
# "I would ask": in the first person the verb does what it says.
OWN = frozenset({"i", "we"})
PERFORMED = frozenset({"would", "must", "can", "should"})
DONE_BY_SAYING = frozenset(
    ["say", "ask", "argue", "add", "admit", "stress", "suggest", "state", "note",
     "confirm", "assure", "submit", "point", "urge"]
)  # fmt: skip
TOLD_OR_NOT = frozenset({"say", "confirm", "specify", "disclose", "reveal"})
UNREPORTED = frozenset({"amod", "compound", "nmod", "csubj"})

CUT_OFF = 2  # words of a title before a name
NO_TITLES = frozenset(["CC", "IN", "PRP", "VBD", "VBZ", "MD", "RB", "TO", "WRB"])
NEAR = 3  # tokens from an auxiliary or adverb to its verb: "has not yet said"
INVERTING = frozenset({",", '"', "”", "'", "’", "!", "?"})


@dataclass(frozen=True, slots=True)
class Group:
    """A reporting verb and whoever speaks: tokens `start` to `end`, both included."""

    tree: Tree
    verb: Token
    cue: Cue
    source: Source | None
    start: int
    end: int


def find_groups(tree: Tree, scene: Scene) -> Iterator[Group]:
    """The reporting verbs of a sentence that may report, in order."""
    cues = load_cues()
    for token in tree.tokens:
        for cue in cues.get(token.text.lower(), ()):
            if _may_report(tree, token, cue):
                yield _group(tree, token, cue, scene)
                break


def _may_report(tree: Tree, verb: Token, cue: Cue) -> bool:
    bare = verb.dep in UNREPORTED and not is_inverted(tree, verb)
    if verb.pos not in VERBAL or bare:
        return False
    if not _has_particle(tree, verb, cue.particle):
        return False
    if describes(tree, verb) or is_supposed(tree, verb):
        return False
    if verb.tag == "VBN" and verb.dep == "acl":
        return tree.child(verb.i, "agent") is not None
    helpers = _helpers(tree, verb)
    if helpers & NOT_SAID:
        return _is_said_all_the_same(tree, verb, helpers)
    happens = "to" not in helpers or _is_still_to_come(tree, verb)
    return happens or is_told_to_happen(tree, verb)


def _helpers(tree: Tree, verb: Token) -> set[str]:
    """Its auxiliaries; a bare form shares those of the verb that it is joined to."""
    while verb.dep == "conj" and verb.tag == "VB" and not tree.children(verb.i, "aux"):
        verb = tree.head(verb)
    return {child.text.lower() for child in tree.children(verb.i, "aux")}


def _is_still_to_come(tree: Tree, verb: Token) -> bool:
    """Whether it was not said so far: "has yet to say whether"."""
    above = tree.head(verb)
    yet = any(t.text.lower() == "yet" for t in tree.between(above.i, verb.i))
    return yet and verb.lemma in TOLD_OR_NOT and above.lemma in {"have", "be"}


def _is_said_all_the_same(tree: Tree, verb: Token, helpers: set[str]) -> bool:
    """Whether it is said even so: "can confirm", "I would ask", "could not say"."""
    if _is_performed(tree, verb, helpers):
        return True
    refused = tree.child(verb.i, "neg") is not None and bool(helpers & WILLING)
    return refused and verb.lemma in TOLD_OR_NOT


def _is_performed(tree: Tree, verb: Token, helpers: set[str]) -> bool:
    """Whether the speaker says it by saying that they can or would."""
    if tree.child(verb.i, "neg") is not None:
        return False
    if verb.lemma in {"confirm", "reveal", "disclose"} and "can" in helpers:
        return True
    subject = tree.child(verb.i, "nsubj")
    own = subject is not None and subject.text.lower() in OWN
    return own and verb.lemma in DONE_BY_SAYING and bool(helpers & PERFORMED)


def _has_particle(tree: Tree, verb: Token, particle: str | None) -> bool:
    """Whether the particle of the cue stands by the verb, where it has one."""
    if particle is None:
        return True
    below = tree.children(verb.i, "prt", "advmod", "acomp", "oprd", "ccomp", "amod")
    if particle == "it":
        below = tree.children(verb.i, "dobj")  # "as the mayor put it"
    return any(child.text.lower() == particle for child in below)


def _group(tree: Tree, verb: Token, cue: Cue, scene: Scene) -> Group:
    source = find_source(tree, verb)
    if source is not None and _is_quoted(source, verb, scene):
        source = _outside(tree, verb, scene)
    if is_inverted(tree, verb):
        source = phrase(tree, tree.head(verb), first=verb.i + 1)
    if source is None and not is_passive(tree, verb):
        source = _behind(tree, verb) or subject_beside(tree, verb)
    start = end = verb.i
    for child in tree.children(verb.i, "aux", "auxpass", "neg", "prt", "advmod"):
        if abs(child.i - verb.i) <= NEAR and not _opens(child, scene):
            start, end = min(start, child.i), max(end, child.i)
    source = _with_opening(tree, verb, source, scene)
    if source is not None and _is_own(tree, verb, source):
        inside = [token.i for token in tree.tokens if source.span.holds(token.span)]
        start, end = min(start, inside[0]), max(end, inside[-1])
    return Group(tree, verb, cue, source, start, end)


def _opens(word: Token, scene: Scene) -> bool:
    """Whether a quotation opens with this word: 'answered, "Never."'."""
    around = scene.piece_at(word.span.start)
    return around is not None and around.start == word.span.start - 1


def out_of_clause(group: Group) -> Group:
    """The group, its source cut before the clause: "those" of "those who said"."""
    tree, source = group.tree, group.source
    if source is None or not source.span.holds(group.verb.span):
        return group
    above = (group.verb, *tree.ancestors(group.verb.i))
    clauses = [t for t in above if t.dep == "relcl" and tree.left[t.i] > source.head]
    if not clauses:
        return group
    end = tree.left[clauses[-1].i] - 1
    while end > source.head and not is_word(tree.tokens[end]):
        end -= 1
    span = Span(source.span.start, tree.tokens[end].span.end)
    return replace(group, source=replace(source, span=span))


def _is_quoted(source: Source, verb: Token, scene: Scene) -> bool:
    """Whether the parser took for a subject what stands in the quotation."""
    around = scene.piece_at(source.span.start)
    return around is not None and around != scene.piece_at(verb.span.start)


def _outside(tree: Tree, verb: Token, scene: Scene) -> Source | None:
    """The subject beside the quotation, where the first one stands in it."""
    for subject in tree.children(verb.i, "nsubj"):
        source = phrase(tree, subject)
        if scene.piece_at(source.span.start) is None:
            return source
    return None


def _with_opening(
    tree: Tree, verb: Token, source: Source | None, scene: Scene
) -> Source | None:
    """The source with the words that the parser cut off between it and the quotation.

    As "lead" in '"We found nothing," lead author Ana Petrell wrote.'
    """
    if source is None or source.span.end > verb.span.start:
        return source
    piece = scene.piece_before(source.span.start)
    if piece is None or piece.start < tree.tokens[0].span.start:
        return source
    between = [
        token
        for token in tree.tokens
        if piece.end <= token.span.start < source.span.start
    ]
    titled = all(is_word(t) and t.tag not in NO_TITLES for t in between)
    if not between or len(between) > CUT_OFF or not titled:
        return source
    start = between[0].span.start
    return replace(source, span=Span(start, source.span.end))


def _behind(tree: Tree, verb: Token) -> Source | None:
    """The speaker right behind an inverted verb that the parser took for another."""
    if verb.i > 0 and tree.word(verb.i - 1) not in INVERTING:
        return None
    for child in tree.children(
        verb.i, "dobj", "attr", "npadvmod", "oprd", "dep", "nsubj"
    ):
        if child.entity in {"DATE", "TIME"}:
            continue
        if tree.left[child.i] == verb.i + 1 and child.pos in {"PROPN", "NOUN", "PRON"}:
            return phrase(tree, child)
    return None


def _is_own(tree: Tree, verb: Token, source: Source) -> bool:
    head = tree.tokens[source.head]
    if head.head == verb.i and head.i != verb.i:
        return True
    return head.i == verb.i - 1
