"""A story as it grows, and the bar that another must pass to join it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.resolve.stories.days import Days, days_of, near_in_time
from onrecord.resolve.stories.terms import Terms, dot

if TYPE_CHECKING:
    from datetime import date

# Two stories are one when they are nearly as alike as each is in itself. Swept on three
# sets together: the invented reports of bench/gold/merging (dev half), ECB+, and 378
# pages of the web that have little to do with each other, where most groups are wrong.
# Shares of .65 to .75 are within .01 of each other; one bar for all costs .02.
SHARE = 0.7
# One article lies farther from the rest than two halves of a story do.
SCATTER = 0.25  # swept with it: .2 to .3 are alike
# What few articles share may be their field and not their story. Without this the pages
# of the web fall into groups of up to 12; with .15 two in ten have company, while F1
# falls by .01 on ECB+ and .03 on the reports. .1 and .2 favour the one or the other.
CAUTION = 0.15
USUAL = 0.3  # likeness of two articles of one story, until its own pairs tell
PAIRS = 3  # how many pairs that guess is worth; 10 is as good
ALONE = 0.02  # likeness below which two are not looked at again


@dataclass(frozen=True, slots=True)
class Group:
    """Articles with the sum of their terms: its products give every average.

    `members` are the places of the articles, `within` is the likeness of all their
    pairs, summed.
    """

    members: tuple[int, ...]
    terms: Terms
    days: Days
    within: float = 0.0

    def likeness(self, other: Group) -> float:
        """How alike an article of the one is to one of the other, on average."""
        pairs = len(self.members) * len(other.members)
        cosine = dot(self.terms, other.terms) / pairs
        return cosine * near_in_time(self.days, other.days) if cosine else 0.0

    def joined(self, other: Group, likeness: float) -> Group:
        """Both as one; `likeness` is what `self.likeness(other)` gave."""
        smaller, larger = sorted((self, other), key=lambda group: len(group.terms))
        terms = dict(larger.terms)
        for key, weight in smaller.terms.items():
            terms[key] = terms.get(key, 0.0) + weight
        between = likeness * len(self.members) * len(other.members)
        return Group(
            self.members + other.members,
            terms,
            self.days + other.days,
            self.within + other.within + between,
        )

    @property
    def cohesion(self) -> float:
        """How alike its own articles are, on average; a guess while they are few."""
        pairs = len(self.members) * (len(self.members) - 1) / 2
        return (self.within + PAIRS * USUAL) / (pairs + PAIRS)


def start_group(place: int, terms: Terms, day: date | None) -> Group:
    """One article as a story of its own."""
    return Group((place,), terms, days_of(day))


def margin(left: Group, right: Group, likeness: float) -> float:
    """How far their likeness is above the bar for being one story; below 0: two."""
    few, many = sorted((len(left.members), len(right.members)))
    share = SHARE - SCATTER / math.sqrt(few)
    bar = share * math.sqrt(left.cohesion * right.cohesion)
    return likeness - bar - CAUTION / math.sqrt(few * many)
