"""What a verb tells that somebody did, promised, threatened, refused or asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from onrecord.extract.dealings.around import (
    has_particle,
    object_words,
    subject_words,
)
from onrecord.extract.dealings.words import (
    DealingKind,
    Turning,
    Wording,
    dealing_kinds,
    modals,
    turnings,
    verb_wordings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import Sentence, Token

DEEP = 8  # clauses one in the other; deeper ones are the parser's mistake
COMPLEMENTS = ("xcomp", "ccomp")
# What is done while these go on is the deed itself: "began to withdraw".
PLAIN = frozenset({
    "begin", "start", "continue", "resume", "keep", "seek", "try", "manage", "help",
    "come", "appear", "seem", "be", "proceed", "attempt", "stop", "get", "rush", "do",
    "say", "tell", "report", "announce", "confirm", "state", "declare", "add", "claim",
    "reiterate", "note", "conclude", "believe", "stress", "quote", "disclose", "reveal",
    "write", "argue", "suggest", "describe", "hint", "indicate", "insist", "maintain",
    "allege", "show", "know", "mean", "let", "think", "see", "find", "use",
})  # fmt: skip
POSSIBLE = frozenset({"could", "may", "might", "can", "would"})
NOT = frozenset({"not", "n't", "n\u2019t", "never", "no"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that the verb at token `at` tells.

    `within` are the verbs of what is promised, refused, asked for. `is_open`: the
    words leave open whether it was done at all: "would", "could", "did not".
    """

    kind: DealingKind
    mode: str | None
    at: int
    within: frozenset[int] = frozenset()
    is_open: bool = False


Known = TypeVar("Known")


def deed_at(
    sentence: Sentence, at: int, others: Mapping[int, DealingKind], depth: int = 0
) -> Deed | None:
    """What the clause of the verb at token `at` tells; None for no deed.

    `others` are kinds that other words of the sentence tell, by their token.
    """
    if depth > DEEP:
        return None
    is_ordered = sentence.tokens[at].lemma in COMMANDING
    deed = (
        (_own(sentence, at, others) if is_ordered else None)
        or _turned(sentence, at, others, depth)
        or _said(sentence, at, others, depth)
        or _own(sentence, at, others)
        or _passed_on(sentence, at, others, depth)
    )
    return _in_mood(sentence, at, deed)


def _turned(
    sentence: Sentence, at: int, others: Mapping[int, DealingKind], depth: int
) -> Deed | None:
    """A deed promised, refused, ...: "threatened to expel", "is ready to meet"."""
    for token in _turners(sentence, at):
        turning = _turning_of(token, sentence)
        complement = _complement(sentence, token.i)
        if complement is None and token.pos == "NOUN":
            complement = sentence.child(at, "ccomp")
        if turning is None or complement is None:
            continue
        inner = deed_at(sentence, complement.i, others, depth + 1)
        kind = _turned_kind(turning, inner)
        if _is_asked(sentence, token, complement):
            kind = dealing_kinds()["demanded"]
        if kind is None and inner is not None:
            return inner
        if kind is not None:
            deed = _around(kind, inner, at, {token.i, complement.i})
            # who commits himself to what is hostile need not threaten anybody
            is_open = kind.event == "THREATEN" and turning.unknown is not kind
            return replace(deed, is_open=is_open)
    return None


def _is_asked(sentence: Sentence, token: Token, complement: Token) -> bool:
    """Whether somebody else is to do it: "told him to go", "want the army to leave"."""
    if token.lemma == "tell":
        return _is_infinitive(sentence, complement)
    has_other = sentence.child(complement.i, "nsubj") is not None
    return token.lemma in WISHING and has_other


def _turners(sentence: Sentence, at: int) -> Iterator[Token]:
    """The verb, then the adjectives and nouns that may turn a deed for it."""
    yield sentence.tokens[at]
    yield from sentence.children_with(at, "acomp", "oprd")
    if sentence.tokens[at].lemma.casefold() in CARRYING:
        yield from sentence.children_with(at, "attr", "dobj")


def _turning_of(token: Token, sentence: Sentence) -> Turning | None:
    """What the word does to its complement; a participle stands by its form."""
    if token.pos == "NOUN" and token.dep == "dobj":
        known = turnings().get(token.lemma.casefold())
        return known if token.lemma in NOUNS else None
    has_be = any(t.lemma == "be" for t in sentence.children_with(token.i, "auxpass"))
    if has_be or token.pos == "ADJ":
        found = turnings().get(token.text.casefold())
        if found is not None:
            return found
    return _known(turnings(), token)


def _known(table: Mapping[str, Known], token: Token) -> Known | None:
    """What a table has for a word, by its lemma, else by its form.

    The lemma of a past form may have lost its "e": "stag" for "staged".
    """
    lemma, text = token.lemma.casefold(), token.text.casefold()
    found = table.get(lemma) or table.get(text)
    is_cut = found is None and text.endswith(("ed", "ing"))
    return table.get(f"{lemma}e") if is_cut else found


# Verbs that leave the deed to their object: "issued a threat to".
CARRYING = frozenset({"make", "issue", "have", "give", "send", "voice", "express", "be",
                      "renew", "repeat", "reiterate", "declare", "announce", "state",
                      "launch", "deliver", "hold", "carry"})  # fmt: skip
