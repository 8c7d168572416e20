"""Private people of the sample: no profile, no entity, no name in an export."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.news import news
from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = json.loads(files("onrecord.sample").joinpath("story.json").read_text("utf-8"))
PRIVATE: list[str] = STORY["private"]
WORDS = {"content", "cue", "told", "words", "denied", "page", "title"}  # exact words
LISTS = (
    "claims --every --limit 1000", "disputes --possible", "incidents --limit 1000",
    "stories", "who Ministry", "compare 3892b41389", "compare 3812009c0c --copies",
)  # fmt: skip
WITNESS = "Benna Hurst"
BOMBING = (
    "<p>A bombing killed 12 people at the market of Tolvesh on Friday, the police "
    "said.</p><p>At least 19 people were killed in the bombing, shopkeeper Benna "
    'Hurst said.</p><p>"The stalls were burning," said shopkeeper Benna Hurst, whose '
    "sister was killed.</p><p>Gunmen later killed Benna Hurst, 34, in the same street, "
    "witnesses said.</p>"
)


@pytest.fixture(scope="module")
def witness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose figures and words come from a private person."""
    folder = tmp_path_factory.mktemp("witness")
    page = folder / "page.html"
    page.write_text(news("Bombing kills traders in Tolvesh", BOMBING), "utf-8")
    assert run_here(folder / "r.db", "add", str(page)).status == 0
    return folder / "r.db"


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


def _told(value: Any, at: str = "") -> Iterator[str]:
    """Every string of a JSON answer, but those that are exact words of a page."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in WORDS:
                yield from _told(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _told(part, at)
    elif isinstance(value, str):
        yield value


def _pages(record: Path) -> list[str]:
    return [f"page {row['id']}" for row in rows_of(record, "page")]


def test_no_json_answer_names_a_private_person_beside_exact_words(
    sample_record: Path,
) -> None:
    for line in (*LISTS, *_pages(sample_record)):
        found = run_here(sample_record, *line.split(), "--json").items
        told = "\n".join(_told(found))
        assert [name for name in PRIVATE if name in told] == [], line


def test_the_words_for_a_private_source_keep_their_place_and_lose_the_name(
    sample_record: Path,
) -> None:
    found = run_here(sample_record, "claims", "--every", "--limit", "1000", "--json")
    sources = [
        statement["source"]
        for claim in found.items
        for statement in claim["statements"]
        if statement["is_speaker_private"] and statement["source"]
    ]
    masked = [source for source in sources if "[name withheld]" in source["text"]]
    assert masked
    assert all(source["spans"] for source in masked)
    for source in masked:
        (claim,) = {
            claim["id"]
            for claim in found.items
            for statement in claim["statements"]
            if statement["source"] == source
        }
        told = run_here(sample_record, "claim", claim, "--json").out
        assert not [name for name in PRIVATE if name in told]


@pytest.mark.parametrize("line", ["claims --every", "disputes --possible", "incidents"])
def test_a_private_witness_is_named_by_no_answer(witness: Path, line: str) -> None:
    found = run_here(witness, *line.split(), "--json").items
    assert found
    assert WITNESS not in "\n".join(_told(found))
    (shown, *_) = run_here(witness, *line.split()).out.split("“Gunmen later killed")
    assert WITNESS not in shown


def test_what_a_private_witness_is_called_stays_without_the_name(witness: Path) -> None:
    told = run_here(witness, "claims", "--every", "--json").out
    assert '"text":"shopkeeper [name withheld]"' in told
    assert f"Gunmen later killed {WITNESS}" in told
    told = run_here(witness, "incidents", "--json").out
    assert '"attributed_to":"[name withheld]"' in told


def test_a_page_lists_private_people_without_names_and_others_with(
    sample_record: Path,
) -> None:
    mentions = [
        mention
        for line in _pages(sample_record)
        for page in run_here(sample_record, *line.split(), "--json").items
        for mention in page["mentions"]
    ]
    masked = [item for item in mentions if item["text"] == "[name withheld]"]
    assert masked
    assert all(item["head"] == item["id"] for item in masked)
    assert any(item["text"] == "Ilmar Dozhan" for item in mentions)


def test_help_says_that_whole_texts_are_not_masked(sample_record: Path) -> None:
    told = " ".join(run_here(sample_record, "export", "--help").out.split())
    assert "whole texts are not masked" in told
