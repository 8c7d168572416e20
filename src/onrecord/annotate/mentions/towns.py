"""The town, county or state before a body: "Fort Worth Police Department"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.scene import POSSESSIVES, Spot, is_capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Sentence, Token

NAMES_OF_BODIES = frozenset({"ORG", "FAC"})
NAMES_BEFORE = NAMES_OF_BODIES | {"GPE", "LOC"}
COUNTIES = frozenset({"county", "city", "parish", "township", "borough", "district"})
NATIONAL = frozenset({"national", "federal", "royal", "central", "supreme"})


def before_possessive(sentence: Sentence, at: int) -> int:
    """Where the words end that own what stands at `at`: before their "'s"."""
    while at and sentence.tokens[at - 1].text in POSSESSIVES:
        at -= 1
    return at


def place_before(sentence: Sentence, start: int, around: Sequence[Spot]) -> int | None:
    """Where a town or province right before starts: "Kabul police" is no state's."""
    end = before_possessive(sentence, start)
    place = next((s for s in around if s.type == "place" and s.end == end), None)
    if place is not None:
        return place.start
    at = end - 1
    if at < 0 or any(spot.start <= at < spot.end for spot in around):
        return None
    if not is_capitalised(sentence.tokens[at]):
        return None
    return _county(sentence, at) or _labelled(sentence, at, start)


def _county(sentence: Sentence, at: int) -> int | None:
    """Where "Holm County" starts, whatever its label."""
    if not at or sentence.tokens[at].text.casefold() not in COUNTIES:
        return None
    while at and is_capitalised(sentence.tokens[at - 1]):
        at -= 1
    return at + _opens_no_name(sentence.tokens[at])


def _labelled(sentence: Sentence, at: int, start: int) -> int | None:
    """Where a labelled name starts that ends at `at`, or takes in the body, too."""
    before = sentence.tokens[at]
    if before.entity not in NAMES_BEFORE or before.text.casefold() in NATIONAL:
        return None
    if before.entity in NAMES_OF_BODIES and sentence.tokens[start].starts_entity:
        return None
    while at and not sentence.tokens[at].starts_entity:
        at -= 1
    while at < start and _opens_no_name(sentence.tokens[at]):
        at += 1
    return at if at < start else None


def _opens_no_name(token: Token) -> bool:
    return not is_capitalised(token) or token.text.casefold() in {"the", "a", "an"}
