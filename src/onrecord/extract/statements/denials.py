"""What a denial rejects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.statements.extent import Reach
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Span, Token


def denied_by(tree: Tree, verb: Token, reach: Reach) -> tuple[Span, ...]:
    """The words denied: the object without "as unfounded", or the clause itself."""
    thing = tree.child(verb.i, "dobj")
    if thing is None or not reach.start <= thing.i <= reach.end:
        return (tree.span(reach.start, reach.end),)
    end = reach.end
    for i in range(thing.i, reach.end):
        if tree.word(i) == "as" and _is_verdict(tree, i, verb, thing):
            end = i - 1
            break
    return (tree.span(reach.start, end),)


def _is_verdict(tree: Tree, i: int, verb: Token, thing: Token) -> bool:
    """Whether "as" opens what the denier calls the thing."""
    above = {token.i for token in tree.ancestors(i)}
    return verb.i in above or thing.i in above
