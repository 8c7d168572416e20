"""Tolls that an effect word governs: whom it strikes, and how many they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.clauses import victims_of
from onrecord.extract.figures.effects import EffectAt, effect_words, find_effects
from onrecord.extract.figures.nearby import joined_before, victims_near
from onrecord.extract.figures.nouns import is_person_word, may_be_people
from onrecord.extract.figures.people import combined, count_people
from onrecord.extract.figures.reality import is_bodily, is_described, is_told
from onrecord.extract.figures.remainder import OPEN
from onrecord.extract.figures.toll import Headcount, Toll
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence

BROUGHT = frozenset({
    "airlifted", "taken", "rushed", "flown", "admitted", "treated", "transferred",
    "transported", "stretchered",
})  # fmt: skip
MANY = 100  # people who flee are driven out; fewer may be runaways


def find_governed(sentence: Sentence, quantities: Sequence[Quantity]) -> list[Toll]:
    """The tolls of the sentence's effect words, in the order of these words."""
    return _split(sentence, list(_by_grammar(sentence, quantities)))


def _by_grammar(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Toll]:
    for effect in find_effects(sentence):
        # Taggers take "sustained" in "sustained injuries" for an adjective.
        is_plain = effect.particle is None and is_described(sentence, effect.at)
        if is_plain or not is_told(sentence, effect.at):
            continue
        if effect.effect in {"killed", "injured"} and not is_bodily(
            sentence, effect.at
        ):
            continue
        for count in _counts(sentence, effect, quantities):
            if not _is_fled(sentence, effect, count) and _is_of_people(effect, count):
                yield from _tolls(sentence, effect, count)


def _is_fled(sentence: Sentence, effect: EffectAt, count: Headcount) -> bool:
    """Whether a few only ran away ("two attackers fled"), or many left a country."""
    word = sentence.tokens[effect.at]
    is_plain = effect.particle is None and word.lemma == "flee"
    after = {t.text.casefold() for t in sentence.tokens[effect.at + 1 : effect.at + 4]}
    is_few = max(count.low or 0, count.high or 0) < MANY
    return is_plain and (is_few or "country" in after)


def _is_of_people(effect: EffectAt, count: Headcount) -> bool:
    """Whether the words can count people: portraits are shot, paintings go missing."""
    if count.counted is None:
        return True
    is_fit = is_person_word if effect.effect == "missing" else may_be_people
    return all(is_fit(part.split(" ")[-1]) for part in count.counted.split(", "))


def _counts(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> list[Headcount]:
    """How many were struck, by the grammar; where it is silent, by the words beside."""
    if _is_label(sentence, effect, quantities):
        own = combined(count_people(sentence, effect.at + 2, quantities))
        return [own] if own is not None else []
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
        counts += [count for count in found if count is not None][:1]
    return [count for count in counts if count is not None]


def _is_label(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> bool:
    """Whether the word heads a number: "Killed: 12 / Injured: 36"."""
    colon = sentence.tokens[effect.at + 1 : effect.at + 2]
    if effect.at and sentence.tokens[effect.at - 1].pos not in {
        "PUNCT",
        "SYM",
        "SPACE",
    }:
        return False  # "nine were killed: six men and three boys"
    starts = {quantity.first for quantity in quantities}
    return any(token.text == ":" for token in colon) and effect.at + 2 in starts


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
    left |= {toll.trigger for toll in tolls if _is_unsplit(sentence, toll)}
    dead = {toll.span for toll in tolls if toll.effect == "killed"}
    return [
        toll
        for toll in tolls
        if toll.trigger not in left
        and (toll.effect == "killed" or not _is_one_act(words, toll, dead))
    ]


def _is_unsplit(sentence: Sentence, toll: Toll) -> bool:
    """Whether "killed and wounded" follows: "lost 1,150 men killed and wounded"."""
    after = [
        t.text.casefold() for t in sentence.tokens if t.span.start >= toll.span.end
    ]
    return after[:2] in (["killed", "and"], ["dead", "and"]) and after[2:3] in (
        ["wounded"],
        ["injured"],
    )


def _is_one_act(words: Sequence[str], toll: Toll, dead: set[Span]) -> bool:
    """Whether the injury is how they died: "shot and killed a priest"."""
    return words[toll.trigger] in OPEN | BROUGHT and toll.span in dead


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
