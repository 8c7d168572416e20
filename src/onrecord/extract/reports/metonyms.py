"""Countries and capitals that act or are spoken of as powers, not as places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer import is_acronym

if TYPE_CHECKING:
    from onrecord.extract.places import PlaceSpot
    from onrecord.model import Sentence, Token

# What a power has or does abroad: "US troops", "Kelmara's air strikes".
MEANS = frozenset(
    {"airstrike", "army", "artillery", "blockade", "campaign", "coalition", "commando"}
    | {"drone", "fighter", "force", "invasion", "jet", "marine", "military"}
    | {"missile", "navy", "offensive", "raid", "rocket", "sanction", "shelling"}
    | {"sniper", "soldier", "strike", "tank", "troop", "warplane", "warship"}
)
# Who is the object of these is held to account, as only a government is.
BLAMING = frozenset(
    {"accuse", "blame", "condemn", "criticise", "criticize", "denounce", "sanction"}
    | {"tell", "thank", "threaten", "urge", "warn"}
)
SPONSORED = frozenset({"allied", "armed", "backed", "funded", "led", "sponsored"})
MODIFYING = frozenset({"amod", "compound", "nmod"})


def stands_for_power(sentence: Sentence, spot: PlaceSpot) -> bool:
    """Whether the name means a government: "US strikes", "blamed on Kelmara".

    Asked of countries and capitals alone; "in" and its like lead to places.
    """
    if not (spot.is_country or spot.is_capital):
        return False
    token = sentence.tokens[spot.last]
    return (
        _has_means(sentence, token)
        or _is_source(sentence, token)
        or _is_blamed(sentence, token)
        or _sponsors(sentence, spot.last)
    )


def _has_means(sentence: Sentence, token: Token) -> bool:
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    if sentence.tokens[token.head].lemma.casefold() not in MEANS:
        return False
    # "A Ruvenia strike" is one in Ruvenia; "a US strike" is one by the US.
    return token.dep == "poss" or (token.dep in MODIFYING and is_acronym(token.text))


def _is_source(sentence: Sentence, token: Token) -> bool:
    """Whether it does what is told, or tells it: "by the US", "according to X"."""
    above = sentence.tokens[token.head]
    if token.dep != "pobj":
        return False
    before = sentence.tokens[above.head].text.casefold()
    return above.dep == "agent" or (above.text == "to" and before == "according")


def _is_blamed(sentence: Sentence, token: Token) -> bool:
    above = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubj", "nsubjpass"}:
        return above.lemma in BLAMING
    is_on = token.dep == "pobj" and above.text == "on"
    return is_on and sentence.tokens[above.head].lemma in BLAMING


def _sponsors(sentence: Sentence, last: int) -> bool:
    """Whether a party is called after it: "X-backed"."""
    after = [token.text.casefold() for token in sentence.tokens[last + 1 : last + 3]]
    return after[:1] == ["-"] and after[-1] in SPONSORED
