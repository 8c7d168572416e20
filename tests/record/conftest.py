"""A fresh record for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record import Record, open_record
from tests.record.harbour import fill
from tests.record.made import findings_of
from tests.record.pier import COURIER, MAIL, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def harbour(record: Record) -> Record:
    """Four pages, resolved: a claim, an incident, one story, one dispute."""
    fill(record)
    return record


@pytest.fixture
def pier(record: Record) -> Record:
    """Two texts on a fallen pier, of one story."""
    joined(record, [findings_of(MAIL), findings_of(COURIER)])
    return record
