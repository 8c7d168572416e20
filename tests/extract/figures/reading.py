"""Sentences of a line of text, parsed once for all tests of figures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotate.headlines import is_title_case
from onrecord.annotate.passages import Paragraph
from onrecord.annotate.sentences import parse_sentences
from onrecord.extract.figures import find_tolls
from onrecord.language import SpacyParser
from onrecord.model import Span

if TYPE_CHECKING:
    from onrecord.extract.figures import Toll
    from onrecord.model import Sentence


@cache
def parser() -> SpacyParser:
    """The default parser, loaded once."""
    return SpacyParser()


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The text's sentences; a Title Case line is a headline."""
    zone = "headline" if is_title_case(text) else "body"
    paragraph = Paragraph(Span(0, len(text)), zone)  # type: ignore[arg-type]  # a zone
    return parse_sentences([paragraph], text, parser())


def tolls_of(text: str) -> list[Toll]:
    """The tolls of all sentences of the text."""
    return [toll for sentence in sentences_of(text) for toll in find_tolls(sentence)]


def told(text: str) -> list[str]:
    """Each toll in short: "killed 3..3", "injured 41..", parts with a "< "."""
    return sorted(map(_in_short, tolls_of(text)))


def _in_short(toll: Toll) -> str:
    part = "" if toll.part_of is None else "< "
    old = "old " if toll.is_superseded else ""
    low = "" if toll.low is None else toll.low
    high = "" if toll.high is None else toll.high
    return f"{part}{old}{toll.effect} {low}..{high}"
