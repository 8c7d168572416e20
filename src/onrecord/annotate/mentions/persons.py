"""Persons: labels without titles and verbs, and those that no label shows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.introduced import is_one_person
from onrecord.annotate.mentions.name_parts import (
    HYPHENS,
    is_name_word,
    opens_clause,
    without_tail,
)
from onrecord.annotate.mentions.roles import find_role
from onrecord.annotate.mentions.scene import (
    HEADLINES,
    Spot,
    is_capitalised,
    occupied_by,
)
from onrecord.annotate.mentions.words import (
    is_given_name,
    is_word_of_english,
    naming_words,
)
from onrecord.gazetteer import (
    find_body,
    is_honorific,
    is_role_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions.scene import Scene
    from onrecord.model import Sentence, Token

PERSON_WORDS = range(2, 5)  # words of a full name
LONGEST_SUBJECT = 6  # tokens of a ministry's subject
LONGEST_AGE = 3  # digits
SHORTEST_HEADLINE_NAME = 2  # words; after a role in a headline one may be a verb


def find_titled(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Persons shown by the role before them, where no label shows them."""
    occupied = occupied_by(spot for spot in taken if spot.type != "organisation")
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = occupied.get(number, set()) | scene.credits[number]
        least = SHORTEST_HEADLINE_NAME if sentence.zone in HEADLINES else 1
        for token in sentence.tokens[:-1]:
            if token.i in barred or not _opens_titled(sentence, token):
                continue
            start, end = _name_after(sentence, token.i + 1, barred)
            opens = _words_of(sentence, start, end)
            if any(word in naming_words().organisation_ends for word in opens[:1]):
                continue  # "the Refugee Council Ann Lund": no refugee of this name
            if end - start >= least and not _is_doubtful(scene, number, start, end):
                spots.append(Spot(number, start, end, "person", confidence=0.7))
    return spots


