"""The words of a role before a name, as tokens: "Rescue chief Col. X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.scene import POSSESSIVES, is_capitalised
from onrecord.gazetteer import is_honorific, is_plural_role, is_role_word, role_of

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Token

BEFORE_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
LONGEST_BEFORE = 8  # tokens of a role before a name
LONGEST_AFTER = 16  # tokens of a role after it
RANKS = frozenset({"military", "religious"})
OF_SUBJECT = frozenset({"of", "for", "to"})
LISTS = frozenset({",", "and", "&"})
Edges = tuple[int, int]


def edges_before(scene: Scene, spot: Spot) -> Edges | None:
    """The run of nouns and adjectives before the name that ends in a role."""
    tokens = scene.sentences[spot.sentence].tokens
    end = before_honorifics(tokens, spot.start)
    start = end
    while start and end - start < LONGEST_BEFORE and belongs(tokens, start - 1):
        start -= 1
    while start < end and not opens_role(tokens[start]):
        start += 1
    if start < end and is_role_word(tokens[end - 1].text):
        return start, _without_rank(tokens, start, end)
    return _before_with_subject(tokens, end)


def _without_rank(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Past a rank between office and name: "ministry spokesman Col. X"."""
    at = end
    while at > start and _is_rank(tokens[at - 1]):
        at -= 1
    if at > start and at < end:
        office = f"{tokens[at - 1].text} {tokens[at].text}"
        if is_role_word(office):  # "Attorney General"
            return end
    return at if at > start and is_role_word(tokens[at - 1].text) else end


def _is_rank(token: Token) -> bool:
    role = role_of(token.text)
    return token.text == "." or (role is not None and role.name in RANKS)


def _before_with_subject(tokens: tuple[Token, ...], end: int) -> Edges | None:
    """The role in "Minister of Foreign Affairs X": its office stands before "of"."""
    at = end - 1
    while (
        at > 0
        and end - at < LONGEST_BEFORE
        and (is_capitalised(tokens[at]) or tokens[at].text in {"and", "the", "&"})
    ):
        at -= 1
    if at < 1 or at == end - 1 or tokens[at].text not in OF_SUBJECT:
        return None
    start = at
    while start and end - start < LONGEST_AFTER and belongs(tokens, start - 1):
        start -= 1
    while start < at and not opens_role(tokens[start]):
        start += 1
    is_office = start < at and is_role_word(tokens[at - 1].text)
    return (start, end) if is_office else None


def before_honorifics(tokens: tuple[Token, ...], at: int) -> int:
    """Where forms of address before `at` begin; the dot of "Col." is left out."""
    while at and (
        _is_address(tokens[at - 1].text.rstrip("."))
        or (at > 1 and tokens[at - 1].text == "." and is_role_word(tokens[at - 2].text))
    ):
        at -= 1
    return at


def _is_address(word: str) -> bool:
    """Whether the word is a form of address: "Engineer X", but no "an engineer, X"."""
    return is_honorific(word) and not (word.islower() and is_role_word(word))


def edges_shared(scene: Scene, spot: Spot) -> Edges | None:
    """The role that a list shares: "the lawmakers X, Y and Z"."""
    first = first_of_list(scene, spot)
    tokens = scene.sentences[spot.sentence].tokens
    start = end = before_honorifics(tokens, first.start)
    if not end or not is_plural_role(tokens[end - 1].text):
        return None
    start -= 1
    while start and end - start < LONGEST_BEFORE and belongs(tokens, start - 1):
        start -= 1
    while start < end and not opens_role(tokens[start]):
        start += 1
    return (start, end) if start < end else None


def first_of_list(scene: Scene, spot: Spot) -> Spot:
    """The first person of "X, Y and Z", where this is any of them."""
    first = spot
    while (before := _listed_before(scene, first)) is not None:
        first = before
    return first


def _listed_before(scene: Scene, spot: Spot) -> Spot | None:
    """The person before this one in a list: right before "," or "and"."""
    tokens = scene.sentences[spot.sentence].tokens
    at = spot.start
    while at and tokens[at - 1].text in LISTS:
        at -= 1
    if at == spot.start:
        return None
    for other in scene.spots:
        if (other.sentence, other.end) == (spot.sentence, at):
            return other if other.type == "person" else None
    return None


def belongs(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word may be part of a role that ends before a name."""
    token = tokens[at]
    if token.text in POSSESSIVES or token.text == "-":
        return at > 0
    if tokens[at + 1].text == "-" == tokens[at - 1].text:  # "Editor-in-Chief X"
        return at > 0
    if token.text == "and":  # "President and Defence Minister X"
        return at > 0 and is_role_word(tokens[at - 1].text)
    if token.dep in {"npadvmod", "nsubj"} and not is_role_word(token.text):
        return is_capitalised(token)
    return token.pos in BEFORE_POS or is_role_word(token.text)


def opens_role(token: Token) -> bool:
    """Whether a role may begin with this word."""
    return token.text not in POSSESSIVES and token.text[0].isalnum()
