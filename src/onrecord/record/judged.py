"""What a judge of pairs said before: shares of belief by the hash of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.rows import insert_rows, rows_among
from onrecord.record.schema import judged_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    Shares = tuple[float, float, float]  # agree, dispute, other


def read_judged(connection: Connection, pairs: Iterable[str]) -> dict[str, Shares]:
    """What was said of these pairs; those never judged are left out."""
    table = judged_pairs
    rows = rows_among(connection, select(table), table.c.pair, list(pairs))
    return {row.pair: (row.agree, row.dispute, row.other) for row in rows}


def add_judged(connection: Connection, judged: Mapping[str, Shares]) -> None:
    """Keep what was said of these pairs; what is kept already stays."""
    known = read_judged(connection, judged)
    rows = [
        {"pair": pair, "agree": agree, "dispute": dispute, "other": other}
        for pair, (agree, dispute, other) in judged.items()
        if pair not in known
    ]
    if rows:
        insert_rows(connection, judged_pairs, rows)
