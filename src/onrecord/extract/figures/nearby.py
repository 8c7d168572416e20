"""Whom an effect word strikes, by what stands beside it: a second reading.

Parsers err on headlines and long lists; words and their order are left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.phrases import phrase_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.effects import EffectAt
    from onrecord.extract.figures.phrases import Phrase
    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence

AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "being", "has", "have",
                         "had", "get", "gets", "got", "who", "that", "also", "feared",
                         "reported", "confirmed", "left", "may", "to", "reportedly",
                         "all", "both", "later", "either", "reports", "report",
                         "having"})  # fmt: skip
BETWEEN = frozenset({"dead", "down", "up", "some", "also", "only", "off"})
LONGEST = 12  # tokens of a noun phrase with its "of" and its age


def victims_near(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> int | None:
    """The head of the noun phrase that stands where the victims should."""
    if effect.frame == "object":
        after = _after(sentence, effect.at, quantities)
        return after if after is not None else _before(sentence, effect, quantities)
    if effect.frame in {"subject", "state", "passive"}:
        return _before(sentence, effect, quantities)
    return None


def joined_before(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> int | None:
    """The people right before a second verb, who are struck, and not the first verb's.

    "Three were killed and a fourth badly burned": the fourth.
    """
    if sentence.tokens[effect.at].dep != "conj" or effect.frame not in {
        "object", "passive", "subject",
    }:  # fmt: skip
        return None
    at = _phrase_before(sentence, effect.at, quantities)
    if at is None:
        return None
    lead = sentence.tokens[at.first - 1].text.casefold() if at.first else ""
    return at.head if lead in {"and", ",", ";", "while", "but"} else None


def _phrase_before(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> Phrase | None:
    end = at - 1
    while end >= 0 and (_is_between(sentence, end) or _is_or(sentence, end)):
        end -= 2 if _is_or(sentence, end) else 1
    for first in range(max(0, end - LONGEST), end + 1):
        phrase = phrase_from(sentence, first, quantities)
        if phrase is not None and phrase.last == end:
            return phrase
    return None


def _is_or(sentence: Sentence, i: int) -> bool:
    """Whether "or" joins another verb: "150 fainted or were hurt"."""
    return i > 0 and sentence.tokens[i].text.casefold() == "or" and (
        sentence.tokens[i - 1].pos == "VERB"
    )


def _after(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> int | None:
    """Of "killing" and "shot dead", what follows; a passive has no object."""
    gap = {token.text.casefold() for token in sentence.tokens[max(0, at - 3) : at]}
    if gap & {"was", "were", "been", "being"}:
        return None
    i = at + 1
    while i < len(sentence.tokens) and sentence.tokens[i].text.casefold() in BETWEEN:
        i += 1
    if i >= len(sentence.tokens):
        return None
    phrase = phrase_from(sentence, i, quantities)
    return phrase.head if phrase else None


def _before(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> int | None:
    """Of a passive or a fate, what stands before it."""
    end, gap = effect.at - 1, set[str]()
    while end >= 0 and _is_between(sentence, end):
        gap.add(sentence.tokens[end].text.casefold())
        end -= 1
    is_passive = bool(gap & {"is", "are", "was", "were", "be", "been", "being"})
    is_fit = is_passive or effect.frame in {"subject", "state"}
    is_fit = is_fit or sentence.zone == "headline"
    is_fit = is_fit or sentence.tokens[effect.at].tag == "VBN"
    if end < 0 or not is_fit:
        return None
    phrase = _phrase_before(sentence, effect.at, quantities)
    return phrase.head if phrase else None


def _is_between(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.text.casefold() in AUXILIARIES or token.tag == "RB"
