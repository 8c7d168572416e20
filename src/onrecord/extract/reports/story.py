"""Dates that another sentence gives an event: "It happened on 5 July"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.when import (
    OCCURRING,
    SAYING,
    is_no_events,
    undating_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.reports.dating import Dated
    from onrecord.model import DateRange, Sentence, Token

REACH = 3  # sentences back in which "it" finds what happened
POINTING = frozenset({"it", "this", "that", "incident", "tragedy", "crime", "event",
                      "act", "action", "episode", "deed"})  # fmt: skip


def carried_back(
    sentences: Sequence[Sentence],
    dates: Sequence[Sequence[Dated]],
    telling: Sequence[int],
) -> dict[int, DateRange]:
    """Dates for sentences that tell an event, by number, from those that follow.

    `telling` are the sentences that tell events. "It happened on 5 July" tells of the
    nearest one before it.
    """
    found: dict[int, DateRange] = {}
    for n, (sentence, dated) in enumerate(zip(sentences, dates, strict=True)):
        if n in telling:
            continue
        back = [k for k in telling if n - REACH <= k < n]
        days = next(_occurrences(sentence, dated), None)
        if back and days is not None:
            found.setdefault(back[-1], days)
    return found


def _occurrences(sentence: Sentence, dates: Sequence[Dated]) -> Iterator[DateRange]:
    for dated in dates:
        verb = sentence.tokens[dated.at]
        if dated.days is None or dated.is_ahead or not _takes_place(sentence, verb):
            continue
        subject = sentence.child(verb.i, "nsubj", "nsubjpass")
        if subject is not None and subject.lemma.casefold() in POINTING:
            yield dated.days


def _takes_place(sentence: Sentence, verb: Token) -> bool:
    places = sentence.children_with(verb.i, "dobj")
    takes = verb.lemma == "take" and any(token.lemma == "place" for token in places)
    return takes or verb.lemma in OCCURRING


def acting_days(
    sentences: Sequence[Sentence], dates: Sequence[Sequence[Dated]]
) -> Iterator[DateRange]:
    """The single days on which the text has somebody act, in reading order.

    Days of speaking, of dealing with an event afterwards and of what lies ahead are
    left out: where a text tells one matter, the first of these days is its day.
    """
    for sentence, dated in zip(sentences, dates, strict=True):
        for item in dated:
            token = sentence.tokens[item.at]
            if item.days is None or item.days.start != item.days.end or item.is_ahead:
                continue
            deals = token.lemma in undating_words() | SAYING
            if token.pos == "VERB" and not deals and not is_no_events(sentence, item):
                yield item.days
