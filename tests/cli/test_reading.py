"""Every reading command: exact words with page and position, as text and as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTS = {
    "claims": "claim",
    "claims --every": "claim",
    "claims front": "claim",
    "disputes": "dispute",
    "disputes --possible": "dispute",
    "incidents": "incident",
    "incidents --place Tolvesh --from 2025-01-01 --to 2025-12-31": "incident",
    "stories": "story",
    "search front": "hit",
    "who Dozhan": "entity",
}
SHOWS = ("claim", "incident", "page")
POSITION = re.compile(r"page [0-9a-f]{10} at \d+-\d+")


@pytest.fixture(scope="module")
def texts(sample_record: Path) -> dict[str, str]:
    """The text of every page on record, by id."""
    return {row["id"]: row["text"] for row in rows_of(sample_record, "page")}


@pytest.mark.parametrize("line", LISTS)
def test_a_list_answers_in_text_and_in_json(sample_record: Path, line: str) -> None:
    told = run_here(sample_record, *line.split())
    asked = run_here(sample_record, *line.split(), "--json")
    assert (told.status, told.err) == (0, "")
    assert asked.items, "the sample shows every kind"
    assert json.loads(asked.out)["kind"] == LISTS[line]


def test_verify_finds_nothing_wrong(sample_record: Path) -> None:
    assert run_here(sample_record, "verify").out.startswith("every entry opens")
    assert run_here(sample_record, "verify", "--json").items == []


def test_doctor_finds_everything_well(sample_record: Path) -> None:
    done = run_here(sample_record, "doctor", "--json")
    assert done.status == 0
    assert [check["name"] for check in done.items if not check["is_well"]] == []


@pytest.mark.parametrize("line", [line for line in LISTS if line != "stories"])
def test_the_words_in_json_stand_at_their_place_in_the_page(
    sample_record: Path, texts: dict[str, str], line: str
) -> None:
    found = list(_words(run_here(sample_record, *line.split(), "--json").items))
    assert found
    for words in found:
        text = texts[words["page_id"]]
        pieces = [text[span["start"] : span["end"]] for span in words["spans"]]
        assert " ... ".join(pieces) == words["text"]


@pytest.mark.parametrize("kind", SHOWS)
def test_one_thing_is_shown_by_the_beginning_of_its_id(
    sample_record: Path, texts: dict[str, str], kind: str
) -> None:
    name = max(rows_of(sample_record, kind), key=len)["id"]
    told = run_here(sample_record, kind, name[:10])
    (shown,) = run_here(sample_record, kind, name, "--json").items
    assert told.status == 0
    assert name[:10] in told.out
    assert shown.get("id", shown.get("page", {}).get("id")) == name
    for words in _words([shown]):
        text = texts[words["page_id"]]
        assert all(text[s["start"] : s["end"]].strip() for s in words["spans"])


def test_a_page_tells_where_its_values_were_found(sample_record: Path) -> None:
    article = next(row for row in rows_of(sample_record, "article") if row["origins"])
    told = " ".join(run_here(sample_record, "page", article["page"]).out.split())
    assert "title from the page, " in told
    (shown,) = run_here(sample_record, "page", article["page"], "--json").items
    for item in shown["origins"]:
        assert item.keys() == {"name", "origin", "span"}
    assert [item["name"] for item in shown["origins"]] == [
        name for name, _, _ in article["origins"]
    ]


@pytest.mark.parametrize(
    "line", ["disputes", "incident", "claim", "who Dozhan", "search front", "page"]
)
def test_the_position_of_words_is_printed_whole(sample_record: Path, line: str) -> None:
    command, *more = line.split()
    if command in SHOWS:
        said = rows_of(sample_record, "statement")[0]
        told = rows_of(sample_record, "incident")[0]
        more = [told["id"] if command == "incident" else said[command]]
    shown = run_here(sample_record, command, *more).out
    assert POSITION.search(" ".join(shown.split()))
    assert not [row for row in shown.splitlines() if "page " in row and "…" in row]


@pytest.mark.parametrize("line", [*LISTS, "verify"])
def test_a_pipe_gets_no_padding_and_no_styles(sample_record: Path, line: str) -> None:
    told = run_here(sample_record, *line.split()).out
    assert "\x1b" not in told
    assert [row for row in told.splitlines() if row != row.rstrip()] == []


def test_a_limit_is_told_when_it_cuts_a_list(sample_record: Path) -> None:
    told = run_here(sample_record, "stories", "--limit", "2").out
    assert told.startswith("the first 2 stories (--limit for more)")


def test_a_look_at_the_past_leaves_out_what_came_later(sample_record: Path) -> None:
    early = run_here(sample_record, "stories", "--as-of", "2025-03-31", "--json").items
    days = [a["captured_at"][:10] for story in early for a in story["articles"]]
    assert days
    assert max(days) <= "2025-03-31"


def test_what_was_not_on_record_by_then_is_said_to_be_so(sample_record: Path) -> None:
    late = max(rows_of(sample_record, "statement"), key=lambda row: row["claim"])
    cut = ("--as-of", "1999-01-01")
    told = run_here(sample_record, "claim", late["claim"], *cut)
    assert told.out == "nothing of it was on record by then\n"
    asked = run_here(sample_record, "claim", late["claim"], *cut, "--json")
    assert asked.items == []


def _words(value: Any) -> Iterator[dict[str, Any]]:
    """Every `Words` in an answer."""
    if isinstance(value, dict):
        if value.keys() == {"page_id", "spans", "text"}:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _words(item)
