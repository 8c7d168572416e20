"""What becomes of a source that was forgotten before."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.model import Findings, Source
from onrecord.pipeline import ingest, load_tools, process
from onrecord.record import open_record
from tests.cli.news import news

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.model import Reading
    from onrecord.pipeline import Tools
    from onrecord.record import Record

NOW = datetime(2031, 3, 2, tzinfo=UTC)
SOURCE = Source("dam.html", news().encode(), "file")


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The default models, loaded once."""
    return load_tools()


@pytest.fixture
def record(tmp_path: Path, tools: Tools) -> Iterator[Record]:
    """A record whose one page was forgotten."""
    with open_record(tmp_path / "r.db") as record:
        (done,) = ingest(record, [SOURCE], tools, now=NOW)
        record.forget([done.page or ""], by="Ada", reason="asked", at=NOW)
        yield record


def test_what_was_forgotten_is_refused_without_a_search_in_the_words_of_the_record(
    record: Record, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    (findings,) = process([SOURCE], tools)
    assert isinstance(findings, Findings)
    with pytest.raises(InputError) as refusal:
        record.add(findings, tools.run, added_at=NOW)
    searched: list[Reading] = []
    module = import_module("onrecord.pipeline.ingest")
    monkeypatch.setattr(module, "search_page", lambda page, _: searched.append(page))
    (done,) = ingest(record, [SOURCE], tools, now=NOW)
    assert (done.outcome, done.reason) == ("skipped", refusal.value.reason)
    assert "was forgotten on 2031-03-02 by Ada: asked" in refusal.value.reason
    assert not searched
