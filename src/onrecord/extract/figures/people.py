"""How many people a noun phrase names: "the governor and two of his bodyguards"."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from onrecord.extract.figures.lists import listed
from onrecord.extract.figures.nouns import SEVERAL, is_thing_noun
from onrecord.extract.figures.toll import Headcount
from onrecord.extract.figures.unnumbered import count_noun, counted_words, made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence

ONE = frozenset({
    "he", "she", "him", "her", "someone", "somebody", "one", "himself", "herself",
    "myself", "i", "me",
})  # fmt: skip
ANYBODY = frozenset({
    "people", "persons", "members", "civilians", "passengers", "victims", "residents",
    "villagers", "others", "relatives",
})  # fmt: skip
NONE = frozenset({"nobody", "none"})
WHOLE = frozenset({
    "one", "people", "person", "persons", "civilians", "civilian", "others", "soldier",
    "soldiers", "passenger", "passengers", "resident", "residents", "villager",
    "villagers", "worker", "workers", "victims", "pilgrim", "pilgrims", "staff",
    "troops", "officer", "officers", "firefighter", "firefighters", "employee",
    "employees", "guest", "guests", "student", "students", "bystander", "bystanders",
    "passer-by", "passers-by", "inmate", "inmates", "fan", "fans",
})  # fmt: skip
REFLEXIVE = frozenset({"himself", "herself", "themselves"})


def count_people(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> list[Headcount]:
    """The people named at token `at` and by what is joined to it; empty when none."""
    counts = []
    for i in listed(
        sentence, at, quantities, partial(_is_people, sentence, quantities)
    ):
        count = _count_one(sentence, i, quantities)
        if count is None:
            break
        counts.append(count)
    return counts


def _is_people(sentence: Sentence, quantities: Sequence[Quantity], at: int) -> bool:
    return _count_one(sentence, at, quantities) is not None


def _count_one(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> Headcount | None:
    token = sentence.tokens[at]
    word = token.text.casefold()
    if _is_no(sentence, at, word):
        return replace(made(sentence, at, 0, 0), counted=None)
    quantity = _quantity_at(sentence, at, quantities)
    if quantity is not None:
        return _of_quantity(sentence, at, quantity)
    if word in ONE or word in REFLEXIVE:
        if word == "themselves":
            return _of_themselves(sentence, at, quantities)
        low = 1
        return made(sentence, at, low, low, is_reflexive=word in REFLEXIVE)
    before = sentence.tokens[max(0, at - 1)].text.casefold()
    if word in SEVERAL and before not in {"how", "as"}:
        return made(sentence, at, 2, 2 if word == "both" else None)
    return count_noun(sentence, at)


def _of_themselves(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> Headcount | None:
    """As many as the verb's subject: "two bombers blew themselves up"."""
    subject = sentence.child(sentence.tokens[at].head, "nsubj")
    if subject is None or subject.text.casefold() == "themselves":
        return None
    count = _count_one(sentence, subject.i, quantities)
    if count is None or count.low is None:
        return None
    return replace(count, first=at, last=at, is_reflexive=True)


def _is_no(sentence: Sentence, at: int, word: str) -> bool:
    before = tuple(t.text.casefold() for t in sentence.tokens[max(0, at - 3) : at])
    if word in NONE or before == ("not", "a", "single"):
        return True
    if word not in WHOLE:
        return False  # "no child was hurt" counts no whole
    return bool({"no", "zero"} & set(before[-2:]))


def _quantity_at(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> Quantity | None:
    """The quantity that is this token or counts it."""
    for quantity in quantities:
        if quantity.first <= at <= quantity.last:
            return quantity
    for quantity in quantities:
        head = sentence.tokens[quantity.last].head
        number = sentence.tokens[quantity.last]
        counts = number.dep in {"nummod", "amod", "det", "compound", "quantmod"}
        if head == at and counts and quantity.last < at:
            return quantity
    return _before_noun(sentence, at, quantities)


def _before_noun(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> Quantity | None:
    """A quantity with nothing but adjectives and compounds between it and the noun."""
    for quantity in quantities:
        between = sentence.tokens[quantity.last + 1 : at]
        if quantity.last < at and all(
            item.pos in {"ADJ", "NOUN", "PROPN"} and item.dep in {"amod", "compound"}
            and item.head == at
            for item in between
        ):  # fmt: skip
            return quantity
    return None


def _of_quantity(sentence: Sentence, at: int, quantity: Quantity) -> Headcount | None:
    noun = _counted_noun(sentence, at, quantity)
    if noun is not None and is_thing_noun(sentence.tokens[noun]):
        return None
    factor = 2 if noun is not None and sentence.tokens[noun].text in {"couples"} else 1
    low, high = (
        None if n is None else n * factor for n in (quantity.low, quantity.high)
    )
    last = max(quantity.last, at, noun or 0)
    return Headcount(
        low, high, quantity.qualifier, quantity.about, quantity.added,
        quantity.first, last, counted_words(sentence, noun),
    )  # fmt: skip


def _counted_noun(sentence: Sentence, at: int, quantity: Quantity) -> int | None:
    """The noun that is counted: the head, or what follows "of"."""
    if not quantity.first <= at <= quantity.last:
        return at
    of = next((t for t in sentence.children_with(at, "prep") if t.text == "of"), None)
    inner = sentence.child(of.i, "pobj") if of is not None else None
    return inner.i if inner is not None else None


def _is_told_apart(counts: Sequence[Headcount]) -> bool:
    """Whether a list tells who the first number were: "three, a man and two girls"."""
    rest = [count.low or 0 for count in counts[1:]]
    first = counts[0].low or 0
    is_anybody = (counts[0].counted or "people") in ANYBODY
    return is_anybody and len(rest) > 1 and first > 1 and sum(rest) == first


def combined(counts: Sequence[Headcount]) -> Headcount | None:
    """The sum of what is joined by "and"; None for nothing.

    Open bounds stay open: two soldiers and "dozens" are at least 26.
    """
    if not counts:
        return None
    if len(counts) == 1 or _is_told_apart(counts):
        return counts[0]
    lows = [count.low for count in counts]
    highs = [count.high for count in counts]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    qualifier = next((count.qualifier for count in counts if count.qualifier), None)
    named = [count.counted for count in counts if count.counted]
    return Headcount(
        low, high, qualifier, any(count.about for count in counts), counts[0].added,
        counts[0].first, counts[-1].last, ", ".join(named) or None,
    )  # fmt: skip
