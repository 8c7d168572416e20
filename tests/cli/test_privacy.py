"""Private people of the sample: no profile, no entity, no name in an export."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

STORY = json.loads(files("onrecord.sample").joinpath("story.json").read_text("utf-8"))
PRIVATE: list[str] = STORY["private"]


@pytest.mark.parametrize("name", [*PRIVATE, PRIVATE[0].split()[-1]])
def test_who_does_not_show_a_private_person(sample_record: Path, name: str) -> None:
    assert run_here(sample_record, "who", name, "--json").items == []
    told = run_here(sample_record, "who", name).out
    assert told == "nobody of that name is on record in a public role\n"


@pytest.mark.parametrize("line", ["claims --every --limit 1000", "disputes"])
def test_a_private_speaker_is_not_named_in_lists(
    sample_record: Path, line: str
) -> None:
    told = run_here(sample_record, *line.split()).out
    shown = [row for row in told.splitlines() if row.strip().startswith("by ")]
    assert not [row for row in shown for name in PRIVATE if name in row]


def test_a_private_speaker_is_shown_as_a_private_person(sample_record: Path) -> None:
    found = run_here(sample_record, "claims", "--every", "--limit", "1000", "--json")
    claims = {
        claim["id"]
        for claim in found.items
        for statement in claim["statements"]
        if statement["is_speaker_private"]
    }
    assert claims, "the sample quotes a relative"
    for claim in claims:
        told = run_here(sample_record, "claim", claim).out
        assert "a private person" in told
        assert not [name for name in PRIVATE if name in told]


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_name_is_in_no_row_of_an_export(
    sample_record: Path, name: str
) -> None:
    assert any(name in row["text"] for row in rows_of(sample_record, "page"))
    told = run_here(sample_record, "export").out.splitlines()
    assert [row for row in told if name in row] == []


def test_a_masked_speaker_has_neither_name_nor_identity(sample_record: Path) -> None:
    entities = {row["id"] for row in rows_of(sample_record, "entity")}
    for row in rows_of(sample_record, "statement"):
        assert row["speaker"] is None or row["speaker"] in entities
    for row in rows_of(sample_record, "mention"):
        if row["text"] == "[name withheld]":
            assert row["entity"] is None
