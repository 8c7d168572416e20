"""How right the incidents that a program tells of a page are, by those a reader found.

Each page is judged apart: incidents are matched one to one, and what a reader marked
optional counts neither for nor against.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bench.incident_gold import (
    Effect,
    GoldIncident,
    IncidentPage,
    Status,
    read_incidents,
)
from bench.rows import Spans

Bounds = tuple[int | None, int | None]  # an open bound is None
LIKE = 2.0  # from which two may be one: the type, or two of date, place and words
_FIELDS = (
    "type", "sub_type", "status", "place", "country", "date", "killed", "injured",
)  # fmt: skip
_NOT_PLACE = {"the", "of", "county", "district", "region", "province", "city", "state"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program tells of one incident.

    `place_names`: every name it has for the place; `start` and `end`: first and last
    day, as ISO dates; `spans` stand in the text that the gold's stand in, and so do
    those of `weapons` and of `struck`, victims and targets each with a group.
    """

    event_type: str
    sub_event_type: str | None = None
    status: Status = "happened"
    place_names: tuple[str, ...] = ()
    country: str | None = None
    start: str | None = None
    end: str | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    spans: Spans = ()
    weapons: Spans = ()
    struck: tuple[tuple[Spans, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedPage:
    """One page: what a reader found, and what a program tells."""

    golds: tuple[GoldIncident, ...]
    answers: tuple[Answer, ...]


def score_incidents(pages: Iterable[JudgedPage]) -> dict[str, float]:
    """The figures over all pages; `_of` keys say how many each is a share of.

    `f1`, `p`, `r`: incidents found at all. `right_f1`, `right_p`, `right_r`: found with
    place and type right. The shares of fields are of all firm incidents that have the
    field: one that is not found has none of them right. `invented`: figures told for
    an incident of which the reader has none.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(_counts_of(page))
    found = _prf(counts["matched"], counts["answers"], counts["golds"])
    right = _prf(counts["right"], counts["answers"], counts["golds"])
    shares = {
        name: counts[name] / counts[f"{name}_of"]
        for name in _FIELDS
        if counts[f"{name}_of"]
    }
    return {
        **found,
        **{f"right_{key}": value for key, value in right.items()},
        **shares,
        **{f"{name}_of": counts[f"{name}_of"] for name in _FIELDS},
        "invented": counts["invented"],
    }


def match_incidents(page: JudgedPage) -> dict[int, int]:
    """Which answer is which incident: the likest first, each once, firm ones first."""
    likeness = sorted(
        (
            (-alike(gold, answer), gold.optional, number, at)
            for (number, gold), (at, answer) in product(
                enumerate(page.golds), enumerate(page.answers)
            )
        ),
    )
    found: dict[int, int] = {}
    for negative, _, number, at in likeness:
        if -negative >= LIKE and number not in found and at not in found.values():
            found[number] = at
    return found


def alike(gold: GoldIncident, answer: Answer) -> float:
    """How much speaks for one incident: type 2; date, place, words 1; killed a half."""
    return (
        2.0 * is_type(gold, answer)
        + (gold.date is not None and is_date(gold, answer))
        + (gold.place is not None and is_place(gold, answer))
        + _touch(gold.told, answer.spans)
        + 0.5 * (answer.killed in wholes(gold, "killed"))
    )


def is_type(gold: GoldIncident, answer: Answer) -> bool:
    """Whether the event type is one of those that are right."""
    return answer.event_type in {gold.event_type, *(event for event, _ in gold.also)}


def is_sub_type(gold: GoldIncident, answer: Answer) -> bool:
    """Whether event and sub-event type are a pair that is right."""
    pair = (answer.event_type, answer.sub_event_type)
    return pair in {(gold.event_type, gold.sub_event_type), *gold.also}


def is_place(gold: GoldIncident, answer: Answer) -> bool:
    """Whether a name of the place is right; always where the reader has no place."""
    place = gold.place
    if place is None:
        return True
    if place.precision == "country" and place.country == answer.country:
        return True
    right = {_folded(name) for name in (place.name, *place.other_names)}
    return bool(right & {_folded(name) for name in answer.place_names})


def is_date(gold: GoldIncident, answer: Answer) -> bool:
    """Whether first and last day are right; always where the reader leaves it open."""
    return gold.date is None or (gold.date.start, gold.date.end) == (
        answer.start,
        answer.end,
    )


def wholes(gold: GoldIncident, effect: Effect) -> set[Bounds]:
    """Every figure of an effect that the article gives for all of the incident.

    Parts, figures that the article replaces and those of another side are none.
    """
    return {
        (figure.low, figure.high)
        for figure in gold.figures
        if figure.effect == effect
        and figure.of is None
        and not (figure.superseded or figure.apart)
    }


def answer_of(gold: GoldIncident) -> Answer:
    """A reader's incident as if a program told it."""
    place, date = gold.place, gold.date
    return Answer(
        gold.event_type,
        gold.sub_event_type,
        gold.status,
        (place.name,) if place else (),
        place.country if place else None,
        date.start if date else None,
        date.end if date else None,
        _first(gold, "killed"),
        _first(gold, "injured"),
        gold.told,
    )


def agreement() -> dict[str, float]:
    """The second pass judged by the first, on the pages that have both.

    The second reader had not seen the first file; both are language models. What the
    second marked optional is left out unless it is firm in the first, so that a
    quarrel about what is firm does not count: `firm_agreement` counts it.
    """
    return score_incidents(_between(first, again) for first, again in _twice())


def firm_agreement() -> dict[str, float]:
    """The second pass judged by the first, by what each of them marked firm alone."""
    return score_incidents(
        JudgedPage(_firm(first), tuple(map(answer_of, _firm(again))))
        for first, again in _twice()
    )


def _twice() -> Iterator[tuple[IncidentPage, IncidentPage]]:
    """Each page that was read twice: the first reading and the second."""
    first = {page.page: page for page in read_incidents(1)}
    for again in read_incidents(2):
        yield first[again.page], again


def _firm(page: IncidentPage) -> tuple[GoldIncident, ...]:
    return tuple(each for each in page.incidents if not each.optional)


def _between(first: IncidentPage, again: IncidentPage) -> JudgedPage:
    answers = tuple(answer_of(each) for each in again.incidents)
    matched = match_incidents(JudgedPage(first.incidents, answers))
    firm = {
        at for number, at in matched.items() if not first.incidents[number].optional
    }
    kept = (
        answer
        for at, answer in enumerate(answers)
        if at in firm or not again.incidents[at].optional
    )
    return JudgedPage(first.incidents, tuple(kept))


def _counts_of(page: JudgedPage) -> Counter[str]:
    matched = match_incidents(page)
    spent = {at for number, at in matched.items() if page.golds[number].optional}
    counts = Counter(answers=len(page.answers) - len(spent))
    for number, gold in enumerate(page.golds):
        if gold.optional:
            continue
        answer = page.answers[matched[number]] if number in matched else None
        counts["golds"] += 1
        counts.update(_right_fields(gold, answer))
        if answer is not None:
            counts["matched"] += 1
            counts["right"] += is_type(gold, answer) and is_place(gold, answer)
            counts["invented"] += _invented(gold, answer)
    return counts


def _right_fields(gold: GoldIncident, answer: Answer | None) -> Iterator[str]:
    """Each field that the gold has, and again, by its name alone, when it is right."""
    place = gold.place
    asked = {
        "type": is_type,
        "sub_type": is_sub_type,
        "status": lambda gold, answer: gold.status == answer.status,
        "place": is_place if place else None,
        "country": _is_country if place and place.country else None,
        "date": is_date if gold.date else None,
        "killed": _is_killed if wholes(gold, "killed") else None,
        "injured": _is_injured if wholes(gold, "injured") else None,
    }
    for name, is_right in asked.items():
        if is_right is not None:
            yield f"{name}_of"
            if answer is not None and is_right(gold, answer):
                yield name


def _is_country(gold: GoldIncident, answer: Answer) -> bool:
    return gold.place is not None and gold.place.country == answer.country


def _is_killed(gold: GoldIncident, answer: Answer) -> bool:
    return answer.killed in wholes(gold, "killed")


def _is_injured(gold: GoldIncident, answer: Answer) -> bool:
    return answer.injured in wholes(gold, "injured")


def _invented(gold: GoldIncident, answer: Answer) -> int:
    told = (("killed", answer.killed), ("injured", answer.injured))
    figures = {figure.effect for figure in gold.figures}
    return sum(bounds is not None and name not in figures for name, bounds in told)


def _first(gold: GoldIncident, effect: Effect) -> Bounds | None:
    """The first figure for the whole, in the order of the gold."""
    right = wholes(gold, effect)
    told = [(figure.low, figure.high) for figure in gold.figures]
    return next((each for each in told if each in right), None)


def _touch(told: Spans, spans: Spans) -> bool:
    return any(a < d and c < b for a, b in told for c, d in spans)


def _folded(name: str) -> str:
    """A place's name without case, accents and the word for its kind."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words: Sequence[str] = re.findall(r"\w+", plain.casefold()) or [name.casefold()]
    return " ".join(word for word in words if word not in _NOT_PLACE) or name


def _prf(right: int, answers: int, golds: int) -> dict[str, float]:
    p = right / answers if answers else 0.0
    r = right / golds if golds else 0.0
    return {"f1": 2 * p * r / (p + r) if p + r else 0.0, "p": p, "r": r}
