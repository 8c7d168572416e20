"""What each sentence tells of events: kind, status, place, date, people struck."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures import Toll, find_tolls
from onrecord.extract.places import PlaceSpot
from onrecord.extract.reports.grammar import distance
from onrecord.extract.reports.meant import may_tell
from onrecord.extract.reports.status import Telling as How
from onrecord.extract.reports.status import status_of
from onrecord.extract.reports.triggers import Trigger, find_triggers
from onrecord.extract.reports.victims import (
    is_certain,
    name_words,
    struck_in,
)
from onrecord.extract.reports.when import dates_of, overlap
from onrecord.extract.reports.where import places_of
from onrecord.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Effect, Sentence

OTHER = frozenset({"another", "separate", "previous", "earlier", "similar", "second",
                   "third", "other", "last", "latest", "past", "recent",
                   "first"})  # fmt: skip
TURNING = frozenset({"elsewhere", "meanwhile", "separately"})
LEAD = 4  # sentences, headline included, that tell an article's main matter
YEAR = 360  # days
NEAR_CAUSE = 2  # steps: "killed in the blast", "the blast killed"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "their"})


@dataclass(frozen=True, slots=True)
class Told:
    """One event as one sentence tells it; `triggers` has the best word first.

    `strikes` says whether a certain victim is told; `victims` are words of the
    names of those struck, in small letters.
    """

    sentence: int
    triggers: tuple[Trigger, ...]
    how: How
    place: PlaceSpot | None
    date: DateRange | None
    tolls: tuple[Toll, ...]
    is_definite: bool
    is_other: bool
    is_headline: bool
    strikes: bool = False
    victims: frozenset[str] = frozenset()

    @property
    def best(self) -> Trigger:
        """The word that says most of what kind of event it is."""
        return self.triggers[0]

    @property
    def is_real(self) -> bool:
        """Whether the words tell of something that took place, or was foiled."""
        return self.how not in {"unreal", "general"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The dates and places that a sentence names, whatever they belong to."""

    dates: tuple[DateRange, ...] = ()
    places: tuple[PlaceSpot, ...] = ()


@dataclass(frozen=True, slots=True)
class Sayings:
    """All that one sentence tells; `loose` are tolls that no event word is near."""

    told: tuple[Told, ...]
    loose: tuple[Toll, ...]
    tolls: tuple[Toll, ...]
    bounds: Bounds


def read_sentences(scene: Scene) -> list[Sayings]:
    """What each sentence tells; a bare number takes up what the last figure told."""
    sayings: list[Sayings] = []
    effect: Effect | None = None
    for n in range(len(scene.sentences)):
        saying = read_sentence(scene, n, effect)
        whole = [toll for toll in saying.tolls if toll.part_of is None]
        effect = whole[-1].effect if whole else effect
        sayings.append(saying)
    return sayings


def read_sentence(scene: Scene, n: int, effect: Effect | None = None) -> Sayings:
    """The events that sentence `n` tells, each with its own date, place and tolls.

    `effect` is what the last figure before the sentence told.
    """
    sentence = scene.sentences[n]
    tolls = tuple(find_tolls(sentence, effect))
    triggers = [t for t in find_triggers(sentence) if may_tell(sentence, t)]
    if not triggers:
        return Sayings((), tolls, tolls, _bounds(scene, n) if tolls else Bounds())
    dates = dates_of(sentence, triggers, scene.dates[n])
    if not dates and n in scene.carried_dates:
        dates = {min(triggers, key=_worth).at: scene.carried_dates[n]}
    places = places_of(sentence, triggers, scene.places[n])
    groups = _grouped(sentence, triggers, dates, places)
    shares = _shared(sentence, groups, tolls)
    told = tuple(
        replace(
            _told(sentence, group, share),
            sentence=n,
            place=next((places[t.at] for t in group if t.at in places), None),
            date=next((dates[t.at] for t in group if t.at in dates), None),
        )
        for group, share in zip(groups, shares, strict=True)
    )
    return Sayings(told, (), tolls, Bounds())


def _bounds(scene: Scene, n: int) -> Bounds:
    dates = tuple(
        dated.days
        for dated in scene.dates[n]
        if dated.days is not None and not dated.is_ahead
    )
    return Bounds(dates, scene.places[n])


def _grouped(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    dates: dict[int, DateRange],
    places: dict[int, PlaceSpot],
) -> list[list[Trigger]]:
    """Words of one event together: kinds that fit, no date or place against it."""
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        for group in groups:
            if any(_is_death_in(sentence, trigger, other) for other in group):
                group.append(trigger)
                break
            if all(_may_be_one(trigger, other, dates, places) for other in group) and (
                trigger.strength != "strong"
                or group[0].strength != "strong"
                or trigger.kind.family == group[0].kind.family
            ):
                group.append(trigger)
                break
        else:
            groups.append([trigger])
    return [sorted(group, key=_worth) for group in _with_deaths(groups)]


