"""What a person is called in the words around the name: role, body, country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.mentions_scene import POSSESSIVES, is_capitalised
from onrecord.gazetteer import (
    gender_of,
    is_honorific,
    is_role_word,
    role_of,
)

if TYPE_CHECKING:
    from onrecord.annotate.mentions_scene import Scene, Spot
    from onrecord.model import Sentence, Span, Token

BEFORE_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
LONGEST_BEFORE = 8  # tokens of a role before a name
LONGEST_AFTER = 16  # tokens of a role after it
CLAUSE = frozenset({"relcl", "conj", "cc", "punct", "parataxis"})
NAMING = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Called:
    """A role as worded: tokens `start` up to `end` of the name's sentence."""

    start: int
    end: int
    text: str
    span: Span


def find_role(scene: Scene, spot: Spot) -> Called | None:
    """The role by which the words around this name call its bearer.

    Before the name ("Rescue chief X"), after it between commas ("X, a former
    coordinator of ..."), or by "is" ("X is the mayor of ...").
    """
    for find in (_before, _after, _above, _by_copula):
        edges = find(scene, spot)
        if edges is None:
            continue
        start, end = edges
        words = scene.words(spot.sentence, start, end)
        if role_of(words) is not None:
            span = scene.span(spot.sentence, start, end)
            return Called(start, end, words, span)
    return None


def honorific_gender(scene: Scene, spot: Spot) -> str | None:
    """ "woman" or "man" by the form of address right before the name."""
    tokens = scene.sentences[spot.sentence].tokens
    before = tokens[spot.start - 1].text if spot.start else ""
    return gender_of(before) if is_honorific(before) else None


def _before(scene: Scene, spot: Spot) -> tuple[int, int] | None:
    """The run of nouns and adjectives before the name that ends in a role."""
    tokens = scene.sentences[spot.sentence].tokens
    end = spot.start
    while end and is_honorific(tokens[end - 1].text.rstrip(".")):
        end -= 1
    start = end
    while start and end - start < LONGEST_BEFORE and _belongs(tokens, start - 1):
        start -= 1
    while start < end and not _opens_role(tokens[start]):
        start += 1
    if start >= end or not is_role_word(tokens[end - 1].text):
        return None
    return start, end


def _belongs(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.text in POSSESSIVES or token.text in {"-", "."}:
        return (at > 0 and token.text != ".") or tokens[at - 1].text[0].isupper()
    if token.text == "and":  # "Foreign and Defence Minister X"
        return is_role_word(tokens[at - 1].text) if at else False
    if token.dep in {"npadvmod", "nsubj"} and not is_role_word(token.text):
        return is_capitalised(token)
    return token.pos in BEFORE_POS or is_role_word(token.text)


def _opens_role(token: Token) -> bool:
    return token.text not in POSSESSIVES and token.text[0].isalnum()


def _after(scene: Scene, spot: Spot) -> tuple[int, int] | None:
    """The words after "X," or "X of": up to the next comma or the clause's verb."""
    sentence = scene.sentences[spot.sentence]
    tokens = sentence.tokens
    if spot.end >= len(tokens) or tokens[spot.end].text not in {",", "(", "—", "–"}:
        return None
    start = spot.end + 1
    if start < len(tokens) and tokens[start].text.casefold() in {
        "the",
        "a",
        "an",
        "its",
    }:
        start += 1
    end = start
    while end < len(tokens) and end - start < LONGEST_AFTER and not _cuts(tokens, end):
        end += 1
    words = tokens[start:end]
    nouns = [t for t in words if is_role_word(t.text) or role_of(t.text)]
    if (
        not words
        or not nouns
        or any(t.pos == "VERB" and t.tag in {"VBD", "VBZ", "VBP"} for t in words)
    ):
        return None
    opens = next((t.i for t in words if t.pos == "ADP"), end)
    return (start, end) if nouns[0].i < opens else None


def _cuts(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.text in {";", ":", ")", "—", "–", "(", '"', "“", "”", "."}:
        return True
    if token.text in {"who", "which", "whose", "where", "when", "while"}:
        return True
    return token.text == "," or (token.tag in {"VBD", "VBZ", "VBP", "MD"})


def _above(scene: Scene, spot: Spot) -> tuple[int, int] | None:
    """The role in "the spokesman, X," or "its head, X,": right before a comma."""
    tokens = scene.sentences[spot.sentence].tokens
    at = spot.start
    while at and is_honorific(tokens[at - 1].text.rstrip(".")):
        at -= 1
    if at < 2 or tokens[at - 1].text != ",":  # noqa: PLR2004 - a role and a comma
        return None
    end = at - 1
    closes = spot.end >= len(tokens) or tokens[spot.end].text in {
        ",",
        ".",
        ":",
        ")",
        "”",
        '"',
    }
    if not closes:
        return None
    start = end
    while (
        start
        and end - start < LONGEST_BEFORE
        and (
            _belongs(tokens, start - 1)
            or (
                tokens[start - 1].text in {"of", "for", "the"}
                and _reaches(tokens, start - 1)
            )
        )
    ):
        start -= 1
    while start < end and not _opens_role(tokens[start]):
        start += 1
    return (start, end) if start < end else None


def _reaches(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a role noun stands a few words before: "the head of the mission"."""
    return any(is_role_word(token.text) for token in tokens[max(0, at - 4) : at])


def _by_copula(scene: Scene, spot: Spot) -> tuple[int, int] | None:
    """The role in "X is a lecturer at ..."."""
    sentence = scene.sentences[spot.sentence]
    name = _head_of(sentence, spot)
    verb = sentence.tokens[name.head]
    if name.dep != "nsubj" or verb.lemma not in NAMING:
        return None
    told = sentence.child(verb.i, "attr")
    if told is None or role_of(told.text) is None:
        return None
    inside = sorted(
        token.i
        for token in _without_clauses(sentence, told)
        if token.dep not in {"det", "poss"} or token.head != told.i
    )
    return inside[0], inside[-1] + 1


def _without_clauses(sentence: Sentence, head: Token) -> list[Token]:
    kept = [head]
    for child in sentence.children[head.i]:
        if sentence.tokens[child].dep not in CLAUSE:
            kept.extend(sentence.below(child))
    return kept


def _head_of(sentence: Sentence, spot: Spot) -> Token:
    """The token of the name on which the others hang."""
    inside = range(spot.start, spot.end)
    return next(
        (
            sentence.tokens[at]
            for at in inside
            if sentence.tokens[at].head not in inside or sentence.tokens[at].head == at
        ),
        sentence.tokens[spot.end - 1],
    )
