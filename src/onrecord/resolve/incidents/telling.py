"""What of a report is compared: its words by rarity, who, where, when, how many."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from onrecord.model import Report
from onrecord.resolve.incidents.acts import acts_in
from onrecord.resolve.incidents.contrast import part_beside, telling_stems
from onrecord.resolve.incidents.days import SHARP, Days, days_of, is_late_in, split_told
from onrecord.resolve.incidents.kinds import Kind, kind_of
from onrecord.resolve.incidents.marks import ages_in, names_in, numbers_in, streets_in
from onrecord.resolve.incidents.naming import (
    Names,
    full_names,
    keep_seldom,
    odd_names,
    only,
)
from onrecord.resolve.incidents.rarity import Rarity, rarity_of
from onrecord.resolve.incidents.victims import Victims, victims_in
from onrecord.resolve.words import background_share, stem, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import PlaceName, ReportText

Terms = dict[str, float]

FEW, SELDOM = 6, 0.01  # reports, and their share, that may name a telling name
LEAD = 1200  # characters that tell what an article is about; background comes later
KEPT = 90  # heaviest terms of a report; more cost time and change nothing
# What is hit: a mosque and a market on one day are two events.
SITES = frozenset(stem(word) for word in (
    "mosque", "church", "temple", "synagogue", "shrine", "market", "bazaar", "school",
    "university", "hospital", "clinic", "checkpoint", "station", "airport", "prison",
    "jail", "hotel", "restaurant", "bank", "pharmacy", "bridge", "stadium", "embassy",
    "camp", "barracks", "factory", "wedding", "funeral", "cinema", "museum",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """One report as it is compared.

    `words` and `title` are scaled to length 1, `names` are not: their sum says how
    much a shared name tells. `days` are the first and last day it may have happened;
    `is_told` says that the text gives them, and not only the article's day.
    """

    report: Report
    words: Terms
    title: Terms
    names: Terms
    streets: frozenset[str]
    ages: frozenset[str]
    numbers: frozenset[str]
    place_words: frozenset[str]
    stems: frozenset[str]
    beside: frozenset[str]
    rare: frozenset[str]
    sites: frozenset[str]
    kind: Kind
    acts: frozenset[str]
    act: str | None
    days: Days | None
    is_told: bool
    told_days: frozenset[date]
    told_months: tuple[Days, ...]
    published: date | None
    killed: frozenset[int]
    injured: frozenset[int]
    arrested: frozenset[int]
    is_late: bool
    victims: Victims
    odd: Names
    persons: frozenset[str]
    named: frozenset[str] = frozenset()

    @property
    def place(self) -> PlaceName | None:
        """Where it happened, None when the report does not say."""
        return self.report.place

    @property
    def is_sharp(self) -> bool:
        """Whether the text tells the day."""
        return (
            self.is_told
            and self.days is not None
            and self.days[1] - self.days[0] <= SHARP
        )


def tellings(reports: Sequence[ReportText]) -> dict[str, Telling]:
    """Every report as it is compared, by its id; rarity is that among all of them."""
    parted = {item.report.id: part_beside(item) for item in reports}
    texts = {name: text for name, (text, _) in parted.items()}
    rarity = rarity_of(
        [f"{item.article_title} {texts[item.report.id]}" for item in reports]
    )
    found = {
        item.report.id: _telling(item, parted[item.report.id], rarity)
        for item in reports
    }
    seldom = _seldom(reports)
    odd = keep_seldom([telling.odd for telling in found.values()])
    persons = keep_seldom([telling.persons for telling in found.values()])
    return {
        item.report.id: replace(
            (telling := found[item.report.id]),
            named=item.names & seldom,
            odd=only(telling.odd, odd),
            persons=telling.persons & persons,
        )
        for item in reports
    }


def _seldom(reports: Sequence[ReportText]) -> frozenset[str]:
    """Persons and bodies that few reports name: the police are in all of them."""
    counts = Counter(name for item in reports for name in item.names)
    most = max(FEW, SELDOM * len(reports))
    return frozenset(name for name, count in counts.items() if count <= most)


def _telling(item: ReportText, parts: tuple[str, str], rarity: Rarity) -> Telling:
    report, title = item.report, item.article_title
    text, beside = parts
    whole = f"{title} {text}"
    lead = whole[:LEAD]
    place = report.place
    places = _place_words(place) if place else frozenset()
    stems = _stems(whole)
    days, is_told = days_of(item, whole)
    told_days, told_months = split_told(item.told)
    return Telling(
        report=report,
        words=_scaled(Counter(stem(word) for word in words_in(lead)), rarity),
        title=_scaled(Counter(stem(word) for word in words_in(title)), rarity),
        names=names_in(text[:LEAD], rarity.weights),
        place_words=places if place and place.precision != "country" else frozenset(),
        stems=stems,
        beside=telling_stems(beside) - stems,
        rare=_rare(lead, rarity) - places,
        sites=SITES & _stems(f"{title} {item.text}"),
        kind=kind_of(report.event_type, report.detail),
        days=days,
        is_told=is_told,
        told_days=told_days,
        told_months=tuple(told_months),
        published=item.day,
        killed=_toll(item, "killed"),
        injured=_toll(item, "injured"),
        arrested=_toll(item, "arrested"),
        is_late=is_late_in(whole),
        **_marks(title, text),
    )


class _Marks(TypedDict):
    """What of a telling rests on its title and text alone."""

    streets: frozenset[str]
    ages: frozenset[str]
    numbers: frozenset[str]
    acts: frozenset[str]
    act: str | None
    victims: Victims
    odd: Names
    persons: frozenset[str]


def _marks(title: str, text: str) -> _Marks:
    whole = f"{title} {text}"
    acts, act = acts_in(title, text[:LEAD])
    return _Marks(
        streets=streets_in(whole),
        ages=ages_in(whole),
        numbers=numbers_in(whole),
        acts=acts,
        act=act,
        victims=victims_in(f"{title}. {text[:LEAD]}"),
        odd=odd_names(whole),
        persons=full_names(text),
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_in(text))


def _scaled(counts: Counter[str], rarity: Rarity) -> Terms:
    terms = {
        key: (1 + math.log(count)) * rarity.weights.get(key, 0.0)
        for key, count in counts.items()
    }
    heaviest = sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest))
    return {key: weight / length for key, weight in heaviest if weight > 0}


def _rare(text: str, rarity: Rarity) -> frozenset[str]:
    """Words that few texts at large hold, and few of the reports at hand."""
    return frozenset(
        key
        for word in words_in(text)
        if len(word) > 2  # noqa: PLR2004 - a letter or two is no word
        and (key := stem(word)) in rarity.seldom
    )


def _place_words(place: PlaceName) -> frozenset[str]:
    names = f"{place.text} {place.name or ''}"
    return frozenset(
        stem(word)
        for word in words_in(names)
        if len(word) > 2 and background_share(word) < _PLAIN  # noqa: PLR2004 - "of"
    )


_PLAIN = 0.05  # "city", "north", "state" name no place; read off the vocabulary


def _toll(item: ReportText, effect: str) -> frozenset[int]:
    """The bounds of the first figure that is no part: others may be of other events."""
    wholes = [
        figure
        for figure in item.figures
        if figure.effect == effect
        and figure.part_of is None
        and not figure.is_superseded
    ]
    if not wholes:
        return frozenset()
    first = min(wholes, key=lambda figure: figure.span)
    return frozenset(n for n in (first.low, first.high) if n is not None)
