"""What changed between two captures of one address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model import PageId
from onrecord.record.views import CaptureRow, CorrectionView, Words

if TYPE_CHECKING:
    from datetime import datetime

ChangeKind = Literal[
    "headline", "byline", "statement", "attribution", "figure", "name", "note"
]
How = Literal["added", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a wording; `is_changed`: the other capture has others there."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """Something as one capture words it; `words` is None where only markup tells it.

    The texts of the pieces, joined, are `text`.
    """

    text: str
    pieces: tuple[Piece, ...]
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two captures, as found in each.

    `before` is None for what the earlier capture does not hold, `after` for what was
    not found in the later one. `about` says of what: the speaker of a statement, the
    words of an attribution, the effect of a figure, the type of a name; None where
    nobody is named. `notes` are the later capture's own notes about it.
    """

    kind: ChangeKind
    how: How
    before: Wording | None
    after: Wording | None
    about: str | None = None
    notes: tuple[CorrectionView, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """Captures in a row that hold the same article text; `page_id` is the first's.

    `number` counts the texts of the address; one that comes back has its old number.
    """

    number: int
    page_id: PageId
    captures: tuple[CaptureRow, ...]

    @property
    def captured_at(self) -> datetime | None:
        """When it was first captured; None when nobody said."""
        return self.captures[0].captured_at


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one revision to the next, in reading order.

    `is_order_known` is False where nobody said when one of the two was captured.
    """

    earlier: Revision
    later: Revision
    changes: tuple[Change, ...]
    is_order_known: bool


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of one address in the order of their capture times."""

    where: str
    revisions: tuple[Revision, ...]
    comparisons: tuple[Comparison, ...]
