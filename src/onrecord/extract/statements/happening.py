"""Whether a verb tells that something was said: not an aim, a guess, a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.tree import SUBJECTS, is_finite

if TYPE_CHECKING:
    from onrecord.extract.statements.draft import Frame
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

# "went on to say", "declined to say": the infinitive tells what was done.
GOVERNORS = frozenset(
    ["go", "continue", "proceed", "refuse", "decline", "fail", "seem", "appear",
     "hasten"]
)  # fmt: skip
# The same only where a clause or a quotation follows: "took to the radio to say that".
MEANS = frozenset(
    ["come", "begin", "start", "rush", "take", "use", "move", "write", "post", "phone",
     "email", "tweet", "step"]
)  # fmt: skip
# What somebody means to do, or is to do, before anything is said.
AIMS = frozenset(
    ["want", "try", "plan", "hope", "intend", "expect", "need", "have", "ask", "tell",
     "urge", "order", "allow", "force", "seek", "like", "be", "wait", "prepare",
     "invite", "get", "offer", "promise", "agree", "threaten", "vow", "pledge"]
)  # fmt: skip
SPOKEN = frozenset({"clause", "quotation", "parenthesis"})
SUPPOSING = frozenset({"if", "unless"})
DESCRIBED = frozenset({"VBN", "VBD"})
BEFORE_NOUNS = frozenset({"ADP", "DET"})
PRONOMINAL = frozenset(
    ["that", "which", "who", "this", "these", "those", "all", "both", "some", "each"]
)


def is_told_to_happen(tree: Tree, verb: Token) -> bool:
    """Whether an infinitive tells what was done: "went on to say", "wrote to say"."""
    above = tree.head(verb)
    if verb.dep not in {"xcomp", "advcl"} or _is_to_come(tree, above):
        return False
    if above.lemma in GOVERNORS | MEANS:
        return True
    plain = tree.word(verb.i) == "say" and above.tag == "VBD"
    return plain and above.lemma not in AIMS


def needs_words(tree: Tree, verb: Token, frame: Frame) -> bool:
    """Whether an infinitive holds less than a clause or a quotation, and must not.

    "They used the debate to defend the plan" tells an aim; "... to say that the plan
    was sound" tells what was said.
    """
    infinitive = any(tree.word(aux.i) == "to" for aux in tree.children(verb.i, "aux"))
    above = tree.head(verb).lemma
    governed = above == "go" or (verb.dep == "xcomp" and above in GOVERNORS)
    return infinitive and not governed and frame not in SPOKEN


def _is_to_come(tree: Tree, verb: Token) -> bool:
    """Whether the verb tells of something ahead, or of an aim itself."""
    helpers = tree.children(verb.i, "aux")
    return any(aux.tag in {"MD", "TO"} for aux in helpers)


def is_supposed(tree: Tree, verb: Token) -> bool:
    """Whether nobody says it yet: "if the court rules that ..."."""
    return any(tree.word(mark.i) in SUPPOSING for mark in tree.children(verb.i, "mark"))


def describes(tree: Tree, verb: Token) -> bool:
    """Whether the form stands for an adjective, or for half of another word.

    "against alleged bases", "choke-slammed", "Worried about the vote, the party ...".
    """
    if _is_half(tree, verb):
        return True
    if verb.tag not in DESCRIBED or tree.child(verb.i, *SUBJECTS) is not None:
        return False
    before = tree.at(verb.i - 1)
    if before is not None and before.pos in BEFORE_NOUNS:
        return before.text.lower() not in PRONOMINAL
    fronted = verb.dep == "advcl" and tree.head(verb).i > verb.i
    return fronted and not is_finite_with_helper(tree, verb)


def is_finite_with_helper(tree: Tree, verb: Token) -> bool:
    """Whether an auxiliary makes the form a tense: "has said"."""
    return bool(tree.children(verb.i, "aux", "auxpass")) and is_finite(tree, verb)


def _is_half(tree: Tree, verb: Token) -> bool:
    before = tree.at(verb.i - 1)
    return (
        before is not None
        and before.text == "-"
        and before.span.end == verb.span.start
        and before.i > 0
        and tree.tokens[before.i - 1].span.end == before.span.start
    )
