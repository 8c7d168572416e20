"""What of a report is compared: its words by rarity, who, where, when, how many."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.model import Report
from onrecord.resolve.incidents.kinds import Kind, kind_of
from onrecord.resolve.incidents.victims import Victims, victims_in
from onrecord.resolve.words import RARE, background_share, stem, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import PlaceName, ReportText

Terms = dict[str, float]
Days = tuple[date, date]

DAY = timedelta(days=1)
FRESH = 10 * DAY  # an undated main event happened shortly before its article
OWN_DAYS = 3 * DAY  # before its article: the day of an arrest or a trial, not of a deed
ABOUT = 45 * DAY  # "a year ago" means a day within this
SHARP = 3 * DAY  # a span no longer than this says which day is meant
# The reports at hand count as so many more of English news at large, so that ten
# reports weigh their words much as ten thousand do.
BACKGROUND = 300
FLATTEN = 0.8  # power of the rarity: very rare words must not decide alone
FEW, SELDOM = 6, 0.01  # reports, and their share, that may name a telling name
RARELY = 0.0015  # share of texts at large below which a shared word tells something
NOT_HERE = 2.0  # rarity that a word of one report in thirty has, BACKGROUND counted
KEPT = 90  # heaviest terms of a report; more cost time and change nothing
# What is hit: a mosque and a market on one day are two events.
SITES = frozenset(stem(word) for word in (
    "mosque", "church", "temple", "synagogue", "shrine", "market", "bazaar", "school",
    "university", "hospital", "clinic", "checkpoint", "station", "airport", "prison",
    "jail", "hotel", "restaurant", "bank", "pharmacy", "bridge", "stadium", "embassy",
    "camp", "barracks", "factory", "wedding", "funeral", "cinema", "museum",
))  # fmt: skip
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
# What follows long after: its own day is no day of the event.
_LATE = re.compile(
    r"\b(?:trial|tried|jury|jurors|convict\w+|sentenc\w+|jailed|prison for|guilty|"
    r"pleaded|plea|court|judge|verdict|inquest|coroner|anniversary|remember\w*|vigil|"
    r"memorial|commemorat\w+|mourn\w*|buried|funeral|burial|"
    r"(?:months?|years?) (?:ago|later|on|after|since)|marks? (?:a|\w+) years?)\b",
    re.IGNORECASE,
)
# What follows within days: dated by itself, it is dated by an arrest and not the deed.
_FOLLOWS = re.compile(
    r"\b(?:arrest\w*|charged|booked|custody|detained|caught|held over|identified|"
    r"named|last (?:week|month|year)|weeks? (?:ago|later))\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,2}) "
    r"(months?|years?) (?:ago|later|on|after|since)\b",
    re.IGNORECASE,
)
_SPOKEN = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20,
}  # fmt: skip
_NUMBERED = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|some|several|"
    r"just|only|barely|few)"
)
# Another event that an article sets its own beside: "two days after a fire in ...".
_BESIDE = re.compile(
    rf"(?:\b{_NUMBERED} )?(?:{_NUMBERED} )?\b(?:hours?|days?|weeks?|months?) "
    r"(?:after|since|before|following)\b[^,.;]*"
    r"|\b(?:second|third|fourth|another) [^,.;]* (?:in|this) (?:a |the )?"
    r"(?:\w+ )?(?:hours?|days?|weeks?|months?)\b(?:, after [^.;]*)?"
    r"|\b(?:not|nor|neither) (?:connected|linked|related) [^,.;]*",
    re.IGNORECASE,
)


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
    rare: frozenset[str]
    sites: frozenset[str]
    kind: Kind
    days: Days | None
    is_told: bool
    published: date | None
    killed: frozenset[int]
    injured: frozenset[int]
    is_late: bool
    is_beside: bool
    victims: Victims
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
    texts = {item.report.id: _compared(item) for item in reports}
    rarity = _rarity(
        [f"{item.article_title} {texts[item.report.id]}" for item in reports]
    )
    seldom = _seldom(reports)
    return {
        item.report.id: replace(
            _telling(item, texts[item.report.id], rarity), named=item.names & seldom
        )
        for item in reports
    }


def _seldom(reports: Sequence[ReportText]) -> frozenset[str]:
    """Persons and bodies that few reports name: the police are in all of them."""
    counts = Counter(name for item in reports for name in item.names)
    most = max(FEW, SELDOM * len(reports))
    return frozenset(name for name, count in counts.items() if count <= most)


def _compared(item: ReportText) -> str:
    """The running text that tells it, other events beside it left out."""
    text = item.around or item.text
    return text if _LATE.search(text) else _BESIDE.sub(" ", text)


def _rarity(texts: Sequence[str]) -> Mapping[str, float]:
    """How much each term tells, from the reports at hand and the language at large."""
    counts: Counter[str] = Counter()
    shares: dict[str, float] = {}
    for text in texts:
        words = set(words_in(text))
        counts.update({stem(word) for word in words})
        for word in words:
            key = stem(word)
            shares[key] = max(shares.get(key, RARE), background_share(word))
    total = len(texts) + BACKGROUND
    return {
        key: max(0.0, math.log(total / (count + BACKGROUND * shares[key]))) ** FLATTEN
        for key, count in counts.items()
    }


def _telling(item: ReportText, text: str, rarity: Mapping[str, float]) -> Telling:
    report, title = item.report, item.article_title
    whole = f"{title} {text}"
    place = report.place
    named = place is not None and place.precision != "country"
    days, is_told = _days(item, whole)
    return Telling(
        report=report,
        words=_scaled(Counter(stem(word) for word in words_in(whole)), rarity),
        title=_scaled(Counter(stem(word) for word in words_in(title)), rarity),
        names=_names(text, rarity),
        streets=_streets(whole),
        ages=_ages(whole),
        numbers=_numbers(whole),
        place_words=_place_words(place) if named and place else frozenset(),
        stems=frozenset(stem(word) for word in words_in(whole)),
        rare=_rare(whole, rarity) - _place_words(place)
        if place
        else _rare(whole, rarity),
        sites=SITES.intersection(
            stem(word) for word in words_in(f"{title} {item.text}")
        ),
        kind=kind_of(report.event_type, report.detail),
        days=days,
        is_told=is_told,
        published=item.day,
        killed=_toll(item, "killed"),
        injured=_toll(item, "injured"),
        is_late=bool(_LATE.search(whole)),
        is_beside=bool(_BESIDE.search(f"{title} {item.around or item.text}")),
        victims=victims_in(f"{title}. {text}"),
    )


def _days(item: ReportText, text: str) -> tuple[Days | None, bool]:
    """When it may have happened, and whether the text tells it.

    What follows an event, an arrest or a trial, is often dated by its own day; then
    the day of the event is open.
    """
    told, day = item.report.date, item.day
    is_late = bool(_LATE.search(text))
    follows = is_late or bool(_FOLLOWS.search(text))
    is_own = day is not None and told is not None and told.start >= day - OWN_DAYS
    if told is not None and not (follows and is_own):
        return (told.start, told.end), True
    if is_late and day is not None and (recalled := _recalled(text, day)):
        return recalled, True
    if follows or day is None or not item.report.is_main:
        return None, False
    return (max(day, date.min + FRESH) - FRESH, day), False


def _recalled(text: str, day: date) -> Days | None:
    """The days that "two years ago" may mean in an article of this day."""
    found = _AGO.search(text)
    if found is None:
        return None
    count = _SPOKEN.get(found[1].lower()) or int(found[1])
    length = count * (365 if found[2].lower().startswith("year") else 30)
    if (day - date.min).days <= length + ABOUT.days:
        return None
    then = day - length * DAY
    about = ABOUT if length > ABOUT.days else ABOUT / 3
    return then - about, min(then + about, day)


def _scaled(counts: Counter[str], rarity: Mapping[str, float]) -> Terms:
    terms = {
        key: (1 + math.log(count)) * rarity.get(key, 0.0)
        for key, count in counts.items()
    }
    heaviest = sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest))
    return {key: weight / length for key, weight in heaviest if weight > 0}


def _rare(text: str, rarity: Mapping[str, float]) -> frozenset[str]:
    """Words that few texts at large hold, and few of the reports at hand."""
    return frozenset(
        key
        for word in words_in(text)
        if len(word) > 2  # noqa: PLR2004 - a letter or two is no word
        and background_share(word) < RARELY
        and rarity.get(key := stem(word), 0.0) > NOT_HERE
    )


def _names(text: str, rarity: Mapping[str, float]) -> Terms:
    """The words written with a capital inside a sentence."""
    words = (word for found in _CAPITAL.finditer(text) for word in words_in(found[1]))
    return {key: rarity.get(key, 0.0) for key in {stem(word) for word in words}}


def _streets(text: str) -> frozenset[str]:
    named = {found[1].strip().lower() for found in _STREET.finditer(text)}
    return frozenset(named | {found[1] for found in _INTERSTATE.finditer(text)})


def _ages(text: str) -> frozenset[str]:
    return frozenset(
        age.lstrip("0") for found in _AGE.findall(text) for age in found if age
    )


def _numbers(text: str) -> frozenset[str]:
    found = {number.strip(",.").replace(",", "") for number in _NUMBER.findall(text)}
    return frozenset(number for number in found if not _YEAR.fullmatch(number))


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
