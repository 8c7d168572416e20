"""Rows as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from _typeshed import DataclassInstance

# A cell of text that opens so is run by spreadsheets; the last four are the same signs
# in full width, which some of them read alike.
OPENING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - as pages have them


def write_csv(
    kind: type[DataclassInstance], rows: Iterable[DataclassInstance], stream: TextIO
) -> int:
    """Write the names of the columns and the rows; returns how many rows.

    None is an empty cell. Text that opens as a formula does gets an apostrophe before
    it; numbers do not.
    """
    names = [field.name for field in fields(kind)]
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    count = 0
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in names])
        count += 1
    return count


def _cell(value: Any) -> str | int | float:
    """A cell as CSV has it.

    >>> _cell("=1+1"), _cell(-1.5), _cell(None), _cell(True)
    ("'=1+1", -1.5, '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        told = value.replace("\x00", "")
        return f"'{told}" if told.startswith(OPENING) else told
    number: int | float = value
    return number
