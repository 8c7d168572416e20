"""Who or what an event struck, by the grammar of the word that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import is_person_noun

if TYPE_CHECKING:
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence, Token

AGAINST = frozenset({"of", "against", "on", "upon"})
SUFFERED = frozenset({"killing", "murder", "assassination", "abduction", "execution",
                      "massacre", "beheading", "rape", "arrest"})  # fmt: skip
CERTAIN = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her",
                     "their", "its", "both", "my", "our"})  # fmt: skip
PERSONAL = frozenset({"he", "she", "him", "her", "i", "me", "us", "we"})
PLURAL = frozenset({"NNS", "NNPS"})


def struck_in(sentence: Sentence, trigger: Trigger) -> int | None:
    """The token of whom or what the event struck; None when the words tell nobody."""
    if trigger.is_verb:
        return _object(sentence, sentence.tokens[trigger.at])
    for token in sentence.children_with(trigger.at, "prep"):
        if token.text.casefold() in AGAINST:
            inner = sentence.child(token.i, "pobj")
            if inner is not None and inner.entity not in {"DATE", "TIME"}:
                return inner.i
    owner = sentence.child(trigger.at, "poss")
    is_suffered = trigger.kind.name in SUFFERED
    return owner.i if owner is not None and is_suffered else None


def is_certain(sentence: Sentence, at: int) -> bool:
    """Whether the words mean certain people or things: named, counted or pointed at.

    "A judge", "two judges", "Ana Petrell" and "she" are certain, bare "judges" not.
    """
    token = sentence.tokens[at]
    if token.text.casefold() in PERSONAL or token.pos == "PROPN":
        return True
    if token.pos == "PRON":
        return False
    parts = list(sentence.children_with(at, "det", "nummod", "poss"))
    if any(part.dep != "det" or part.text.casefold() in CERTAIN for part in parts):
        return True
    apposed = sentence.child(at, "appos")
    return apposed is not None and apposed.pos == "PROPN"


def is_named(sentence: Sentence, at: int) -> bool:
    """Whether the words name or count the victims: "Ana Petrell", "two judges"."""
    if sentence.tokens[at].pos == "PROPN":
        return True
    beside = sentence.children_with(at, "nummod", "appos")
    return any(part.pos in {"NUM", "PROPN"} for part in beside)


def is_somebody(token: Token) -> bool:
    """Whether the word may mean people: a name, a pronoun, a noun for people."""
    if token.pos in {"PROPN", "PRON", "NUM", "ADJ", "VERB"}:
        return True
    return is_person_noun(token) or token.entity in {"CARDINAL", "NORP", "PERSON"}


def name_words(sentence: Sentence, at: int) -> frozenset[str]:
    """The words of the name at token `at` or beside it, in small letters.

    "Judge Ana Petrell" and "the judge, Ana Petrell," give the same words.
    """
    beside = [
        t.i for t in sentence.children_with(at, "appos", "compound", "flat", "nmod")
    ]
    inner = [t.i for i in beside for t in sentence.children_with(i, "compound")]
    tokens = (sentence.tokens[i] for i in (at, *beside, *inner))
    return frozenset(
        token.text.casefold()
        for token in tokens
        if token.pos == "PROPN" and token.entity not in {"GPE", "NORP", "LOC"}
    )


def _object(sentence: Sentence, verb: Token) -> int | None:
    suffers = sentence.child(verb.i, "nsubjpass")
    if suffers is not None:
        return _meant(sentence, suffers, verb)
    direct = sentence.child(verb.i, "dobj")
    if direct is not None:
        return direct.i
    if verb.tag == "VBN" and verb.dep == "acl":
        return verb.head
    if verb.dep == "conj" and verb.tag == "VBN" and verb.head != verb.i:
        return _object(sentence, sentence.tokens[verb.head])
    return None


def _meant(sentence: Sentence, subject: Token, verb: Token) -> int:
    """The noun that "who" or "which" stands for, else the subject itself."""
    if subject.tag in {"WP", "WDT"} and verb.dep == "relcl":
        return verb.head
    return subject.i
