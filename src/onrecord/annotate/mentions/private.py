"""Why a person of an article is private: rule 6 of the design."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.public import (
    is_in_public_affairs,
    is_learned,
    speaks,
)
from onrecord.annotate.mentions.roles import find_role
from onrecord.annotate.mentions.words import naming_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Sentence, Token

AGE = re.compile(r"^(?:aged? )?\d{1,3}(?:[- ]years?[- ]old)?$", re.IGNORECASE)
ADULT = 18  # years
OFTEN = 2  # times that one speaks
ONCE = "named once, without a public role"
AGE_BEFORE = re.compile(r"(\d{1,3})[- ]year[- ]old,?\s$")
AGE_REACH = 16  # characters before a name in which its age stands
RELATIVES = frozenset(
    {"mother", "father", "brother", "sister", "son", "daughter", "wife", "husband"}
    | {"widow", "widower", "parents", "family", "relatives", "uncle", "aunt", "cousin"}
)


def private_reason(scene: Scene, spots: Sequence[Spot]) -> str | None:
    """Why the person named at `spots` (all of one person) is private; None: public.

    A public role or act anywhere makes the person public, whatever else is told.
    Whoever speaks again and again is no mere relative of somebody.
    """
    roles = [called for spot in spots if (called := find_role(scene, spot))]
    if is_shown_public(scene, spots):
        return None
    spoken = sum(speaks(scene, spot) for spot in spots)
    for spot in spots:
        reason = _harm(scene, spot) or _age(scene, spot) or _private_life(scene, spot)
        if reason is None and spoken < OFTEN:
            reason = _kin(scene, spot)
        if reason is not None:
            return reason
    if spoken and any(is_learned(scene, spot) for spot in spots):
        return None
    if roles:
        return f'named only as "{roles[0].text}"'
    # A lone surname is how news names those whom every reader knows.
    is_full = any(spot.end - spot.start > 1 for spot in spots)
    if len(spots) == 1 and not spoken and is_full:
        return ONCE
    return None


def is_shown_public(scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether a public role or act is told of the person anywhere."""
    roles = (find_role(scene, spot) for spot in spots)
    told = any(called is not None and called.is_public for called in roles)
    return told or is_in_public_affairs(scene, spots)


def _private_life(scene: Scene, spot: Spot) -> str | None:
    """Where somebody lives or what befell them: "X of Vorrin", "X, who fled"."""
    tokens = scene.sentences[spot.sentence].tokens
    at = spot.end + (spot.end < len(tokens) and tokens[spot.end].text == ",")
    if at + 1 >= len(tokens):
        return None
    if tokens[at].text == "of":
        here = (spot.sentence, at + 1)
        lives = any(
            (other.sentence, other.start) == here and other.type == "place"
            for other in scene.spots
        )
        return "named by where they live" if lives else None
    if tokens[at].text != "who" or at == spot.end:
        return None
    verb = tokens[tokens[at].head]
    if verb.lemma in naming_words().private_life:
        return f'told of a private life: "{verb.text}"'
    return None


def _harm(scene: Scene, spot: Spot) -> str | None:
    """The word that shows the person as harmed: "X was killed", "the death of X"."""
    sentence = scene.sentences[spot.sentence]
    words = naming_words()
    for token in sentence.tokens[spot.start : spot.end]:
        above = _above(sentence, token)
        is_object = token.dep in {"dobj", "nsubjpass"}
        is_harmed = above.pos == "VERB" and above.lemma in words.harmed and is_object
        is_dying = token.dep == "nsubj" and above.lemma in words.dying
        if is_harmed or is_dying or above.lemma in words.of_harm:
            return f'named as victim: "{above.text}"'
    return None


def _above(sentence: Sentence, token: Token) -> Token:
    """What the token hangs on, "of" and "by" passed over."""
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.text in {"of", "by"}:
        return sentence.tokens[above.head]
    return above


def _age(scene: Scene, spot: Spot) -> str | None:
    """An age beside the name and no office: how news tells of private people."""
    place = scene.span(spot.sentence, spot.start, spot.end).start
    told = AGE_BEFORE.search(scene.page.text[max(0, place - AGE_REACH) : place])
    if told is not None:
        return _by_years(int(told.group(1)))
    tokens = scene.sentences[spot.sentence].tokens
    start = spot.end + 1
    if start >= len(tokens) or tokens[spot.end].text != ",":
        return None
    end = start
    while end < len(tokens) and tokens[end].text not in {",", ".", "and"}:
        end += 1
    words = scene.words(spot.sentence, start, end) if end > start else ""
    if not AGE.match(words):
        return None
    return _by_years(int(re.sub(r"\D", "", words)))


def _by_years(years: int) -> str:
    return "a minor, by the age given" if years < ADULT else "an age and no office"


def _kin(scene: Scene, spot: Spot) -> str | None:
    """The relative for whose sake one is named: "the mother of X"."""
    sentence = scene.sentences[spot.sentence]
    for token in sentence.tokens[spot.start : spot.end]:
        above = _above(sentence, token)
        if token.dep in {"poss", "pobj"} and above.lemma in RELATIVES:
            return f'named as relative: "{above.text}"'
    return None
