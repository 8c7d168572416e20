"""What a person is called in the words around the name: role, body, country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.ages import past_aside
from onrecord.annotate.mentions.role_edges import (
    LONGEST_AFTER,
    LONGEST_BEFORE,
    Edges,
    before_honorifics,
    belongs,
    edges_before,
    edges_shared,
    opens_role,
)
from onrecord.annotate.mentions.scene import POSSESSIVES
from onrecord.annotate.mentions.words import naming_words
from onrecord.gazetteer import Role, is_role_word, role_of
from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Sentence, Token

CLAUSE = frozenset({"relcl", "conj", "cc", "punct", "parataxis"})
NAMING = frozenset({"be", "become", "remain"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENS_AFTER = frozenset({",", "(", "—", "–"})
CUTS_AFTER = frozenset({";", ":", ")", "—", "–", "(", '"', "“", "”", ".", ","})
CLOSES_NAME = frozenset({",", ".", ":", ")", "”", '"', "and", ";"})
# "mother of two and head of the board" goes on with a role, "mother of Ann" does not.
OF_SOMEBODY = re.compile(
    r"\bof (?!(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$)"
)
OF_BODY = frozenset({"of", "from", "with", "at"})
BODIES = frozenset(
    {"organisation", "armed_group", "government", "international", "media", "party"}
)


@dataclass(frozen=True, slots=True)
class Called:
    """A role as worded: tokens `start` up to `end` of the name's sentence.

    `is_public`: the words tell an office, or a body for which the person stands.
    `is_aside`: an age or a home stands between the name and them.
    """

    start: int
    end: int
    text: str
    span: Span
    is_public: bool
    kind: str | None  # the role's name in the table; None for "of the Board"
    is_aside: bool = False


def find_role(scene: Scene, spot: Spot) -> Called | None:
    """The role by which the words around this name call its bearer.

    Before the name ("Rescue chief X"), after it ("X, a former coordinator of ...",
    "X, who heads ...", "X of the Harbour Board"), or by "is". An office after the
    name says more than a bare rank before it.
    """
    before = _called(
        scene, spot, edges_before(scene, spot) or edges_shared(scene, spot)
    )
    if before is not None and before.end - before.start > 1:
        return before
    after = _called(scene, spot, _after(scene, spot))
    if before is not None and (after is None or not after.is_public):
        return before
    others = (
        after,
        _called(scene, spot, _above(scene, spot)),
        _called(scene, spot, _by_copula(scene, spot)),
        _heading(scene, spot),
        _called(scene, spot, _by_relative(scene, spot)),
        _of_body(scene, spot),
    )
    told = [called for called in others if called is not None]
    return next((c for c in told if c.is_public), told[0] if told else None)


def _called(scene: Scene, spot: Spot, edges: Edges | None) -> Called | None:
    if edges is None:
        return None
    words = scene.words(spot.sentence, *edges)
    role = _told(words)
    if role is None:
        return None
    span = scene.span(spot.sentence, *edges)
    is_aside = edges[0] > spot.end < past_aside(scene, spot)
    return Called(*edges, words, span, role.is_public, role.name, is_aside)


def _told(words: str) -> Role | None:
    """The role that the words tell; of "a teacher and union leader" the public one."""
    role = role_of(words)
    if role is not None and role.is_public:
        return role
    first, *further = words.split(" and ")
    if OF_SOMEBODY.search(first):
        return role  # "the son of a baker and a judge": the roles of others
    others = map(role_of, further)
    return next((o for o in others if o is not None and o.is_public), role)


def _after(scene: Scene, spot: Spot) -> Edges | None:
    """The words after "X," or "X, 42,": up to the next comma or the clause's verb."""
    tokens = scene.sentences[spot.sentence].tokens
    at = past_aside(scene, spot)
    if at >= len(tokens) or tokens[at].text not in OPENS_AFTER:
        return None
    start = at + 1
    if start < len(tokens) and tokens[start].pos == "VERB":  # "X, speaking at ..."
        return None
    end = start
    while end < len(tokens) and end - start < LONGEST_AFTER and not _cuts(tokens, end):
        end += 1
    end = _with_heading_clause(tokens, end)
    start = _without_article(tokens, start, end)
    opens = next((t.i for t in tokens[start:end] if t.pos == "ADP"), end)
    if start >= end:
        return None
    has_office = any(role_of(token.text) for token in tokens[start:opens])
    if not has_office and start < opens:
        has_office = role_of(scene.words(spot.sentence, start, opens)) is not None
    return (start, end) if has_office else None


