"""Content around the reporting verb: "..., he said", "the plan, he said, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.extent import FINITE, Reach
from onrecord.extract.statements.tree import is_finite, is_verbal, is_word

if TYPE_CHECKING:
    from onrecord.extract.statements.group import Group
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Token

ADJUNCTS = frozenset(
    {"punct", "prep", "npadvmod", "advmod", "advcl", "dative", "dobj", "conj", "cc",
     "nsubj", "agent", "prt", "aux", "neg", "tmod", "pobj", "dep", "relcl"}
)  # fmt: skip
TOLD = frozenset({"punct", "prep", "npadvmod", "advmod", "dative", "prt", "conj"})
TELLING = frozenset({"tell", "inform", "remind", "assure", "warn"})
OUTSIDE = frozenset({"who", "which", "that", "as", "whom"})
ELSEWHERE = frozenset({"who", "which", "as", "but", "yet"})  # open another clause
PARTICIPLES = frozenset({"VBG", "VBN"})
PARTING = frozenset({",", ";"})
ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
FEWEST = 2  # words that can be a clause


def find_parenthesis(group: Group) -> list[Reach]:
    """The pieces of a clause into which the speaker and verb are slipped.

    Empty when the verb does not stand in a parenthesis.
    """
    if "c" not in group.cue.frames or group.source is None:
        return []
    tree, verb, start = group.tree, group.verb, group.start
    if tree.word(start - 1) == "as" and is_finite(tree, verb):
        return [] if group.cue.is_weak else _beside_as(group)
    if tree.word(start - 1) != "," or not is_finite(tree, verb):
        return []
    if tree.word(start) in OUTSIDE or _first(tree) > start - FEWEST:
        return []
    return _around(group)


def _around(group: Group) -> list[Reach]:
    """What stands before the parenthesis, and what goes on behind it."""
    tree, verb, start, end = group.tree, group.verb, group.start, group.end
    opening = {tree.word(_first(tree)), tree.word(_first(tree) + 1)}
    if opening & ASKED:
        return []  # "Asked whether it would rain, she laughed"
    first = Reach(_first(tree), start - 2, "parenthesis")
    comma = end + 1 if tree.word(end + 1) in PARTING else None
    rest = _behind(group, first, comma)
    if rest is not None:
        return [first, rest]
    if _first(tree) == start - FEWEST or not _may_be_clause(tree, first):
        return []
    is_closed = tree.word(end + 1) in PARTING and _goes_on(tree, start, end)
    return [first] if is_closed or _is_at_end(tree, verb) else []


def _behind(group: Group, first: Reach, comma: int | None) -> Reach | None:
    """The rest of the clause behind the parenthesis, which ends with this comma.

    None given: the comma behind what is told of the saying, where the first piece
    needs more to be a clause: "the plan, he said on Monday, will fail".
    """
    tree, verb = group.tree, group.verb
    if comma is None and not _is_clause(tree, first) and _is_only_told(group):
        comma = _comma_behind(group)
    if comma is None or not _goes_on(tree, group.start, comma - 1):
        return None
    rest = Reach(comma + 1, _last(tree), "parenthesis")
    return rest if _is_clause(tree, rest) and not _hangs_on(tree, verb, rest) else None


def _is_only_told(group: Group) -> bool:
    """Whether only when, where and to whom it was said follows the verb."""
    later = [t for t in group.tree.children(group.verb.i) if t.i > group.verb.i]
    told = TOLD | {"dobj"} if group.verb.lemma in TELLING else TOLD
    return all(child.dep in told for child in later)


def _hangs_on(tree: Tree, verb: Token, piece: Reach) -> bool:
    """Whether the piece only goes on about the saying: ", adding that ..."."""
    opening = tree.tokens[piece.start]
    return opening.tag == "VBG" and tree.is_below(opening.i, verb.i)


def _beside_as(group: Group) -> list[Reach]:
    """The clause beside "as X noted": before it, or behind when that opens."""
    tree, first = group.tree, _first(group.tree)
    opening = group.start - 1
    if opening == first:
        comma = _comma_behind(group)
        return [Reach(comma + 1, _last(tree), "parenthesis")] if comma else []
    if tree.word(opening - 1) not in PARTING or not _is_at_end(tree, group.verb):
        return []
    before = Reach(first, opening - 2, "parenthesis")
    return [before] if _may_be_clause(tree, before) else []


def _comma_behind(group: Group) -> int | None:
    """The comma that ends "As X noted at the time,", None if more is told there."""
    tree, verb = group.tree, group.verb
    for token in tree.between(group.end + 1, len(tree.tokens) - FEWEST):
        if token.text == ",":
            return token.i
        if is_verbal(token) or not tree.is_below(token.i, verb.i):
            return None
    return None


def _is_clause(tree: Tree, piece: Reach) -> bool:
    return any(
        is_verbal(token) and token.tag in FINITE
        for token in tree.between(piece.start, piece.end + 1)
    )


def _may_be_clause(tree: Tree, piece: Reach) -> bool:
    """Whether a verb stands in the piece and is not all of it: "Realising that"."""
    opens = tree.tokens[piece.start].tag in PARTICIPLES
    verbs = map(is_verbal, tree.between(piece.start, piece.end + 1))
    return _is_clause(tree, piece) if opens else any(verbs)


def _first(tree: Tree) -> int:
    """The first word of the sentence that may belong to its clause."""
    first = next((token.i for token in tree.tokens if is_word(token)), 0)
    return first + 1 if tree.tokens[first].dep == "cc" else first


def _last(tree: Tree) -> int:
    return max(token.i for token in tree.tokens if is_word(token))


def _goes_on(tree: Tree, start: int, end: int) -> bool:
    """Whether the clause takes up again behind the comma: no words on the speaker."""
    following = tree.at(end + 2)
    if following is None or following.text.lower() in ELSEWHERE:
        return False
    if following.tag == "VBG" and following.dep == "advcl":
        return False
    above = tree.ancestors(following.i)
    return not any(start <= token.i <= end and token.dep == "nsubj" for token in above)


def _is_at_end(tree: Tree, verb: Token) -> bool:
    later = [child for child in tree.children(verb.i) if child.i > verb.i]
    return all(child.dep in ADJUNCTS for child in later)