def _is_death_in(sentence: Sentence, one: Trigger, other: Trigger) -> bool:
    """Whether one word tells of deaths and the other of what caused them."""
    kinds = {one.kind.name, other.kind.name}
    fits = one.kind.family == other.kind.family and "killing" in kinds
    return (
        fits and len(kinds) > 1 and distance(sentence, one.at, other.at) <= NEAR_CAUSE
    )


def _with_deaths(groups: list[list[Trigger]]) -> list[list[Trigger]]:
    """Deaths tell of accidents and disasters, too: no killing beside one of them."""
    others = [g for g in groups if g[0].kind.family in {"mishap", "nature"}]
    if not others:
        return groups
    kept: list[list[Trigger]] = []
    for group in groups:
        if all(trigger.kind.name == "killing" for trigger in group):
            others[0].extend(group)
        else:
            kept.append(group)
    return kept


def _may_be_one(
    one: Trigger,
    other: Trigger,
    dates: dict[int, DateRange],
    places: dict[int, PlaceSpot],
) -> bool:
    if not one.kind.fits(other.kind):
        return False
    if not overlap(dates.get(one.at), dates.get(other.at)):
        return False
    here, there = places.get(one.at), places.get(other.at)
    return here is None or there is None or here.is_country or there.is_country


def _worth(trigger: Trigger) -> tuple[int, int, int]:
    order = {"strong": 0, "weak": 1, "echo": 2}[trigger.strength]
    killing_last = trigger.kind.name == "killing"
    return (order + killing_last, -trigger.kind.rank, trigger.at)


def _shared(
    sentence: Sentence, groups: Sequence[Sequence[Trigger]], tolls: Sequence[Toll]
) -> list[tuple[Toll, ...]]:
    """Each toll to the event whose words are nearest in the tree, parts with wholes."""
    owners: list[int] = []
    for toll in tolls:
        if toll.part_of is not None and toll.part_of < len(owners):
            owners.append(owners[toll.part_of])
        else:
            owners.append(_nearest(sentence, groups, toll))
    return [
        tuple(t for t, owner in zip(tolls, owners, strict=True) if owner == n)
        for n in range(len(groups))
    ]


def _nearest(
    sentence: Sentence, groups: Sequence[Sequence[Trigger]], toll: Toll
) -> int:
    steps = [
        min(distance(sentence, toll.trigger, trigger.at) for trigger in group)
        + (3 if _is_unlike(group, toll) else 0)
        for group in groups
    ]
    return steps.index(min(steps))


def _is_unlike(group: Sequence[Trigger], toll: Toll) -> bool:
    families = {trigger.kind.family for trigger in group}
    return (toll.effect == "arrested") != ("arrest" in families)


def _told(
    sentence: Sentence, group: Sequence[Trigger], tolls: tuple[Toll, ...]
) -> Told:
    best = group[0]
    hows = [status_of(sentence, trigger) for trigger in group]
    if best.kind.family == "arrest":
        hows = ["happened" if how == "foiled" else how for how in hows]
    return Told(
        sentence=0,
        triggers=tuple(group),
        how=_how(hows),
        place=None,
        date=None,
        tolls=tolls,
        is_definite=_has(sentence, best, DEFINITE),
        is_other=_is_elsewhere(sentence)
        or (_has(sentence, best, OTHER) and not best.is_verb),
        is_headline=sentence.zone == "headline",
        strikes=any(_strikes(sentence, trigger) for trigger in group),
        victims=_victims(sentence, group, tolls),
    )


def _strikes(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words tell a certain victim of the event."""
    at = struck_in(sentence, trigger)
    return at is not None and is_certain(sentence, at)


def _victims(
    sentence: Sentence, group: Sequence[Trigger], tolls: Sequence[Toll]
) -> frozenset[str]:
    """Words of the names of those whom the event struck."""
    heads = [struck_in(sentence, trigger) for trigger in group]
    named = [name_words(sentence, at) for at in heads if at is not None]
    counted = [
        token.text.casefold()
        for toll in tolls
        for token in sentence.tokens
        if toll.low == 1 and toll.span.holds(token.span) and token.pos == "PROPN"
    ]
    return frozenset(counted).union(*named)


def _how(hows: Sequence[How]) -> How:
    """The status of the best word, unless another says that it was foiled."""
    if "foiled" in hows:
        return "foiled"
    return "happened" if hows[0] == "general" and "happened" in hows else hows[0]


def _is_elsewhere(sentence: Sentence) -> bool:
    """Whether the sentence turns to another event: "Elsewhere, ...", "Meanwhile"."""
    opening = [token.text.casefold() for token in sentence.tokens[:3]]
    return bool(TURNING & set(opening[:1])) or opening[:2] == ["in", "another"]


def _has(sentence: Sentence, trigger: Trigger, words: frozenset[str]) -> bool:
    parts = sentence.children_with(trigger.at, "det", "amod", "poss", "compound")
    return any(token.text.casefold() in words for token in parts)
