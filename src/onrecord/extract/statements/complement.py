"""Where content opens, by grammar: the clause or phrase behind a reporting verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.ending import find_end
from onrecord.extract.statements.extent import FINITE, Opened, Reach
from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.roles import load_nouns
from onrecord.extract.statements.tree import is_verbal, is_word

if TYPE_CHECKING:
    from onrecord.extract.statements.cues import Cue
    from onrecord.extract.statements.draft import Frame
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

THAT_DISTANCE = 8  # tokens from a reporting verb to its "that"
JUDGING = frozenset({"accusing", "condemning", "praising", "denying", "believing"})
HOLDING = frozenset({"prep", "acl", "ccomp", "relcl"})
UNHELD = frozenset({"for", "from", "by", "through", "to"})  # tell other things
NAMING = frozenset({"as", "of", "for", "to", "against", "with", "from"})
IDEAS = frozenset(
    ["idea", "ideas", "notion", "notions", "plan", "plans", "proposal", "proposals",
     "theory", "theories", "talk", "rumour", "rumours", "rumor", "rumors", "reports",
     "report", "question", "questions", "speculation", "possibility", "prospect"]
)  # fmt: skip
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


def find_complement(tree: Tree, verb: Token, cue: Cue, scene: Scene) -> Reach | None:
    """What follows the verb as its content, cut where it stops being reported."""
    start = _complement_start(tree, verb, cue)
    if start is None:
        return None
    first, frame = start
    end = find_end(Opened(tree, verb, first, frame), scene)
    return Reach(first, end, frame) if end >= first else None


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
    if thing is not None and _is_pronoun(thing):
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
        return _behind_noun(tree, verb, thing)
    frame = _frame_behind(tree, verb, cue, thing)
    if frame is None and _is_called_something(tree, thing, cue):
        frame = "phrase"
    if frame is None and _takes_object(thing, cue):
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
        if _is_predicate(tree, child, cue):
            return "phrase"
    return None


def _is_called_something(tree: Tree, thing: Token, cue: Cue) -> bool:
    """Whether the object holds what it is called: "the plan as a joke"."""
    if _is_thing_with_judgement(tree, thing, cue):
        return True
    own = [child for child in tree.children(thing.i) if child.i > thing.i]
    names = bool(cue.frames & NAMING) and "o" not in cue.frames
    return names and any(_is_predicate(tree, t, cue) or t.dep == "appos" for t in own)


def _lacks_subject(tree: Tree, clause: Token) -> bool:
    """Whether the parser took its subject for an object: "shows the fleet fell"."""
    told = tree.child(clause.i, "nsubj", "nsubjpass", "expl", "mark", "csubj")
    return clause.tag in {"VBD", "VBZ", "VBP"} and told is None


def _behind_noun(tree: Tree, verb: Token, thing: Token) -> tuple[int, Frame] | None:
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


def _is_predicate(tree: Tree, child: Token, cue: Cue) -> bool:
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


def _takes_object(thing: Token, cue: Cue) -> bool:
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


def _is_pronoun(thing: Token) -> bool:
    """Whether the word says nothing by itself; "US" in capitals is a name."""
    return thing.text.lower() in PRONOUN_OBJECTS and not thing.text.isupper()


def _is_person(thing: Token) -> bool:
    noun = load_nouns().get(thing.text.lower())
    return thing.entity == "PERSON" or (noun is not None and noun.kind == "role")


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
