"""Sentences of a note that tell what an earlier version held."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.corrections.cues import any_of, earlier, matcher
from onrecord.extract.corrections.phrases import QUOTE, Piece, without_tail

REST = re.compile(
    r"(?P<head>.+?)(?:;|\s[—–]|,?\s+(?:when|but|whereas|while|although)\b"
    r"(?: in fact,?)?)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
WRONG = r"\b(?:error|incorrect|wrong|mistake|misspel|misstat|misat|misid)"
THAT = re.compile(r"that\s+", re.IGNORECASE)
A_NAME = r"(?-i:[A-Z][\w’'.-]*(?:\s+(?:(?:de|van|von|al|bin)\s+)?[A-Z][\w’'.-]*)*)"


@dataclass(frozen=True, slots=True)
class Fault:
    """What an earlier version held.

    `was` is None where the note keeps it to itself. `now` is what the same sentence
    gives instead, `rest` what follows in it. `is_attribution`: the words stood, but
    were given to somebody else.
    """

    was: Piece | None = None
    now: Piece | None = None
    rest: Piece | None = None
    is_attribution: bool = False


def fault_in(sentence: Piece) -> Fault | None:
    """What this sentence says was wrong; None when it says nothing of the kind."""
    return _erratum(sentence) or _passive(sentence) or _active(sentence)


def _erratum(sentence: Piece) -> Fault | None:
    """From "for “A” an earlier version had “B”", "for “B” read “A”"."""
    both = rf"\W*for {_quoted('one')} (?P<verb>read|.*?\bhad) {_quoted('other')}.*"
    found = matcher(both).fullmatch(sentence.words)
    if found is None:
        return None
    one, other = sentence.group(found, "one"), sentence.group(found, "other")
    return (
        Fault(one, other) if found["verb"].casefold() == "read" else Fault(other, one)
    )


def _quoted(name: str) -> str:
    return rf"[“\"‘'](?P<{name}>[^”\"’']+)[”\"’'],?"


def _active(sentence: Piece) -> Fault | None:
    """From "an earlier version said ...", "we originally wrote ...", "it also gave"."""
    adverbs = any_of("earlier", "adverbs")
    texts = any_of("earlier", "texts")
    subject = (
        rf"(?:{earlier()}[^.;]{{0,90}}?|\bwe|\bthis {texts}(?=\s+{adverbs})"
        rf"|\bit(?=\s+(?:had|also|incorrectly|wrongly)\b)|\b{texts}\s+had)"
    )
    pattern = rf".*?{subject}\s+(?:{adverbs},?\s+)*(?:{_verbs()})\b(?P<rest>.*)"
    found = matcher(f"(?s:{pattern})").fullmatch(sentence.words)
    return _told(sentence, found) if found else None


def _verbs() -> str:
    saying = rf"(?P<saying>{any_of('saying', 'verbs')})"
    naming = rf"(?P<naming>{any_of('naming', 'verbs')})"
    attributing = rf"(?P<attributing>{any_of('attributing', 'verbs')})"
    return rf"{saying}|{naming}|{attributing}|(?P<having>had)(?=\s+[“\"‘])"


def _told(sentence: Piece, found: re.Match[str]) -> Fault:
    rest = sentence.group(found, "rest")
    cut = REST.fullmatch(rest.words)
    head = rest.group(cut, "head") if cut else rest
    more = rest.group(cut, "rest") if cut else None
    if found["attributing"]:
        return Fault(_behind(head, "to"), rest=more, is_attribution=True)
    if found["saying"] and _behind(head, "as") is None:
        return Fault(_clause(head), rest=more)
    if found["having"]:
        quoted = QUOTE.search(head.words)
        return Fault(head.group(quoted, "words") if quoted else None, rest=more)
    return Fault(_behind(head, "as"), _spelled(head, found["naming"]), more)


def _clause(head: Piece) -> Piece | None:
    """What was said, without "that"."""
    words = head.words.lstrip()
    lead = len(head.words) - len(words)
    that = THAT.match(words)
    kept = without_tail(head.cut(lead + (that.end() if that else 0), len(head.words)))
    return kept if kept.span() else None


def _behind(head: Piece, word: str) -> Piece | None:
    """What follows the last such word, without where it stood."""
    bare = without_tail(head)
    at = bare.words.casefold().rfind(f" {word} ")
    return bare.cut(at + len(word) + 2, len(bare.words)) if at >= 0 else None


def _spelled(head: Piece, verb: str | None) -> Piece | None:
    """The name that a note on its spelling spells: "misspelled Ada Corwen's name"."""
    if verb is None or not verb.casefold().startswith("missp"):
        return None
    forms = (
        r"\s*(?:the )?(?:\w+ )?(?:name|surname|names|spelling) of"
        rf" (?P<part>{A_NAME})\W*",
        rf".*?(?P<part>{A_NAME})['’]s? (?:\w+ )?(?:name|surname)\b.*",
        rf"\s*(?P<part>{A_NAME})\W*",
    )
    found = (matcher(form).fullmatch(without_tail(head).words) for form in forms)
    match = next((item for item in found if item), None)
    return head.group(match, "part") if match else None


def _passive(sentence: Piece) -> Fault | None:
    """From "was misspelled in an earlier version", "was wrongly attributed to"."""
    if matcher(rf"(?:{earlier()}|{WRONG})").search(sentence.words) is None:
        return None
    adverbs = any_of("earlier", "adverbs")
    be = r"(?:was|were|had been|has been|is|are|been)"
    pattern = rf"(?P<head>.*?)\b{be}\s+(?:{adverbs}\s+)*(?:{_verbs()})\b(?P<rest>.*)"
    found = matcher(f"(?s:{pattern})").fullmatch(sentence.words)
    if found is None or matcher(
        rf"{earlier()}.*\b(?:said|stated|reported|wrote)\b"
    ).search(found["head"]):
        return None
    rest = sentence.group(found, "rest")
    if found["attributing"]:
        return Fault(_behind(rest, "to"), is_attribution=True)
    verb = found["naming"]
    head = sentence.group(found, "head")
    return Fault(_behind(rest, "as"), _spelled(head, verb))
