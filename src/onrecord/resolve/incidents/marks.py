"""Small things that two events rarely share: streets, ages, numbers, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.resolve.words import stem, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_AGE = re.compile(
    r"\b(\d{1,3})[- ]year[- ]old|\baged? (?:of )?(\d{1,3})\b|, (\d{1,2}),"
)
_NUMBER = re.compile(r"(?<![\w.:-])\d[\d,.]*\d(?![\w:-])|\b\d{2,3}-\w{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STREET = re.compile(
    r"\b((?:[A-Z][\w'.]+ ){1,3})(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Court|"
    r"Boulevard|Blvd|Row|Highway|Parade|Terrace|Close|Crescent|Square|Parkway|Kade)\b"
)
_INTERSTATE = re.compile(r"\b(?:I-|Interstate |Route |Highway |US-|M|A)(\d{1,4})\b")
_CAPITAL = re.compile(r"(?<=[a-z,;] )[\"'“‘(]?([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)")


def names_in(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """The words written with a capital inside a sentence, with their rarity."""
    words = (word for found in _CAPITAL.finditer(text) for word in words_in(found[1]))
    return {key: rarity.get(key, 0.0) for key in {stem(word) for word in words}}


def streets_in(text: str) -> frozenset[str]:
    """Streets by name and roads by number.

    >>> sorted(streets_in("from Harbour Lane to Route 12"))
    ['12', 'harbour']
    """
    named = {found[1].strip().lower() for found in _STREET.finditer(text)}
    return frozenset(named | {found[1] for found in _INTERSTATE.finditer(text)})


def ages_in(text: str) -> frozenset[str]:
    """Ages in digits.

    >>> ages_in("Ana Petrell, 34, was hurt")
    frozenset({'34'})
    """
    return frozenset(
        age.lstrip("0") for found in _AGE.findall(text) for age in found if age
    )


def numbers_in(text: str) -> frozenset[str]:
    """Numbers of two digits or more, years left out."""
    found = {number.strip(",.").replace(",", "") for number in _NUMBER.findall(text)}
    return frozenset(number for number in found if not _YEAR.fullmatch(number))
