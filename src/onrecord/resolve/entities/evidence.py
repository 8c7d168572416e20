"""What speaks for and against two persons being one, and how sure that makes us.

The table `entity_weights.tsv` lists every feature with its weight and its words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.resolve.entities.offices import (
    NEAR_DAYS,
    OF_MANY,
    are_apart,
    are_near,
    is_of_state,
)
from onrecord.resolve.entities.person_name import (
    TWO_NAMES,
    are_far,
    is_common,
    likeness,
    share_surname,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator

    from onrecord.resolve.entities.person_name import PersonName
    from onrecord.resolve.entities.profile import Profile

# Cuts on the score, fixed on tests/resolve/persons/fitted.txt (swept from .6 to .92):
# at .75 what clustering joins is right by .990, and pairs are by .981 when their case
# is left out of the fit; above .3 stand .99 of those that are one, so that hardly any
# is missing from the review.
JOINED = 0.75
UNSURE = 0.3
NEVER = 0.0
UNKNOWN = -1.0
SURELY_ALIKE = 0.9  # likeness above which two spellings are hardly two names
DOUBTFUL = SURELY_ALIKE - TWO_NAMES
STORY_DAYS = 5
YEARS_APART = 3 * 365
SPECIFIC = 3  # words that two names share, from which few bear both

Feature = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two persons are one, and why."""

    score: float
    reason: str


def compare(left: Profile, right: Profile) -> Likeness:
    """How likely the two are one person: a probability, and the evidence in words.

    NEVER when nothing could make them one: two names, or private people. UNKNOWN when
    the names cannot be held against each other.
    """
    if left.is_private or right.is_private:
        return Likeness(NEVER, "a private person is not followed across articles")
    if left.article == right.article:
        return Likeness(NEVER, "the article tells them apart")
    features = list(features_of(left, right))
    if not features and left.name and right.name and are_far(left.name, right.name):
        return Likeness(UNKNOWN, f"{_named(left, right)}: scripts that are far apart")
    if not features:
        return Likeness(NEVER, f"{_named(left, right)}: two names")
    weights = _table()
    total = sum(weights[name][0] * value for name, value in features)
    said = [words for name, _ in features if (words := weights[name][1])]
    reason = ", ".join([_named(left, right), *said])
    return Likeness(round(1 / (1 + math.exp(-total)), 4), reason)


def features_of(left: Profile, right: Profile) -> Iterator[Feature]:
    """The features that hold, with their values; none when it is two names."""
    one, other = left.name, right.name
    if one is None or other is None:
        return
    if one.is_short or other.is_short:
        if not share_surname(one, other):
            return
        yield from _of_surname(left, right, one if one.is_short else other)
    else:
        alike = likeness(one, other)
        if alike < TWO_NAMES:
            return
        yield "full name", 1.0
        yield from _of_spelling(one, other, alike)
    if one.parts.script != other.parts.script:
        yield "two scripts", 1.0
    yield from _of_offices(left, right)
    yield from _of_surroundings(left, right)


def _of_surname(left: Profile, right: Profile, short: PersonName) -> Iterator[Feature]:
    yield "surname alone", 1.0
    if is_common(short):
        yield "common name", 1.0
    if left.roles & right.roles <= OF_MANY and not left.bodies & right.bodies:
        yield "one of many", 1.0
    if are_years_apart(left, right):
        yield "years apart", 1.0


def _of_spelling(one: PersonName, other: PersonName, alike: float) -> Iterator[Feature]:
    yield "likeness", round((alike - TWO_NAMES) / (1 - TWO_NAMES), 4)
    if alike < SURELY_ALIKE:
        yield "a doubtful spelling", round((SURELY_ALIKE - alike) / DOUBTFUL, 4)
    if one.form == other.form:
        yield "one spelling", 1.0
    short = min(one, other, key=lambda name: len(name.parts.words))
    if any(len(word) == 1 for word in short.parts.words):
        yield "an initial", 1.0
    if len(short.parts.words) >= SPECIFIC and alike >= SURELY_ALIKE:
        yield "three words", 1.0
    if is_common(short):
        yield "common name", 1.0


def _of_offices(left: Profile, right: Profile) -> Iterator[Feature]:
    same_country = bool(left.countries & right.countries)
    is_clash = any(are_apart(one, two) for one in left.offices for two in right.offices)
    if left.bodies & right.bodies:
        yield "same body", 1.0
    elif _disagree(left.bodies, right.bodies) and _is_of_one_time(left, right):
        yield "other body", 1.0
    if left.roles & right.roles and not is_clash:
        yield ("same office" if same_country else "same role"), 1.0
    elif same_country:
        yield "same country", 1.0
    if not (left.offices or left.countries) or not (right.offices or right.countries):
        is_short = _is_short(left) or _is_short(right)
        yield ("no more told" if is_short else "nothing told"), 1.0
    elif _disagree(left.roles, right.roles):
        walks = is_of_state(left.roles), is_of_state(right.roles)
        yield ("other office" if all(walks) else "other walk of life"), 1.0
    if is_clash:
        yield "offices at once", 1.0


def _of_surroundings(left: Profile, right: Profile) -> Iterator[Feature]:
    if _disagree(left.countries, right.countries):
        yield "other country", 1.0
    if _disagree(left.genders, right.genders):
        yield "other gender", 1.0
    company = len(left.named_with & right.named_with)
    if company and are_near(left.day, right.day, STORY_DAYS):
        yield "same story", 1.0
    elif company:
        yield "same company", 1.0


def _is_short(profile: Profile) -> bool:
    return profile.name is not None and profile.name.is_short


def _is_of_one_time(left: Profile, right: Profile) -> bool:
    """Whether a change of office would not explain two bodies."""
    return bool(left.roles & right.roles) or are_near(left.day, right.day, NEAR_DAYS)


def are_years_apart(left: Profile, right: Profile) -> bool:
    """Whether the articles are so far apart that an office has changed hands."""
    if left.day is None or right.day is None:
        return False
    return not are_near(left.day, right.day, YEARS_APART)


def _disagree(left: Collection[Hashable], right: Collection[Hashable]) -> bool:
    return bool(left and right) and not set(left) & set(right)


def _named(left: Profile, right: Profile) -> str:
    first, second = sorted((left.text, right.text))
    return f'"{first}" / "{second}"'


def feature_names() -> tuple[str, ...]:
    """Every feature of the table, in its order."""
    return tuple(_table())


@cache
def _table() -> dict[str, tuple[float, str]]:
    """For every feature its weight, as log odds, and the words of a reason."""
    table: dict[str, tuple[float, str]] = {}
    for line in _lines("entity_weights.tsv"):
        name, weight, words = line.split("\t")
        table[name] = float(weight), "" if words == "-" else words
    return table


def _lines(file: str) -> Iterator[str]:
    text = (resources.files("onrecord") / "data" / file).read_text("utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))
