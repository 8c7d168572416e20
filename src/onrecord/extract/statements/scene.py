"""One article laid out for the rules: trees, quotations, mentions by place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.extract.statements.tree import Tree
from onrecord.model import Quotation

if TYPE_CHECKING:
    from onrecord.model import Annotated, Mention, Sentence, Span, Token

SPEECH_WORDS = 4  # a single-marked phrase shorter than this is a scare quote
NAME_LIKE = frozenset({"PROPN", "PRON", "PUNCT", "DET"})
ENDINGS = (",", ".", "!", "?", "…", "—", "–", "-", ";")


class Scene:
    """An annotated article and quick answers about places in it."""

    def __init__(self, annotated: Annotated) -> None:
        """Lay out the article; trees are made as they are asked for."""
        self.annotated = annotated
        self.text = annotated.page.text
        self.sentences: tuple[Sentence, ...] = annotated.sentences
        self._trees: dict[int, Tree] = {}

    def tree(self, number: int) -> Tree:
        """The tree of sentence `number`."""
        if number not in self._trees:
            sentence = self._with_names(self.sentences[number])
            self._trees[number] = Tree.of(number, sentence)
        return self._trees[number]

    def _with_names(self, sentence: Sentence) -> Sentence:
        """The sentence, with names tagged as such that are words, too: "Early"."""
        tokens = tuple(
            replace(token, pos="PROPN", tag="NNP") if self._is_name(token) else token
            for token in sentence.tokens
        )
        return (
            sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)
        )

    def _is_name(self, token: Token) -> bool:
        if token.pos in NAME_LIKE or not token.text[:1].isupper():
            return False
        mention = self.mention_at(token.span.start)
        return mention is not None and mention.type == "person"

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins, in order."""
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence around this character, or the last before it."""
        return max(bisect_right(self.sentence_starts, place) - 1, 0)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece of the outermost quotations, in page order."""
        return tuple(
            sorted(
                (
                    Piece(span.start, span.end, quotation)
                    for quotation in self.annotated.quotations
                    if quotation.depth == 0 and quotation.inner
                    for span in quotation.outer
                ),
                key=lambda piece: piece.start,
            )
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def piece_at(self, place: int) -> Piece | None:
        """The quotation piece around this character, marks included."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or self.pieces[number].end <= place:
            return None
        return self.pieces[number]

    def opens_speech(self, place: int) -> bool:
        """Whether a quotation of more than a phrase opens at this character."""
        piece = self.piece_at(place)
        if piece is None or piece.start != place:
            return False
        return is_speech(piece.quotation, self.text)

    def pieces_in(self, start: int, end: int) -> list[Piece]:
        """The pieces that begin from `start` up to, not including, `end`."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return list(self.pieces[first:last])

    def piece_before(self, place: int) -> Piece | None:
        """The last piece that ends at or before this character."""
        number = bisect_right(self._starts, place) - 1
        while number >= 0 and self.pieces[number].end > place:
            number -= 1
        return self.pieces[number] if number >= 0 else None

    def piece_after(self, place: int) -> Piece | None:
        """The first piece that begins at or after this character."""
        number = bisect_right(self._starts, place - 1)
        return self.pieces[number] if number < len(self.pieces) else None

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.annotated.mentions]

    def mention_at(self, place: int) -> Mention | None:
        """The name around this character."""
        number = bisect_right(self._mention_starts, place) - 1
        for at in range(number, max(number - 3, -1), -1):
            mention = self.annotated.mentions[at]
            if mention.span.start <= place < mention.span.end:
                return mention
        return None

    def mentions_in(self, span: Span) -> list[Mention]:
        """The names that begin in this span."""
        first = bisect_right(self._mention_starts, span.start - 1)
        last = bisect_right(self._mention_starts, span.end - 1)
        return list(self.annotated.mentions[first:last])

    @cached_property
    def mentions_by_id(self) -> dict[str, Mention]:
        """The article's mentions by their ids."""
        return {mention.id: mention for mention in self.annotated.mentions}


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quotation that stands in one paragraph, marks included."""

    start: int
    end: int
    quotation: Quotation


def is_ended(quotation: Quotation, text: str) -> bool:
    """Whether the marks enclose the end of a sentence: "No." is a whole answer."""
    return quotation.inner[-1].of(text).endswith(ENDINGS)


def is_speech(quotation: Quotation, text: str) -> bool:
    """Whether the words look like speech: a title or a scare quote does not."""
    words = " ".join(span.of(text) for span in quotation.inner)
    count = len(words.split())
    if words.endswith(ENDINGS) and (count > 1 or words[-1] in "!?"):
        return True
    return count >= SPEECH_WORDS
