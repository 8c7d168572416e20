"""How many people a noun phrase names: "the governor and two of his bodyguards"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.extract.figures.phrases import NOUNS, ORDINALS, REMAINS, listed
from onrecord.extract.figures.toll import Headcount
from onrecord.extract.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence, Token

GROUPS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "twins": 2}
ONE = frozenset({"he", "she", "him", "her", "someone", "somebody", "one", "himself",
                 "herself", "myself", "i", "me"})  # fmt: skip
NONE = frozenset({"nobody", "none"})
BANDS = frozenset({"family", "crew", "team", "group", "party", "band", "gang", "patrol",
                   "platoon", "squad", "unit", "delegation", "convoy"})  # fmt: skip
WHOLE = frozenset({"one", "people", "person", "persons", "civilians", "civilian", "others",
                   "soldier", "soldiers", "passenger", "passengers", "resident",
                   "residents", "villager", "villagers", "worker", "workers", "victims",
                   "pilgrim", "pilgrims", "staff", "troops"})  # fmt: skip
REFLEXIVE = frozenset({"himself", "herself", "themselves"})
SEVERAL = frozenset({"several", "many", "others", "some", "both"})
MASS = frozenset({"people", "personnel", "staff", "police", "crew", "troops", "youth"})
AGENT_ENDINGS = ("man", "men", "woman", "women", "worker", "workers", "person")
NO_KIND = frozenset({"estimated", "more", "other", "further", "additional", "several",
                     "dozen", "many"})  # fmt: skip
NATIONAL = frozenset({"NORP"})


@cache
def _words(name: str) -> frozenset[str]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    return frozenset(
        line.strip() for line in text.splitlines() if line and not line.startswith("#")
    )


def singular(word: str) -> str:
    """The singular of a noun, roughly.

    >>> singular("villagers"), singular("policemen"), singular("families")
    ('villager', 'policeman', 'family')
    """
    word = word.casefold()
    irregular = {"children": "child", "wives": "wife", "lives": "life"}
    if word in irregular:
        return irregular[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_person_noun(token: Token) -> bool:
    """Whether the noun names people: "villager", "gunmen", "Palestinians"."""
    word = singular(token.text)
    if word in _words("people_nouns.txt") or token.text.casefold() in MASS:
        return True
    return token.text.casefold().endswith(AGENT_ENDINGS) or (
        token.entity in NATIONAL and token.pos in {"NOUN", "PROPN"}
    )


def is_person_word(text: str) -> bool:
    """Whether a word names people, or is a name: "divers", "them", "Vorrinians"."""
    word = singular(text)
    known = word in _words("people_nouns.txt") or word in MASS | SEVERAL | set(GROUPS)
    known = known or word in BANDS | {"them", "whom", "other", "these", "those"}
    return known or text[:1].isupper() or word.endswith(AGENT_ENDINGS)


def is_thing_noun(token: Token) -> bool:
    """Whether the noun names what is counted but is no person."""
    return singular(token.text) in _words("counted_things.txt")


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
        return replace(_made(sentence, at, 0, 0), counted=None)
    quantity = _quantity_at(sentence, at, quantities)
    if quantity is not None:
        return _of_quantity(sentence, at, quantity)
    if word in ONE or word in REFLEXIVE:
        low = None if word == "themselves" else 1
        return _made(sentence, at, low, low, is_reflexive=word in REFLEXIVE)
    if word in SEVERAL:
        return _made(sentence, at, 2, 2 if word == "both" else None)
    return _of_noun(sentence, at)


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
        quantity.first, last, _counted_words(sentence, noun),
    )  # fmt: skip


def _counted_noun(sentence: Sentence, at: int, quantity: Quantity) -> int | None:
    """The noun that is counted: the head, or what follows "of"."""
    if not quantity.first <= at <= quantity.last:
        return at
    of = next((t for t in sentence.children_with(at, "prep") if t.text == "of"), None)
    inner = sentence.child(of.i, "pobj") if of is not None else None
    return inner.i if inner is not None else None


def _counted_words(sentence: Sentence, noun: int | None) -> str | None:
    if noun is None:
        return None
    words = [
        token.text
        for token in sentence.tokens[max(0, noun - 4) : noun]
        if token.head == noun
        and token.dep in {"amod", "compound"}
        and token.pos != "NUM"
        and token.text.casefold() not in NO_KIND
    ]
    return " ".join([*words, sentence.tokens[noun].text])


def _of_noun(sentence: Sentence, at: int) -> Headcount | None:
    token = sentence.tokens[at]
    word = token.text.casefold()
    if word in GROUPS:
        return _made(sentence, at, GROUPS[word], GROUPS[word])
    if token.pos == "PROPN" and (token.entity == "PERSON" or _is_titled(sentence, at)):
        return replace(_made(sentence, at, 1, 1), counted=None)  # no names in counts
    if word in ORDINALS and _is_one(sentence, at):
        return _made(sentence, at, 1, 1)
    if word == "another" and not _is_before_noun(sentence, at):
        return replace(_made(sentence, at, 1, 1), counted=None, added=True)
    if word in REMAINS:
        is_one = token.tag == "NN" and word != "remains"
        return _made(sentence, at, 1 if is_one else 2, 1 if is_one else None)
    if word in {"old", "olds"} and _is_aged(sentence, at):
        return _made(
            sentence, at, 1 if word == "old" else 2, 1 if word == "old" else None
        )
    if word in BANDS:
        return _band(sentence, at, word)
    if not is_person_noun(token) or _is_any(sentence, at):
        return None
    if token.tag in {"NNS", "NNPS"} or word in MASS:
        return _made(sentence, at, 2, 2 if _is_both(sentence, at) else None)
    return _made(sentence, at, 1, 1)


def _is_any(sentence: Sentence, at: int) -> bool:
    """Whether "every", "each" or "any" makes the noun nobody in particular."""
    if "how" in {t.text.casefold() for t in sentence.tokens[max(0, at - 2) : at]}:
        return True
    determiner = sentence.child(at, "det")
    return determiner is not None and determiner.text.casefold() in {
        "every", "each", "any", "what", "which", "no",
    }  # fmt: skip


def _is_both(sentence: Sentence, at: int) -> bool:
    determiner = sentence.child(at, "det", "predet")
    return determiner is not None and determiner.text.casefold() == "both"


def _is_titled(sentence: Sentence, at: int) -> bool:
    """Whether a title or trade stands before the name: "Constable Mira Talen"."""
    for token in reversed(sentence.tokens[max(0, at - 4) : at]):
        if token.tag not in {"NN", "NNP"}:
            return False
        if is_person_noun(token):
            return True
    return False


def _leads(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at - 1].text.casefold() if at else ""


def _is_one(sentence: Sentence, at: int) -> bool:
    """Whether an ordinal is a person, and no share: "a third of the crop"."""
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    return _leads(sentence, at) in {"a", "an", "the"} and after != "of"


def _is_before_noun(sentence: Sentence, at: int) -> bool:
    after = sentence.tokens[at + 1 : at + 3]
    return any(token.tag in NOUNS for token in after[:1]) or (
        len(after) > 1 and after[0].pos in {"ADJ", "NUM"} and after[1].tag in NOUNS
    )


def _is_aged(sentence: Sentence, at: int) -> bool:
    """Whether the word ends "a 16-year-old" and no noun follows."""
    before = {token.text.casefold() for token in sentence.tokens[max(0, at - 3) : at]}
    return bool(before & {"year", "month", "week"}) and not _is_before_noun(
        sentence, at
    )


def _band(sentence: Sentence, at: int, word: str) -> Headcount | None:
    """Five for "a family of five"; a family or crew without number is no count."""
    after = sentence.tokens[at + 1 : at + 3]
    number = after[1] if len(after) > 1 and after[0].text == "of" else None
    size = parse_number(number.text) if number is not None else None
    if size is None and word in {"family", "crew"}:
        return _made(sentence, at, 2, None)
    if size is None or number is None:
        return None
    return replace(_made(sentence, at, size, size), last=number.i)


def _made(
    sentence: Sentence,
    at: int,
    low: int | None,
    high: int | None,
    *,
    is_reflexive: bool = False,
) -> Headcount:
    start = min(
        (t.i for t in sentence.children_with(at, "det", "amod", "compound", "poss",
                                             "neg", "nummod") if t.i < at),
        default=at,
    )  # fmt: skip
    counted = _counted_words(sentence, at)
    return Headcount(
        low, high, None, about=False, added=False, first=start, last=at,
        counted=counted, is_reflexive=is_reflexive,
    )  # fmt: skip


def _is_told_apart(counts: Sequence[Headcount]) -> bool:
    """Whether a list tells who the first number were: "three, a man and two girls"."""
    rest = [count.low or 0 for count in counts[1:]]
    first = counts[0].low or 0
    return len(rest) > 1 and first > 1 and sum(rest) == first


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
