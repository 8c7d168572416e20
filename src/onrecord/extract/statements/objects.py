"""The object of a reporting verb: whether it is what is said, or holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.roles import load_nouns

if TYPE_CHECKING:
    from onrecord.extract.statements.cues import Cue
    from onrecord.extract.statements.draft import Frame
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

JUDGING = frozenset({"accusing", "condemning", "praising", "denying", "believing"})
HOLDING = frozenset({"prep", "acl", "ccomp", "relcl"})
UNHELD = frozenset({"for", "from", "by", "through", "to"})  # tell other things
NAMING = frozenset({"as", "of", "for", "to", "against", "with", "from"})
IDEAS = frozenset(
    ["idea", "ideas", "notion", "notions", "plan", "plans", "proposal", "proposals",
     "theory", "theories", "talk", "rumour", "rumours", "rumor", "rumors", "reports",
     "report", "question", "questions", "speculation", "possibility", "prospect"]
)  # fmt: skip
POINTING = frozenset({"it", "this", "that"})
GAINSAYING = frozenset({"deny", "dispute", "refute", "rebut"})  # of words alone
PRONOUN_OBJECTS = frozenset(
    [
        "it",
        "this",
        "that",
        "him",
        "her",
        "them",
        "me",
        "us",
        "you",
        "itself",
        "himself",
        "herself",
        "themselves",
        "so",
        "what",
        "which",
        "who",
        "whom",
        "one",
    ]
)


def behind_noun(tree: Tree, verb: Token, thing: Token) -> tuple[int, Frame] | None:
    """What a reporting noun holds that is the object: "voiced concern over ...".

    The noun itself belongs to the cue.
    """
    if not is_reporting_noun(thing):
        return None
    held = [t for t in tree.children(thing.i) if t.i > thing.i and t.dep in HOLDING]
    held += [t for t in tree.children(verb.i) if t.i > thing.i and t.dep in HOLDING]
    opening = tree.word(thing.i + 1)
    unheld = UNHELD - load_cue_nouns()[thing.text.lower()]
    if opening in unheld or all(tree.left[t.i] != thing.i + 1 for t in held):
        return None
    return thing.i + 1, "clause" if opening == "that" else "phrase"


def is_reporting_noun(thing: Token) -> bool:
    """Whether someone who voices the thing says something: "concern", "doubts"."""
    frames = load_cue_nouns().get(thing.text.lower(), frozenset())
    return bool({"that", "about", "over", "voiced"} & frames)


def is_called_something(tree: Tree, thing: Token, cue: Cue) -> bool:
    """Whether the object holds what it is called: "the plan as a joke"."""
    if _is_thing_with_judgement(tree, thing, cue):
        return True
    own = [child for child in tree.children(thing.i) if child.i > thing.i]
    names = bool(cue.frames & NAMING) and "o" not in cue.frames
    return names and any(is_predicate(tree, t, cue) or t.dep == "appos" for t in own)


def is_predicate(tree: Tree, child: Token, cue: Cue) -> bool:
    """Whether this says what the object is called or charged with."""
    if child.dep == "prep":
        told = "number" not in cue.frames or _has_number(tree, child)
        return told and child.text.lower() in cue.frames - {"on"}
    return child.dep in {"oprd", "advcl"} and "as" in cue.frames


def _is_thing_with_judgement(tree: Tree, thing: Token, cue: Cue) -> bool:
    """Whether the parser made one of a thing and its name: "called the fears vain"."""
    judged = thing.dep == "oprd" and thing.pos == "ADJ" and "as" in cue.frames
    return judged and tree.child(thing.i, "det", "poss") is not None


def _has_number(tree: Tree, phrase: Token) -> bool:
    """Whether the phrase ends in a number: "at 31", "at more than a hundred"."""
    return any(token.pos == "NUM" for token in tree.sentence.below(phrase.i))


def takes_object(thing: Token, cue: Cue) -> bool:
    """Whether the noun itself is what is said."""
    word = thing.text.lower()
    if not {"o", "doc"} & cue.frames or thing.entity in {"DATE", "TIME"}:
        return False
    if "words" in cue.frames and not (word in IDEAS or word in load_cue_nouns()):
        return False  # drones are shot down, too
    if thing.lemma == "responsibility" and cue.lemma == "claim":
        return False  # for an attack: who did it, not what someone says
    judged = cue.cue_class in JUDGING and "thing" not in cue.frames
    if _is_person(thing) and not judged:
        return False
    return word not in PRONOUN_OBJECTS and thing.pos != "NUM"


def is_denied_pronoun(tree: Tree, verb: Token, thing: Token) -> bool:
    """Whether a pronoun stands for all that is denied: "denied it", "disputes that"."""
    if verb.lemma not in GAINSAYING or thing.dep != "dobj":
        return False
    told = tree.children(verb.i, "dobj", "dative", "ccomp", "xcomp", "oprd")
    return len(told) == 1 and thing.text.lower() in POINTING


def is_pronoun(thing: Token) -> bool:
    """Whether the word says nothing by itself; "US" in capitals is a name."""
    return thing.text.lower() in PRONOUN_OBJECTS and not thing.text.isupper()


def _is_person(thing: Token) -> bool:
    noun = load_nouns().get(thing.text.lower())
    return thing.entity == "PERSON" or (noun is not None and noun.kind == "role")
