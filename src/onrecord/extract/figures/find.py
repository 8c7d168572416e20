"""Every count of people struck that one sentence gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.beside import find_left_out, find_self
from onrecord.extract.figures.clauses import victims_of
from onrecord.extract.figures.effects import EffectAt, effect_words, find_effects
from onrecord.extract.figures.elliptic import find_given, find_joined
from onrecord.extract.figures.nearby import joined_before, victims_near
from onrecord.extract.figures.nobody import find_nobody
from onrecord.extract.figures.ordinals import find_ordinals
from onrecord.extract.figures.parts import with_parts
from onrecord.extract.figures.patterns import find_patterned
from onrecord.extract.figures.people import (
    combined,
    count_people,
    is_person_noun,
    is_person_word,
    is_thing_noun,
)
from onrecord.extract.figures.quantities import find_quantities, text_of
from onrecord.extract.figures.reality import is_described, is_told
from onrecord.extract.figures.remainder import OPEN, with_remainder
from onrecord.extract.figures.toll import Headcount, Toll
from onrecord.extract.figures.tolls_said import (
    EXCEEDING,
    RISING,
    find_said,
    is_superseded,
    marked,
    put_at,
    revised_to,
)
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Effect, Sentence


MANY = 100  # people who flee are driven out; fewer may be runaways


def find_tolls(sentence: Sentence, before: Effect | None = None) -> list[Toll]:
    """The tolls of a sentence in reading order, wholes before their parts.

    The same number is never given twice for one effect; a part points at its whole.
    `before` is what the last figure of the sentences before told: a bare number that
    somebody "speaks of" takes it up.
    """
    quantities = find_quantities(sentence)
    text = marked(sentence, quantities)
    said = [
        *_said(sentence, quantities, text),
        *find_nobody(sentence),
        *find_ordinals(sentence, text_of(sentence)),
    ]
    grammar = _split(sentence, list(_by_grammar(sentence, quantities)))
    rest = [
        *find_left_out(sentence, quantities, grammar),
        *find_self(sentence, text_of(sentence)),
    ]
    tolls = _without_doubles([*said, *grammar, *rest])
    for toll in _by_pattern(sentence, quantities, text):
        if not any(toll.span.meets(other.span) for other in tolls):
            tolls.append(toll)
    tolls += _elliptic(sentence, quantities, tolls, before)
    tolls = _revised(_in_order(tolls), quantities, text)
    tolls = with_parts(sentence, quantities, _under_said(tolls, said))
    return with_remainder(sentence, tolls)


def _said(
    sentence: Sentence, quantities: Sequence[Quantity], text: str
) -> Iterator[Toll]:
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


def _elliptic(
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


def _by_grammar(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Toll]:
    for effect in find_effects(sentence):
        if not is_told(sentence, effect.at) or is_described(sentence, effect.at):
            continue
        for count in _counts(sentence, effect, quantities):
            if not _is_fled(sentence, effect, count) and _is_of_people(effect, count):
                yield from _tolls(sentence, effect, count)


def _is_fled(sentence: Sentence, effect: EffectAt, count: Headcount) -> bool:
    """Whether a few only ran away: "two attackers fled"."""
    word = sentence.tokens[effect.at]
    is_plain = effect.particle is None and word.lemma == "flee"
    return is_plain and max(count.low or 0, count.high or 0) < MANY


def _is_of_people(effect: EffectAt, count: Headcount) -> bool:
    """Whether what is missing is known for people: teeth and paintings go missing."""
    if effect.effect != "missing" or count.counted is None:
        return True
    return all(
        is_person_word(part.split(" ")[-1]) for part in count.counted.split(", ")
    )


def _counts(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> list[Headcount]:
    """How many were struck, by the grammar; where it is silent, by the words beside."""
    joined = joined_before(sentence, effect, quantities)
    if joined is not None:
        own = combined(count_people(sentence, joined, quantities))
        if own is not None:
            return [own]
    victims = victims_of(sentence, effect)
    counts = [combined(count_people(sentence, at, quantities)) for at in victims]
    if not any(counts):
        near = victims_near(sentence, effect, quantities)
        found = [combined(count_people(sentence, at, quantities)) for at in near]
        counts = [count for count in found if count is not None][:1] or counts
    return [count for count in counts if count is not None]


def _tolls(sentence: Sentence, effect: EffectAt, count: Headcount) -> Iterator[Toll]:
    """One toll; two where "nobody was hurt" says that nobody was killed either."""
    toll = _toll(sentence, effect, count)
    if count.high != 0 and _is_either(sentence, effect.at):
        toll = replace(toll, low=None)  # of "killed or wounded" each may be none
    yield toll
    if (count.low, count.high) == (0, 0) and effect.effect == "injured":
        yield replace(toll, effect="killed")


def _split(sentence: Sentence, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls without a number that counts "killed and wounded" as one.

    Those "shot and killed" are killed alone.
    """
    words = [token.text.casefold() for token in sentence.tokens]
    triggers = {toll.trigger: toll for toll in tolls}
    mixed = {
        at
        for at, toll in triggers.items()
        for other in (triggers.get(at + 2),)
        if other is not None
        and words[at + 1] == "and"
        and other.span == toll.span
        and words[at] not in OPEN
        and {toll.effect, other.effect} == {"killed", "injured"}
    }
    left = mixed | {at + 2 for at in mixed}
    dead = {toll.span for toll in tolls if toll.effect == "killed"}
    return [
        toll
        for toll in tolls
        if toll.trigger not in left
        and (toll.effect == "killed" or not _is_one_act(words, toll, dead))
    ]


