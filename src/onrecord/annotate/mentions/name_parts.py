"""Which tokens of a label are a person's name: no titles, teams, possessives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.scene import POSSESSIVES, is_capitalised
from onrecord.annotate.mentions.words import (
    is_given_name,
    is_word_of_english,
    naming_words,
)
from onrecord.gazetteer import (
    is_honorific,
    is_kept_title,
    is_plural_role,
    is_role_word,
)

if TYPE_CHECKING:
    from onrecord.model import Sentence, Token

HYPHENS = frozenset({"-", "\u2010", "\u2011"})
ENDS_NAME = frozenset({"/", ",", ";", ":", "(", ")", "|", "&", "[", "]", '"', "–", "—"})


def person_part(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The tokens that are the name: no titles, roles, possessives, small words.

    A label of one word that goes on in the next is completed. Empty (start = end)
    when nothing is left.
    """
    tokens = sentence.tokens
    while start < end and (
        _opens_no_person(tokens[start])
        or tokens[start].text in HYPHENS
        or opens_clause(tokens, start, end)
    ):
        start += 1
    start = _past_role(tokens, start, end)
    at = start
    while at < end and is_name_word(tokens, at) and not _repeats(tokens, start, at):
        at += 1
    end = at
    if end - start == 1:
        while end < len(tokens) and _continues(tokens[end]):
            end += 1
    if end - start == 1 and start and _is_given_before(tokens[start - 1]):
        start -= 1
    return start, without_tail(tokens, start, end)


def _past_role(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Past a role inside the label, two words or more before its end.

    "Gulls QB Ann Lund": the team and the position were labelled with the name.
    """
    for at in range(end - 3, start, -1):
        token = tokens[at]
        if is_role_word(token.text) and not is_kept_title(token.text):
            return start if is_given_name(token.text) else at + 1
    return start


def opens_clause(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether the capital opens a sentence or list: "Questioning X", "Writers X"."""
    first = tokens[start].text
    if end - start == 1:
        return False
    if is_plural_role(first):
        return not is_given_name(first)
    is_verb = first.endswith("ing") and is_word_of_english(first)
    return start == 0 and is_verb and not is_given_name(first)


def _repeats(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether a name begins again: a link's text beside the name it stands for."""
    return at > start + 1 and tokens[at].text == tokens[start].text


def _opens_no_person(token: Token) -> bool:
    text = token.text
    if is_kept_title(text):
        return False
    if is_role_word(text) or is_honorific(text):
        return True
    small = text.casefold()
    return small in naming_words().calendar or not (
        is_capitalised(token) or small in naming_words().particles
    )


def is_name_word(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token may stand in a name: a capital, a particle."""
    token = tokens[at]
    if token.text in POSSESSIVES or token.text in ENDS_NAME:
        return False
    if token.text in HYPHENS or (at and tokens[at - 1].text in HYPHENS):
        return True
    return is_capitalised(token) or token.text.casefold() in naming_words().particles


def without_tail(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """The end without what closes no name: possessives, particles, marks."""
    while end > start and _closes_no_person(tokens[end - 1]):
        end -= 1
    return end


def _closes_no_person(token: Token) -> bool:
    text = token.text
    return (
        text in POSSESSIVES
        or text in HYPHENS
        or text.casefold() in naming_words().particles
        or (not text[-1].isalpha() and not (len(text) > 1 and text[-2].isalpha()))
        or (is_role_word(text) and token.pos != "PROPN")
    )


def _is_given_before(token: Token) -> bool:
    """Whether a given name stands before the label: the label cut it off."""
    return (
        not token.entity
        and token.pos == "PROPN"
        and is_given_name(token.text)
        and is_capitalised(token)
    )


def _continues(token: Token) -> bool:
    """Whether a name that is one word so far goes on: the label cut it in half."""
    return (
        token.pos == "PROPN"
        and token.entity in {"", "PERSON"}
        and is_capitalised(token)
        and not is_role_word(token.text)
        and token.text.casefold() not in naming_words().calendar
    )
