"""What two reports have in common and what speaks against one event, as named signs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.resolve.incidents.days import DAY
from onrecord.resolve.incidents.kinds import AFTER, compare_kinds
from onrecord.resolve.incidents.naming import shared_names
from onrecord.resolve.incidents.sides import may_be_one_dealing
from onrecord.resolve.incidents.telling import SITES
from onrecord.resolve.incidents.victims import are_others, compare_victims
from onrecord.resolve.incidents.where import are_other_towns, signs_of_place
from onrecord.resolve.words import stem, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from onrecord.resolve.incidents.telling import Telling, Terms

# A sign of a measure stands for "at least this much"; those below it stand as well.
WORDS = (0.04, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5)
TITLE = (0.15, 0.3, 0.5, 0.8)
RARE_WORDS = (1, 2, 3, 5, 8)
NAMES = (0.1, 0.25, 0.5, 0.75)
NAME_WEIGHT = (3.0, 6.0, 10.0, 16.0, 24.0)
ODD_NAMES = (1, 2, 3)
APART_DAYS = (1, 3, 7, 14, 40, 400)
GAPS = (1, 2, 4, 11, 60, 300)
WIDE = 40 * DAY
LONG_AGO = 31 * DAY
MASS = 10  # arrested at once; fewer are as a rule held for one deed
REVISED = 5.0  # no toll is revised by more than this factor


def find_bar(one: Telling, other: Telling) -> str | None:
    """Why two reports cannot be of one event, where both are sure; None: they may."""
    if one.report.article_id == other.report.article_id:
        return "told apart in one article"
    if compare_kinds(one.kind, other.kind) == "apart":
        return "events of different kinds"
    if not may_be_one_dealing(one.report, other.report):
        return "other sides"
    if _gap(one, other, sharp=True) > LONG_AGO:
        return "different dates"
    return _find_contrast(one, other)


def _find_contrast(one: Telling, other: Telling) -> str | None:
    """Why two reports of about one time tell of two places or acts."""
    if are_other_towns(one, other) and not _share_names(one, other):
        return "different places"
    if _have_other_sites(one, other) and _are_far_tolls(one.killed, other.killed):
        return "different buildings and tolls"
    if _have_other_victims(one, other):
        return "different victims"
    is_far = compare_kinds(one.kind, other.kind) == "far"
    far_tolls = _are_far_tolls(one.killed, other.killed)
    if is_far and (far_tolls or not _share_marks(one, other)):
        return "different acts"
    return None


def _share_marks(one: Telling, other: Telling) -> bool:
    """Whether anything ties them that two events of one day and town seldom share."""
    shared = (
        one.acts & other.acts,
        one.told_days & other.told_days,
        shared_names(one.odd, other.odd),
        one.rare & other.rare,
        one.named & other.named,
        one.killed & other.killed,
        one.ages & other.ages,
        one.streets & other.streets,
        one.numbers & other.numbers,
    )
    return any(shared) or not (one.rare and other.rare)


def _share_names(one: Telling, other: Telling) -> bool:
    """Whether a street, a person or a seldom name is in both."""
    streets = one.streets & other.streets or _know_streets(one, other)
    persons = one.persons & other.persons or shared_names(one.odd, other.odd)
    return bool(streets or persons)


def _have_other_victims(one: Telling, other: Telling) -> bool:
    """Whether each tells of one victim and no more, and not of the same."""
    tolls = one.killed | one.injured | other.killed | other.injured
    return max(tolls, default=1) <= 1 and are_others(one.victims, other.victims)


def _have_other_sites(one: Telling, other: Telling) -> bool:
    """Whether the titles name what was hit, and not the same."""
    here, there = SITES & one.title.keys(), SITES & other.title.keys()
    return bool(here and there) and not here & there


def _are_far_tolls(left: frozenset[int], right: frozenset[int]) -> bool:
    if not left or not right or left & right:
        return False
    low, high = sorted((max(left), max(right)))
    return high > REVISED * max(low, 1)


def _is_before(one: Telling, other: Telling) -> bool:
    """Whether an article stood there before the day that the other tells."""
    if one.published is None or other.days is None or not other.is_sharp:
        return False
    return other.days[0] > one.published + DAY


def _gap(one: Telling, other: Telling, *, sharp: bool = False) -> timedelta:
    """How far the days of two reports lie apart; none where either is open."""
    if one.days is None or other.days is None:
        return 0 * DAY
    if sharp and not (one.is_sharp and other.is_sharp):
        return 0 * DAY
    return max(one.days[0] - other.days[1], other.days[0] - one.days[1], 0 * DAY)


def signs_of(one: Telling, other: Telling) -> frozenset[str]:
    """Every sign of a pair."""
    return frozenset(
        (
            *_of_words(one, other),
            *_of_marks(one, other),
            *_of_names(one, other),
            *_of_acts(one, other),
            *_of_telling(one, other),
            *signs_of_place(one, other),
            *_of_date(one, other),
            *_of_kind(one, other),
            *_of_tolls(one, other),
        )
    )


def _steps(name: str, value: float, steps: tuple[float, ...]) -> Iterator[str]:
    for step in steps:
        if value >= step:
            yield f"{name} {step:g}"


def _of_words(one: Telling, other: Telling) -> Iterator[str]:
    yield from _steps("words", dot(one.words, other.words), WORDS)
    yield from _steps("title", dot(one.title, other.title), TITLE)
    yield from _steps("rare words", len(one.rare & other.rare), RARE_WORDS)
    shared = math.fsum(
        one.names[name] for name in one.names.keys() & other.names.keys()
    )
    whole = min(math.fsum(one.names.values()), math.fsum(other.names.values()))
    yield from _steps("names", shared / whole if whole else 0.0, NAMES)
    yield from _steps("weight of names", shared, NAME_WEIGHT)


def dot(one: Terms, other: Terms) -> float:
    """The products of the shared terms, summed."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def _of_marks(one: Telling, other: Telling) -> Iterator[str]:
    """Ages, numbers and streets: small things that two events rarely share."""
    for name in ("streets", "ages", "numbers"):
        left, right = getattr(one, name), getattr(other, name)
        if name == "streets" and not left & right and _know_streets(one, other):
            yield "street known to the other"
            continue
        if left & right:
            yield f"same {name}"
            if len(left & right) > 1:
                yield f"several same {name}"
        elif left and right:
            yield f"other {name}"


