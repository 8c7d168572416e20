"""Lone names that are labelled as persons and are none: "Tidal ... its members"."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold, is_acronym, is_honorific, is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.model import Sentence, Token

OF_THINGS = frozenset({"it", "its", "itself"})
OF_PEOPLE = frozenset({"he", "she", "his", "her", "him", "himself", "herself", "who"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SHORTEST = 3  # letters of an acronym that is a body
# Who is known by initials.
INITIALS = frozenset({"aoc", "fdr", "jfk", "lbj", "mbs", "mbz", "mlk", "rbg", "rfk"})


def find_things(scene: Scene, spots: Iterable[Spot]) -> frozenset[str]:
    """The lone names, folded, that the text treats as things and never as people.

    So it does where the pronoun that goes on with a subject is "it", or where the
    name is letters alone ("TDPC").
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for spot in spots:
        if spot.type == "person" and spot.end - spot.start == 1:
            votes[fold(scene.text_of(spot))][_vote(scene, spot)] += 1
    return frozenset(
        name
        for name, told in votes.items()
        if told["thing"] and not told["person"] and not told["titled"]
    )


def _vote(scene: Scene, spot: Spot) -> str:
    sentence = scene.sentences[spot.sentence]
    text = scene.text_of(spot)
    before = sentence.tokens[spot.start - 1].text.rstrip(".") if spot.start else ""
    if is_role_word(before) or is_honorific(before):
        return "titled"
    is_letters = is_acronym(text) and text.isalpha() and len(text) >= SHORTEST
    if is_letters and text.casefold() not in INITIALS:
        return "thing"
    return _by_pronoun(sentence, sentence.tokens[spot.start])


def _by_pronoun(sentence: Sentence, name: Token) -> str:
    """What the first pronoun behind a subject says of it, before another subject."""
    if name.dep not in SUBJECTS:
        return ""
    for token in sentence.tokens[name.i + 1 :]:
        word = token.text.casefold()
        if word in OF_PEOPLE:
            return "person"
        if word in OF_THINGS and not _is_empty(sentence, token):
            return "thing"
        if token.dep in SUBJECTS or token.text in {'"', "“", "”"}:
            return ""
    return ""


def _is_empty(sentence: Sentence, token: Token) -> bool:
    """Whether "it" may stand for nothing: "X said it was late"."""
    above = sentence.tokens[token.head]
    is_weather = token.dep in SUBJECTS and sentence.child(above.i, "acomp") is not None
    return (
        token.dep == "expl"
        or is_weather
        or above.dep == "ccomp"
        or (token.dep in {"dobj", "pobj"})
    )
