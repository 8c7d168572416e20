"""How alike two reports are: kind, place, date, figures, names, words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.resolve.incidents.sides import may_be_one_dealing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import ReportText

WordWeights = Mapping[str, float]

APART = -1.0  # a clear "no"
DAY = timedelta(days=1)
FRESH = 10 * DAY  # an undated main event happened shortly before its article
NARROW = 10 * DAY
WIDE = 40 * DAY
FAMILIES = {
    "Explosions/Remote violence": "violence", "Violence against civilians": "violence",
    "Battles": "violence", "Protests": "unrest", "Riots": "unrest",
}  # fmt: skip
COARSE = frozenset({"country", "region", "district"})
VAGUE = frozenset({"attack", "killing", "massacre", "accident", "disaster", "crash",
                   "raid", "explosion"})  # fmt: skip
BLASTS = frozenset({"bombing", "explosion", "suicide bombing", "landmine", "grenade"})
STRIKES = frozenset({"air strike", "drone strike", "shelling", "missile strike",
                     "strike"})  # fmt: skip
SITES = frozenset({
    "mosque", "church", "temple", "market", "school", "university", "hospital",
    "clinic", "checkpoint", "station", "airport", "prison", "hotel", "restaurant",
    "bank", "bus", "train", "ferry", "boat", "bridge", "stadium", "embassy", "camp",
    "barracks", "mine", "factory", "wedding", "funeral", "cinema", "museum",
    "courthouse",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset({
    "the", "and", "for", "that", "with", "was", "were", "has", "had", "have", "from",
    "said", "says", "after", "which", "their", "his", "her", "its", "been", "who",
    "are", "this", "into", "when", "than", "more", "least", "people", "killed",
    "injured", "dead", "but", "not", "also", "two", "one", "three", "near", "province",
    "district", "area", "city", "town", "village", "region", "state",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a report is compared.

    `dates` are the first and last day it may have happened; `is_told` says that the
    text gives them, and not only the article's day.
    """

    family: str
    place_words: frozenset[str]
    title_words: frozenset[str]
    dates: tuple[date, date] | None
    is_told: bool

    @property
    def is_narrow(self) -> bool:
        """Whether the dates are sharp enough to find others by."""
        return self.dates is not None and self.dates[1] - self.dates[0] <= NARROW

    @classmethod
    def of(cls, item: ReportText) -> Likeness:
        """The features of one report."""
        report = item.report
        place = report.place
        named = place is not None and place.precision != "country"
        told = report.date
        dates = (told.start, told.end) if told else None
        if dates is None and report.is_main and item.day is not None:
            dates = (max(item.day - FRESH, date.min + FRESH), item.day)
        return cls(
            FAMILIES.get(report.event_type, _dealing(report.event_type, report.detail)),
            frozenset(_words(place.text)) if named and place else frozenset(),
            frozenset(_words(item.article_title)),
            dates,
            told is not None,
        )


def _dealing(event_type: str, detail: str | None) -> str:
    return (
        f"{event_type}: {detail}"
        if event_type[:5] in {"Strat", "Deali"}
        else event_type
    )


