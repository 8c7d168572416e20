"""Who was struck, as far as a text says it in a word: a man, a woman, how old, named.

Two acts of one kind, day and town are told in much the same words. Who suffered them
is what sets them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MALE, FEMALE = "male", "female"
YEARS = 5  # no correction moves an age by more
_SEXES = {
    "man": MALE, "boy": MALE, "father": MALE, "husband": MALE, "son": MALE,
    "brother": MALE, "grandfather": MALE, "uncle": MALE, "nephew": MALE,
    "woman": FEMALE, "girl": FEMALE, "mother": FEMALE, "wife": FEMALE,
    "daughter": FEMALE, "sister": FEMALE, "grandmother": FEMALE, "aunt": FEMALE,
    "niece": FEMALE, "mum": FEMALE, "mom": FEMALE,
}  # fmt: skip
_PERSON = rf"(?P<person>{'|'.join(_SEXES)})\b"
_STRUCK = (
    r"(?:shot|stabbed|slashed|knifed|killed|murdered|slain|wounded|injured|hurt|hit|"
    r"struck|beaten|bashed|attacked|robbed|mugged|carjacked|abducted|kidnapped|raped|"
    r"strangled|grazed|found (?:dead|shot|stabbed|with)|run over|knocked down|"
    r"pronounced dead|rushed to|taken to|dies|died|dead|critical)"
)
_WAS = (
    r"(?:who )?(?:(?:was|is|were|has been|had been|has|had|had to be|being|later|"
    r"also|fatally|critically|seriously|gravely) ){0,3}"
)
# "A 34-year-old Vorrin man was fatally shot", "Woman, 20, stabbed", "a man in his 40s".
_PATIENT = re.compile(
    rf"(?:\b(?P<before>\d{{1,2}})[- ]year[- ]old (?:[A-Z]\w+ ){{0,2}})?\b{_PERSON}"
    r"(?:,? (?:aged )?(?P<after>\d{1,2})\b,?)?(?: in (?:his|her) (?:\w+ )?\d0s)?,? "
    rf"{_WAS}{_STRUCK}\b",
    re.IGNORECASE,
)
# "shot a 34-year-old man", "attack on a woman", "killing of a boy", "body of a girl".
_OBJECT = re.compile(
    r"\b(?:shot|stabbed|slashed|killed|killing|murdered|wounded|injured|injuring|beat|"
    r"attacked|robbed|hit|struck|shooting|stabbing|murder|death|attack|body|robbery)"
    r"(?: dead)? (?:of |on |to )?(?:a|an|the|her|his) "
    r"(?:(?P<before>\d{1,2})[- ]year[- ]old )?(?:[A-Z]\w+ ){0,2}" + _PERSON,
    re.IGNORECASE,
)
# "Ana Petrell, 34,": who is named with an age is as a rule the victim or the accused.
_NAMED = re.compile(
    r"\b(?:[A-Z][\w'’-]+ )+(?P<name>[A-Z][\w'’-]+), (?:aged )?(?P<age>\d{1,2})\b"
)

# More than one was struck: another text may tell of another of them.
_MANY = re.compile(
    rf"\bwere (?:\w+ ){{0,2}}{_STRUCK}\b"
    r"|\b(?:two|three|four|five|six|several|both|\d+) "
    r"(?:\w+ )?(?:others|people|persons|men|women|boys|girls|teenagers|children|"
    r"victims|officers)\b|\b(?:another|second|third) (?:\w+ )?"
    rf"(?:person|victim|{'|'.join(_SEXES)})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Victims:
    """The sexes and ages of those struck; the last names told with an age."""

    sexes: frozenset[str] = frozenset()
    ages: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    are_many: bool = False

    @property
    def is_single(self) -> bool:
        """Whether one victim is told of, with sex and age."""
        return len(self.sexes) == len(self.ages) == 1 and not self.are_many


def victims_in(text: str) -> Victims:
    """Who is said to be struck in a text; nothing where the text has no such words.

    >>> sorted(victims_in("A woman, 20, was shot by a man outside a bar.").sexes)
    ['female']
    """
    found = [*_PATIENT.finditer(text), *_OBJECT.finditer(text)]
    return Victims(
        sexes=frozenset(_SEXES[each["person"].lower()] for each in found),
        ages=frozenset(int(age) for each in found for age in _ages(each)),
        names=frozenset(each["name"].lower() for each in _NAMED.finditer(text)),
        are_many=bool(_MANY.search(text)),
    )


def _ages(found: re.Match[str]) -> Iterator[str]:
    for age in (found.groupdict().get(name) for name in ("before", "after")):
        if age:
            yield age


def compare_victims(one: Victims, other: Victims) -> Iterator[str]:
    """Yield the signs of two texts' victims, where both tell of any."""
    many = one.are_many or other.are_many
    if one.sexes and other.sexes and not (many or one.sexes & other.sexes):
        yield "other victim"
    if one.ages and other.ages:
        # A birthday or a first report's guess is one year off.
        near = any(abs(a - b) <= 1 for a in one.ages for b in other.ages)
        if near or not many:
            yield "same victim's age" if near else "other victim's age"
    if one.names and other.names:
        yield "same person with an age" if one.names & other.names else "other persons"


def are_others(one: Victims, other: Victims) -> bool:
    """Whether each text tells of one victim, and they differ in age, or age and sex."""
    if not (one.is_single and other.is_single):
        return False
    apart = abs(min(one.ages) - min(other.ages))
    return apart > YEARS or (apart > 1 and not one.sexes & other.sexes)
