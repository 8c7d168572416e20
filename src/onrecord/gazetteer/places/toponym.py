"""A place name as it stands in an article, and the place that it was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.place import Place

if TYPE_CHECKING:
    from onrecord.gazetteer.places.place import Precision


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as worded, with the words around it (some forty characters)."""

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place that a name means here; `score` is how sure we are, 0 to 1."""

    place: Place
    score: float

    @property
    def precision(self) -> Precision:
        """How exactly the point is known."""
        return self.place.precision