def _is_one_act(words: Sequence[str], toll: Toll, dead: set[Span]) -> bool:
    """Whether the injury is how they died: "shot and killed a priest"."""
    return words[toll.trigger] in OPEN and toll.span in dead


def _is_either(sentence: Sentence, at: int) -> bool:
    """Whether "or" joins the word to another effect: "killed or wounded"."""
    table = effect_words()
    words = [token.text.casefold() for token in sentence.tokens]
    if words[at + 1 : at + 2] == ["or"]:
        return any(word in table for word in words[at + 2 : at + 3])
    return words[max(0, at - 1) : at] == ["or"] and words[at - 2] in table


def _toll(sentence: Sentence, effect: EffectAt, count: Headcount) -> Toll:
    start = sentence.tokens[count.first].span.start
    end = sentence.tokens[count.last].span.end
    return Toll(
        effect.effect, count.low, count.high, count.qualifier, count.about,
        count.added or _is_also(sentence, effect.at), count.counted,
        Span(start, end), effect.at,
    )  # fmt: skip


def _is_also(sentence: Sentence, at: int) -> bool:
    """Whether the words add to what was told: "the bomber also died"."""
    near = sentence.tokens[max(0, at - 2) : at + 2]
    return any(token.text.casefold() == "also" for token in near)


def _by_pattern(
    sentence: Sentence, quantities: Sequence[Quantity], text: str
) -> Iterator[Toll]:
    for effect, n in find_patterned(text):
        toll = _of_quantity(sentence, effect, quantities[n])
        is_age = _is_age(sentence, quantities[n])
        if toll is not None and not is_age and is_told(sentence, toll.trigger):
            yield toll


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


def _without_doubles(tolls: Sequence[Toll]) -> list[Toll]:
    """One toll for one place in the text; the first found (the surer way) stays."""
    kept: list[Toll] = []
    for toll in tolls:
        if not any(_is_double(toll, other) for other in kept):
            kept.append(toll)
    return kept


def _is_double(toll: Toll, other: Toll) -> bool:
    return toll.effect == other.effect and toll.span.meets(other.span)


def _in_order(tolls: Sequence[Toll]) -> list[Toll]:
    return sorted(tolls, key=lambda toll: (toll.span.start, -toll.span.end))


def _under_said(tolls: Sequence[Toll], said: Sequence[Toll]) -> list[Toll]:
    """Deaths that the toll of the same sentence already holds are parts of it.

    "The toll rose to 45 after five of the wounded died": five are among the 45.
    """
    wholes = [toll for toll in said if not toll.is_superseded and toll.high != 0]
    if not wholes:
        return list(tolls)
    whole = next(toll for toll in tolls if toll.span == wholes[0].span)
    rest = [toll for toll in tolls if toll is not whole]
    return [whole, *(_beneath(toll, whole) for toll in rest)]


def _beneath(toll: Toll, whole: Toll) -> Toll:
    is_part = (
        toll.effect == whole.effect
        and not toll.is_superseded
        and (toll.low or 0) < (whole.low or whole.high or 0)
    )
    return replace(toll, part_of=0) if is_part else toll


def _revised(
    tolls: Sequence[Toll], quantities: Sequence[Quantity], text: str
) -> list[Toll]:
    """Tolls with what is superseded marked, and what a revision put in its place."""
    starts = {quantity.start: n for n, quantity in enumerate(quantities)}
    out = [
        replace(toll, is_superseded=True)
        if toll.span.start in starts and is_superseded(text, starts[toll.span.start])
        else toll
        for toll in tolls
    ]
    n = revised_to(text)
    known = {toll.span.start for toll in out}
    if n is not None and out and quantities[n].start not in known:
        out.append(_in_place_of(out[0], quantities[n]))
    return out


def _in_place_of(old: Toll, new: Quantity) -> Toll:
    return replace(
        old,
        low=new.low,
        high=new.high,
        qualifier=new.qualifier,
        about=new.about,
        span=Span(new.start, new.end),
        is_superseded=False,
    )
