"""Why a person of an article is private: rule 6 of the design."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.mentions_roles import find_role
from onrecord.gazetteer import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions_scene import Scene, Spot
    from onrecord.model import Sentence

HARMED = frozenset(
    [
        "kill",
        "injure",
        "wound",
        "murder",
        "shoot",
        "stab",
        "abduct",
        "kidnap",
        "rape",
        "assault",
        "bury",
        "mourn",
        "behead",
        "execute",
        "torture",
        "detain",
        "hospitalize",
        "hospitalise",
        "rescue",
        "strike",
        "slay",
        "drown",
        "bereave",
        "trap",
        "orphan",
        "displace",
        "beat",
        "burn",
        "crush",
        "hit",
        "maim",
        "lynch",
    ]
)
DYING = frozenset({"die", "drown", "perish", "suffocate", "disappear", "survive"})
AGE = re.compile(r"^(?:aged? )?\d{1,3}(?:[- ]years?[- ]old)?$", re.IGNORECASE)
ADULT = 18
SPEAKING = frozenset(
    [
        "say",
        "tell",
        "add",
        "warn",
        "claim",
        "insist",
        "state",
        "declare",
        "announce",
        "argue",
        "write",
        "note",
        "stress",
        "deny",
        "reject",
        "accuse",
        "urge",
        "call",
        "demand",
        "vow",
        "pledge",
        "admit",
        "confirm",
        "describe",
        "explain",
        "suggest",
        "testify",
        "condemn",
        "criticise",
        "criticize",
        "praise",
        "propose",
        "ask",
        "reply",
    ]
)


def private_reason(scene: Scene, spots: Sequence[Spot]) -> str | None:
    """Why the person named at `spots` (all of one person) is private; None: public.

    A public role anywhere makes the person public, whatever else is told.
    """
    roles = [role_of(called.text) for s in spots if (called := find_role(scene, s))]
    if any(role is not None and role.is_public for role in roles):
        return None
    for spot in spots:
        reason = _harm(scene, spot) or _age(scene, spot)
        if reason is not None:
            return reason
    told = next((role for role in roles if role is not None), None)
    if told is not None:
        return f"named only as {told.name}"
    if len(spots) == 1 and not _is_source(scene, spots[0]):
        return "named once, without a public role"
    return None


def _harm(scene: Scene, spot: Spot) -> str | None:
    sentence = scene.sentences[spot.sentence]
    for at in range(spot.start, spot.end):
        token = sentence.tokens[at]
        verb = sentence.tokens[token.head]
        if token.dep == "pobj":
            verb = sentence.tokens[verb.head] if verb.text in {"of", "by"} else verb
        if verb.pos == "VERB" and verb.lemma in HARMED and _is_object(sentence, at):
            return f'named as victim: "{verb.text}"'
        if token.dep == "nsubj" and verb.lemma in DYING:
            return f'named as victim: "{verb.text}"'
        if verb.text in {"death", "killing", "murder", "funeral", "body"}:
            return f'named as victim: "{verb.text}"'
    return None


def _is_object(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].dep in {"dobj", "nsubjpass"}


def _age(scene: Scene, spot: Spot) -> str | None:
    """An age after the name and no office: how news tells of private people."""
    tokens = scene.sentences[spot.sentence].tokens
    if spot.end + 1 >= len(tokens) or tokens[spot.end].text != ",":
        return None
    end = spot.end + 1
    while end < len(tokens) and tokens[end].text not in {",", ".", "and"}:
        end += 1
    if end == spot.end + 1:
        return None
    words = scene.words(spot.sentence, spot.end + 1, end)
    match = AGE.match(words)
    if match is None:
        return None
    years = int(re.sub(r"\D", "", words))
    return "a minor, by the age given" if years < ADULT else "an age and no office"


def _is_source(scene: Scene, spot: Spot) -> bool:
    """Whether the person speaks or acts on the record here."""
    sentence = scene.sentences[spot.sentence]
    for at in range(spot.start, spot.end):
        token = sentence.tokens[at]
        verb = sentence.tokens[token.head]
        if token.dep == "nsubj" and verb.lemma in SPEAKING:
            return True
    return False
