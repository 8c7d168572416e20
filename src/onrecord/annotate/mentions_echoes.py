"""Names found once, found again: surnames, short forms, wrong labels mended."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions_scene import Spot, is_capitalised
from onrecord.gazetteer import fold, is_acronym, name_words

if TYPE_CHECKING:
    from onrecord.annotate.mentions_scene import Scene
    from onrecord.model import EntityType

SHORTEST_ECHO = 3  # letters of a name that is looked for again


def settle_types(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """One type for one text: surnames of full names, then what most labels say."""
    surnames = {
        words[-1]
        for spot in spots
        if spot.type == "person" and spot.actor is None
        for words in [name_words(scene.text_of(spot))]
        if len(words) > 1
    }
    votes: dict[str, Counter[EntityType]] = {}
    for spot in spots:
        if spot.actor is None and spot.institution is None and spot.country is None:
            votes.setdefault(fold(scene.text_of(spot)), Counter())[spot.type] += 1
    return [
        spot
        if spot.actor or spot.institution or spot.country
        else replace(spot, type=_settled(scene, spot, surnames, votes))
        for spot in spots
    ]


def _settled(
    scene: Scene,
    spot: Spot,
    surnames: set[str],
    votes: dict[str, Counter[EntityType]],
) -> EntityType:
    text = fold(scene.text_of(spot))
    if text in surnames:
        return "person"
    counted = votes[text].most_common()
    best = counted[0][1]
    first = {kind for kind, count in counted if count == best}
    return spot.type if spot.type in first else counted[0][0]


def find_echoes(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """Further places of the names found, where the labels are silent."""
    wanted: dict[str, Spot] = {}
    for spot in sorted(spots, key=lambda s: (s.sentence, s.start)):
        if spot.type in {"country", "government"} or spot.actor:
            continue
        text = scene.text_of(spot)
        forms = {text}
        if spot.type == "person":
            words = text.split()
            forms |= {words[-1]} if len(words) > 1 else set()
        for form in forms:
            if len(form) >= SHORTEST_ECHO:
                wanted.setdefault(form, spot)
    return _places_of(scene, wanted, spots)


def _places_of(scene: Scene, wanted: dict[str, Spot], spots: list[Spot]) -> list[Spot]:
    openers: dict[str, list[str]] = {}
    for form in wanted:
        openers.setdefault(form[:SHORTEST_ECHO], []).append(form)
    found: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        taken = {
            at
            for spot in spots
            if spot.sentence == number
            for at in range(spot.start, spot.end)
        }
        for token in sentence.tokens:
            if token.i in taken or not is_capitalised(token):
                continue
            for form in sorted(openers.get(token.text[:SHORTEST_ECHO], ()), key=len):
                end = _end_of(scene, number, token.i, form)
                if end is not None and not taken & set(range(token.i, end)):
                    like = wanted[form]
                    found.append(Spot(number, token.i, end, like.type, confidence=0.6))
                    break
    return found


def _end_of(scene: Scene, number: int, start: int, form: str) -> int | None:
    """The token after `form`, when it stands whole at token `start`."""
    tokens = scene.sentences[number].tokens
    begin = tokens[start].span.start
    if not scene.page.text.startswith(form, begin):
        return None
    stop = begin + len(form)
    return next(
        (token.i + 1 for token in tokens[start:] if token.span.end == stop), None
    )


def find_acronyms(scene: Scene, spots: list[Spot]) -> dict[str, Spot]:
    """Acronyms that the article gives in brackets, with the long form before them.

    "Harbour Relief Board (HRB)" tells that HRB is the Board from here on.
    """
    told: dict[str, Spot] = {}
    for spot in sorted(spots, key=lambda s: (s.sentence, s.start)):
        tokens = scene.sentences[spot.sentence].tokens
        if spot.end + 2 >= len(tokens) or tokens[spot.end].text not in {"(", "["}:
            continue
        close = next(
            (t.i for t in tokens[spot.end + 1 :] if t.text in {")", "]"}), None
        )
        if close is None or close == spot.end + 1:
            continue
        short = scene.words(spot.sentence, spot.end + 1, close).strip("\"'“”‘’ ")
        if is_acronym(short) and _abbreviates(short, scene.text_of(spot)):
            told.setdefault(short, spot)
    return told


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of the acronym stand in the long form in this order."""
    if len(long) <= len(short):
        return False
    rest = iter(fold(long))
    return all(letter in rest for letter in fold(short).replace(" ", ""))
