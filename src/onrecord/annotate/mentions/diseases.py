"""Diseases that are called after a place: "the Holm virus"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.place_book import placing_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Token


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