def _without_article(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Past "the" and "a", unless a possessor stands between: "the group's head"."""
    if start < end and tokens[start].text.casefold() in {"the", "a", "an"}:
        is_owned = any(t.text in POSSESSIVES for t in tokens[start : start + 4])
        return start if is_owned else start + 1
    return start


def _cuts(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.text == "and" and at + 1 < len(tokens):
        return tokens[at + 1].entity == "PERSON"
    return (
        token.text in CUTS_AFTER
        or token.text in {"who", "which", "whose", "where", "when", "while"}
        or token.tag in FINITE
    )


def _with_heading_clause(tokens: tuple[Token, ...], at: int) -> int:
    """Past "who heads the mission", where the role goes on like that."""
    if at + 1 >= len(tokens) or tokens[at].text != "who":
        return at
    if tokens[at + 1].lemma not in naming_words().heading:
        return at
    end = at + 2
    while end < len(tokens) and tokens[end].text not in CUTS_AFTER:
        end += 1
    return end


def _heading(scene: Scene, spot: Spot) -> Called | None:
    """An office told in a clause: "X, who heads the mission"."""
    tokens = scene.sentences[spot.sentence].tokens
    at = past_aside(scene, spot)
    start = at + 1
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    end = _with_heading_clause(tokens, start)
    if end == start:
        return None
    words = scene.words(spot.sentence, start, end)
    span = scene.span(spot.sentence, start, end)
    return Called(start, end, words, span, is_public=True, kind="leader")


def _of_body(scene: Scene, spot: Spot) -> Called | None:
    """The body for which somebody stands: "X of the Harbour Board"."""
    tokens = scene.sentences[spot.sentence].tokens
    at = past_aside(scene, spot)
    start = at + (at < len(tokens) and tokens[at].text == ",")
    if start >= len(tokens) or tokens[start].text not in OF_BODY:
        return None
    at = start + 1
    if at < len(tokens) and tokens[at].text == "the":
        at += 1
    for other in scene.spots:
        if (other.sentence, other.start) == (spot.sentence, at) and (
            other.type in BODIES
        ):
            words = scene.words(spot.sentence, start, other.end)
            span = scene.span(spot.sentence, start, other.end)
            return Called(start, other.end, words, span, is_public=True, kind=None)
    return None


def _above(scene: Scene, spot: Spot) -> Edges | None:
    """The role in "the spokesman, X," or "its head, X,": right before a comma.

    "The ministers, X and Y": the second shares the role of the first.
    """
    tokens = scene.sentences[spot.sentence].tokens
    at = before_honorifics(tokens, spot.start)
    first = _named_before(scene, spot, at)
    if first is not None:
        return _above(scene, first)
    closes = spot.end >= len(tokens) or tokens[spot.end].text in CLOSES_NAME
    if at < 2 or tokens[at - 1].text != "," or not closes:  # noqa: PLR2004 - a role, a comma
        return None
    start = end = at - 1
    while start and end - start < LONGEST_BEFORE and _reaches(tokens, start - 1):
        start -= 1
    while start < end and not opens_role(tokens[start]):
        start += 1
    return (_without_article(tokens, start, end), end) if start < end else None


def _named_before(scene: Scene, spot: Spot, at: int) -> Spot | None:
    """The person right before "and X"."""
    tokens = scene.sentences[spot.sentence].tokens
    if not at or tokens[at - 1].text != "and":
        return None
    for other in scene.spots:
        if (other.sentence, other.end) == (spot.sentence, at - 1):
            return other if other.type == "person" else None
    return None


def _reaches(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word belongs to a role before a comma: "the head of the mission"."""
    if tokens[at].text in {"of", "for", "the", "in", "at"}:
        return any(is_role_word(t.text) for t in tokens[max(0, at - 4) : at])
    return belongs(tokens, at)


def _by_copula(scene: Scene, spot: Spot) -> Edges | None:
    """The role in "X is a lecturer at ..."."""
    sentence = scene.sentences[spot.sentence]
    name = _head_of(sentence, spot)
    verb = sentence.tokens[name.head]
    if name.dep != "nsubj" or verb.lemma not in NAMING:
        return None
    told = sentence.child(verb.i, "attr")
    return None if told is None else _edges_of(sentence, told)


def _by_relative(scene: Scene, spot: Spot) -> Edges | None:
    """The role in "X, who was an adviser" and "X, who was then serving as chief"."""
    sentence = scene.sentences[spot.sentence]
    tokens = sentence.tokens
    at = past_aside(scene, spot)
    if at + 2 >= len(tokens) or (tokens[at].text, tokens[at + 1].text) != (",", "who"):
        return None
    verb = tokens[tokens[at + 1].head]
    told = sentence.child(verb.i, "attr")
    if told is None and verb.lemma == "serve":
        preposition = sentence.child(verb.i, "prep")
        told = preposition and sentence.child(preposition.i, "pobj")
    return None if told is None else _edges_of(sentence, told)


def _edges_of(sentence: Sentence, told: Token) -> Edges | None:
    """A role's noun with what hangs on it, its article and clauses left out."""
    if role_of(told.text) is None:
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
    for at in inside:
        head = sentence.tokens[at].head
        if head not in inside or head == at:
            return sentence.tokens[at]
    return sentence.tokens[spot.end - 1]
