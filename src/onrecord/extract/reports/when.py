"""Which date expression belongs to which event of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.dates import DateExpression, find_expressions, resolve_date
from onrecord.extract.reports.grammar import (
    NEAR,
    ancestors,
    distance,
    governor,
    tokens_in,
)
from onrecord.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence

SAYING = frozenset({
    "say", "tell", "report", "announce", "add", "condemn", "confirm", "state", "claim",
    "declare", "write", "warn", "note", "insist", "reply", "quote", "release", "post",
    "describe", "deny", "appear", "meet", "vow", "offer", "urge", "call",
})  # fmt: skip
FAR = 5  # steps in the tree; a date farther off tells of something else
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
RELATIVE = ("earlier", "later", "before", "after", "previous", "following", "same")


def dates_of(
    sentence: Sentence, triggers: Sequence[Trigger], day: date | None, text: str
) -> dict[int, DateRange]:
    """The date of each trigger that has one of its own, by the trigger's token.

    What an undated article or another event would have to date stays open.
    """
    found: dict[int, tuple[int, DateRange]] = {}
    words = sentence.span.of(text)
    for expression in find_expressions(words, sentence.span.start):
        if _is_record(sentence, expression) or _is_aside(sentence, expression):
            continue
        resolved = _resolved(expression, day)
        owner = _owner(sentence, expression, triggers)
        if resolved is None or owner is None:
            continue
        at, steps = owner
        if at not in found or steps < found[at][0]:
            found[at] = (steps, resolved)
    return {at: resolved for at, (_, resolved) in found.items()}


def all_dates(sentence: Sentence, day: date | None, text: str) -> Iterator[DateRange]:
    """Every date that the sentence names, whatever it belongs to."""
    words = sentence.span.of(text)
    for expression in find_expressions(words, sentence.span.start):
        resolved = _resolved(expression, day)
        if resolved is not None:
            yield resolved


def _is_record(sentence: Sentence, expression: DateExpression) -> bool:
    """Whether the date only bounds a record: "the worst attack since 2019"."""
    if expression.lead != "since":
        return False
    before = [t for t in sentence.tokens if t.span.end <= expression.span.start][-12:]
    return any(t.tag in {"JJS", "RBS"} or t.lemma in ORDINALS for t in before)


def _is_aside(sentence: Sentence, expression: DateExpression) -> bool:
    """Whether commas set the date beside a subject: "The first, in March, was"."""
    before = [t for t in sentence.tokens if t.span.end <= expression.span.start]
    after = [t for t in sentence.tokens if t.span.start >= expression.span.end]
    if before and before[-1].text.casefold() == expression.lead:
        before.pop()
    if not after or after[0].text != "," or [t.text for t in before[-1:]] != [","]:
        return False
    return [t.dep for t in before[-2:-1]] in (["nsubj"], ["nsubjpass"])


def _resolved(expression: DateExpression, day: date | None) -> DateRange | None:
    words = expression.text.casefold()
    if words.split()[-1] in RELATIVE or words.split()[0] in {"previous", "following"}:
        return None  # counted from another event, not from the article's day
    found = resolve_date(expression.text, anchor=day, tense="past")
    if found is None or day is None:
        return found
    if found.start > day:
        return None
    if expression.lead in {"since", "from"} and found.start < day:
        return DateRange(found.start, day, found.precision)
    return None if expression.lead in {"until", "till", "before"} else found


def _owner(
    sentence: Sentence, expression: DateExpression, triggers: Sequence[Trigger]
) -> tuple[int, int] | None:
    """The trigger nearest to the expression in the tree, and how near."""
    run = tokens_in(sentence, expression.span)
    if run is None or not triggers:
        return None
    at = governor(sentence, *run)
    if not any(t.at == at for t in triggers) and not _may_date(sentence, at, triggers):
        return None
    steps, owner = min(
        (_steps(sentence, at, trigger, run[0]), trigger.at) for trigger in triggers
    )
    return (owner, steps) if steps <= FAR else None


def _may_date(sentence: Sentence, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a date on this word may date an event: no saying, no other noun."""
    token = sentence.tokens[at]
    if token.lemma in SAYING:
        return False
    holds = any(_is_below(sentence, trigger.at, at) for trigger in triggers)
    if token.pos in {"VERB", "AUX"}:
        # "the mayor elected in 2019 was shot": the clause dates the mayor alone
        return holds or token.dep not in {"acl", "relcl"}
    return holds or any(_is_below(sentence, at, item.at) for item in triggers)


def _is_below(sentence: Sentence, one: int, other: int) -> bool:
    return any(token.i == other for token in ancestors(sentence, one))


def _steps(sentence: Sentence, at: int, trigger: Trigger, first: int) -> int:
    """Steps in the tree; of equals the trigger nearer in the text wins."""
    steps = distance(sentence, at, trigger.at)
    return steps if steps < NEAR else abs(first - trigger.at)


def overlap(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether two dates may be one; unknown fits all."""
    if one is None or other is None:
        return True
    return one.start <= other.end and other.start <= one.end


def sharper(one: DateRange | None, other: DateRange | None) -> DateRange | None:
    """The narrower of two dates."""
    if one is None or other is None:
        return one or other
    return min((one, other), key=lambda item: (item.end - item.start, item))
