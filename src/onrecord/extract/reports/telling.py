"""What each sentence tells of events: kind, status, place, date, people struck."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures import Toll, find_tolls
from onrecord.extract.places import PlaceSpot
from onrecord.extract.reports.grammar import distance
from onrecord.extract.reports.kinds import DEALINGS
from onrecord.extract.reports.status import Telling as How
from onrecord.extract.reports.status import status_of
from onrecord.extract.reports.triggers import Trigger, find_triggers
from onrecord.extract.reports.when import all_dates, dates_of, overlap
from onrecord.extract.reports.where import places_of
from onrecord.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.reports.scene import Scene
    from onrecord.model import Effect, Sentence

OTHER = frozenset({"another", "separate", "previous", "earlier", "similar", "second",
                   "third", "other", "last", "latest", "past", "recent",
                   "first"})  # fmt: skip
LEAD = 4  # sentences, headline included, that tell an article's main matter
YEAR = 360  # days
QUIET = frozenset({"killing", "drowning"})  # of itself a death is no event
VAGUE_RANK = 3  # kinds up to this rank name no certain act: "attack", "strike"
NEAR_CAUSE = 2  # steps: "killed in the blast", "the blast killed"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "their"})


@dataclass(frozen=True, slots=True)
class Told:
    """One event as one sentence tells it; `triggers` has the best word first."""

    sentence: int
    triggers: tuple[Trigger, ...]
    how: How
    place: PlaceSpot | None
    date: DateRange | None
    tolls: tuple[Toll, ...]
    is_definite: bool
    is_other: bool
    is_headline: bool

    @property
    def best(self) -> Trigger:
        """The word that says most of what kind of event it is."""
        return self.triggers[0]

    @property
    def is_real(self) -> bool:
        """Whether the words tell of something that took place, or was foiled."""
        return self.how not in {"unreal", "general"}

    @property
    def opens(self) -> bool:
        """Whether these words are enough to tell of an event nobody told before."""
        if self.how not in {"happened", "foiled"} or self.best.strength == "echo":
            return False
        kind, leads = self.best.kind, self._leads
        bounds = (self.place is not None) + (self.date is not None)
        people = [toll for toll in self.tolls if toll.low != 0]
        if kind.name in QUIET or kind.family == "arrest":
            return bool(people) and (leads or bounds > 0) and not self._is_statistic
        if kind.family in DEALINGS:
            return leads or bounds > 0
        if leads and (self.best.strength == "strong" or self.how == "foiled"):
            return bool(people) or bounds > 0 or self.how == "foiled"
        many = any(toll.low != 1 for toll in people)
        if kind.family == "unrest":
            return leads and (many or bounds > 1)
        return many or bounds + bool(people) > 1 or self._is_dated_violence

    @property
    def _is_statistic(self) -> bool:
        """Whether it sums up the deaths of a year or more, of nowhere."""
        if self.date is None or self.place is not None:
            return False
        return (self.date.end - self.date.start).days >= YEAR

    @property
    def _leads(self) -> bool:
        return self.is_headline or self.sentence < LEAD

    @property
    def _is_dated_violence(self) -> bool:
        """Whether an act of violence is dated to the month: "a massacre in March"."""
        kind = self.best.kind
        sharp = self.date is not None and self.date.precision != "year"
        is_act = kind.family == "violence" and kind.rank > VAGUE_RANK
        return sharp and is_act and self.best.strength == "strong"


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
    triggers = [t for t in find_triggers(sentence) if not _is_modifier(sentence, t)]
    if not triggers:
        return Sayings((), tolls, tolls, _bounds(scene, n) if tolls else Bounds())
    dates = dates_of(sentence, triggers, scene.day, scene.text)
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
    dates = all_dates(scene.sentences[n], scene.day, scene.text)
    return Bounds(tuple(dates), scene.places[n])


def _is_modifier(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the word only describes another: "bombing suspect", "blast victims"."""
    token = sentence.tokens[trigger.at]
    if trigger.is_verb or sentence.zone == "headline":
        return False
    return token.dep == "compound" and token.head > token.i


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
        is_other=_has(sentence, best, OTHER) and not best.is_verb,
        is_headline=sentence.zone == "headline",
    )


def _how(hows: Sequence[How]) -> How:
    """The status of the best word, unless another says that it was foiled."""
    if "foiled" in hows:
        return "foiled"
    return "happened" if hows[0] == "general" and "happened" in hows else hows[0]


def _has(sentence: Sentence, trigger: Trigger, words: frozenset[str]) -> bool:
    parts = sentence.children_with(trigger.at, "det", "amod", "poss", "compound")
    return any(token.text.casefold() in words for token in parts)
