"""What a denial rejects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.statements.nouns import load_cue_nouns
from onrecord.extract.statements.roles import load_nouns

if TYPE_CHECKING:
    from onrecord.extract.statements.extent import Reach
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Span, Token


def denied_by(tree: Tree, verb: Token, reach: Reach) -> tuple[Span, ...]:
    """The words denied: the object without "as unfounded", or the clause itself.

    Empty where nothing is asserted: somebody is turned down ("rejected him as a
    mediator"), or goes without something ("denied visas to refugees").
    """
    thing = tree.child(verb.i, "dobj")
    if thing is None or not reach.start <= thing.i <= reach.end:
        return (tree.span(reach.start, reach.end),)
    if _is_somebody(thing) or _is_withheld(tree, verb, thing):
        return ()
    end = reach.end
    for i in range(thing.i, reach.end):
        if tree.word(i) == "as" and _is_verdict(tree, i, verb, thing):
            end = i - 1
            break
    return (tree.span(reach.start, end),)


def _is_somebody(thing: Token) -> bool:
    noun = load_nouns().get(thing.text.lower())
    known = noun is not None and noun.kind in {"role", "body"}
    return known or thing.entity in {"PERSON", "ORG", "GPE", "NORP"}


def _is_withheld(tree: Tree, verb: Token, thing: Token) -> bool:
    """Whether someone is refused something: "denied vaccines to the migrants"."""
    if verb.lemma != "deny" or thing.text.lower() in load_cue_nouns():
        return False
    preps = (*tree.children(verb.i, "prep", "dative"), *tree.children(thing.i, "prep"))
    return any(prep.text.lower() == "to" or prep.pos == "NOUN" for prep in preps)


def _is_verdict(tree: Tree, i: int, verb: Token, thing: Token) -> bool:
    """Whether "as" opens what the denier calls the thing."""
    above = {token.i for token in tree.ancestors(i)}
    return verb.i in above or thing.i in above
