"""Labels beside marks, where they cover nothing that stands already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = 7.2  # width of a letter at the size labels are drawn
LINE = 15
GAP = 10  # from the middle of a mark to its label


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a drawing; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> Box:
        """The box of this size with its middle at (x, y)."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: Box) -> bool:
        """Whether this lies wholly in the other, give or take a line above."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top - LINE <= self.top and self.bottom <= other.bottom


def place_label(
    mark: tuple[float, float], text: str, taken: Sequence[Box], room: Box
) -> Box:
    """Where a label goes: right of its mark, else left, above or below.

    The first place that is free and inside the room; right of it when none is.
    """
    x, y = mark
    width = LETTER * len(text)
    places = [
        Box.around(x + GAP + width / 2, y, width, LINE),
        Box.around(x - GAP - width / 2, y, width, LINE),
        Box.around(x, y - GAP - LINE / 2, width, LINE),
        Box.around(x, y + GAP + LINE / 2, width, LINE),
        Box.around(x + GAP + width / 2, y - LINE, width, LINE),
        Box.around(x + GAP + width / 2, y + LINE, width, LINE),
    ]
    free = (
        box
        for box in places
        if box.inside(room) and not any(box.meets(other) for other in taken)
    )
    return next(free, places[0])
