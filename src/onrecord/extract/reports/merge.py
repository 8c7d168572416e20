"""Tellings of one event in one article become one incident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from onrecord.extract.reports.opening import opens
from onrecord.extract.reports.telling import LEAD, Bounds, Sayings, Told
from onrecord.extract.reports.when import overlap, sharper

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from onrecord.extract.places import PlaceSpot
    from onrecord.extract.reports.kinds import Kind
    from onrecord.model import DateRange, Status

RECENT = timedelta(days=30)  # what news tells without a date is no older
LONG = timedelta(days=40)  # a wider range sums up a time, it dates no single event
AFTERMATH = frozenset({"fire", "collapse"})  # what bombs and shells bring about
EVENT_FAMILIES = frozenset({"violence", "mishap", "nature", "unrest", "abduction",
                            "damage"})  # fmt: skip


@dataclass(eq=False)
class Incident:
    """What the article has told of one event so far."""

    tellings: list[Told] = field(default_factory=list)
    loose: list[tuple[int, Sayings]] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """The kind that says most, by the words that really tell it."""
        return min(
            (trigger for told in self.tellings for trigger in told.triggers),
            key=lambda t: (t.strength == "echo", -t.kind.rank),
        ).kind

    @property
    def date(self) -> DateRange | None:
        """The sharpest date that any telling gives."""
        found: DateRange | None = None
        for told in self.tellings:
            if overlap(found, told.date):
                found = sharper(found, told.date)
        return found

    @property
    def place(self) -> PlaceSpot | None:
        """The finest place told; the running text before the headline."""
        spots = [(told.is_headline, told.place) for told in self.tellings if told.place]
        best = min(spots, key=_place_rank, default=None)
        return best[1] if best else None

    @property
    def how(self) -> Status:
        """Foiled when any telling says so, denied when all of them do."""
        hows = {told.how for told in self.tellings}
        if "foiled" in hows:
            return "foiled"
        return "denied" if hows == {"denied"} else "happened"


def _place_rank(item: tuple[bool, PlaceSpot]) -> tuple[bool, bool, bool, bool]:
    """Towns before sites in them before countries; running text before headlines."""
    in_headline, spot = item
    return spot.is_country, spot.precision == "point", not spot.lead, in_headline


def merge(sayings: Iterable[Sayings], day: date | None) -> list[Incident]:
    """The incidents of an article in the order of their first words."""
    incidents: list[Incident] = []
    early: list[Told] = []  # a headline may say too little to open its own incident
    adrift: list[tuple[int, Sayings]] = []  # tolls that belong to no event told so far
    for n, saying in enumerate(sayings):
        for told in saying.told:
            if _is_nought(told) or not _found_home(incidents, told, day):
                early += [told] if told.is_headline else []
                adrift += _loosened(n, told)
        adrift += [(n, saying)] if saying.loose else []
    for n, saying in adrift:
        if incidents and _may_be_of(incidents[0], saying, day):
            incidents[0].loose.append((n, saying))
    for told in early:
        home = _home(incidents, told, day)
        if home is not None and _is_told_of(home, told):
            home.tellings.insert(0, told)
    return sorted(incidents, key=lambda item: item.tellings[0].sentence)


def _is_nought(told: Told) -> bool:
    """Whether words that tell no event say that nobody was struck: "no deaths"."""
    is_none = bool(told.tolls) and all(toll.high == 0 for toll in told.tolls)
    return is_none and not told.is_real and not told.is_headline


def _found_home(incidents: list[Incident], told: Told, day: date | None) -> bool:
    """Whether the telling is of an incident, one told before or one that it opens."""
    home = _home(incidents, told, day) or _opened(incidents, told)
    if home is not None and (not home.tellings or _is_told_of(home, told)):
        home.tellings.append(told)
    return home is not None


def _is_told_of(item: Incident, told: Told) -> bool:
    """Whether the words tell of the incident; a denial of it tells nothing."""
    return told.is_real and (told.how != "denied" or item.how == "denied")


def _loosened(n: int, told: Told) -> list[tuple[int, Sayings]]:
    """The tolls of words that tell no event of their own; headlines wait for theirs."""
    is_left = not told.is_real and not _is_nought(told)
    if told.is_headline or is_left or not told.tolls:
        return []
    dates = (told.date,) if told.date else ()
    places = (told.place,) if told.place else ()
    return [(n, Sayings((), told.tolls, told.tolls, Bounds(dates, places)))]


def _may_be_of(item: Incident, saying: Sayings, day: date | None) -> bool:
    """Whether tolls without an event word are of the article's main event."""
    if item.tellings[0].sentence >= LEAD:
        return False
    if any(_same_place(item.place, spot) is False for spot in saying.bounds.places):
        return False
    return all(_is_near(item, found, day) for found in saying.bounds.dates)


