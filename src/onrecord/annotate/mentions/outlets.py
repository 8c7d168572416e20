"""Bodies that no label shows: told by their last word, or by "the group X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.scene import Spot, is_capitalised, occupied_by
from onrecord.annotate.mentions.words import naming_words

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene
    from onrecord.model import Sentence, Token

CONFIDENCE = 0.6
BETWEEN = frozenset({"of", "for", "and", "the", "&", "in"})
LONGEST = 5  # tokens of such a name


def find_speaking_bodies(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Runs of capitals that end like a body and speak: "The Vorrin News said"."""
    occupied = occupied_by(taken)
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = occupied.get(number, set()) | scene.credits[number]
        for token in sentence.tokens:
            if not _ends_body(token) or not _speaks(sentence, token):
                continue
            start = _start(sentence, token.i)
            if start < token.i and not barred & set(range(start, token.i + 1)):
                spots.append(
                    Spot(
                        number,
                        start,
                        token.i + 1,
                        "organisation",
                        confidence=CONFIDENCE,
                    )
                )
    return spots


def find_called_bodies(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Runs of capitals right behind what they are: "a group Divers for Clean Bays"."""
    occupied = occupied_by(taken)
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = occupied.get(number, set()) | scene.credits[number]
        if number in scene.title_cased:
            continue
        for before in sentence.tokens:
            if before.text not in naming_words().organisation_nouns:
                continue
            start = before.i + 1
            end = _run_end(sentence, start)
            if end - start > 1 and not barred & set(range(start, end)):
                spots.append(
                    Spot(number, start, end, "organisation", confidence=CONFIDENCE)
                )
    return spots


def _run_end(sentence: Sentence, start: int) -> int:
    """Past capitals and the small words between them."""
    end = at = start
    while at < len(sentence.tokens) and at - start < LONGEST:
        token = sentence.tokens[at]
        if is_capitalised(token):
            end = at + 1
        elif at == start or token.text not in BETWEEN:
            break
        at += 1
    return end


def _ends_body(token: Token) -> bool:
    ends = naming_words().organisation_ends
    return is_capitalised(token) and token.text.casefold() in ends


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Whether it is the subject of a verb of speech, or "according to" it."""
    above = sentence.tokens[token.head]
    if token.dep == "nsubj":
        return above.lemma in naming_words().speaking
    before = sentence.tokens[above.head]
    return token.dep == "pobj" and before.text.casefold() == "according"


def _start(sentence: Sentence, at: int) -> int:
    start = at
    while start and at - start < LONGEST - 1 and _may_open(sentence.tokens[start - 1]):
        start -= 1
    return start


def _may_open(token: Token) -> bool:
    return token.pos in {"PROPN", "ADJ", "NOUN"} and is_capitalised(token)
