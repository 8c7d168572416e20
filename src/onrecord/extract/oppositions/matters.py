"""Whether two statements are about the same matter, by their words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import Annotated, Sentence, Span, Statement, Token

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
EMPTY = frozenset(
    """be have do say tell make take get go come more most other such same new last
    many much some""".split()  # noqa: SIM905 - reads better
)
TAKING_UP = frozenset(
    {"it", "they", "he", "she", "this", "that", "these", "those", "its", "their"}
)


class Matters:
    """The words of an article, asked by place."""

    def __init__(self, annotated: Annotated) -> None:
        """Keep the article's sentences and names at hand."""
        self._annotated = annotated

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self._annotated.sentences]

    def sentence_number(self, place: int) -> int:
        """The number of the sentence around, or last before, this character."""
        return max(bisect_right(self._starts, place) - 1, 0)

    def sentence(self, place: int) -> Sentence:
        """That sentence."""
        return self._annotated.sentences[self.sentence_number(place)]

    def tokens(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens inside these spans."""
        found: list[Token] = []
        for span in spans:
            first = self.sentence_number(span.start)
            for sentence in self._annotated.sentences[first:]:
                if sentence.span.start >= span.end:
                    break
                found.extend(t for t in sentence.tokens if span.holds(t.span))
        return found

    def text_of(self, spans: Iterable[Span]) -> str:
        """The words of these spans, as the page has them."""
        return " ".join(span.of(self._annotated.page.text) for span in spans)

    def around(self, spans: Iterable[Span], start: int, last: Span) -> tuple[str, str]:
        """What these spans have before `start`, and behind the end of `last`."""
        text = self._annotated.page.text
        told = tuple(spans)
        before = " ".join(text[span.start : min(span.end, start)] for span in told)
        behind = " ".join(text[max(span.start, last.end) : span.end] for span in told)
        return before, behind.lstrip()

    def words(self, spans: Iterable[Span]) -> frozenset[str]:
        """The telling words in these spans, names by whom they name."""
        spans = tuple(spans)
        heads = {
            mention.head
            for mention in self._annotated.mentions
            if any(span.holds(mention.span) for span in spans)
        }
        lemmas = {
            token.lemma
            for token in self.tokens(spans)
            if token.pos in TELLING and token.lemma not in EMPTY
        }
        return frozenset(lemmas | heads)

    def heads_in(self, spans: Iterable[Span]) -> frozenset[str]:
        """Whom the names in these spans name."""
        spans = tuple(spans)
        return frozenset(
            mention.head
            for mention in self._annotated.mentions
            if any(span.holds(mention.span) for span in spans)
        )

    def names_in(self, spans: Iterable[Span]) -> frozenset[str]:
        """The words of the names in these spans, and whom they name."""
        spans = tuple(spans)
        proper = (t.lemma for t in self.tokens(spans) if t.pos == "PROPN")
        return self.heads_in(spans) | frozenset(proper)

    def source_words(self, statement: Statement) -> str:
        """The words for the speaker, in small letters; "" when there are none."""
        text = self._annotated.page.text
        return " ".join(span.of(text).casefold() for span in statement.source)

    def source_head(self, statement: Statement) -> Token | None:
        """The noun that the words for the speaker hang on."""
        tokens = self.tokens(statement.source[:1])
        places = {token.i for token in tokens}
        outward = (t for t in tokens if t.head not in places or t.head == t.i)
        return next(outward, None)

    def shared(self, first: Iterable[Span], second: Iterable[Span]) -> int:
        """How many telling words both have."""
        return len(self.words(first) & self.words(second))

    def share(self, first: Iterable[Span], second: Iterable[Span]) -> float:
        """How much of the shorter one's telling words the other has too."""
        left, right = self.words(first), self.words(second)
        return len(left & right) / max(min(len(left), len(right)), 1)

    def takes_up(self, spans: Iterable[Span]) -> bool:
        """Whether the words speak of something named before: "it", "the group"."""
        tokens = [t for t in self.tokens(spans) if t.pos not in {"SCONJ", "PUNCT"}]
        first = tokens[0] if tokens else None
        if first is None:
            return False
        word = first.text.lower()
        return word in TAKING_UP or (word == "the" and first.dep == "det")


def place_of(statement: Statement) -> int:
    """Where a statement opens: its source, cue or content, whichever is first."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(span.start for span in spans)
