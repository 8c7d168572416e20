"""Whether two persons of two articles are one: spelling first, then evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer import bones, name_likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.resolve.names.profile import Profile

# Swept on the Latin pairs of an authored set of news names (F1 .98 at .70) and on the
# spellings of a sanctions list (.77 at .74); joining asks for more than either.
JOINED = 0.78
UNSURE = 0.62
NEVER = 0.0
SAME_NAME = 0.9  # letter for letter the same, and nothing else is known
SURNAME = 0.5  # a surname alone, before any evidence
SURNAME_LIKE = 0.95  # how alike two surnames must be to say anything
AGREEING = {"body": 0.16, "role and country": 0.12, "role": 0.05, "company": 0.06}
AGREEING_SURNAME = {
    "body": 0.32,
    "role and country": 0.3,
    "role": 0.08,
    "company": 0.05,
}
OTHER_COUNTRY, OTHER_GENDER = 0.3, 0.5
COMPANY = 2  # actors or bodies named in both articles


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two persons are one, and why."""

    score: float
    reason: str


def blocks_of(profile: Profile) -> Iterator[tuple[str, ...]]:
    """The keys under which a person meets those who may be the same.

    Two names meet when one word sounds alike and another opens alike, in any order;
    a surname alone meets all who bear it.
    """
    sounds = sorted({bones(word) for word in profile.words if len(word) > 1})
    if len(profile.words) <= 1:
        yield from (("surname", sound) for sound in sounds)
        return
    last = bones(profile.words[-1])
    if last:
        yield ("full", last)
    for sound in sounds:
        for word in profile.words:
            other = bones(word)
            if other and other != sound:
                yield ("pair", sound, other[0])
    yield ("joined", bones("".join(profile.words)))


def compare(left: Profile, right: Profile) -> Likeness:
    """How likely the two are one person, by spelling and evidence.

    Private persons are compared with nobody.
    """
    if left.is_private or right.is_private:
        return Likeness(NEVER, "a private person is not followed across articles")
    if left.article == right.article:
        return Likeness(NEVER, "the article tells them apart")
    spelled = name_likeness(left.words, right.words)
    if len(left.words) == 1 or len(right.words) == 1:
        return _by_surname(left, right)
    if spelled < UNSURE:
        return Likeness(NEVER, f"{left.text} and {right.text} are two names")
    return _weighed(min(spelled, SAME_NAME), AGREEING, left, right)


def _by_surname(left: Profile, right: Profile) -> Likeness:
    short, long = sorted((left, right), key=lambda profile: len(profile.words))
    alike = name_likeness(short.words, long.words[-1:])
    if alike < SURNAME_LIKE:
        return Likeness(NEVER, f"{left.text} and {right.text} are two names")
    return _weighed(SURNAME, AGREEING_SURNAME, left, right)


def _weighed(
    score: float, weights: dict[str, float], left: Profile, right: Profile
) -> Likeness:
    reasons = [f'"{min(left.text, right.text)}" / "{max(left.text, right.text)}"']
    for agreement in _agreements(left, right):
        score += weights[agreement]
        reasons.append(f"same {agreement}")
    if _contradict(left.countries, right.countries):
        score -= OTHER_COUNTRY
        reasons.append("different countries")
    if _contradict(left.genders, right.genders):
        score -= OTHER_GENDER
        reasons.append("different gender of the role")
    return Likeness(round(max(0.0, min(0.99, score)), 4), ", ".join(reasons))


def _agreements(left: Profile, right: Profile) -> Iterator[str]:
    if left.bodies & right.bodies:
        yield "body"
    if left.roles & right.roles:
        yield "role and country" if left.countries & right.countries else "role"
    if len(left.named_with & right.named_with) >= COMPANY:
        yield "company"


def _contradict(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not left & right
