"""The words that tell what happened to people, from the table of effects."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, cast

from onrecord.extract.figures.idle import is_idle
from onrecord.model import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import Sentence, Token

Frame = Literal[
    "object", "passive", "subject", "state", "dead", "noun", "lives", "bearing"
]
REACH = (
    5  # tokens between a verb and its particle ("gunned him down", "beat ... to death")
)


@dataclass(frozen=True, slots=True)
class EffectWord:
    """One row of the table: an effect, how its victims stand, what it needs beside."""

    effect: Effect
    frame: Frame
    particles: frozenset[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class EffectAt:
    """A word of the table found at token `at`."""

    effect: Effect
    frame: Frame
    at: int
    particle: int | None


@cache
def effect_words() -> Mapping[str, tuple[EffectWord, ...]]:
    """The table, by every form of its words; those with particles come first."""
    found: dict[str, list[EffectWord]] = defaultdict(list)
    path = resources.files("onrecord") / "data" / "effects.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    for row in csv.DictReader(kept, delimiter="\t"):
        word = EffectWord(
            cast("Effect", row["effect"]),
            cast("Frame", row["frame"]),
            _alternatives(row["particles"]),
            _alternatives(row["needs"]),
        )
        for form in row["forms"].split("|"):
            found[form].append(word)
    return {
        form: tuple(sorted(words, key=lambda word: not word.particles))
        for form, words in found.items()
    }


def _alternatives(field: str | None) -> frozenset[str]:
    return frozenset(filter(None, (field or "").split("|")))


def find_effects(sentence: Sentence) -> list[EffectAt]:
    """Every reading of every effect word of the sentence, in order.

    A reading with its particle beside it ("shot ... dead") rules out the others, and
    the particle's own.
    """
    found = list(_readings(sentence))
    pairs = {(effect.at, effect.particle) for effect in found}
    taken = {
        effect.particle
        for effect in found
        # Of "lost their lives" each word is the other's particle: the first one leads.
        if effect.particle is not None
        and not (effect.particle < effect.at and (effect.particle, effect.at) in pairs)
    }
    return [effect for effect in found if effect.at not in taken]


def _readings(sentence: Sentence) -> Iterator[EffectAt]:
    beside = {token.text.casefold() for token in sentence.tokens}
    for token in sentence.tokens:
        words = _words_of(token, beside)
        particles = [_particle(sentence, token.i, word.particles) for word in words]
        pairs = list(zip(words, particles, strict=True))
        with_particle = [pair for pair in pairs if pair[1] is not None]
        plain = [pair for pair in pairs if not pair[0].particles]
        for word, particle in with_particle[:1] or plain:
            is_close = particle is not None and particle == token.i + 1
            is_fit = is_close or _fits(word.frame, token)
            if is_fit and not (
                is_idle(sentence, token, particle) or _is_of_name(sentence, token)
            ):
                yield EffectAt(word.effect, word.frame, token.i, particle)


def _words_of(token: Token, beside: set[str]) -> list[EffectWord]:
    """The rows of the word that find what they need in the sentence."""
    rows = effect_words().get(token.text.casefold(), ())
    return [row for row in rows if not row.needs or row.needs & beside]


def _fits(frame: Frame, token: Token) -> bool:
    """Whether the part of speech allows the frame; taggers err on headlines."""
    if frame == "bearing":
        return token.dep == "prep"
    if frame == "subject" and token.dep in {"aux", "auxpass"}:
        return False  # "has succumbed to his injuries" has no injuries
    if frame in {"object", "passive", "subject", "lives"}:
        verbal = {"VERB", "AUX", "PROPN", "ADJ", "NOUN"}
        return token.pos in verbal and token.tag != "NN"
    return frame != "noun" or token.pos in {"NOUN", "PROPN"}


def _is_of_name(sentence: Sentence, token: Token) -> bool:
    """Whether the word is of a title: "the game Red Dead Harbour" kills nobody."""
    if sentence.zone == "headline" or token.pos != "PROPN" or not token.i:
        return False
    beside = [sentence.tokens[token.i - 1], *sentence.tokens[token.i + 1 : token.i + 2]]
    words = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > 3]  # noqa: PLR2004 - small words stay small in headlines
    small = sum(word[0].islower() for word in words)
    is_named = all(t.pos == "PROPN" and t.text[:1].isupper() for t in beside)
    return is_named and small * 2 > len(words)


def _particle(sentence: Sentence, at: int, particles: frozenset[str]) -> int | None:
    if not particles:
        return None
    near = sentence.tokens[max(0, at - 2) : at + REACH + 4]
    found = (t.i for t in near if t.text.casefold() in particles)
    return next(
        (
            i
            for i in found
            if not (_is_of_some(sentence, i) or _is_of_other(sentence, at, i))
            and not _is_of_savings(sentence, i)
        ),
        None,
    )


def _is_of_savings(sentence: Sentence, i: int) -> bool:
    """Whether a life is but a word before another noun: "lost her life savings"."""
    token = sentence.tokens[i]
    return token.dep == "compound" and token.text.casefold() in {"life", "lives"}


def _is_of_other(sentence: Sentence, at: int, i: int) -> bool:
    """Whether a small word goes with a verb nearer to it: "carrying 9 sank off ..."."""
    small = sentence.tokens[i].pos in {"ADP", "ADV", "PART", "SCONJ"}
    return small and any(t.pos == "VERB" for t in sentence.tokens[at + 1 : i])


def _is_of_some(sentence: Sentence, i: int) -> bool:
    """Whether the word is said of some alone: "five were stabbed, one fatally"."""
    before = sentence.tokens[i - 1] if i else None
    is_adverb = sentence.tokens[i].text.casefold() in {"fatally", "mortally"}
    is_some = before is not None and (
        before.pos == "NUM"
        or before.text.casefold() in {"them", "whom", "none", "neither"}
    )
    return is_adverb and is_some
