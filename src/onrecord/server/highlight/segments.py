"""Overlapping marks made into pieces that do not overlap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MarkKind = Literal[
    "figure", "mention", "cue", "source", "statement", "report", "dispute", "note",
    "asked",
]  # fmt: skip
KINDS = get_args(MarkKind)  # of marks of equal length the one named first is closer


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of a finding: what it is, where it leads, what to say of it.

    `finding` is the finding's id; `href` is None where nothing may be opened.
    """

    span: Span
    kind: MarkKind
    finding: str
    href: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same marks from end to end.

    `marks` are shortest first; `opens` are the findings whose first words these are.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    opens: tuple[str, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of the marks, each once, as classes."""
        return " ".join(dict.fromkeys(f"k-{mark.kind}" for mark in self.marks))

    @property
    def findings(self) -> str:
        """The ids of the findings, each once, parted by spaces."""
        return " ".join(dict.fromkeys(mark.finding for mark in self.marks))

    @property
    def href(self) -> str | None:
        """Where the closest of the marks leads."""
        return next((mark.href for mark in self.marks if mark.href), None)

    @property
    def label(self) -> str:
        """What to say of this piece, the closest mark first."""
        return "; ".join(dict.fromkeys(mark.label for mark in self.marks if mark.label))


def cut(text: str, marks: Iterable[Mark], *, offset: int = 0) -> tuple[Segment, ...]:
    """The text in pieces; joined they give it back exactly.

    `offset` is where the text begins in the coordinates of the marks. Of a mark that
    reaches beyond the text, the part inside counts.

    >>> from onrecord.model import Span
    >>> mark = Mark(Span(5, 9), "cue", "c1", None, "")
    >>> [piece.text for piece in cut("Rain fell all day", [mark])]
    ['Rain ', 'fell', ' all day']
    """
    end = offset + len(text)
    inside = sorted(
        (mark for mark in marks if mark.span.start < end and mark.span.end > offset),
        key=lambda mark: (mark.span, mark.finding, mark.kind),
    )
    edges = {offset, end}
    for mark in inside:
        edges |= {max(mark.span.start, offset), min(mark.span.end, end)}
    return tuple(_pieces(text, inside, sorted(edges), offset))


def _pieces(
    text: str, marks: Sequence[Mark], edges: Sequence[int], offset: int
) -> Iterable[Segment]:
    active: list[Mark] = []
    coming = iter([*marks, None])
    following = next(coming)
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.span.end > start]
        while following is not None and following.span.start <= start:
            active.append(following)
            following = next(coming)
        words = text[start - offset : end - offset]
        yield Segment(words, start, _closest_first(active), _opening(active, start))


def _closest_first(active: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(active, key=_closeness))


def _closeness(mark: Mark) -> tuple[int, int, str]:
    return len(mark.span), KINDS.index(mark.kind), mark.finding


def _opening(active: Sequence[Mark], start: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(mark.finding for mark in active if mark.span.start == start)
    )
