"""Which date belongs to which event of a sentence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import NEAR, ancestors, distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.reports.dating import Dated
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import DateRange, Sentence, Token

SAYING = frozenset({
    "say", "tell", "report", "announce", "add", "condemn", "confirm", "state", "claim",
    "declare", "write", "warn", "note", "insist", "reply", "quote", "release", "post",
    "describe", "deny", "appear", "meet", "vow", "offer", "urge", "call",
})  # fmt: skip
FAR = 5  # steps in the tree; a date farther off tells of something else
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
DATELESS = frozenset({"VB", "VBP", "VBZ"})
CLAUSES = frozenset({"relcl", "acl"})
OCCURRING = frozenset({"happen", "occur", "perpetrate", "commit", "carry", "stage",
                       "unfold"})  # fmt: skip
APART = frozenset({"before", "after", "since", "until", "till", "because"})


def dates_of(
    sentence: Sentence, triggers: Sequence[Trigger], dates: Sequence[Dated]
) -> dict[int, DateRange]:
    """The date of each trigger that has one of its own, by the trigger's token.

    A date goes to the event of its own clause, else to what the verb it hangs on
    governs. Dates of dealing with an event ("sentenced on Friday for the killing"), of
    speaking, of records ("the worst since 2019") and of what lies ahead go to none.
    """
    found: dict[int, tuple[int, DateRange]] = {}
    for dated in dates:
        if dated.days is None or dated.is_ahead or is_no_events(sentence, dated):
            continue
        taken = any(d.at == dated.at and d.first < dated.first for d in dates)
        owner = _owner(sentence, dated, triggers, is_verbs=not taken)
        if owner is None:
            continue
        at, steps = owner
        if at not in found or steps < found[at][0]:
            found[at] = (steps, dated.days)
    return {at: days for at, (_, days) in found.items()}


def is_no_events(sentence: Sentence, dated: Dated) -> bool:
    """Whether the date bounds a record, a deadline or the telling, not an event."""
    return (
        dated.lead in {"until", "till", "before"}
        or _is_record(sentence, dated)
        or _is_aside(sentence, dated)
        or _is_of_source(sentence, dated)
    )


def _is_record(sentence: Sentence, dated: Dated) -> bool:
    """Whether the date only bounds a record: "the worst attack since 2019"."""
    if dated.lead != "since":
        return False
    before = [t for t in sentence.tokens if t.span.end <= dated.span.start][-12:]
    return any(t.tag in {"JJS", "RBS"} or t.lemma in ORDINALS for t in before)


def _is_aside(sentence: Sentence, dated: Dated) -> bool:
    """Whether commas set the date beside a subject: "The first, in March, was"."""
    before = [t for t in sentence.tokens if t.span.end <= dated.span.start]
    after = [t for t in sentence.tokens if t.span.start >= dated.span.end]
    if before and before[-1].text.casefold() == dated.lead:
        before.pop()
    if not after or after[0].text != "," or [t.text for t in before[-1:]] != [","]:
        return False
    return [t.dep for t in before[-2:-1]] in (["nsubj"], ["nsubjpass"])


def _is_of_source(sentence: Sentence, dated: Dated) -> bool:
    """Whether it dates the telling: "according to harbour sources today, two died"."""
    words: list[str] = []
    for token in reversed(sentence.tokens):
        if token.span.end > dated.span.start:
            continue
        if token.pos == "PUNCT":
            break
        words.insert(0, token.text.casefold())
    return words[:2] == ["according", "to"]


def _owner(
    sentence: Sentence, dated: Dated, triggers: Sequence[Trigger], *, is_verbs: bool
) -> tuple[int, int] | None:
    """The trigger nearest to the date in the tree, and how near.

    `is_verbs` says that no date before it dates the word on which it hangs.
    """
    told = _occurred(sentence, dated.at, triggers)
    if told is not None:
        return told, 1
    if not triggers or not _may_date(sentence, dated, triggers, is_verbs=is_verbs):
        return None
    near = [
        (steps, abs(dated.first - trigger.at), trigger.at)
        for trigger in triggers
        if (steps := _steps(sentence, dated, trigger)) is not None
    ]
    if not near:
        return None
    steps, _, owner = min(near)
    return (owner, steps) if steps <= FAR else None


def _occurred(sentence: Sentence, at: int, triggers: Sequence[Trigger]) -> int | None:
    """The event before a clause that can tell of events alone: "committed on 3 May".

    The parser often hangs such a clause on the noun next to it: "the murder of two
    students committed on 3 May".
    """
    verb = sentence.tokens[at]
    takes_place = verb.lemma == "take" and any(
        token.lemma == "place" for token in sentence.children_with(at, "dobj")
    )
    if verb.dep not in CLAUSES or not (takes_place or verb.lemma in OCCURRING):
        return None
    nouns = [t.at for t in triggers if t.at < at and not t.is_verb]
    return max(nouns, default=None)


def _may_date(
    sentence: Sentence, dated: Dated, triggers: Sequence[Trigger], *, is_verbs: bool
) -> bool:
    """Whether a date on this word may date an event: no saying, no other noun."""
    at = dated.at
    if any(trigger.at == at for trigger in triggers):
        return True
    token = sentence.tokens[at]
    if token.lemma in SAYING | undating_words() and not takes_lives(sentence, token):
        # "met to condemn the raid of guards on 3 May": an infinitive has no date, nor
        # has a present, and "on Friday condemned the raid of 3 May" has its own
        is_dateless = token.tag in DATELESS or not is_verbs
        return is_dateless and any(
            dated.first > trigger.at and _is_below(sentence, trigger.at, at)
            for trigger in triggers
        )
    holds = any(_is_below(sentence, trigger.at, at) for trigger in triggers)
    if token.pos in {"VERB", "AUX"}:
        # "the mayor elected in 2019 was shot": the clause dates the mayor alone
        tells = any(trigger.at == token.head for trigger in triggers)
        return holds or tells or token.dep not in CLAUSES
    return holds or any(_is_below(sentence, at, item.at) for item in triggers)


def takes_lives(sentence: Sentence, verb: Token) -> bool:
    """Whether it "claims the lives" of somebody, which is no saying."""
    taken = sentence.children_with(verb.i, "dobj")
    return verb.lemma == "claim" and any(token.lemma == "life" for token in taken)


def _is_below(sentence: Sentence, one: int, other: int) -> bool:
    return any(token.i == other for token in ancestors(sentence, one))


def _steps(sentence: Sentence, dated: Dated, trigger: Trigger) -> int | None:
    """Steps in the tree; None where a clause between the two keeps them apart."""
    if dated.at == trigger.at:
        return 0
    down = _chain(sentence, trigger.at, dated.at)
    if down is not None and _is_dealt_with(down):
        return None
    up = _chain(sentence, dated.at, trigger.at)
    if up is not None and _is_another_clause(sentence, up):
        return None
    steps = distance(sentence, dated.at, trigger.at)
    return steps if steps < NEAR else abs(dated.first - trigger.at)


def _chain(sentence: Sentence, low: int, high: int) -> list[Token] | None:
    """The tokens from `low` up to below `high`; None when it lies elsewhere."""
    chain = [sentence.tokens[low]]
    for token in ancestors(sentence, low):
        if token.i == high:
            return chain
        chain.append(token)
    return None


def _is_dealt_with(down: Sequence[Token]) -> bool:
    """Whether words of speaking or dealing lie between the date's word and the event.

    "On Monday he conceded that guards killed her", "began a strike to protest the
    murder": neither Monday nor the strike's day is the event's.
    """
    between = down[1:]
    return any(token.lemma in undating_words() for token in between) or any(
        token.dep == "ccomp" for token in down
    )


def _is_another_clause(sentence: Sentence, up: Sequence[Token]) -> bool:
    """Whether the date stands in a clause that tells of something beside the event."""
    for token in up:
        if token.lemma in undating_words() and token.pos in {"VERB", "NOUN"}:
            return True
        if (
            token.dep == "conj"
            and token.pos == "VERB"
            and _has_subject(sentence, token)
        ):
            return True
        if _marks(sentence, token) & APART:
            return True
    top = up[-1]
    return any(token.dep in CLAUSES and token is not top for token in up)


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return sentence.child(verb.i, "nsubj", "nsubjpass") is not None


def _marks(sentence: Sentence, token: Token) -> set[str]:
    """The words that open its clause, or its own preposition's: "after the vote"."""
    opened = {t.text.casefold() for t in sentence.children_with(token.i, "mark")}
    head = sentence.tokens[token.head]
    if token.dep in {"pobj", "pcomp"}:
        opened.add(head.text.casefold())
    return opened


@cache
def undating_words() -> frozenset[str]:
    """Lemmas of speaking of events and of dealing with them."""
    table = files("onrecord.data").joinpath("undating_words.txt").read_text("utf-8")
    lines = (line for line in table.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


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
