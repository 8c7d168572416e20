"""Days for cutting and sorting, from times known as far as a page tells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Moment


def earliest_day(moment: Moment | None) -> date | None:
    """The first day that the moment can be; None for no moment.

    >>> from onrecord.model import Moment
    >>> earliest_day(Moment("2025-09", "month"))
    datetime.date(2025, 9, 1)
    >>> earliest_day(Moment("2025-W39", "week"))
    datetime.date(2025, 9, 22)
    """
    if moment is None:
        return None
    if moment.precision == "year":
        return date(int(moment.iso[:4]), 1, 1)
    if moment.precision == "month":
        return date.fromisoformat(moment.iso[:7] + "-01")
    return date.fromisoformat(moment.iso[: 8 if moment.precision == "week" else 10])
