"""A fresh record for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record import Record, open_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened
