"""Export rows of a record, as tests compare them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path


def rows_of(record: Path, kind: str | None = None) -> list[dict[str, Any]]:
    """The rows of an export with texts; of one kind or of all."""
    done = run_here(record, "export", "--with-text")
    assert done.status == 0, done.err
    rows = [json.loads(line) for line in done.out.splitlines()]
    return [row for row in rows if kind in {None, row["kind"]}]


def standing(record: Path) -> list[str]:
    """Every row that stands, without the times of runs: what two records share."""
    rows = [row for row in rows_of(record) if not row.get("revoked_at")]
    return sorted(
        json.dumps({key: row[key] for key in sorted(row) if key != "at"})
        for row in rows
    )
