"""Whom an effect word strikes, by what stands beside it: a second reading.

Parsers err on headlines and long lists; words and their order are left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.phrases import ORDINALS, phrase_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.effects import EffectAt
    from onrecord.extract.figures.phrases import Phrase
    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence

AUXILIARIES = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "get",
    "gets", "got", "who", "that", "also", "feared", "thought", "believed", "presumed",
    "known", "estimated", "reported", "confirmed", "left", "may", "to", "reportedly",
    "all", "both", "later", "either", "reports", "report", "having", "ended", "up",
    "under", "made", "resulted",
})  # fmt: skip
CLAUSES = frozenset({"and", ";", "while", "but", "whereas"})
BETWEEN = frozenset({"dead", "down", "up", "some", "also", "only", "off"})
ASIDES = frozenset({"including", "among", "mostly", "mainly", "most"})
DASHES = frozenset({"-", "--", "---", "\u2013", "\u2014"})
SHORT = 3  # letters: prepositions stay small in headlines
MOST = 0.7  # of the words
LONGEST = 12  # tokens of a noun phrase with its "of" and its age


def victims_near(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> list[int]:
    """The heads of noun phrases that stand where the victims should; surer first."""
    found: list[int | None] = []
    if effect.frame == "object":
        found.append(_after(sentence, effect.at, quantities))
    if effect.frame in {"object", "subject", "state", "passive"}:
        found.append(_before(sentence, effect, quantities))
    return [at for at in found if at is not None]


def joined_before(
    sentence: Sentence, effect: EffectAt, quantities: Sequence[Quantity]
) -> int | None:
    """The people right before a second verb, who are struck, and not the first verb's.

    "Three were killed and a fourth badly burned": the fourth.
    """
    if effect.frame not in {"object", "passive", "subject", "state"}:
        return None
    at = _phrase_before(sentence, effect.at, quantities)
    if at is None or sentence.child(effect.at, "dobj") is not None:
        return None
    lead = sentence.tokens[at.first - 1].text.casefold() if at.first else ""
    is_joined = lead == "," and sentence.tokens[effect.at].dep == "conj"
    gap = sentence.tokens[at.last + 1 : effect.at]
    is_own = effect.frame == "subject" or any(t.pos == "AUX" for t in gap)
    is_own = is_own or sentence.tokens[effect.at].dep == "conj"
    if (
        not gap
        and at.head == at.last
        and at.head in {quantity.last for quantity in quantities}
        and lead in {"", ",", ":"}
    ):
        return at.head  # "3 dead, 10 wounded"
    return at.head if is_own and (is_joined or lead in CLAUSES) else None


def _phrase_before(
    sentence: Sentence, at: int, quantities: Sequence[Quantity]
) -> Phrase | None:
    end = at - 1
    while end >= 0 and (_is_between(sentence, end) or _is_or(sentence, end)):
        end -= 2 if _is_or(sentence, end) else 1
    end = _before_aside(sentence, end)
    for first in range(max(0, end - LONGEST), end + 1):
        phrase = phrase_from(sentence, first, quantities, end)
        if phrase is not None and phrase.last == end:
            return phrase
    return None


def _before_aside(sentence: Sentence, end: int) -> int:
    """The token before an aside: "Ten men -- two cooks, a guard -- died"."""
    if end < 0 or sentence.tokens[end].text not in DASHES | {","}:
        return end
    if sentence.tokens[end].text == ",":
        opening = (
            t.i - 1
            for t in sentence.tokens[1:end]
            if t.text.casefold() in ASIDES and sentence.tokens[t.i - 1].text == ","
        )
        return next((at - 1 for at in opening if at), end)
    marks = [t.i for t in sentence.tokens[:end] if t.text in DASHES]
    return marks[-1] - 1 if marks else end


def is_headline(sentence: Sentence) -> bool:
    """Whether the words are set as a headline: most begin with a capital."""
    words = [
        t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > SHORT
    ]
    capitals = sum(word[0].isupper() for word in words)
    return sentence.zone == "headline" or capitals > MOST * max(1, len(words))


def _is_or(sentence: Sentence, i: int) -> bool:
    """Whether another word is joined: "fainted or were hurt", "alive but hurt"."""
    words = [t.text.casefold() for t in sentence.tokens[max(0, i - 1) : i + 1]]
    return words == ["alive", "but"] or (
        i > 0
        and sentence.tokens[i].text.casefold() == "or"
        and (sentence.tokens[i - 1].pos == "VERB")
    )


def _after(sentence: Sentence, at: int, quantities: Sequence[Quantity]) -> int | None:
    """Of "killing" and "shot dead", what follows; a passive has no object."""
    gap = {token.text.casefold() for token in sentence.tokens[max(0, at - 3) : at]}
    if gap & {"was", "were", "been", "being"}:
        return None
    i = at + 1
    second = sentence.tokens[1].text.casefold() if len(sentence.tokens) > 1 else ""
    if at == 0 and second in {"was", "were"}:
        i = 2  # "Killed were two nurses"
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
    is_fit = is_fit or is_headline(sentence)
    is_fit = is_fit or sentence.tokens[effect.at].tag == "VBN"
    if end < 0 or not is_fit:
        return None
    phrase = _phrase_before(sentence, _start(effect), quantities)
    return phrase.head if phrase else None


def _start(effect: EffectAt) -> int:
    """Where the words of a fate begin: at "in" of "in intensive care"."""
    is_early = effect.particle is not None and effect.frame == "state"
    return min(effect.at, effect.particle or effect.at) if is_early else effect.at


def _is_between(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    word = token.text.casefold()
    return word in AUXILIARIES or (token.tag == "RB" and word not in ORDINALS)
