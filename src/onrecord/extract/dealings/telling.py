"""The deeds that a sentence tells as done: no wish, no fear, no condition."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.dealings.around import is_reduced
from onrecord.extract.dealings.deeds import Deed, deed_at
from onrecord.extract.dealings.nominal import noun_deeds
from onrecord.extract.dealings.words import SPOKEN, turnings, verb_wordings
from onrecord.extract.reports.grammar import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence, Token

DEALT = frozenset({"Strategic developments", "Dealing"})
ALONE = frozenset({"yielded", "resigned"})  # done at home: whom for is not told
HEADLINE_TAGS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB", "VBG"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"})
UNSURE_MARKS = frozenset({"if", "unless", "whether", "until", "before"})
DOUBT = frozenset({"deny", "doubt", "fear", "imagine", "hope", "wish", "demand", "urge",
                   "suppose", "pretend", "allege", "want"})  # fmt: skip


def told_deeds(sentence: Sentence) -> Iterator[Deed]:
    """The dealings that the sentence tells as done, in the order of their words."""
    yield from sorted(_told(sentence), key=lambda deed: deed.at)


def _told(sentence: Sentence) -> Iterator[Deed]:
    verbs = list(_of_verbs(sentence))
    yield from verbs
    nouns: set[int] = set()
    doing = {at for deed in verbs for at in (deed.at, *deed.within)}
    for deed in noun_deeds(sentence):
        above = [token.i for token in ancestors(sentence, deed.at)]
        objects = sentence.tokens[deed.at].dep in {"dobj", "nsubjpass"}
        # "lifted its embargo", "the signing of a deal": told already
        if not (objects and above[0] in doing) and not nouns & {*above}:
            nouns.add(deed.at)
            yield deed


def _of_verbs(sentence: Sentence) -> Iterator[Deed]:
    taken: set[int] = set()
    for token in sentence.tokens:
        if token.i in taken or not _is_told(sentence, token):
            continue
        deed = deed_at(sentence, token.i, {})
        if deed is None or deed.at != token.i or deed.is_open:
            continue
        taken |= deed.within
        is_dealing = deed.kind.event_type in DEALT and deed.kind.detail not in ALONE
        if is_dealing and _is_done(sentence, token, deed):
            yield deed


@cache
def _known_words() -> frozenset[str]:
    return frozenset({*verb_wordings(), *turnings()})


def _is_told(sentence: Sentence, token: Token) -> bool:
    """The cheap test first: a known word, a verb of a clause of its own."""
    lemma = token.lemma.casefold()
    if not {lemma, f"{lemma}e", token.text.casefold()} & _known_words():
        return False
    if is_reduced(sentence, token):
        return not _is_unsure(sentence, token.head)
    if token.pos not in {"VERB", "AUX"} or token.dep not in CLAUSES:
        return sentence.zone == "headline" and token.dep == "ROOT"
    return not _is_unsure(sentence, token.i)


def _is_unsure(sentence: Sentence, at: int) -> bool:
    """Whether a condition or a doubt stands over the verb."""
    for token in (sentence.tokens[at], *ancestors(sentence, at)):
        marks = {t.text.casefold() for t in sentence.children_with(token.i, "mark")}
        if marks & UNSURE_MARKS:
            return True
        if token.i != at and token.lemma in DOUBT:
            return True
    return False


def _is_done(sentence: Sentence, verb: Token, deed: Deed) -> bool:
    """Whether the verb's form tells of something done once."""
    helpers = [t.text.casefold() for t in sentence.children_with(verb.i, "aux")]
    if sentence.zone == "headline":
        return "to" not in helpers and verb.tag in HEADLINE_TAGS
    if "to" in helpers:
        return False
    if is_reduced(sentence, verb):
        return True
    if verb.dep == "advcl" and verb.tag == "VBG" and not helpers:
        # "left the room, accusing Kelmara of": what the clause above tells is done
        above = sentence.tokens[verb.head]
        return above.tag == "VBD" and deed.kind.event in SPOKEN
    has_be = sentence.child(verb.i, "auxpass") is not None or bool(helpers)
    if verb.tag == "VBD" or (verb.tag in {"VBN", "VBG"} and has_be):
        return True
    return verb.tag in {"VBZ", "VBP"} and deed.kind.event in SPOKEN
