"""What is asked of a list of the world's places; others may bring their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from onrecord.gazetteer.places.place import Candidate

Standing = Literal["country", "region", "city", "town"]


class KnownNames(Protocol):
    """Says how well the world knows a name as a place's."""

    def standing(self, name: str) -> Standing | None:
        """What the greatest place of this name is; None when no place bears it.

        A "city" has 100,000 people or more, a "town" fewer.
        """
        ...


class PlaceBook(KnownNames, Protocol):
    """Says which places bear a name, too."""

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place that bears the name, the best known first."""
        ...
