"""Tolls of numbers that no effect word governs: said apart, patterned, elliptic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.elliptic import find_given, find_joined
from onrecord.extract.figures.nouns import (
    is_person_noun,
    is_person_word,
    is_thing_noun,
)
from onrecord.extract.figures.patterns import find_patterned
from onrecord.extract.figures.reality import FIGURED, is_bodily, is_told
from onrecord.extract.figures.toll import Toll
from onrecord.extract.figures.tolls_said import (
    EXCEEDING,
    RISING,
    find_said,
    marked,
    put_at,
    total_of,
)
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Effect, Sentence


def said_apart(
    sentence: Sentence, quantities: Sequence[Quantity], text: str
) -> Iterator[Toll]:
    """The tolls given as numbers apart: "the toll rose to 45"; `text` is marked."""
    for effect, n, old in find_said(text):
        toll = _of_quantity(sentence, effect, quantities[n])
        if toll is not None:
            exceeds = bool(EXCEEDING.search(text[: text.find(f"<{n}>")]))
            toll = _above(toll) if exceeds else toll
            new = not old and bool(RISING.search(text))
            yield replace(toll, is_superseded=old, replaces=new)


def _above(toll: Toll) -> Toll:
    """The toll where it is what a figure goes beyond: "the dead exceed 70"."""
    if toll.low is None or toll.low != toll.high:
        return toll
    return replace(toll, low=toll.low + 1, high=None)


def taken_up(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    tolls: Sequence[Toll],
    before: Effect | None,
) -> list[Toll]:
    """Tolls of bare numbers that take their effect from the words before."""
    text = marked(sentence, quantities)
    found: list[Toll] = []
    at = put_at(text) if not tolls else None
    if at is not None and before is not None:
        new = _bare(sentence, quantities[at], [], before)
        found += [replace(toll, replaces=bool(RISING.search(text))) for toll in new]
    for n, is_old in find_given(text):
        new = _bare(sentence, quantities[n], tolls, None if is_old else before)
        found += [replace(toll, is_superseded=is_old) for toll in new]
    for n in find_joined(text):
        new = _bare(sentence, quantities[n], tolls, None)
        found += [replace(toll, added=True) for toll in new]
    return found


def totalled(
    sentence: Sentence, quantities: Sequence[Quantity], tolls: Sequence[Toll]
) -> list[Toll]:
    """The total that a toll of the sentence brings, its effect taken from that."""
    at = total_of(marked(sentence, quantities))
    if at is None:
        return []
    new = _bare(sentence, quantities[at], tolls, None)
    return [replace(toll, replaces=True) for toll in new]


def _bare(
    sentence: Sentence,
    quantity: Quantity,
    tolls: Sequence[Toll],
    before: Effect | None,
) -> list[Toll]:
    """A toll with the effect of the last one before it, unless it is one already."""
    if any(toll.span.meets(Span(quantity.start, quantity.end)) for toll in tolls):
        return []
    near = [toll for toll in tolls if toll.span.start < quantity.start]
    effect = max(near, key=lambda toll: toll.span.start).effect if near else before
    toll = _of_quantity(sentence, effect, quantity) if effect else None
    return [toll] if toll is not None and is_told(sentence, toll.trigger) else []


def patterned(
    sentence: Sentence, quantities: Sequence[Quantity], text: str
) -> Iterator[Toll]:
    """The tolls that plain patterns find in marked text, headlines above all."""
    for effect, n in find_patterned(text):
        toll = _of_quantity(sentence, effect, quantities[n])
        is_age = _is_age(sentence, quantities[n])
        if effect in {"killed", "injured"} and not _is_bodily(sentence):
            continue
        if toll is not None and not is_age and is_told(sentence, toll.trigger):
            yield toll


def _is_bodily(sentence: Sentence) -> bool:
    """Whether no verb of the sentence does its harm to purses, pride or hopes."""
    verbs = FIGURED | {"kill"}
    return all(is_bodily(sentence, t.i) for t in sentence.tokens if t.lemma in verbs)


def _is_age(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number counts nobody: "a man of 40", "a second one"."""
    before = sentence.tokens[max(0, quantity.first - 2) : quantity.first]
    words = [token.text.casefold() for token in before]
    if words[1:] and before[1].tag == "JJ" and quantity.low == 1:
        return True  # "a second one"
    is_of = words[1:] == ["of"] and before[0].tag == "NN" and is_person_noun(before[0])
    return is_of or words[1:] == ["aged"]


def _of_quantity(sentence: Sentence, effect: Effect, quantity: Quantity) -> Toll | None:
    """A toll of a bare quantity; None when it counts things."""
    after = quantity.last + 1
    if after < len(sentence.tokens) and sentence.tokens[after].text == "of":
        after += 1
    noun = sentence.tokens[after] if after < len(sentence.tokens) else None
    if noun is not None and noun.pos in {"NOUN", "PROPN"} and is_thing_noun(noun):
        return None
    counted = noun.text if noun is not None and noun.pos == "NOUN" else None
    if effect == "missing" and counted is not None and not is_person_word(counted):
        return None
    return Toll(
        effect, quantity.low, quantity.high, quantity.qualifier, quantity.about,
        quantity.added, counted, Span(quantity.start, quantity.end), quantity.last,
    )  # fmt: skip
