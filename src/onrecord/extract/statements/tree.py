"""A sentence's grammar with the questions that rules ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "parataxis"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence; `left[i]` and `right[i]` are the first and last token below `i`."""

    number: int  # of the sentence in its article
    sentence: Sentence
    left: Sequence[int]
    right: Sequence[int]

    @classmethod
    def of(cls, number: int, sentence: Sentence) -> Tree:
        """The tree with its edges worked out."""
        left = list(range(len(sentence.tokens)))
        right = list(left)
        for token in sentence.tokens:
            at, steps = token.head, 0
            while steps < len(left):
                left[at] = min(left[at], token.i)
                right[at] = max(right[at], token.i)
                above = sentence.tokens[at].head
                if above == at:
                    break
                at, steps = above, steps + 1
        return cls(number, sentence, left, right)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def head(self, token: Token) -> Token:
        """What the token hangs on; the root hangs on itself."""
        return self.tokens[token.head]

    def children(self, i: int, *deps: str) -> list[Token]:
        """The tokens on `i`, those with one of `deps` when any is given, in order."""
        below = [self.tokens[at] for at in self.sentence.children[i]]
        return [token for token in below if token.dep in deps] if deps else below

    def child(self, i: int, *deps: str) -> Token | None:
        """The first of them."""
        return self.sentence.child(i, *deps)

    def span(self, start: int, end: int) -> Span:
        """From token `start` to token `end`, both included."""
        return Span(self.tokens[start].span.start, self.tokens[end].span.end)

    def between(self, start: int, end: int) -> Iterator[Token]:
        """Tokens `start` up to, not including, `end`."""
        yield from self.tokens[max(start, 0) : max(end, 0)]

    def at(self, i: int) -> Token | None:
        """Token `i`, None outside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def word(self, i: int) -> str:
        """Token `i` in small letters, "" outside the sentence."""
        token = self.at(i)
        return token.text.lower() if token is not None else ""

    def ancestors(self, i: int) -> Iterator[Token]:
        """What token `i` hangs on, and so on up to the root."""
        for _ in range(len(self.tokens)):
            above = self.tokens[i].head
            if above == i:
                return
            yield self.tokens[above]
            i = above

    def is_below(self, i: int, top: int) -> bool:
        """Whether token `i` is `top` or hangs somewhere below it."""
        return i == top or any(token.i == top for token in self.ancestors(i))


def is_finite(tree: Tree, verb: Token) -> bool:
    """Whether the verb, or its auxiliary, tells a tense: "said", "has said"."""
    auxiliaries = tree.children(verb.i, "aux")
    return any(token.tag in FINITE for token in (verb, *auxiliaries))


def is_word(token: Token) -> bool:
    """Whether the token is more than punctuation or white space."""
    return token.text[:1].isalnum() or any(map(str.isalnum, token.text))


def is_verbal(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary."""
    return token.pos in VERBAL
