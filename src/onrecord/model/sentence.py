"""Sentences as the language pipeline sees them, in page coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model.article import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Passage:
    """Text to parse: one paragraph, and where it starts in its page."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `i` and `head` count tokens within the sentence."""

    i: int
    span: Span
    text: str
    lemma: str
    pos: str  # Universal POS: NOUN, PROPN, VERB, AUX, PRON, PUNCT, ...
    tag: str  # Penn tag: VBD, NNP, ...
    dep: str  # spaCy's English labels: nsubj, dobj, ccomp, prep, pobj, ...
    head: int  # the root is its own head
    entity: str  # PERSON, ORG, GPE, NORP, DATE, CARDINAL, ...; "" outside
    starts_entity: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence of one paragraph.

    `paragraph` counts the paragraphs of the article in reading order; `children[i]`
    are the tokens that hang on token `i`, in order.
    """

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    root: int
    zone: Zone
    paragraph: int

    @property
    def span(self) -> Span:
        """From the first token's first character to the last token's last."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    def below(self, i: int) -> Iterator[Token]:
        """Token `i` and all that hangs on it, in no promised order."""
        stack = [i]
        while stack:
            at = stack.pop()
            yield self.tokens[at]
            stack.extend(self.children[at])

    def reach(self, i: int) -> Span:
        """The characters from the first to the last token below `i`."""
        below = list(self.below(i))
        return Span(
            min(token.span.start for token in below),
            max(token.span.end for token in below),
        )

    def child(self, i: int, *deps: str) -> Token | None:
        """The first token on `i` with one of these dependencies."""
        return next(self.children_with(i, *deps), None)

    def children_with(self, i: int, *deps: str) -> Iterator[Token]:
        """The tokens on `i` with one of these dependencies, in order."""
        for at in self.children[i]:
            if self.tokens[at].dep in deps:
                yield self.tokens[at]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    `outer` has the marks, `inner` has not (None when the marks hold nothing).
    A quotation that runs over paragraphs, each opening again without a close, is one
    Quotation with a piece for each paragraph. `closed` is False when the text ends
    first. `depth` is 0, or 1 for a quotation inside another.
    """

    outer: tuple[Span, ...]
    inner: tuple[Span, ...]
    marks: Literal["double", "single"]
    closed: bool
    depth: int = 0


def make_sentence(tokens: tuple[Token, ...], zone: Zone, paragraph: int) -> Sentence:
    """Tokens of one sentence as a `Sentence`, with children and root worked out."""
    children: list[list[int]] = [[] for _ in tokens]
    root = 0
    for token in tokens:
        if token.head == token.i:
            root = token.i
        else:
            children[token.head].append(token.i)
    packed = tuple(tuple(below) for below in children)
    return Sentence(tokens, packed, root, zone, paragraph)
