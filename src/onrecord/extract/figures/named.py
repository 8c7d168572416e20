"""The dead and the injured told by name, or by some of them.

"The dead were named as Ana Petrell, 34, and Jon Sarvik, 29" are two; "the wounded
include a nurse" tells one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.people import combined, count_people
from onrecord.extract.figures.phrases import phrase_from
from onrecord.extract.figures.toll import Toll
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.extract.figures.toll import Headcount
    from onrecord.model import Effect, Sentence

_DEAD = r"(?:dead|deceased|fatalities|killed|victims?|(?:dead|slain) (?:wo)?m[ae]n)"
_HURT = r"(?:injured|wounded|hurt)"
_NAMED = re.compile(
    rf"\b(?:the|those|both|all|its|two|three|four) (?:[^\s.;]+ ){{0,2}}?"
    rf"(?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT})) "
    r"(?:(?:in|of|from) (?:[^\s.;]+ ){1,7}?)?"
    r"(?:(?:was|were|have|has|been|later|also|since|is|are) ){1,4}"
    r"(?:named|identified)(?: [^\s.;,]+){0,6}? as (?P<names>.)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?P<dead>killed|dead)|(?P<hurt>injured|wounded|hurt)) (?:were|are|was|is) "
    r"(?P<names>.)",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"\b(?:(?:the|those) (?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT})) "
    r"(?:also )?(?:includes?|included)"
    rf"|among (?:the|those) (?:(?P<dead2>{_DEAD})|(?P<hurt2>{_HURT}))"
    r" (?:was|were|is|are)) (?P<who>.)",
    re.IGNORECASE,
)


def find_named(sentence: Sentence, text: str) -> Iterator[Toll]:
    """One toll for a list of names of the dead; `text` are the page's words."""
    for pattern in (_NAMED, _OPENING):
        for match in pattern.finditer(text):
            start = sentence.span.start + match.start("names")
            names = list(_names(sentence, start))
            effect: Effect = "killed" if match["dead"] else "injured"
            if len(names) > 1 or (names and "victims" not in match.group()):
                yield _toll(sentence, effect, len(names), (names[0][0], names[-1][1]))


def _names(sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    """First and last token of each name from this character on; no places."""
    tokens = sentence.tokens
    i = next((t.i for t in tokens if t.span.start >= start), len(tokens))
    while i < len(tokens):
        last = i
        is_name = tokens[i].tag == "NNP"
        while is_name and last + 1 < len(tokens) and tokens[last + 1].tag == "NNP":
            last += 1
        is_person = any(t.entity == "PERSON" for t in tokens[i : last + 1])
        lead = tokens[i - 1] if i else None
        is_free = lead is None or lead.text == "as" or lead.pos not in {"ADP", "DET"}
        if is_name and is_free and (is_person or last > i):
            yield i, last
        i = last + 1


def find_some(
    sentence: Sentence, quantities: Sequence[Quantity], text: str
) -> Iterator[Toll]:
    """Some of the struck: "the dead include a nurse", "among the injured is a boy"."""
    for match in _SOME.finditer(text):
        start = sentence.span.start + match.start("who")
        at = next((t.i for t in sentence.tokens if t.span.start >= start), None)
        phrase = phrase_from(sentence, at, quantities) if at is not None else None
        if phrase is None:
            continue
        count = combined(count_people(sentence, phrase.head, quantities))
        if count is not None and count.low:
            effect: Effect = "killed" if match["dead"] or match["dead2"] else "injured"
            yield _counted(sentence, effect, count, count.first)


def find_among(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Toll]:
    """Whoever is said to be one of the hurt: "a cameraman was among the wounded"."""
    for token in sentence.tokens[:-2]:
        verb = sentence.tokens[token.head]
        subject = sentence.child(verb.i, "nsubj")
        hurt = sentence.tokens[token.i + 2].text.casefold()
        is_said = token.text.casefold() == "among" and verb.lemma == "be"
        if not is_said or subject is None or hurt not in {"injured", "wounded", "hurt"}:
            continue
        count = combined(count_people(sentence, subject.i, quantities))
        if count is not None and count.low:
            yield _counted(sentence, "injured", count, token.i)


def _counted(sentence: Sentence, effect: Effect, count: Headcount, at: int) -> Toll:
    first, last = sentence.tokens[count.first], sentence.tokens[count.last]
    return Toll(
        effect, count.low, count.high, count.qualifier, count.about, added=False,
        counted=count.counted, span=Span(first.span.start, last.span.end), trigger=at,
    )  # fmt: skip


def _toll(
    sentence: Sentence, effect: Effect, number: int, run: tuple[int, int]
) -> Toll:
    first, last = sentence.tokens[run[0]], sentence.tokens[run[1]]
    return Toll(
        effect, number, number, None, about=False, added=False, counted=None,
        span=Span(first.span.start, last.span.end), trigger=run[0],
    )  # fmt: skip
