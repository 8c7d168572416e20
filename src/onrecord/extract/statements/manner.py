"""How a verb reports: negated, hedged, on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.statements.tree import Tree
    from onrecord.model import Span, Token

NEGATING = frozenset({"refuse", "decline", "fail"})
HEDGES = frozenset({"reportedly", "allegedly", "apparently", "supposedly"})


def is_negated(tree: Tree, verb: Token) -> bool:
    """Whether it was not said: "did not say", "declined to say", "has yet to say"."""
    if tree.child(verb.i, "neg") is not None:
        return True
    above = tree.head(verb)
    if verb.dep == "xcomp" and above.lemma in NEGATING:
        return True
    yet = any(t.text.lower() == "yet" for t in tree.between(above.i, verb.i))
    return yet and any(tree.word(t.i) == "to" for t in tree.children(verb.i, "aux"))


def is_hedged(tree: Tree, verb: Token) -> bool:
    """Whether the outlet leaves open that it was said: "reportedly"."""
    adverbs = tree.children(verb.i, "advmod")
    return any(child.text.lower() in HEDGES for child in adverbs)


def said_when(tree: Tree, verb: Token, content: tuple[Span, ...]) -> str | None:
    """The date on the cue, as worded: "insisted Friday", "said on Monday"."""
    for child in tree.children(verb.i, "npadvmod", "prep", "advmod"):
        below = sorted(tree.sentence.below(child.i), key=lambda token: token.i)
        dates = [token for token in below if token.entity in {"DATE", "TIME"}]
        if not dates or any(span.meets(dates[0].span) for span in content):
            continue
        span = tree.span(dates[0].i, dates[-1].i)
        return " ".join(token.text for token in below if span.holds(token.span))
    return _when_beside(tree, verb, content)


def _when_beside(tree: Tree, verb: Token, content: tuple[Span, ...]) -> str | None:
    """The date between the verb and what is said, on whatever the parser hung it."""
    words = []
    for token in tree.between(verb.i + 1, len(tree.tokens)):
        if token.entity not in {"DATE", "TIME"} or content[0].meets(token.span):
            break
        words.append(token.text)
    return " ".join(words) or None
