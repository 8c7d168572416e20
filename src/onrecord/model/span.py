"""The one coordinate: a half-open range of Python characters in `Page.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`; never empty.

    >>> Span(0, 4).of("Rain fell.")
    'Rain'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what opens no words."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"no words between {self.start} and {self.end}")

    def __len__(self) -> int:
        """Characters covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span opens in the page's text."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of several spans, in the order given, parted by " ... ".

    >>> words_of((Span(0, 4), Span(10, 14)), "Rain fell all day")
    'Rain ... all '
    """
    return " ... ".join(span.of(text) for span in spans)


def trimmed(span: Span, text: str, strip: str | None = None) -> Span | None:
    """The span without white space (or `strip` characters) at its ends.

    None when nothing is left.

    >>> trimmed(Span(0, 6), "  ab  ")
    Span(start=2, end=4)
    """
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(strip))
    end = span.end - (len(words) - len(words.rstrip(strip)))
    return Span(start, end) if start < end else None