def _is_near(item: Incident, found: DateRange, day: date | None) -> bool:
    if found.end - found.start > LONG:
        return False
    around = item.date.start if item.date else day
    return around is None or abs(found.end - around) <= RECENT


def _opened(incidents: list[Incident], told: Told) -> Incident | None:
    """A new incident, where the words are enough to open one."""
    if not opens(told):
        return None
    incidents.append(Incident())
    return incidents[-1]


def _home(incidents: list[Incident], told: Told, day: date | None) -> Incident | None:
    """The incident told before that these words are of; None for a new one."""
    fitting = [item for item in incidents if _fits(item, told, day)]
    if told.is_other and opens(told):
        fitting = [item for item in fitting if item.date and told.date]
    if not fitting:
        return None
    return max(
        fitting, key=lambda item: (_nearness(item, told), -incidents.index(item))
    )


def _same_victim(item: Incident, told: Told) -> bool:
    """Whether both name the same victim."""
    return any(other.victims & told.victims for other in item.tellings)


def _nearness(item: Incident, told: Told) -> int:
    same_victim = _same_victim(item, told)
    same_place = _same_place(item.place, told.place)
    same_date = told.date is not None and item.date is not None
    same_kind = item.kind.group == told.best.kind.group
    return 3 * same_victim + 2 * bool(same_place) + 2 * same_date + same_kind


def _fits(item: Incident, told: Told, day: date | None) -> bool:
    if not _fits_kind(item, told):
        return False
    if not _fits_date(item, told, day):
        return False
    if _same_victim(item, told):
        return True
    near = _same_place(item.place, told.place)
    if told.how == "denied" and told.place is not None:
        return near is True  # what is denied of another place is another matter
    return near is not False


def _fits_kind(item: Incident, told: Told) -> bool:
    """Kinds must fit; what the police do after an attack is of the attack."""
    own, other = item.kind, told.best.kind
    if other.name in AFTERMATH and own.family == "violence" and not told.is_headline:
        near = _same_place(item.place, told.place)
        return near is True or (near is None and told.date is None)
    if other.family == "arrest" and item.how == "foiled":
        return True
    if told.how == "foiled" and item.how != "foiled":
        return False
    if other.family == "arrest" and own.family in EVENT_FAMILIES:
        return told.place is None and told.date is None and not told.is_headline
    if told.best.kind.name in {"killing", "attack", "accident", "disaster"}:
        both = {own.family, other.family}
        return own.family == other.family or both <= {"violence", "mishap", "nature",
                                                      "abduction"}  # fmt: skip
    return own.fits(other)


def _fits_date(item: Incident, told: Told, day: date | None) -> bool:
    if told.date is None:
        return True
    if item.date is not None:
        wide = [r for r in (item.date, told.date) if r.end - r.start > LONG]
        if len(wide) == 1 and told.is_definite is False:
            return False
        return overlap(item.date, told.date)
    if day is None:
        return told.is_definite or told.date.precision == "day"
    return told.date.end >= day - RECENT and told.date.end - told.date.start <= LONG


def _same_place(one: PlaceSpot | None, other: PlaceSpot | None) -> bool | None:
    """True for one place, False for two, None where it cannot be told."""
    if one is None or other is None:
        return None
    if one.country and other.country and one.country != other.country:
        return False
    left, right = _words(one), _words(other)
    if left <= right or right <= left:
        return True
    coarse = {"country", "region", "district", "point"}
    if one.precision in coarse or other.precision in coarse:
        return None
    return False


def _words(spot: PlaceSpot) -> frozenset[str]:
    return frozenset(
        word.removesuffix("'s").removesuffix("\u2019s")
        for word in spot.text.casefold().replace("-", " ").split()
    )
