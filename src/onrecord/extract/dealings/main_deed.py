"""The deed that a sentence is about: of its root clause first, then deeper ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.dealings.deeds import Deed, deed_at
from onrecord.extract.dealings.words import DealingKind, dealing_kinds, noun_kinds
from onrecord.extract.reports.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence, Token

VERBS = frozenset({"VERB", "AUX"})
ORDER = ("ROOT", "ccomp", "conj", "xcomp", "pcomp", "advcl", "acl", "relcl")


def main_deed(sentence: Sentence) -> Deed | None:
    """The best deed of a sentence, whoever did it to whom; None for none.

    Acts of violence count, by the words that tell incidents.
    """
    violent = violent_kinds(sentence)
    for at in _verbs(sentence):
        deed = deed_at(sentence, at, violent)
        if deed is not None:
            return deed
    return next(_of_nouns(sentence, violent), None)


def violent_kinds(sentence: Sentence) -> dict[int, DealingKind]:
    """Tokens that tell of violence, each with the kind that says most of it."""
    found = [t for t in find_triggers(sentence) if t.kind.detail in dealing_kinds()]
    return {
        trigger.at: dealing_kinds()[_sharpest(trigger, found).kind.detail]
        for trigger in found
        if trigger.strength != "echo"
    }


def _sharpest(trigger: Trigger, found: list[Trigger]) -> Trigger:
    same = [t for t in found if t.kind.family == trigger.kind.family]
    return max(same, key=lambda t: (t.kind.rank, -t.at))


def _verbs(sentence: Sentence) -> Iterator[int]:
    """The verbs, those nearest the root first."""
    level = [sentence.root]
    while level:
        verbs = [sentence.tokens[at] for at in level if _is_verb(sentence.tokens[at])]
        yield from (token.i for token in sorted(verbs, key=_rank))
        level = [at for above in level for at in sentence.children[above]]


def _is_verb(token: Token) -> bool:
    return token.pos in VERBS and token.dep not in {
        "aux",
        "auxpass",
        "amod",
        "compound",
    }


def _rank(token: Token) -> tuple[int, int]:
    place = ORDER.index(token.dep) if token.dep in ORDER else len(ORDER)
    return place, token.i


def _of_nouns(sentence: Sentence, violent: dict[int, DealingKind]) -> Iterator[Deed]:
    """Deeds told by nouns alone, those nearest the root first."""
    level = [sentence.root]
    while level:
        for at in sorted(level):
            kind = violent.get(at) or _noun_kind(sentence.tokens[at])
            if kind is not None:
                yield Deed(kind, kind.mode, at)
        level = [at for above in level for at in sentence.children[above]]


def _noun_kind(token: Token) -> DealingKind | None:
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    return noun_kinds().get(token.lemma.casefold())
