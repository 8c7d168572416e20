"""Every count of people struck that one sentence gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.beside import find_left_out, find_self
from onrecord.extract.figures.governed import find_governed
from onrecord.extract.figures.history import without_history
from onrecord.extract.figures.named import find_among, find_named, find_some
from onrecord.extract.figures.nobody import find_nobody
from onrecord.extract.figures.numbered import patterned, said_apart, taken_up, totalled
from onrecord.extract.figures.ordinals import find_ordinals
from onrecord.extract.figures.parts import with_parts
from onrecord.extract.figures.quantities import find_quantities, text_of
from onrecord.extract.figures.remainder import with_remainder
from onrecord.extract.figures.revised import revised, under_said
from onrecord.extract.figures.sports import without_sport
from onrecord.extract.figures.tolls_said import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.toll import Toll
    from onrecord.model import Effect, Sentence


def find_tolls(sentence: Sentence, before: Effect | None = None) -> list[Toll]:
    """The tolls of a sentence in reading order, wholes before their parts.

    The same number is never given twice for one effect; a part points at its whole.
    `before` is what the last figure of the sentences before told: a bare number that
    somebody "speaks of" takes it up.
    """
    quantities = find_quantities(sentence)
    text = marked(sentence, quantities)
    words = text_of(sentence)
    said = [
        *said_apart(sentence, quantities, text),
        *find_nobody(sentence),
        *find_ordinals(sentence, words),
        *find_named(sentence, words),
    ]
    grammar = find_governed(sentence, quantities)
    rest = [
        *find_left_out(sentence, quantities, grammar),
        *find_self(sentence, words),
        *find_some(sentence, quantities, words),
        *find_among(sentence, quantities),
    ]
    tolls = _without_pronouns(_without_doubles([*said, *grammar, *rest]), sentence)
    for toll in patterned(sentence, quantities, text):
        if not any(toll.span.meets(other.span) for other in tolls):
            tolls.append(toll)
    totals = totalled(sentence, quantities, tolls)
    tolls, said = [*tolls, *totals], [*said, *totals]
    tolls = without_sport(sentence, tolls)
    tolls += taken_up(sentence, quantities, tolls, before)
    tolls = without_history(_in_contrast(tolls), quantities, text)
    tolls = revised(_in_order(tolls), quantities, text)
    standing = {toll.span for toll in tolls if not toll.is_superseded}
    said = [toll for toll in said if toll.span in standing]
    tolls = with_parts(sentence, quantities, under_said(tolls, said))
    return with_remainder(sentence, tolls)


def _without_doubles(tolls: Sequence[Toll]) -> list[Toll]:
    """One toll for one place in the text; the first found (the surer way) stays."""
    kept: list[Toll] = []
    for toll in tolls:
        if not any(_is_double(toll, other) for other in kept):
            kept.append(toll)
    return kept


def _without_pronouns(tolls: Sequence[Toll], sentence: Sentence) -> list[Toll]:
    """The tolls without "she" where the same is told of the woman before."""
    words = {t.span: t.text.casefold() for t in sentence.tokens}
    return [
        toll
        for toll in tolls
        if words.get(toll.span) not in {"he", "she", "him", "her"}
        or not any(
            other.effect == toll.effect
            and other.low == other.high == 1
            and other.span.end <= toll.span.start
            for other in tolls
        )
    ]


def _in_contrast(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls; after the dead of a sentence "three others were hurt" adds to nobody.

    They are others than the dead, and may be the injured told before.
    """
    ordered = _in_order(tolls)
    out: list[Toll] = []
    for n, toll in enumerate(ordered):
        before = {other.effect for other in ordered[:n] if other.high != 0}
        is_contrast = toll.added and before and toll.effect not in before
        out.append(replace(toll, added=False) if is_contrast else toll)
    return out


def _is_double(toll: Toll, other: Toll) -> bool:
    return toll.effect == other.effect and toll.span.meets(other.span)


def _in_order(tolls: Sequence[Toll]) -> list[Toll]:
    return sorted(tolls, key=lambda toll: (toll.span.start, -toll.span.end))
