"""Pieces of a sentence: what stands against what, and the part that does so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.corrections.cues import DATE, MONTH_NAME, WEEKDAY_NAME, matcher
from onrecord.extract.numbers import NUMBER_WORDS
from onrecord.model import Span, trimmed

MARKS = " \t\r\n\u00a0\"“”‘'.,;:()[]—–-"
QUOTE = re.compile('[“"‘](?P<words>[^”"]+)[”"]')
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBER = re.compile(
    rf"(?:\d[\d,.]*\d|\d|\b(?:{_WORDS})\b)(?:[\s-]+(?:and\s+)?(?:{_WORDS})\b)*", re.I
)
AGAINST = re.compile(
    r"(?P<now>.+?)(?:(?:,|\s[—–-])\s*(?:and |but )?not|\s+and not|,?\s+(?:rather than"
    r"|instead of|as opposed to))\s+(?P<was>.+)",
    re.I | re.S,
)
TURNED = re.compile(
    r"(?P<lead>.*?)\bnot (?P<was>.+?),? but (?:rather )?(?P<now>.+)", re.I | re.S
)
TAIL = re.compile(
    r",?\s+(?:as\s+(?:\w+ )?(?:an? |the )?(?:earlier|previous|prior|originally"
    r"|initially|previously|first|incorrectly|wrongly|stated|reported|we|it)\b.*"
    r"|(?:as )?in (?:the |an? )?(?:\w+ )?(?:paragraphs?|version|headline|caption)\b.*"
    r"|according to\b.*|which was\b.*)$",
    re.I | re.S,
)
PREPOSITION = re.compile(
    r"(?:at|in|on|by|of|from|to|for|with|near|under|after|before)\b", re.I
)
LEADS = frozenset({"the", "a", "an", "its", "his", "her"})
SHORT = 4  # words of a piece set between commas


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the page, and where they begin."""

    words: str
    start: int

    def group(self, found: re.Match[str], name: str) -> Piece:
        """The part of these words that a match in them calls so."""
        return Piece(found[name], self.start + found.start(name))

    def cut(self, start: int, end: int) -> Piece:
        """The words from one place in them to another."""
        return Piece(self.words[start:end], self.start + start)

    def span(self) -> Span | None:
        """Where the words stand, without marks at their ends; None without words."""
        if not self.words.strip():
            return None
        whole = Span(0, len(self.words))
        kept = trimmed(whole, self.words, MARKS)
        if kept is None:
            return None
        end = kept.end + (
            self.words[kept.end : kept.end + 1] == ")" and "(" in kept.of(self.words)
        )
        return Span(self.start + kept.start, self.start + end)


@dataclass(frozen=True, slots=True)
class Pair:
    """What was said and what holds now; either may be missing."""

    was: Piece | None = None
    now: Piece | None = None


def set_against(piece: Piece) -> Pair | None:
    """The two sides of "X, not Y"; None when the words set nothing against it."""
    turned = TURNED.fullmatch(piece.words)
    if turned:
        return Pair(piece.group(turned, "was"), piece.group(turned, "now"))
    found = AGAINST.fullmatch(piece.words)
    if found is None:
        return None
    was = without_tail(_first_part(piece.group(found, "was")))
    return Pair(was, beside(piece.group(found, "now"), was))


def _first_part(piece: Piece) -> Piece:
    """The words up to a comma, where what follows goes on with the sentence."""
    head, comma, _ = piece.words.partition(", ")
    return Piece(head, piece.start) if comma and len(head.split()) <= SHORT else piece


def without_tail(piece: Piece) -> Piece:
    """The words without where they stood or who said so at their end."""
    found = TAIL.search(piece.words)
    return piece.cut(0, found.start()) if found else piece


def beside(now: Piece, was: Piece) -> Piece:
    """The part of `now` that stands where `was` stood."""
    for part in (_quoted, _dated, _numbered, _placed, _headed):
        found = part(now, was)
        if found is not None:
            return found
    return complement(now) or now


def _quoted(now: Piece, was: Piece) -> Piece | None:
    found = QUOTE.search(now.words)
    return now.group(found, "words") if found and QUOTE.search(was.words) else None


def _dated(now: Piece, was: Piece) -> Piece | None:
    for form in (DATE, WEEKDAY_NAME, MONTH_NAME):
        pattern = matcher(rf"\b{form}\b")
        if pattern.search(was.words):
            found = pattern.search(now.words)
            return now.cut(*found.span()) if found else None
    return None


def _numbered(now: Piece, was: Piece) -> Piece | None:
    if NUMBER.search(was.words) is None:
        return None
    found = list(NUMBER.finditer(now.words))
    if not found:
        return None
    unit = was.words.split()[-1].casefold()
    alike = [
        m for m in found if now.words[m.end() :].strip().casefold().startswith(unit)
    ]
    best = (alike or found)[-1]
    return now.cut(*best.span())


def _placed(now: Piece, was: Piece) -> Piece | None:
    """From the same preposition on."""
    found = PREPOSITION.match(was.words)
    at = now.words.casefold().rfind(f" {found[0].casefold()} ") if found else -1
    return now.cut(at + 1, len(now.words)) if at >= 0 else None


def _headed(now: Piece, was: Piece) -> Piece | None:
    """The noun phrase that ends in the same word: "the miners' union"."""
    words = was.words.rstrip(MARKS).split()
    if words[0].casefold() not in LEADS or words[1:] == []:
        return None
    found = matcher(
        rf".*\b(?P<part>(?:the|an?)\s(?:\S+\s){{0,4}}?{re.escape(words[-1])})\b"
    ).match(now.words)
    return now.group(found, "part") if found else None


CLEFT = re.compile(
    r"\W*(?:it|that) (?:was|is) (?P<part>.+?) (?:who|whom|that|which)\b.*", re.I | re.S
)
SAID_OF = re.compile(
    r"(?:the (?:correct|right|actual|accurate) .{1,60}?|(?:the|his|her|its|their|both)"
    r" (?:\w+[\s-]){0,2}?(?:names?|surname|spelling|number|figure|total|toll|date|title"
    r"|role|age|rank|party|sum|amount|level|distance|place|day|year|count)"
    r"(?: of .{1,40}?)?|.{1,40}['’]s? (?:\w+ )?(?:name|surname|title|age|role)"
    r"|it|he|she|they|that|this|there|these|those) (?:is|was|are|were|should be)"
    r" (?:now |in fact |actually |spelled |called |named )?(?P<part>.+)",
    re.I | re.S,
)
NAMED = re.compile(
    r"(?:[A-Z\d“\"‘']|(?:an?|the|its?|his|her|their|about|at least|nearly)\b)"
)


def complement(piece: Piece) -> Piece | None:
    """What "it is ..." says that it is; None where the words say no such thing."""
    cleft = CLEFT.fullmatch(piece.words)
    if cleft:
        return piece.group(cleft, "part")
    found = SAID_OF.fullmatch(piece.words)
    if found is None:
        return None
    part = piece.group(found, "part")
    is_thing = NAMED.match(part.words) or NUMBER.match(part.words)
    return part if is_thing else None
