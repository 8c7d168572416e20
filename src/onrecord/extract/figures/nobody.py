"""Words that say nobody was struck: "no casualties", "all 46 escaped unhurt"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.extract.figures.toll import Toll
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Effect, Sentence, Token

BOTH: tuple[Effect, ...] = ("killed", "injured")
NO_WORDS: dict[str, tuple[Effect, ...]] = {
    "casualties": BOTH,
    "deaths": ("killed",),
    "fatalities": ("killed",),
    "injuries": BOTH,
    "victims": BOTH,
    "dead": ("killed",),
    "wounded": ("injured",),
    "arrests": ("arrested",),
}
UNHURT = frozenset({"unhurt", "unharmed", "uninjured", "unscathed"})
SAID = frozenset({  # "no reported injuries", "no other casualties"
    "reported", "known", "confirmed", "other", "further", "additional", "more",
})  # fmt: skip
HURTING = frozenset(
    {"hurt", "injure", "harm", "wound", "hurting", "injuring", "harming", "wounding"}
)
EVERYONE = frozenset({"all", "everyone", "everybody", "crew"})
ANYONE = frozenset({"anyone", "anybody"})
LOSS = ("loss", "of", "life")
LOST = 4  # tokens from "no lives" to "lost"


def find_nobody(sentence: Sentence) -> Iterator[Toll]:
    """Noughts of one sentence; "no reports of casualties" says less and is left."""
    for left, word in pairwise(sentence.tokens):
        if _denies(sentence, left):
            yield from _nought(left, word, _effects(sentence, word))
        elif left.text.casefold() == "none" and word.text in {"fatally", "mortally"}:
            yield from _nought(left, word, ("killed",))
        elif _is_hurting(sentence, left, word):
            yield from _nought(left, word, BOTH)
    yield from _all_unhurt(sentence)


def _is_second(sentence: Sentence, word: Token) -> bool:
    """Whether the word joins a second nought: "no deaths or injuries"."""
    before = [t.text.casefold() for t in sentence.tokens[max(0, word.i - 2) : word.i]]
    return len(before) > 1 and before[0] == "no" and before[1] in NO_WORDS


def _effects(sentence: Sentence, word: Token) -> tuple[Effect, ...]:
    ahead = tuple(t.text.casefold() for t in sentence.tokens[word.i : word.i + 3])
    if ahead == LOSS:
        return ("killed",)
    if ahead[:1] in {("dead",), ("wounded",)} and _is_before_noun(sentence, word):
        return ()
    if word.text.casefold() != "lives":
        return NO_WORDS.get(word.text.casefold(), ())
    near = sentence.tokens[max(0, word.i - 2) : word.i + 1 + LOST]
    words = {token.text.casefold() for token in near}
    return ("killed",) if words & {"lost", "claimed", "cost", "took"} else ()


def _is_before_noun(sentence: Sentence, word: Token) -> bool:
    """Whether the word describes a noun: "no dead fish"."""
    after = sentence.tokens[word.i + 1 : word.i + 2]
    return any(token.pos in {"NOUN", "PROPN"} for token in after)


def _denies(sentence: Sentence, word: Token) -> bool:
    """Whether "no" or "without" stands there, "any" after a "not", "or" after a nought.

    A word between is skipped: "no reported injuries".
    """
    lead = word.text.casefold()
    if lead in SAID and word.i:
        word = sentence.tokens[word.i - 1]
        lead = word.text.casefold()
    if lead in {"or", "nor"}:
        return _is_second(sentence, word)
    return lead in {"no", "without"} or (lead == "any" and _has_not(sentence, word))


def _has_not(sentence: Sentence, word: Token) -> bool:
    before = {token.text.casefold() for token in sentence.tokens[: word.i]}
    return bool(before & {"not", "without", "n't"})


def _is_hurting(sentence: Sentence, left: Token, word: Token) -> bool:
    """Whether something went off "without hurting anyone"."""
    is_act = left.text.casefold() in HURTING and word.text.casefold() in ANYONE
    return is_act and _has_not(sentence, left)


def _all_unhurt(sentence: Sentence) -> Iterator[Toll]:
    """Of "all 46 passengers escaped unhurt" that nobody was killed or injured."""
    words = [token.text.casefold() for token in sentence.tokens]
    for token in sentence.tokens:
        if token.text.casefold() not in UNHURT:
            continue
        whole = next((i for i in range(token.i) if words[i] in EVERYONE), None)
        if whole is not None:
            yield from _nought(sentence.tokens[whole], token, BOTH)


def _nought(first: Token, last: Token, effects: tuple[Effect, ...]) -> Iterator[Toll]:
    span = Span(first.span.start, last.span.end)
    for effect in effects:
        yield Toll(
            effect, 0, 0, None, about=False, added=False, counted=None,
            span=span, trigger=last.i,
        )  # fmt: skip
