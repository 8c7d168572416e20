"""Deeds that a noun tells with both sides: "Kelmara's recognition of the front"."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.extract.dealings.deeds import Deed
from onrecord.extract.dealings.words import DealingKind, dealing_kinds
from onrecord.extract.reports.grammar import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import Sentence, Token

BETWEEN = "between"
DEEP = 3  # steps from the noun to "between": "the signing of a deal between"
# Under these the noun is only talked of.
TALKED = frozenset({
    "call", "urge", "propose", "plan", "hope", "seek", "demand", "want", "discuss",
    "consider", "deny", "oppose", "prevent", "avoid", "offer", "suggest", "need",
    "expect", "schedule", "prepare", "await", "fear", "warn", "risk", "request",
    "insist", "favour", "favor", "cancel", "postpone", "rule", "mull", "weigh",
})  # fmt: skip
DONE = frozenset({"after", "since", "following", "despite", "during", "amid"})


@dataclass(frozen=True, slots=True)
class DealingNoun:
    """A noun's kind of deed, and the prepositions before its other side."""

    kind: DealingKind
    other: frozenset[str]


@cache
def dealing_nouns() -> Mapping[str, DealingNoun]:
    """What each noun tells, by its lemma."""
    path = resources.files("onrecord") / "data" / "dealing_nouns.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(
        (line for line in lines if not line.startswith("#")), delimiter="\t"
    )
    return {
        word: DealingNoun(
            dealing_kinds()[row["kind"]], frozenset(row["other"].split("|"))
        )
        for row in rows
        for word in row["words"].split("|")
    }


def noun_deeds(sentence: Sentence) -> Iterator[Deed]:
    """The deeds that nouns tell as done, with two sides hanging on them."""
    if sentence.zone == "headline":
        return
    for token in sentence.tokens:
        noun = noun_at(sentence, token.i)
        if noun is None or not _has_both(sentence, token, noun):
            continue
        if _is_done(sentence, token):
            yield Deed(noun.kind, noun.kind.mode, token.i)


def noun_at(sentence: Sentence, at: int) -> DealingNoun | None:
    """What the noun at token `at` tells; None for no noun, or another one."""
    token = sentence.tokens[at]
    if token.pos not in {"NOUN", "VERB"} or token.tag not in {"NN", "NNS", "VBG"}:
        return None
    before = sentence.tokens[at - 1].text.casefold() if at else ""
    lemma = token.text.casefold() if token.tag == "VBG" else token.lemma.casefold()
    table = dealing_nouns()
    return table.get(f"{before} {lemma}") or table.get(lemma)


def sides_of_noun(
    sentence: Sentence, at: int, noun: DealingNoun
) -> tuple[list[Token], list[Token]]:
    """The tokens of those who did it, and of those to whom."""
    joined = both_between(sentence, at)
    if joined:
        return joined, []
    doers = [*sentence.children_with(at, "poss")]
    others = list(_others(sentence, at, noun))
    for by in _preps(sentence, at, frozenset({"by"})):
        doers.extend(sentence.children_with(by.i, "pobj"))
    return doers, others


def both_between(sentence: Sentence, at: int) -> list[Token]:
    """The two behind "between" below the word: "a deal between A and B"."""
    level = [at]
    for _ in range(DEEP):
        if any(_is_none(sentence, above) for above in level):
            return []
        for above in level:
            for prep in _preps(sentence, above, frozenset({BETWEEN})):
                first = sentence.child(prep.i, "pobj")
                if first is not None:
                    return [first, *sentence.children_with(first.i, "conj")]
        level = [
            token.i
            for above in level
            for token in sentence.children_with(
                above, "prep", "pobj", "dobj", "nsubjpass"
            )
        ]
    return []


def _others(sentence: Sentence, at: int, noun: DealingNoun) -> Iterator[Token]:
    for prep in _preps(sentence, at, noun.other - {BETWEEN, "that"}):
        yield from sentence.children_with(prep.i, "pobj")
    if "that" in noun.other:
        for clause in sentence.children_with(at, "acl", "ccomp"):
            yield from sentence.children_with(clause.i, "nsubj", "nsubjpass")


def _preps(sentence: Sentence, at: int, words: frozenset[str]) -> Iterator[Token]:
    for token in sentence.children_with(at, "prep", "agent"):
        if token.text.casefold() in words:
            yield token


def _has_both(sentence: Sentence, token: Token, noun: DealingNoun) -> bool:
    """The cheap test first: something stands on either side."""
    doers, others = sides_of_noun(sentence, token.i, noun)
    is_joint = BETWEEN in noun.other and len(doers) > 1 and not others
    return is_joint or bool(doers and others)


def _is_done(sentence: Sentence, token: Token) -> bool:
    """Whether the words around take it as done: no plan, no wish, nothing negated."""
    if _is_none(sentence, token.i):
        return False
    for above in ancestors(sentence, token.i):
        word = above.text.casefold()
        if above.dep == "prep" and word in DONE:
            return True
        if above.pos in {"VERB", "AUX"}:
            return above.lemma not in TALKED and _is_past(sentence, above)
        if above.lemma in TALKED:
            return False
    return False


def _is_none(sentence: Sentence, at: int) -> bool:
    """Whether the noun is of nothing: "no talks"."""
    words = {token.text.casefold() for token in sentence.children_with(at, "det")}
    return bool(words & {"no", "any"})


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb tells what has been, and is not negated."""
    if sentence.child(verb.i, "neg") is not None:
        return False
    helpers = {token.lemma for token in sentence.children_with(verb.i, "aux")}
    is_passive = sentence.child(verb.i, "auxpass") is not None
    if helpers - {"have", "be"}:
        return False
    return verb.tag == "VBD" or (
        verb.tag == "VBN" and (is_passive or "have" in helpers)
    )
