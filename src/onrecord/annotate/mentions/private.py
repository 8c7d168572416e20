"""Why a person of an article is private: rule 6 of the design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.ages import is_minor, years_of
from onrecord.annotate.mentions.crowd import crowd_of
from onrecord.annotate.mentions.public import (
    is_in_public_affairs,
    is_learned,
    speaks,
)
from onrecord.annotate.mentions.roles import BODIES, Called, find_role
from onrecord.annotate.mentions.withheld import is_withheld
from onrecord.annotate.mentions.words import naming_words, public_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Sentence, Token

OFTEN = 2  # times that one speaks
SELDOM = 2  # times that one is named
ONCE = "named once, without a public role"
PERFORMERS = "arts and sport"
RELATIVES = frozenset(
    {"mother", "father", "brother", "sister", "son", "daughter", "wife", "husband"}
    | {"widow", "widower", "parents", "family", "relatives", "uncle", "aunt", "cousin"}
)


def private_reason(scene: Scene, spots: Sequence[Spot]) -> str | None:
    """Why the person named at `spots` (all of one person) is private; None: public.

    A public role or act anywhere makes the person public, whatever else is told.
    Whoever speaks again and again is no mere relative of somebody. A name that the
    page itself shortens or changes is private, whatever its bearer is.
    """
    if is_withheld(scene, spots):
        return "a name that the page withholds"
    if is_shown_public(scene, spots):
        return None
    spoken = sum(speaks(scene, spot) for spot in spots)
    reasons = (_told_privately(scene, spot, spoken) for spot in spots)
    reason = next((reason for reason in reasons if reason is not None), None)
    return reason or _without_role(scene, spots, spoken)


def _told_privately(scene: Scene, spot: Spot, spoken: int) -> str | None:
    """What this mention tells of a private life: harm, an age, a home, a relative."""
    reason = _harm(scene, spot) or _age(scene, spot) or _private_life(scene, spot)
    return reason or (_kin(scene, spot) if spoken < OFTEN else None)


def _without_role(scene: Scene, spots: Sequence[Spot], spoken: int) -> str | None:
    """Why one is private of whom nothing is told, or a role that is no public one."""
    if spoken and any(is_learned(scene, spot) for spot in spots):
        return None
    roles = (find_role(scene, spot) for spot in spots)
    called = next((called for called in roles if called is not None), None)
    if called is not None:
        return f'named only as "{called.text}"'
    if spoken and len(spots) <= SELDOM and (crowd := crowd_of(scene, spots[0])):
        return f"named as one of many {crowd}"
    # A lone surname is how news names those whom every reader knows.
    is_full = any(spot.end - spot.start > 1 for spot in spots)
    return ONCE if len(spots) == 1 and not spoken and is_full else None


def is_shown_public(scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether a public role or act is told of the person anywhere.

    A child is public as a performer alone.
    """
    roles = [(spot, called) for spot in spots if (called := find_role(scene, spot))]
    public = [(spot, called) for spot, called in roles if called.is_public]
    if any(is_minor(scene, spot) for spot in spots):
        told = any(called.kind == PERFORMERS for _, called in public)
    else:
        is_harmed = any(_harm(scene, spot) for spot in spots)
        told = any(
            not called.is_aside or not (is_harmed or _is_trade(scene, spot, called))
            for spot, called in public
        )
    return told or is_in_public_affairs(scene, spots)


def _is_trade(scene: Scene, spot: Spot, called: Called) -> bool:
    """Whether the words tell what one does for a living, and no body one stands for.

    So news tells of private people behind their age or home: "X, 42, a nurse".
    """
    if not public_words().trades.intersection(called.text.casefold().split()):
        return False
    return not any(
        other.sentence == spot.sentence
        and called.start <= other.start < called.end
        and other.type in BODIES
        for other in scene.spots
    )


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
    """The word that shows the person or their kin as harmed: "X was killed"."""
    sentence = scene.sentences[spot.sentence]
    for token in sentence.tokens[spot.start : spot.end]:
        above = _above(sentence, token)
        if _befell(token, above) or above.lemma in naming_words().of_harm:
            return f'named as victim: "{above.text}"'
        kin = _harmed_kin(sentence, token, above)
        if kin is not None:
            return f'named as relative: "{kin.text}"'
        for clause in _clauses(sentence, token):
            for child in sentence.children[clause.i]:
                if sentence.tokens[child].text == "who" and _befell(
                    sentence.tokens[child], clause
                ):
                    return f'named as victim: "{clause.text}"'
    return None


def _clauses(sentence: Sentence, name: Token) -> list[Token]:
    """The verbs of the clauses that tell more of the person: "X, who ..."."""
    below = [sentence.tokens[child] for child in sentence.children[name.i]]
    for described in [token for token in below if token.dep == "appos"]:
        below += [sentence.tokens[child] for child in sentence.children[described.i]]
    return [token for token in below if token.dep == "relcl"]


def _befell(token: Token, verb: Token) -> bool:
    """Whether this is who the verb says was killed, hurt or died."""
    words = naming_words()
    if token.dep == "nsubj":
        return verb.lemma in words.dying
    is_harm = words.harmed.intersection({verb.lemma, verb.text.casefold()})
    return token.dep in {"dobj", "nsubjpass"} and verb.pos == "VERB" and bool(is_harm)


def _harmed_kin(sentence: Sentence, name: Token, above: Token) -> Token | None:
    """The harmed relative: "X's husband was killed", "X, whose son was killed"."""
    owned = [above] if name.dep == "poss" else []
    for clause in _clauses(sentence, name):
        owned += [sentence.tokens[child] for child in sentence.children[clause.i]]
    for kin in owned:
        owner = sentence.child(kin.i, "poss")
        is_theirs = kin is above or (owner is not None and owner.text == "whose")
        is_kin = is_theirs and kin.lemma in RELATIVES
        if is_kin and _befell(kin, sentence.tokens[kin.head]):
            return kin
    return None


def _above(sentence: Sentence, token: Token) -> Token:
    """What the token hangs on, "of" and "by" passed over."""
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.text in {"of", "by"}:
        return sentence.tokens[above.head]
    return above


def _age(scene: Scene, spot: Spot) -> str | None:
    """An age beside the name and no office: how news tells of private people."""
    if is_minor(scene, spot):
        return "a minor, by the age given"
    return None if years_of(scene, spot) is None else "an age and no office"


def _kin(scene: Scene, spot: Spot) -> str | None:
    """The relative for whose sake one is named: "the mother of X"."""
    sentence = scene.sentences[spot.sentence]
    for token in sentence.tokens[spot.start : spot.end]:
        above = _above(sentence, token)
        if token.dep in {"poss", "pobj"} and above.lemma in RELATIVES:
            return f'named as relative: "{above.text}"'
    return None
