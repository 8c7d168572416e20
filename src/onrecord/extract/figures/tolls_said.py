"""Tolls given as a number apart: "the toll rose to 45", "put the injured at 53"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Effect, Sentence

_EFFECTS: tuple[tuple[Effect, str], ...] = (
    ("killed", r"dead|deaths?|fatalities|killed|people killed|bodies|died"),
    ("injured", r"injured|wounded|injuries|people injured|people wounded|hurt"),
    ("missing", r"missing"),
    ("arrested", r"arrested|arrests|detained|detainees|detentions"),
    ("displaced", r"displaced|homeless"),
)
_TO = (
    r"(?:to|at|of|is|was|were|reached|reaches|hit|hits|stood at|stands at|passes|"
    r"passed|topped|tops|exceeded|exceeds|exceed|surpass\w*|as|now|stood|stands|past|"
    r"above|over|beyond)"
)
_GAP = r"(?:[^\s<;.]+ ){0,14}?"
_TOLL = re.compile(
    rf"(?<![a-z])(?:(?P<kind>death|casualty|injury) )?toll {_GAP}{_TO} <(?P<at>\d+)>"
    rf"|number of (?:the )?(?:[a-z]+ )?victims {_GAP}{_TO} <(?P<victims>\d+)>"
    rf"|toll {_GAP}from <(?P<old>\d+)> {_TO} <(?P<new>\d+)>"
    r"|toll (?:[^\s;.]+ ){0,20}?(?:rose|risen|climbed|jumped|grew|grown) to "
    r"<(?P<at2>\d+)>"
    rf"|toll (?:{_GAP})?<(?P<bare>\d+)>(?! (?:more|others))"
)
_NUMBER_OF = tuple(
    (
        effect,
        re.compile(
            rf"(?:number|count|tally|figure|total) (?:(?:of|for) (?:the )?(?:\S+ )"
            rf"{{0,3}}?)?(?:{words})\b {_GAP}{_TO} <(?P<at>\d+)>"
            rf"|(?:number|count|tally|figure|total) (?:of|for) (?:the )?(?:{words})\b "
            rf"{_GAP}from <\d+> to <(?P<at4>\d+)>"
            rf"|(?:^|[.,;] )(?:{words}) : <(?P<at5>\d+)>"
            rf"|\b(?:{words}) (?!list ){_GAP}(?:rose|risen|climbed|jumped|grew|"
            rf"grown|climb|rise) to <(?P<at6>\d+)>"
            rf"|the (?:{words}) (?:now )?{_TO} <(?P<at2>\d+)>"
            rf"|(?:brings?|bringing|brought|making|made|makes) (?:it )?(?:to )?"
            rf"<(?P<at3>\d+)> (?:the (?:number|total) of |(?:who|that) (?:have |had )?)"
            rf"(?:\S+ ){{0,3}}?(?:{words})\b"
        ),
    )
    for effect, words in _EFFECTS
)
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|gave|gives|revised|lowered|raised|corrected|cut|updated) "
    r"(?:the |that |this |its |their )?(?:figure|number|total|count|tally) "
    r"(?:down |up )?(?:at|as|to) <(?P<at>\d+)>"
    r"|\b(?:figure|number|total|count|tally|toll) (?:was|were|has been|had been) "
    r"(?:\w+ )?(?:put|revised|lowered|raised|corrected|cut|updated) "
    r"(?:\w+ )?(?:at|as|to) <(?P<at2>\d+)>"
)
_TOTAL = re.compile(
    r"\b(?:bring\w*|brought|tak\w+|took|rais\w+|push\w*|lift\w*) "
    r"(?:the |this |its )?(?:\w+ )?(?:total|number|count|figure|tally) "
    r"(?:[^\s<;.]+ ){0,6}?to <(?P<at>\d+)>"
)
RISING = re.compile(
    r"\b(?:rais\w+|rose|risen|rises|rising|climb\w*|bring\w*|brought|tak\w+|took|jump\w*|"
    r"correct\w+|revis\w+|lower\w+|updat\w+|increas\w+|grew|grown|later|now)\b"
)
EXCEEDING = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|pass(?:es|ed)?|top(?:s|ped)?|surpass(?:es|ed)?|past|"
    r"above|over|beyond) $"
)
_REVISED = re.compile(
    rf"(?:revised|lowered|corrected|raised|cut|updated) {_GAP}to <(?P<at>\d+)>"
)
_OLD = re.compile(
    r"\b(?:initial|earlier|early|first|previous|preliminary) (?:\S+ )?(?:reports?|"
    r"tolls?|counts?|figures?|estimates?|versions?|tally|accounts?|statements?)\b"
    r"|\b(?:first|initially|originally|at first|previously|earlier) (?:had )?(?:said|"
    r"reported|spoke|spoken|put|gave|given|announced|counted|told)\b"
    r"|\b(?:day|days|hours|night|week) (?:before|earlier),? \S+ (?:\S+ )?(?:had )?"
    r"(?:said|reported|spoke|spoken|put|given|announced|counted|told)\b"
    r"|\b(?:at first|initially|originally)\b"
    r"|\bpreviously reported\b|\b(?:up|down) from\b|\brevis\w+ from\b"
)


def marked(sentence: Sentence, quantities: Sequence[Quantity]) -> str:
    """The sentence in small letters with "<n>" for its nth quantity."""
    words: list[str] = []
    at = 0
    by_first = {quantity.first: n for n, quantity in enumerate(quantities)}
    while at < len(sentence.tokens):
        n = by_first.get(at)
        words.append(sentence.tokens[at].text.casefold() if n is None else f"<{n}>")
        at = at + 1 if n is None else quantities[n].last + 1
    return " ".join(words)


def find_said(text: str) -> Iterator[tuple[Effect, int, bool]]:
    """From marked text: effect, which quantity, and whether it is superseded."""
    for match in _TOLL.finditer(text):
        kind: Effect = "injured" if match["kind"] == "injury" else "killed"
        if match["old"]:
            yield kind, int(match["old"]), True
        keys = ("new", "at", "at2", "victims", "bare")
        yield kind, int(next(n for n in map(match.group, keys) if n)), False
    for effect, pattern in _NUMBER_OF:
        for match in pattern.finditer(text):
            yield effect, int(next(n for n in match.groups() if n)), False


def put_at(text: str) -> int | None:
    """The quantity that stands for a figure told before: "put the figure at 11"."""
    match = _PUT_AT.search(text)
    return int(match["at"] or match["at2"]) if match else None


def total_of(text: str) -> int | None:
    """The quantity that what is told brings the total to; None for none."""
    match = _TOTAL.search(text)
    return int(match["at"]) if match else None


def revised_to(text: str) -> int | None:
    """The quantity that a figure was revised to; None when none was."""
    match = _REVISED.search(text)
    return int(match["at"]) if match else None


def is_superseded(text: str, n: int) -> bool:
    """Whether the nth quantity is what earlier reports said."""
    at = text.find(f"<{n}>")
    old = [match for match in _OLD.finditer(text) if match.start() < at]
    if not old:
        return False
    # "revised from <0> to <1>": the number after "to" is the new one.
    between = text[old[-1].end() : at]
    return not re.search(
        r"(?:\b(?:revised|raised|lowered|corrected)\b.*|<\d+>.*) to $", between
    )
