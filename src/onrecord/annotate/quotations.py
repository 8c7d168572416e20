"""Words in quotation marks, tracked paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from onrecord.annotate.marks import Mark, read_marks
from onrecord.model import Quotation, Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class _Open:
    """A quotation whose close is still to come."""

    kind: Literal["double", "single"]
    depth: int
    start: int  # of the opening mark in this paragraph
    begin: int  # of the words in this paragraph
    outer: list[Span] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)

    def end_piece(self, inner_end: int, outer_end: int, text: str) -> None:
        """Close the piece that lies in this paragraph."""
        self.outer.append(Span(self.start, outer_end))
        if self.begin < inner_end:
            inner = trimmed(Span(self.begin, inner_end), text)
            if inner is not None:
                self.inner.append(inner)

    def finished(self, *, closed: bool) -> Quotation:
        """What was found, for good."""
        outer, inner = tuple(self.outer), tuple(self.inner)
        return Quotation(outer, inner, self.kind, closed, self.depth)


def find_quotations(paragraphs: Iterable[Span], text: str) -> tuple[Quotation, ...]:
    """Every quotation in these paragraphs of `text`, by where it opens.

    A quotation left open at the end of a paragraph goes on in the next one when that
    one opens again, or closes what it never opened. An apostrophe is no mark.
    """
    finder = _Finder(text)
    for paragraph in paragraphs:
        finder.read(paragraph)
    finder.give_up()
    return tuple(sorted(finder.found, key=lambda quotation: quotation.outer[0]))


class _Finder:
    """The quotations that are open, innermost last, while paragraphs go by."""

    def __init__(self, text: str) -> None:
        self.found: list[Quotation] = []
        self._text = text
        self._open: list[_Open] = []
        self._carried: _Open | None = None

    def read(self, paragraph: Span) -> None:
        """Take in the next paragraph."""
        marks = read_marks(paragraph, self._text)
        if self._carried is not None:
            marks = self._resume(self._carried, marks, paragraph)
        for mark in marks:
            if mark.opens:
                self._start(mark)
            else:
                self._stop(mark)
        self._end_paragraph(paragraph)

    def give_up(self) -> None:
        """The text ends: what is still open stays unclosed."""
        if self._carried is not None:
            self.found.append(self._carried.finished(closed=False))
            self._carried = None

    def _resume(self, carried: _Open, marks: list[Mark], paragraph: Span) -> list[Mark]:
        """Go on with the quotation that the paragraph before left open."""
        first = next((mark for mark in marks if mark.kind == carried.kind), None)
        reopens = (
            first is not None and first.opens and first.span.start == paragraph.start
        )
        if first is None or (first.opens and not reopens):
            self.give_up()
            return marks
        self._carried = None
        carried.start = paragraph.start
        carried.begin = first.span.end if reopens else paragraph.start
        self._open.append(carried)
        return [mark for mark in marks if not (reopens and mark is first)]

    def _start(self, mark: Mark) -> None:
        depth = min(len(self._open), 1)
        self._open.append(_Open(mark.kind, depth, mark.span.start, mark.span.end))

    def _stop(self, mark: Mark) -> None:
        if not any(item.kind == mark.kind for item in self._open):
            return
        while self._open:
            item = self._open.pop()
            if item.kind == mark.kind:
                item.end_piece(mark.span.start, mark.span.end, self._text)
                self.found.append(item.finished(closed=True))
                return

    def _end_paragraph(self, paragraph: Span) -> None:
        for number, item in enumerate(self._open):
            item.end_piece(paragraph.end, paragraph.end, self._text)
            if number == 0 and item.kind == "double":
                self._carried = item
            else:
                self.found.append(item.finished(closed=False))
        self._open.clear()