COMMANDING = frozenset({"order"})  # its objects say more: "ordered the envoys to leave"
WISHING = frozenset({"want", "wish", "expect", "like", "need"})
NOUNS = frozenset({"threat", "promise", "pledge", "offer", "demand", "plan", "call",
                   "intention", "readiness", "willingness", "commitment", "decision",
                   "refusal", "appeal", "request", "order"})  # fmt: skip


def _complement(sentence: Sentence, at: int) -> Token | None:
    found = sentence.child(at, *COMPLEMENTS)
    if found is None and sentence.tokens[at].pos in {"NOUN", "ADJ"}:
        found = sentence.child(at, "acl", "relcl")
    if found is None:
        found = _after_preposition(sentence, at)
    if found is None:
        found = _loose_infinitive(sentence, at)
    if found is None or found.dep == "ccomp" or found.pos in {"VERB", "AUX"}:
        return found
    return None


def _loose_infinitive(sentence: Sentence, at: int) -> Token | None:
    """An infinitive that the parser took for an aim: "have sworn to fight"."""
    if sentence.child(at, "dobj") is not None:
        return None
    for token in sentence.children_with(at, "advcl"):
        if token.i > at and _is_infinitive(sentence, token):
            return token
    return None


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    marks = sentence.children_with(verb.i, "aux")
    return any(mark.text.casefold() == "to" for mark in marks)


def _after_preposition(sentence: Sentence, at: int) -> Token | None:
    """The verb after a preposition: "insisted on leaving", "quoted as saying"."""
    for prep in sentence.children_with(at, "prep"):
        for token in sentence.children_with(prep.i, "pcomp"):
            return token
    return None


def _turned_kind(turning: Turning, inner: Deed | None) -> DealingKind | None:
    if inner is None:
        return turning.unknown
    return turning.friendly if inner.kind.is_friendly else turning.hostile


def _around(kind: DealingKind, inner: Deed | None, at: int, within: set[int]) -> Deed:
    mode = inner.mode if inner is not None else None
    if inner is not None and inner.kind.event in {"ASSAULT", "FIGHT"}:
        mode = "violence"
    below = inner.within | {inner.at} if inner is not None else frozenset()
    return Deed(kind, mode or kind.mode, at, below | within)


def _own(sentence: Sentence, at: int, others: Mapping[int, DealingKind]) -> Deed | None:
    """The deed that the verb itself tells, by its objects."""
    token = sentence.tokens[at]
    wordings = _known(verb_wordings(), token) or ()
    if wordings:
        objects, subjects = object_words(sentence, at), subject_words(sentence, at)
        for wording in wordings:
            if _fits(sentence, at, wording, objects, subjects):
                kind = wording.kind
                is_killing = kind.event == "ASSAULT" and not wording.needs
                return _deed(others.get(at, kind) if is_killing else kind, at)
    return _deed(others.get(at), at)


def _deed(kind: DealingKind | None, at: int) -> Deed | None:
    return Deed(kind, kind.mode, at) if kind is not None else None


def _fits(
    sentence: Sentence,
    at: int,
    wording: Wording,
    objects: frozenset[str],
    subjects: frozenset[str],
) -> bool:
    if not has_particle(sentence, at, wording.particle):
        return False
    if not (wording.needs or wording.subjects):
        return True
    return bool(wording.needs & objects or wording.subjects & subjects)


def _said(
    sentence: Sentence, at: int, others: Mapping[int, DealingKind], depth: int
) -> Deed | None:
    """The deed in a whole clause that a verb of saying has for its object."""
    inner = sentence.child(at, "ccomp")
    if inner is None or sentence.tokens[at].lemma.casefold() not in PLAIN:
        return None
    return deed_at(sentence, inner.i, others, depth + 1)


def _passed_on(
    sentence: Sentence, at: int, others: Mapping[int, DealingKind], depth: int
) -> Deed | None:
    """The deed in the complement of a verb that tells none: "said they had met"."""
    if sentence.tokens[at].lemma.casefold() not in PLAIN:
        return None
    inner = _complement(sentence, at)
    return deed_at(sentence, inner.i, others, depth + 1) if inner else None


def _in_mood(sentence: Sentence, at: int, deed: Deed | None) -> Deed | None:
    """The deed as its modals and "not" leave it."""
    modal, negated = _mood(sentence, at)
    turning = modals().get(modal)
    if negated:
        return _negated(deed, turning)
    if modal in POSSIBLE and modal not in modals():
        return replace(deed, is_open=True) if deed else None
    if turning is None:
        return deed
    kind = _turned_kind(turning, deed)
    if kind is None or (deed is not None and deed.at != at and _is_turned(deed)):
        return deed
    return replace(_around(kind, deed, at, set()), is_open=True)


def _is_turned(deed: Deed) -> bool:
    return bool(deed.within)


def _negated(deed: Deed | None, turning: Turning | None) -> Deed | None:
    """What is not done: a friendly deed is refused, a hostile one is nothing."""
    if deed is None or not deed.kind.is_friendly:
        return None
    refused = dealing_kinds()["rejected"]
    is_said = turning is not None or deed.kind.event == "AGREE"
    return replace(deed, kind=refused, mode=None, is_open=not is_said)


def _mood(sentence: Sentence, at: int) -> tuple[str, bool]:
    """The modal before a verb, "" for none, and whether it is negated."""
    modal, negated = "", False
    for token in sentence.children_with(at, "aux", "neg"):
        word = token.text.casefold()
        if token.dep == "neg" or word in NOT:
            negated = True
        elif word in modals() or word in POSSIBLE:
            modal = word
    return modal, negated
