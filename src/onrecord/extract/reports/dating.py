"""The dates of an article, sentence by sentence, each read by what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.extract.dates import (
    DateExpression,
    counts_from_another,
    find_expressions,
    read_date,
)
from onrecord.extract.reports.grammar import ancestors, governor, tokens_in
from onrecord.model import DateRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.dates import Tense
    from onrecord.model import Sentence

AHEAD = frozenset({"will", "would", "shall", "'ll", "may", "might", "could"})
PLANNED = frozenset({"schedule", "plan", "expect", "due", "set", "slate", "intend",
                     "announce", "convene", "invite"})  # fmt: skip
TIMES = frozenset({"morning", "afternoon", "evening", "night", "dawn", "noon", "dusk",
                   "midnight", "midday", "hour", "eve", "date", "weekend",
                   "time", "gmt", "GMT"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression in a sentence.

    `first` is its first token, `at` the word it hangs on. `days` is None where the
    words cannot be told in days, or are in doubt; `is_ahead` when they tell of what is
    still to come.
    """

    expression: DateExpression
    first: int
    at: int
    days: DateRange | None
    is_ahead: bool

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.expression.span

    @property
    def lead(self) -> str:
        """The preposition that leads them."""
        return self.expression.lead


def read_dates(
    sentences: Sequence[Sentence], day: date | None, text: str
) -> tuple[tuple[Dated, ...], ...]:
    """The dates of each sentence, read on `day`, in order.

    What counts from another date ("two days earlier") is read from the last day that
    the article has named, and stays open where it has named none.
    """
    reader = _Reader(day)
    return tuple(tuple(reader.of(sentence, text)) for sentence in sentences)


@dataclass(eq=False)
class _Reader:
    """Reads in order; `named` is the last single day that the words have told."""

    day: date | None
    named: date | None = None

    def of(self, sentence: Sentence, text: str) -> Iterator[Dated]:
        for expression in find_expressions(sentence.span.of(text), sentence.span.start):
            run = tokens_in(sentence, expression.span)
            if run is None:
                continue
            at = _hangs_on(sentence, *run)
            ahead = _is_ahead(sentence, expression, at)
            days = self._days(expression, "future" if ahead else "past")
            is_ahead = ahead or _is_after(days, self.day)
            yield Dated(expression, run[0], at, days, is_ahead)

    def _days(self, expression: DateExpression, tense: Tense) -> DateRange | None:
        counted = counts_from_another(expression.text)
        anchor = self.named if counted else self.day
        reading = read_date(expression.text, anchor=anchor, tense=tense)
        days = reading.days
        if days is None or not reading.is_sound:
            return None
        if days.start == days.end and days.precision == "day":
            self.named = days.start
        if self.day is not None and expression.lead in {"since", "from"}:
            return _until(days, self.day)
        return days


def _hangs_on(sentence: Sentence, first: int, last: int) -> int:
    """The word that the date hangs on; in "the night of 3 May" that of the night."""
    at = governor(sentence, first, last)
    while sentence.tokens[at].lemma in TIMES and sentence.tokens[at].head != at:
        above = governor(sentence, at, at)
        if above == at:
            break
        at = above
    return at


def _until(days: DateRange, day: date) -> DateRange:
    if days.start >= day:
        return days
    return DateRange(days.start, day, days.precision)


def _is_after(days: DateRange | None, day: date | None) -> bool:
    return days is not None and day is not None and days.start > day


def _is_ahead(sentence: Sentence, expression: DateExpression, at: int) -> bool:
    """Whether the verb over the date points to what is still to come."""
    token = sentence.tokens[at]
    if expression.lead == "for" and token.lemma in PLANNED:
        return True
    for verb in (token, *ancestors(sentence, at)):
        if verb.pos in {"VERB", "AUX"}:
            auxiliaries = list(sentence.children_with(verb.i, "aux"))
            words = {t.text.casefold() for t in auxiliaries}
            perfect = any(t.lemma == "have" for t in auxiliaries)
            return bool(words & AHEAD) and not perfect
    return False