def _words(text: str) -> list[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return [word for word in words if word not in _STOP]


def weigh_words(reports: Sequence[ReportText]) -> WordWeights:
    """How much each word tells: the rarer among the reports, the more."""
    counts: Counter[str] = Counter()
    for item in reports:
        counts.update(set(_words(f"{item.article_title} {item.text}")))
    total = len(reports)
    return {word: math.log(1 + total / n) for word, n in counts.items()}


def compare(
    one: ReportText, other: ReportText, weights: WordWeights
) -> tuple[float, str]:
    """Likeness from 0 to 1 with its reasons, or -1 for what cannot be one event."""
    if one.report.article_id == other.report.article_id:
        return APART, "told apart in one article"
    if not may_be_one_dealing(one.report, other.report):
        return APART, "other sides"
    left, right = Likeness.of(one), Likeness.of(other)
    if left.family != right.family:
        return APART, "events of different kinds"
    parts = [
        _of_place(one, other, left, right),
        _of_date(left, right),
        _of_kind(one, other),
        _of_figures(one, other),
        _of_words(one, other, weights),
    ]
    if any(score <= APART for score, _ in parts):
        return APART, next(reason for score, reason in parts if score <= APART)
    total = sum(score for score, _ in parts)
    reasons = [reason for score, reason in parts if reason and score > 0]
    return min(1.0, max(0.0, total)), ", ".join(reasons) or "little in common"


def _of_place(
    one: ReportText, other: ReportText, left: Likeness, right: Likeness
) -> tuple[float, str]:
    here, there = one.report.place, other.report.place
    if here is None or there is None:
        return 0.0, ""
    if here.country and there.country and here.country != there.country:
        return APART, "different countries"
    if not left.place_words or not right.place_words:
        return 0.05, ""
    if left.place_words & right.place_words:
        return 0.35, "same place"
    if here.precision in COARSE or there.precision in COARSE:
        return 0.0, ""
    return APART, "different places"


def _of_date(left: Likeness, right: Likeness) -> tuple[float, str]:
    if left.dates is None or right.dates is None:
        return 0.05, ""
    gap = max(left.dates[0] - right.dates[1], right.dates[0] - left.dates[1])
    both_told = left.is_told and right.is_told
    if gap > (DAY if both_told else 0 * DAY):
        return APART, "different dates"
    if gap > 0 * DAY:
        return 0.1, "a day apart"
    if left.is_narrow and right.is_narrow:
        return (0.3, "same date") if both_told else (0.2, "dates that fit")
    return 0.15, "dates that fit"


def _of_kind(one: ReportText, other: ReportText) -> tuple[float, str]:
    first, second = one.report.detail or "", other.report.detail or ""
    if first == second:
        return 0.1, f"both {first}"
    if VAGUE & {first, second}:
        return 0.05, ""
    for group in (BLASTS, STRIKES):
        if {first, second} <= group:
            return 0.05, ""
    same_type = one.report.event_type == other.report.event_type
    return (0.0, "") if same_type else (-0.3, "")


def _of_figures(one: ReportText, other: ReportText) -> tuple[float, str]:
    """Equal tolls tie; tolls far apart part; growing tolls do neither."""
    score, reasons = 0.0, []
    for effect in ("killed", "injured"):
        first, second = _tolls(one, effect), _tolls(other, effect)
        if not first or not second:
            continue
        if first & second:
            score += 0.15 if effect == "killed" else 0.1
            reasons.append(f"same number {effect}")
        elif _ratio(first, second) > 5:  # noqa: PLR2004 - no toll is revised fivefold
            score -= 0.2
    return score, " and ".join(reasons)


def _tolls(item: ReportText, effect: str) -> set[int]:
    return {
        number
        for figure in item.figures
        if figure.effect == effect and figure.part_of is None
        for number in (figure.low, figure.high)
        if number is not None
    }


def _ratio(first: set[int], second: set[int]) -> float:
    low, high = sorted((max(first), max(second)))
    return high / max(low, 1)


def _of_words(
    one: ReportText, other: ReportText, weights: WordWeights
) -> tuple[float, str]:
    texts = [_words(f"{item.article_title} {item.text}") for item in (one, other)]
    likeness = _cosine(texts[0], texts[1], weights)
    titles = _cosine(_words(one.article_title), _words(other.article_title), weights)
    shared = one.names & other.names
    names = len(shared) / max(1, min(len(one.names), len(other.names)))
    score = 0.3 * likeness + 0.25 * titles + 0.1 * names
    sites = [SITES.intersection(words) for words in texts]
    if sites[0] and sites[1] and not sites[0] & sites[1]:
        score -= 0.25  # a mosque and a market on one day are two events
    return score, "like words" if likeness > 0.3 else ""  # noqa: PLR2004 - worth saying


def _cosine(one: Sequence[str], other: Sequence[str], weights: WordWeights) -> float:
    left, right = Counter(one), Counter(other)
    dot = sum(left[w] * right[w] * weights.get(w, 1.0) ** 2 for w in left)
    norms = [
        math.sqrt(sum((n * weights.get(w, 1.0)) ** 2 for w, n in bag.items()))
        for bag in (left, right)
    ]
    return dot / (norms[0] * norms[1]) if all(norms) else 0.0
