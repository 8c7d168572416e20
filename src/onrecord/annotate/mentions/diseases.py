"""Diseases that are called after a place: "the Holm virus"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.place_book import placing_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Sentence, Token


def names_disease(tokens: Sequence[Token], at: int) -> bool:
    """Whether "virus" or "haemorrhagic fever" starts at token `at`."""
    words = placing_words()
    following = [token.text.casefold() for token in tokens[at : at + 2]]
    if following[:1] and following[0] in words.diseases:
        return True
    return (
        len(following) > 1
        and following[0] in words.of_diseases
        and following[1] in words.diseases
    )


def disease_words(sentence: Sentence) -> Iterator[int]:
    """The tokens, written in small letters, where "virus" or its like starts."""
    opening = placing_words().diseases | placing_words().of_diseases
    for token in sentence.tokens:
        if token.text in opening and names_disease(sentence.tokens, token.i):
            yield token.i
