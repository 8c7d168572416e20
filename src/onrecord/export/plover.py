"""What a report is by PLOVER."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Report


def plover_of(report: Report) -> tuple[str | None, str | None]:
    """Event and mode by the fixed table; None for accidents and disasters."""
    # Imported late: the extractors load numpy, which most commands never need.
    from onrecord.extract import dealing_kinds  # noqa: PLC0415 - numpy, see above

    kind = dealing_kinds().get(report.detail or "")
    return (kind.event, kind.mode) if kind else (None, None)
