"""Where content opens, by grammar: the clause or phrase behind a reporting verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.ending import find_end
from onrecord.extract.statements.extent import FINITE, Opened, Reach
from onrecord.extract.statements.objects import (
    behind_noun,
    is_called_something,
    is_denied_pronoun,
    is_predicate,
    is_pronoun,
    takes_object,
)
from onrecord.extract.statements.tree import is_verbal, is_word

if TYPE_CHECKING:
    from onrecord.extract.statements.cues import Cue
    from onrecord.extract.statements.draft import Frame
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

THAT_DISTANCE = 8  # tokens from a reporting verb to its "that"


def find_complement(tree: Tree, verb: Token, cue: Cue, scene: Scene) -> Reach | None:
    """What follows the verb as its content, cut where it stops being reported."""
    start = _complement_start(tree, verb, cue)
    if start is None:
        return None
    first, frame = start
    found = find_end(Opened(tree, verb, first, frame), scene)
    if found.end < first:
        return None
    return Reach(first, found.end, frame, found.sureness)


def _complement_start(tree: Tree, verb: Token, cue: Cue) -> tuple[int, Frame] | None:
    after = [child for child in tree.children(verb.i) if child.i > verb.i]
    for child in after:
        found = _opening(tree, verb, cue, child)
        if found is not None:
            return found
    return _by_that(tree, verb, cue)


def _opening(
    tree: Tree, verb: Token, cue: Cue, child: Token
) -> tuple[int, Frame] | None:
    """Where the content opens, if this child of the verb opens it."""
    left = max(tree.left[child.i], verb.i + 1)
    if child.dep in {"ccomp", "xcomp"}:
        return _clausal_opening(tree, verb, cue, child)
    if child.dep == "prep" and child.text.lower() in cue.frames:
        return (left, "phrase") if _is_said_of(tree, verb, child, cue) else None
    if child.dep in {"acomp", "oprd"} and cue.lemma == "plead":
        return left, "phrase"  # "pleaded not guilty to ..."
    if child.dep in {"dobj", "dative", "oprd", "attr"}:
        return _object_opening(tree, verb, cue, child)
    return _adverbial_opening(tree, cue, child, left)


def _clausal_opening(
    tree: Tree, verb: Token, cue: Cue, clause: Token
) -> tuple[int, Frame] | None:
    """Where a clause or an infinitive that the verb governs opens."""
    left = max(tree.left[clause.i], verb.i + 1)
    if clause.dep == "xcomp":
        taken = _takes_infinitive(tree, verb, clause, cue)
        return (left, "infinitive") if taken else None
    if _is_wished_for(tree, clause, left, cue):
        return left, "infinitive"
    if _takes_clause(tree, clause, cue):
        return _past_day(tree, _after_marks(tree, left, cue), clause), "clause"
    return None


def _is_said_of(tree: Tree, verb: Token, prep: Token, cue: Cue) -> bool:
    """Whether the phrase by itself is what is said: "complained about the noise"."""
    named = any(thing.i > verb.i for thing in tree.children(verb.i, "dobj"))
    if "number" in cue.frames:
        return False  # of the thing before it alone: "put the toll at 31"
    thing = tree.child(prep.i, "pobj", "pcomp")
    if thing is not None and is_pronoun(thing):
        return False
    return prep.text.lower() != "as" or not named


def _adverbial_opening(
    tree: Tree, cue: Cue, clause: Token, left: int
) -> tuple[int, Frame] | None:
    """What parsers hang on the verb as loosely as a reason: "called for X to ..."."""
    if clause.dep != "advcl":
        return None
    opening = tree.word(left)
    if cue.cue_class == "asking" and opening in {"if", "whether"}:
        return left, "clause"
    if opening == "for" and "for" in cue.frames and _is_infinitive(tree, clause):
        return left, "infinitive"
    return None


def _after_marks(tree: Tree, start: int, cue: Cue) -> int:
    for token in tree.between(start, len(tree.tokens)):
        if is_word(token) and token.text.lower() != cue.particle:
            return token.i
    return start


def _past_day(tree: Tree, first: int, clause: Token) -> int:
    """Behind the day of the saying: in "said on Friday the port was calm" the port."""
    subject = tree.child(clause.i, "nsubj", "nsubjpass", "expl")
    if subject is None:
        return first
    start = tree.left[subject.i]
    told = list(tree.between(first, start))
    days = [token.entity in {"DATE", "TIME"} for token in told]
    leads = any(days) and told[0].text.lower() == "on"
    return start if days and all(days[leads:]) else first


def _is_infinitive(tree: Tree, clause: Token) -> bool:
    return any(tree.word(aux.i) == "to" for aux in tree.children(clause.i, "aux"))


def _is_wished_for(tree: Tree, clause: Token, left: int, cue: Cue) -> bool:
    """Whether the clause is one of "called for X to ..."."""
    wished = tree.word(left) == "for" and "for" in cue.frames
    return wished and _is_infinitive(tree, clause)


def _takes_clause(tree: Tree, clause: Token, cue: Cue) -> bool:
    if _is_infinitive(tree, clause):
        return bool({"i", "t"} & cue.frames)
    return bool({"c", "as"} & cue.frames) or (
        "q" in cue.frames and clause.tag in FINITE
    )


def _takes_infinitive(tree: Tree, verb: Token, clause: Token, cue: Cue) -> bool:
    if clause.tag == "VBG":
        return "o" in cue.frames
    told = tree.child(verb.i, "dobj", "dative", "nsubjpass") is not None
    if not _is_infinitive(tree, clause):
        return "c" in cue.frames and clause.pos in {"VERB", "AUX"}
    return "t" in cue.frames or ("i" in cue.frames and told)


def _object_opening(
    tree: Tree, verb: Token, cue: Cue, thing: Token
) -> tuple[int, Frame] | None:
    """Where content opens that begins with the verb's object, if it does."""
    if "said" in cue.frames:
        return behind_noun(tree, verb, thing)
    frame = _frame_behind(tree, verb, cue, thing)
    if frame is None and is_called_something(tree, thing, cue):
        frame = "phrase"
    if frame is None and (
        takes_object(thing, cue) or is_denied_pronoun(tree, verb, thing)
    ):
        frame = "object"
    return (tree.left[thing.i], frame) if frame is not None else None


