"""A statement in the making: who and what by place, nobody identified yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model import CueClass, Span

Frame = Literal[
    "quotation", "clause", "infinitive", "object", "phrase", "parenthesis", "according",
    "noun", "colon", "floating", "headline", "cited", "answer",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """The noun phrase that speaks: its head is token `head` of sentence `sentence`."""

    sentence: int
    head: int
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found; `frame` is the construction that showed it.

    `sentence` is the cue's. `said` is the date expression on the cue, as worded.
    `sureness` is how likely the content ends where it does, None where that was not
    weighed.
    """

    sentence: int
    cue: tuple[Span, ...]
    cue_class: CueClass
    content: tuple[Span, ...]
    source: Source | None
    frame: Frame
    negated: bool = False
    hedged: bool = False
    denied: tuple[Span, ...] = ()
    said: str | None = None
    sureness: float | None = None

    @property
    def place(self) -> int:
        """Where it stands in the page: the earliest of cue and content."""
        return min(span.start for span in (*self.cue, *self.content))
