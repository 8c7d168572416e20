"""The long table of figures as a Parquet file, where pyarrow is installed."""

from __future__ import annotations

import importlib
from dataclasses import asdict, fields
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.errors import MissingExtra
from onrecord.export.events.figures import FigureLine, figure_lines
from onrecord.export.gather import gather

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.export.events.asked import Asked
    from onrecord.record import Record

ROWS = 10_000  # of a group: written at once, so that memory stays small
KINDS = {"int": "int64", "float": "float64", "bool": "bool_", "str": "string"}


def write_parquet(record: Record, asked: Asked, path: Path) -> int:
    """Write every figure's row to a file; returns how many.

    Raises MissingExtra when pyarrow is not installed, before anything is written.
    """
    arrow, parquet = _arrow("pyarrow"), _arrow("pyarrow.parquet")
    schema = arrow.schema(
        [_column(arrow, item.name, item.type) for item in fields(FigureLine)]
    )
    lines = figure_lines(record, gather(record), asked)
    count = 0
    with parquet.ParquetWriter(str(path), schema) as writer:
        while group := [asdict(line) for line in islice(lines, ROWS)]:
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            count += len(group)
    return count


def _arrow(name: str) -> Any:
    """A module of pyarrow, whose types are its own."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtra("a Parquet table", extra="parquet") from error


def _column(arrow: Any, name: str, told: Any) -> Any:
    """The column of a field, whose type is told in words: "int | None"."""
    kind, _, rest = str(told).partition(" | ")
    return arrow.field(name, getattr(arrow, KINDS[kind])(), nullable=rest == "None")
