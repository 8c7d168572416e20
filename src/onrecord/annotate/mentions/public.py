"""What shows a person in public affairs: rule 6 of the design, its other side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.role_edges import first_of_list
from onrecord.annotate.mentions.roles import BODIES
from onrecord.annotate.mentions.scene import POSSESSIVES
from onrecord.annotate.mentions.words import naming_words, public_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Sentence, Token

# "Ann Lund, D-Ohio," and "Ann Lund (R-Wis.)": the party and state of a lawmaker.
PARTY_TAG = re.compile(
    r"\s?[,(]\s?(?:[DRIL]|GOP|Ind|Lab|Con|LD)(?:[-–][A-Z][\w. ]*)?[),]"
)
TAG_REACH = 30  # characters after a name in which a party tag ends
FINITE_CLAUSES = frozenset({"conj", "xcomp", "ccomp"})


def is_in_public_affairs(scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether the words around any of these names show a public person.

    A party tag, a country or body for which the person stands ("Peru's Ann Lund"),
    what only office holders, candidates and players do ("signed the bill", "scored a
    goal"), undergo ("was elected") or have ("the Lund administration").
    """
    return any(
        _has_party_tag(scene, spot)
        or _stands_for(scene, spot)
        or _acts(scene.sentences[spot.sentence], spot)
        for spot in spots
    )


def speaks(scene: Scene, spot: Spot) -> bool:
    """Whether the person speaks on the record here: "X said", "according to X"."""
    sentence = scene.sentences[spot.sentence]
    return any(
        _is_speaker(sentence, token) for token in sentence.tokens[spot.start : spot.end]
    )


def is_learned(scene: Scene, spot: Spot) -> bool:
    """Whether "Dr." or "Professor" stands before the name."""
    if not spot.start:
        return False
    before = scene.sentences[spot.sentence].tokens[: spot.start]
    words = [token.text.rstrip(".").casefold() for token in before[-2:]]
    return bool({"dr", "prof"}.intersection(word for word in words if word))


def _is_speaker(sentence: Sentence, token: Token) -> bool:
    above = sentence.tokens[token.head]
    if token.dep == "appos" and above.i != token.i:
        return _is_speaker(sentence, above)
    if token.dep == "nsubj":
        told = above.lemma in naming_words().speaking
        return told or sentence.child(above.i, "ccomp") is not None
    if token.dep == "pobj" and above.text == "to":
        return sentence.tokens[above.head].text.casefold() == "according"
    return False


def _has_party_tag(scene: Scene, spot: Spot) -> bool:
    end = scene.span(spot.sentence, spot.start, spot.end).end
    return PARTY_TAG.match(scene.page.text[end : end + TAG_REACH]) is not None


def _stands_for(scene: Scene, spot: Spot) -> bool:
    """Whether a country or body with its "'s" is right before: "Oxfam's Ann Lund"."""
    tokens = scene.sentences[spot.sentence].tokens
    at = first_of_list(scene, spot).start - 1
    if at < 1 or tokens[at].text not in POSSESSIVES:
        return False
    return any(
        (other.sentence, other.end) == (spot.sentence, at)
        and (other.type in BODIES or other.type == "country")
        for other in scene.spots
    )


def _acts(sentence: Sentence, spot: Spot) -> bool:
    tokens = sentence.tokens[spot.start : spot.end]
    described = [sentence.tokens[t.head] for t in tokens if t.dep == "appos"]
    return any(
        _does(sentence, token) or _undergoes(sentence, token) or _has(sentence, token)
        for token in (*tokens, *described)
    )


def _does(sentence: Sentence, token: Token) -> bool:
    """Whether the subject does what only public people do."""
    if token.dep != "nsubj":
        return False
    words = public_words()
    verbs = [sentence.tokens[token.head]]
    verbs += [
        sentence.tokens[child]
        for child in sentence.children[token.head]
        if sentence.tokens[child].dep in FINITE_CLAUSES
    ]
    return any(
        verb.lemma in words.political
        or _plays(sentence, verb)
        or (verb.lemma in words.political_objects and _is_passive(sentence, verb))
        or (verb.lemma in words.with_public_object and _is_of_state(sentence, verb))
        for verb in verbs
    )


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether "was" stands by the verb: "fought and was elected"."""
    return sentence.child(verb.i, "auxpass") is not None


def _plays(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb and its object are a player's: "scored a goal"."""
    words = public_words()
    if verb.lemma not in words.playing:
        return False
    below = (sentence.tokens[child] for child in sentence.children[verb.i])
    objects = (token for token in below if token.dep == "dobj")
    return any(token.lemma.casefold() in words.of_play for token in objects)


def _is_of_state(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's object is a matter of state: "a bill", "for governor"."""
    wanted = [verb.i]
    run_for = sentence.child(verb.i, "prep")
    if run_for is not None and run_for.text == "for":
        wanted.append(run_for.i)
    objects = [
        sentence.tokens[child]
        for above in wanted
        for child in sentence.children[above]
        if sentence.tokens[child].dep in {"dobj", "pobj"}
    ]
    return any(token.lemma.casefold() in public_words().of_state for token in objects)


def _undergoes(sentence: Sentence, token: Token) -> bool:
    """Whether this is done to public people alone: "elected X", "voted for X"."""
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.text in {"for", "against"}:
        return sentence.tokens[above.head].lemma in public_words().political_aims
    is_object = token.dep in {"dobj", "nsubjpass"}
    return is_object and above.lemma in public_words().political_objects


def _has(sentence: Sentence, token: Token) -> bool:
    """Whether a public matter is the person's: "Lund's campaign", "voters of X"."""
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.text == "of":
        owned = sentence.tokens[above.head].text.casefold()
        return owned in public_words().belongs_to_public
    is_owned = token.dep in {"poss", "compound", "nmod"}
    words = public_words()
    return is_owned and (
        above.text.casefold() in words.belongs_to_public
        or (token.dep == "poss" and above.lemma.casefold() in words.of_play)
    )