def _frame_behind(tree: Tree, verb: Token, cue: Cue, thing: Token) -> Frame | None:
    """How the words behind the object go on from it, if they do."""
    for child in tree.children(verb.i):
        if child.i <= thing.i:
            continue
        if child.dep in {"ccomp", "xcomp"}:
            if _is_infinitive(tree, child) and "i" in cue.frames:
                return "infinitive"
            is_clause = _lacks_subject(tree, child) and _takes_clause(tree, child, cue)
            return "clause" if is_clause else None
        if is_predicate(tree, child, cue):
            return "phrase"
    return None


def _lacks_subject(tree: Tree, clause: Token) -> bool:
    """Whether the parser took its subject for an object: "shows the fleet fell"."""
    told = tree.child(clause.i, "nsubj", "nsubjpass", "expl", "mark", "csubj")
    return clause.tag in {"VBD", "VBZ", "VBP"} and told is None


def _by_that(tree: Tree, verb: Token, cue: Cue) -> tuple[int, Frame] | None:
    """A "that" close behind, where the parser lost the clause."""
    if "c" not in cue.frames:
        return None
    for token in tree.between(verb.i + 1, verb.i + 1 + THAT_DISTANCE):
        if is_verbal(token):
            return None
        if token.text.lower() == "that" and _opens_clause(tree, token):
            return token.i, "clause"
    return None


def _opens_clause(tree: Tree, that: Token) -> bool:
    """Whether a clause follows: also where the parser made it one on a noun before."""
    if that.dep == "mark" or that.pos == "SCONJ":
        return True
    following = tree.at(that.i + 1)
    return following is not None and following.tag in {"PRP", "EX", "TO"}
