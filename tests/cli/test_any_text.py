"""Any text is safe to ask for: it finds something or nothing, and never fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import open_record
from onrecord.record.views import search
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

AWKWARD = [
    " ", '"', '""', '"open', "'", "*", "front*", "(", ")", "a AND", "NOT", "NEAR(a b)",
    "a:b", "title:x", "^x", "-x", "--", "--json", "a OR b", "%", "_", ";DROP TABLE p",
    "\\", "\x00", "a\x00b", "\n", "\ud800", "\udcff", "🌊🌊", "السد", "水坝坚固",
    "дамба", "e\u0301", "\u202edam", "x" * 10_000, "{", "}", "+", "[bold]dam[/]",
]  # fmt: skip
ASKED = {
    "search": ["search", "--", "{}"],
    "claims": ["claims", "--", "{}"],
    "who": ["who", "--", "{}"],
    "place": ["incidents", "--place={}"],
    "type": ["incidents", "--type={}"],
    "claim": ["claim", "--", "{}"],
    "page": ["page", "--", "{}"],
}


@pytest.mark.parametrize("asked", ASKED)
def test_awkward_texts_are_answered(sample_record: Path, asked: str) -> None:
    expected = 2 if asked in {"claim", "page"} else 0  # 2: it is the id of nothing
    for text in AWKWARD:
        line = [part.replace("{}", text) for part in ASKED[asked]]
        done = run_here(sample_record, *line)
        assert (text, done.status) == (text, expected)
        assert done.err.count("\n") == (1 if expected else 0)


@pytest.mark.parametrize("text", ["", "dam " * 2_500, '"' * 9_999, "水" * 10_000])
def test_search_takes_texts_of_any_length(sample_record: Path, text: str) -> None:
    assert run_here(sample_record, "search", text).status == 0


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.characters(), max_size=80))
def test_search_never_fails(sample_record: Path, text: str) -> None:
    with open_record(sample_record, create=False) as record:
        found = search(record, text)
        assert all(hit.words.text.strip() for hit in found)
