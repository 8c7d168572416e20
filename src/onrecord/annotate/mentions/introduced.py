"""Persons whose surname is a place's: how their names are told from the place's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.words import (
    is_given_name,
    is_word_of_english,
    naming_words,
)
from onrecord.gazetteer import is_role_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.gazetteer import Countries
    from onrecord.model import Sentence, Token

LONGEST_AGE = 3  # digits
REACH = 6  # tokens from "a" to the noun: "an Australian shipping clerk"
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "ADV"})


def is_namesake(sentence: Sentence, before: Token, countries: Countries) -> bool:
    """Whether this word and the next are a person's: "Velka Paris, a clerk".

    The next is the name of a place. The parser labels the two as one person, or what
    is told behind the name shows one.
    """
    token = sentence.tokens[before.i + 1]
    full = f"{before.text} {token.text}"
    return (
        all(each.pos == "PROPN" and each.text[0].isupper() for each in (before, token))
        and countries.code_of(token.text) is not None
        and countries.code_of(before.text) is None
        and countries.code_of(full) is None
        and _may_be_given(before)
        and (
            is_one_person(before, token)
            or tells_of_person(sentence.tokens, token.i + 1)
        )
    )


def is_one_person(before: Token, token: Token) -> bool:
    """Whether the parser takes the two for one name of a person."""
    return before.entity == token.entity == "PERSON" and not token.starts_entity


def _may_be_given(word: Token) -> bool:
    if word.text.casefold() in naming_words().place_starts or is_role_word(word.text):
        return False
    return is_given_name(word.text) or not is_word_of_english(word.text)


def tells_of_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether what starts here, behind a name, is told of people alone.

    ", 43," or ", who" or ", a shipping clerk" or ", an Australian woman".
    """
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return False
    first = tokens[at + 1]
    if first.text.isdigit():
        return len(first.text) <= LONGEST_AGE and _closes(tokens, at + 2)
    return first.text == "who" or (
        first.text in {"a", "an"} and _leads_to_person(tokens, at + 2)
    )


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in {",", "."}


def _leads_to_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun that ends this phrase is one of people."""
    end = at
    while end < min(len(tokens), at + REACH) and tokens[end].pos in DESCRIBING:
        if tokens[end].text in {",", "."}:
            break
        end += 1
    noun = tokens[end - 1].text.casefold() if end > at else ""
    return noun in naming_words().people or is_role_word(noun)
