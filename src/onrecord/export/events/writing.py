"""The forms of the export that are text, each by its name on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.export.events.acled_like import AcledLike, acled_like
from onrecord.export.events.cells import write_csv
from onrecord.export.events.figures import FigureLine, figure_lines
from onrecord.export.events.geojson import write_geojson
from onrecord.export.events.ucdp_like import UcdpLike, ucdp_like
from onrecord.export.gather import gather

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from onrecord.export.events.asked import Asked
    from onrecord.export.known import Known
    from onrecord.record import Record


def write_events(record: Record, form: str, asked: Asked, stream: TextIO) -> int:
    """Write incidents or figures in this form; returns how many rows."""
    return FORMS[form](record, gather(record), asked, stream)


def _figures(record: Record, known: Known, asked: Asked, stream: TextIO) -> int:
    return write_csv(FigureLine, figure_lines(record, known, asked), stream)


def _acled(record: Record, known: Known, asked: Asked, stream: TextIO) -> int:
    return write_csv(AcledLike, acled_like(record, known, asked), stream)


def _ucdp(record: Record, known: Known, asked: Asked, stream: TextIO) -> int:
    return write_csv(UcdpLike, ucdp_like(record, known, asked), stream)


FORMS: dict[str, Callable[[Record, Known, Asked, TextIO], int]] = {
    "figures-csv": _figures,
    "geojson": write_geojson,
    "acled-like": _acled,
    "ucdp-like": _ucdp,
}
