"""What is said, by grammar: the clause or phrase that hangs on a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.statements.cues import load_cues
from onrecord.extract.statements.draft import Frame
from onrecord.extract.statements.tree import is_verbal, is_word

if TYPE_CHECKING:
    from onrecord.extract.statements.cues import Cue
    from onrecord.extract.statements.scene import Scene
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

OCCASIONS = frozenset(
    [
        "statement",
        "interview",
        "conference",
        "briefing",
        "speech",
        "letter",
        "email",
        "e-mail",
        "tweet",
        "post",
        "message",
        "address",
        "remarks",
        "comments",
        "testimony",
        "report",
        "release",
        "press",
        "memo",
        "note",
        "video",
        "podcast",
        "broadcast",
        "hearing",
        "event",
        "rally",
        "meeting",
        "debate",
        "column",
        "article",
    ]
)
COMMAS = frozenset({",", "—", "–", "--", ";", "-"})  # noqa: RUF001 - dashes part clauses
CONTRASTS = frozenset({"but", "while", "whereas", "although", "though", "yet"})
LOOSE_CLAUSES = frozenset(
    {"as", "after", "while", "although", "though", "when", "before", "following"}
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LOOK_AHEAD = 14  # tokens from a conjunction to the reporting verb of its clause
THAT_DISTANCE = 8  # tokens from a reporting verb to its "that"
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


@dataclass(frozen=True, slots=True)
class Reach:
    """Tokens `start` to `end`, both included, that may be content."""

    start: int
    end: int
    frame: Frame


def find_complement(tree: Tree, verb: Token, cue: Cue, scene: Scene) -> Reach | None:
    """What follows the verb as its content, cut where it stops being reported."""
    start = _complement_start(tree, verb, cue)
    if start is None:
        return None
    first, frame = start
    end = _cut(tree, first, _right_reach(tree, verb, first), scene)
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
    if child.dep == "ccomp" and _takes_clause(tree, child, cue):
        return _after_marks(tree, left), "clause"
    if child.dep == "xcomp" and _takes_infinitive(tree, verb, child, cue):
        return left, "infinitive"
    if child.dep in {"dobj", "dative", "oprd", "attr"}:
        return _object_opening(tree, verb, cue, child)
    if child.dep == "prep" and child.text.lower() in cue.frames:
        if child.text.lower() == "as" and "as" in cue.frames:
            return None
        return left, "phrase"
    is_question = cue.cue_class == "asking" and child.dep == "advcl"
    if is_question and tree.word(left) in {"if", "whether"}:
        return left, "clause"
    return None


def _after_marks(tree: Tree, start: int) -> int:
    while tree.at(start) is not None and not is_word(tree.tokens[start]):
        start += 1
    return start


def _is_infinitive(tree: Tree, clause: Token) -> bool:
    return any(tree.word(aux.i) == "to" for aux in tree.children(clause.i, "aux"))


def _takes_clause(tree: Tree, clause: Token, cue: Cue) -> bool:
    if _is_infinitive(tree, clause):
        return bool({"i", "t"} & cue.frames)
    return bool({"c", "as"} & cue.frames) or (
        "q" in cue.frames and clause.tag in FINITE
    )


def _takes_infinitive(tree: Tree, verb: Token, clause: Token, cue: Cue) -> bool:
    if clause.tag == "VBG":
        return "o" in cue.frames
    told = tree.child(verb.i, "dobj", "dative") is not None
    if not _is_infinitive(tree, clause):
        return "c" in cue.frames and clause.pos in {"VERB", "AUX"}
    return "t" in cue.frames or ("i" in cue.frames and told)


def _object_opening(
    tree: Tree, verb: Token, cue: Cue, thing: Token
) -> tuple[int, Frame] | None:
    left = tree.left[thing.i]
    later = [child for child in tree.children(verb.i) if child.i > thing.i]
    for child in later:
        if child.dep in {"ccomp", "xcomp"}:
            if _is_infinitive(tree, child) and "i" in cue.frames:
                return left, "infinitive"
            break
        if child.dep == "prep" and child.text.lower() in cue.frames - {"on"}:
            return left, "phrase"
        if child.dep in {"oprd", "advcl"} and "as" in cue.frames:
            return left, "phrase"
    is_named = "as" in cue.frames and "o" not in cue.frames
    if "o" not in cue.frames or is_named:
        return None
    if any(child.dep == "ccomp" and "c" in cue.frames for child in later):
        return None  # whom it was said to: the clause is still to come
    if thing.text.lower() in PRONOUN_OBJECTS or thing.pos == "NUM":
        return None
    return left, "object"


def _by_that(tree: Tree, verb: Token, cue: Cue) -> tuple[int, Frame] | None:
    """A "that" close behind, where the parser lost the clause."""
    if "c" not in cue.frames:
        return None
    for token in tree.between(verb.i + 1, verb.i + 1 + THAT_DISTANCE):
        if is_verbal(token):
            return None
        if token.text.lower() == "that" and token.pos == "SCONJ":
            return token.i, "clause"
    return None


def _right_reach(tree: Tree, verb: Token, first: int) -> int:
    """How far to the right the content may go."""
    end = first
    parted = False
    for child in tree.children(verb.i):
        right = tree.right[child.i]
        if right < first:
            continue
        if child.i < verb.i:
            continue
        if tree.left[child.i] > first and not _stays(tree, child, parted=parted):
            break
        if child.dep == "punct":
            parted = child.text in COMMAS
            continue
        parted = False
        end = max(end, right)
    if end == first and tree.word(first) == "that":
        end = len(tree.tokens) - 1
    return end


def _stays(tree: Tree, child: Token, *, parted: bool) -> bool:
    """Whether a later child of the verb is still part of what is said."""
    if child.dep == "punct":
        return True
    if child.dep in {"conj", "cc", "nsubj", "parataxis"}:
        return False
    first = tree.word(tree.left[child.i])
    if child.dep == "advcl":
        if child.tag == "VBG" and parted:
            return False
        return not (parted and first in LOOSE_CLAUSES)
    if child.dep == "prep":
        thing = tree.child(child.i, "pobj")
        return thing is None or thing.lemma not in OCCASIONS
    return not (child.entity == "DATE" and parted)


def _cut(tree: Tree, first: int, end: int, scene: Scene) -> int:
    """The last token before the outlet or another speaker takes over."""
    for i in range(first + 1, end + 1):
        if _takes_over(tree, i, scene):
            end = i - 1
            break
    while end > first and not is_word(tree.tokens[end]):
        end -= 1
    return end


def _takes_over(tree: Tree, i: int, scene: Scene) -> bool:
    token = tree.tokens[i]
    word = token.text.lower()
    parted = tree.word(i - 1) in COMMAS
    if scene.piece_at(token.span.start) is not None:
        return False
    if word == "even" and tree.word(i + 1) == "as":
        return True
    if parted and word == "according" and tree.word(i + 1) == "to":
        return True
    if parted and token.tag == "VBG" and _reports(token):
        return True
    if word in CONTRASTS or (word in {"and", "as"}):
        return _opens_report(tree, i, token, parted=parted)
    return False


def _reports(token: Token) -> bool:
    cue = load_cues().get(token.text.lower())
    if token.text.lower() in {"citing", "quoting"}:
        return True
    return cue is not None and cue.cue_class not in {"believing", "wanting"}


def _opens_report(tree: Tree, i: int, token: Token, *, parted: bool) -> bool:
    """Whether a clause with its own reporting verb opens here: "but ... warned"."""
    for later in tree.between(i + 1, i + 1 + LOOK_AHEAD):
        if later.text in COMMAS and later.i > i + 1:
            continue
        if not (later.tag in FINITE and is_verbal(later)):
            continue
        if not _reports(later) or not _has_content(tree, later):
            return False
        bare = later.i - i <= 2  # noqa: PLR2004 - "but stressed", "and also warned"
        return bare or parted or token.text.lower() in CONTRASTS
    return False


def _has_content(tree: Tree, verb: Token) -> bool:
    return any(
        child.i > verb.i and child.dep in {"ccomp", "xcomp", "dobj", "prep"}
        for child in tree.children(verb.i)
    )