def _know_streets(one: Telling, other: Telling) -> bool:
    """Whether a street of the one stands in the other's text without its kind."""
    return any(
        set(map(stem, words_in(street))) <= there.stems
        for here, there in ((one, other), (other, one))
        for street in here.streets
    )


def _of_names(one: Telling, other: Telling) -> Iterator[str]:
    """Names that few reports hold, spelled alike or nearly."""
    yield from _steps("odd names", shared_names(one.odd, other.odd), ODD_NAMES)
    if one.persons & other.persons:
        yield "same full name"
    elif one.persons and other.persons:
        yield "other full names"


def _of_acts(one: Telling, other: Telling) -> Iterator[str]:
    """What was done, by any word of the two texts."""
    if not one.acts or not other.acts:
        yield "act unknown"
        return
    yield "some act in common" if one.acts & other.acts else "other acts"
    yield "same first act" if one.act == other.act else "other first act"


def _of_telling(one: Telling, other: Telling) -> Iterator[str]:
    """What is hit, who is named, and how the reports tell it."""
    if one.sites and other.sites:
        yield "same site" if one.sites & other.sites else "other site"
    if one.named & other.named:
        yield "same person or body"
    yield from compare_victims(one.victims, other.victims)
    if not (one.report.is_main and other.report.is_main):
        yield "told in passing"
    for here, there in ((one, other), (other, one)):
        # What the one sets its event beside is what the other tells.
        if here.beside & there.stems:
            yield "told beside this"


def _of_date(one: Telling, other: Telling) -> Iterator[str]:
    yield from _published(one, other)
    yield from _told_days(one, other)
    if _is_before(one, other) or _is_before(other, one):
        yield "told before it happened"
    if one.days is None or other.days is None:
        return
    gap = _gap(one, other).days
    both = "told" if one.is_told and other.is_told else "presumed"
    if gap == 0 and one.is_sharp and other.is_sharp:
        yield "same day"
    elif gap == 0:
        wide = max(one.days[1] - one.days[0], other.days[1] - other.days[0])
        yield f"{both} dates that fit" + (" widely" if wide > WIDE else "")
    else:
        for least in GAPS:
            if gap >= least:
                yield f"{both} dates {least} or more apart"


def _told_days(one: Telling, other: Telling) -> Iterator[str]:
    """Days and months that both texts name, whatever for."""
    last = min((d for d in (one.published, other.published) if d), default=None)
    shared = one.told_days & other.told_days
    if shared and last is not None and min(shared) < last:
        yield "same day named"
    for here, there in ((one, other), (other, one)):
        if not here.told_months or not there.is_sharp or there.days is None:
            continue
        fits = any(a <= there.days[0] <= b for a, b in here.told_months)
        yield "day in the month named" if fits else "day in no month named"


def _published(one: Telling, other: Telling) -> Iterator[str]:
    if one.published is None or other.published is None:
        return
    apart = abs((one.published - other.published).days)
    late = " and late" if one.is_late or other.is_late else ""
    for days in APART_DAYS:
        if apart > days:
            yield f"published more than {days} days apart{late}"


def _of_kind(one: Telling, other: Telling) -> Iterator[str]:
    yield f"kind {compare_kinds(one.kind, other.kind)}"


def _of_tolls(one: Telling, other: Telling) -> Iterator[str]:
    for name in ("killed", "injured"):
        left, right = getattr(one, name), getattr(other, name)
        if not left or not right:
            continue
        if left & right:
            yield f"same {name}"
            if max(left & right) > 2:  # noqa: PLR2004 - one or two are anybody's toll
                yield f"same {name}, three or more"
        else:
            far = _are_far_tolls(left, right)
            yield f"{name} far apart" if far else f"other {name}"
    if _are_far_tolls(one.arrested, other.arrested):
        yield "arrested far apart"
    if _is_mass_arrest(one) != _is_mass_arrest(other):
        yield "mass arrest"


def _is_mass_arrest(telling: Telling) -> bool:
    """Whether so many were taken that their arrest is an event of its own."""
    many = min(telling.arrested, default=0) >= MASS
    return many and telling.kind.family in AFTER