def find_namesakes(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Persons called like a place, where the parser does not take both words for one.

    A given name that it knows for a person's may have others before it.
    """
    occupied = occupied_by(taken)
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = occupied.get(number, set()) | scene.credits[number]
        tokens = sentence.tokens
        for before, token in pairwise(tokens):
            full = f"{before.text} {token.text}"
            if full not in scene.namesakes or is_one_person(before, token):
                continue
            start = before.i
            while start and is_one_person(tokens[start - 1], tokens[start]):
                start -= 1
            if not barred & set(range(start, token.i + 1)):
                end = token.i + 1
                spots.append(Spot(number, start, end, "person", confidence=0.6))
    return spots


def find_unlabelled(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Two or more capitalised words that the text around shows to be a person."""
    occupied = occupied_by(taken)
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = occupied.get(number, set()) | scene.credits[number]
        for start, end in _capitalised_runs(sentence, barred):
            spot = Spot(number, start, end, "person", confidence=0.6)
            if sentence.zone in HEADLINES and number in scene.title_cased:
                continue
            if is_person_by_context(scene, spot) or _speaks(scene, spot):
                spots.append(spot)
    return spots


def is_person_by_context(scene: Scene, spot: Spot) -> bool:
    """Whether given name, role, age or "who" show a person, whatever the label."""
    sentence = scene.sentences[spot.sentence]
    words = scene.text_of(spot).split()
    if not _may_be_person(scene, spot):
        return False
    if any(is_given_name(part) for word in words[:-1] for part in word.split("-")):
        return True
    # Companies and bodies have a common word in their names; people's may have none.
    if not any(is_word_of_english(word) for word in words):
        return sentence.tokens[spot.start].entity in {"ORG", "FAC", "WORK_OF_ART"}
    following = [token.text for token in sentence.tokens[spot.end : spot.end + 2]]
    if following[:1] == [","] and len(following) > 1:
        age = following[1].isdigit() and len(following[1]) <= LONGEST_AGE
        return age or following[1] == "who" or find_role(scene, spot) is not None
    return find_role(scene, spot) is not None


def _may_be_person(scene: Scene, spot: Spot) -> bool:
    """Whether the words could be a person's: two to four, none of a body or place."""
    tokens = scene.sentences[spot.sentence].tokens
    words = [t for t in tokens[spot.start : spot.end] if t.text not in HYPHENS]
    others = naming_words().organisation_ends | naming_words().place_ends
    before = tokens[spot.start - 1].text.casefold() if spot.start else ""
    return (
        len(words) in PERSON_WORDS
        and all(word.text[0].isalpha() for word in words)
        and not any(word.text.casefold() in others for word in words)
        and not any(word.text.casefold() in scene.small for word in words)
        and before not in {"the", "a", "an"}
    )


def _words_of(sentence: Sentence, start: int, end: int) -> list[str]:
    return [token.text.casefold() for token in sentence.tokens[start:end]]


def _opens_titled(sentence: Sentence, token: Token) -> bool:
    """Whether a name may follow: a role or form of address, not "the Lady Ann"."""
    if is_role_word(token.text):
        return True
    before = sentence.tokens[token.i - 1].text.casefold() if token.i else ""
    return is_honorific(token.text) and before != "the"


def _name_after(sentence: Sentence, start: int, barred: set[int]) -> tuple[int, int]:
    """The run of capitalised words right after a role, further titles left out."""
    tokens = sentence.tokens
    start = _after_subject(tokens, start)
    while start < len(tokens) and (
        _is_title(tokens[start])
        or tokens[start].text in HYPHENS
        or (tokens[start - 1].text in HYPHENS and tokens[start].text.islower())
    ):
        start += 1
    end = start
    while (
        end < len(tokens)
        and end not in barred
        and is_name_word(tokens, end)
        and tokens[end].entity not in {"DATE", "NORP", "GPE", "TIME"}
        and tokens[end].pos not in {"VERB", "AUX", "DET", "PRON", "ADV", "SCONJ"}
    ):
        end += 1
    return start, without_tail(tokens, start, end)


def _after_subject(tokens: tuple[Token, ...], start: int) -> int:
    """Past "of Foreign Affairs" in "Minister of Foreign Affairs Ada Lund"."""
    if start >= len(tokens) or tokens[start].text not in {"of", "for"}:
        return start
    for end in range(start + LONGEST_SUBJECT, start + 1, -1):
        words = " ".join(token.text for token in tokens[start + 1 : end])
        body = find_body(f"ministry of {words}")
        if body is not None and not body.is_open:
            return min(end, len(tokens))
    return start


def _is_title(token: Token) -> bool:
    return token.text == "." or is_role_word(token.text) or is_honorific(token.text)


def _is_doubtful(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether the words after the role may be no name: all of them small elsewhere."""
    tokens = scene.sentences[number].tokens[start:end]
    if all(token.text.casefold() in scene.small for token in tokens):
        return True
    last = tokens[-1].text.casefold()
    if last in naming_words().calendar:
        return True
    if last in naming_words().organisation_ends | naming_words().place_ends:
        return True
    if number not in scene.title_cased:
        return False
    return not any(token.text in scene.capital for token in tokens)


def _capitalised_runs(
    sentence: Sentence, barred: set[int]
) -> Iterator[tuple[int, int]]:
    tokens = sentence.tokens
    start = 0
    while start < len(tokens):
        end = start
        while (
            end < len(tokens)
            and end not in barred
            and tokens[end].pos == "PROPN"
            and is_capitalised(tokens[end])
            and not is_role_word(tokens[end].text)
            and not (end == start and opens_clause(tokens, end, end + 2))
        ):
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _speaks(scene: Scene, spot: Spot) -> bool:
    if not _may_be_person(scene, spot):
        return False
    tokens = scene.sentences[spot.sentence].tokens
    return any(
        token.dep == "nsubj" and tokens[token.head].lemma in naming_words().speaking
        for token in tokens[spot.start : spot.end]
    )
