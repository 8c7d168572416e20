"""The order in which pages arrive changes nothing."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from onrecord.codec import to_json
from onrecord.export import export_rows
from onrecord.model import Source
from onrecord.pipeline import ingest, load_tools
from onrecord.record import open_record
from onrecord.sample import sample_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.pipeline import Tools

NOW = datetime(2031, 3, 2, tzinfo=UTC)
PAGES = 8


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The default models, loaded once."""
    return load_tools()


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    """Sample pages on one long matter."""
    return [
        Source(page.name, page.read_bytes(), "sample", page.url, page.outlet)
        for page in sample_pages()[:PAGES]
    ]


def test_two_orders_of_arrival_give_one_record(
    sources: list[Source], tools: Tools, tmp_path: Path
) -> None:
    forwards = _rows(tmp_path / "a.db", [sources], tools)
    mixed = [sources[5:], sources[3:1:-1], sources[:2], sources[4:5]]
    assert _rows(tmp_path / "b.db", mixed, tools) == forwards


def test_ingest_says_at_once_what_became_of_each(
    sources: list[Source], tools: Tools, tmp_path: Path
) -> None:
    empty = Source("nothing.html", b"<p>", "file")
    given = [sources[0], empty, sources[0]]
    with open_record(tmp_path / "r.db") as record:
        told = list(ingest(record, given, tools, now=NOW))
    assert [item.outcome for item in told] == ["added", "skipped", "known"]
    assert told[0].page == told[2].page
    assert all((item.reason is None) is (item.page is not None) for item in told)


def test_nothing_given_leaves_an_empty_record(tools: Tools, tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        assert list(ingest(record, [], tools, now=NOW)) == []
        assert list(export_rows(record)) == []


def _rows(path: Path, batches: Sequence[Sequence[Source]], tools: Tools) -> list[str]:
    """The rows that stand after these batches, without the times of runs."""
    with open_record(path) as record:
        for batch in batches:
            for told in ingest(record, batch, tools, now=NOW):
                assert told.outcome == "added", told
        rows = [asdict(row) for row in export_rows(record, with_text=True)]
    return sorted(to_json(row) for row in rows if not row.get("revoked_at"))
