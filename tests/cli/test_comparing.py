"""onrecord compare: the texts of a story side by side, as text and as JSON."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
import typer
from rich.console import Console

from onrecord.cli.app import app
from onrecord.cli.fact_rows import Legend, print_rows
from onrecord.model import ArticleId, PageId, Span
from onrecord.record.views import FactCell, FactRow, FactWords, Words
from onrecord.record.views.masking import MASK
from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = json.loads(files("onrecord.sample").joinpath("story.json").read_text("utf-8"))
VERDICTS = re.compile(
    r"\b(?:omit\w*|suppress\w*|censor\w*|hid(?:es|den)?|bias\w*|false|true|lie[sd]?|"
    r"conceal\w*|fails? to|ignor\w*)\b",
    re.IGNORECASE,
)
ABSENT = "not in this text"


def example() -> str:
    """The story of the example in the help."""
    group = typer.main.get_command(app)
    epilog: str = group.commands["compare"].epilog  # type: ignore[attr-defined] # a group has them
    return shlex.split(epilog.removeprefix("Example: onrecord "))[1]


def compared(record: Path, *arguments: str) -> dict[str, Any]:
    """The one answer in JSON."""
    (found,) = run_here(record, "compare", *arguments, "--json").items
    assert isinstance(found, dict)
    return found


def story_of(record: Path, page: str) -> str:
    """The id of an article of a sample page, which finds its story."""
    beside = files("onrecord.sample").joinpath(f"{page}.json")
    capture = json.loads(beside.read_text("utf-8"))["capture"]
    where = capture["url"] or f"sample:{page}"
    pages = {row["id"] for row in rows_of(record, "page") if row["where"] == where}
    (found,) = (
        row["id"]
        for row in rows_of(record, "article")
        if row["page"] in pages and row["type"] == "article"
    )
    return str(found)


def held(found: Any) -> Iterator[dict[str, Any]]:
    """Every outlet's words in an answer."""
    for row in found["rows"]:
        for cell in row["cells"]:
            yield from cell["held"]


def test_the_example_in_the_help_works_on_the_sample(sample_record: Path) -> None:
    done = run_here(sample_record, "compare", example())
    assert (done.status, done.err) == (0, "")
    assert "In two or more of the texts" in done.out
    assert "figures differ" in done.out


def test_every_word_in_json_stands_at_its_place_in_the_page(
    sample_record: Path,
) -> None:
    texts = {row["id"]: row["text"] for row in rows_of(sample_record, "page")}
    found = compared(sample_record, example())
    for told in held(found):
        words = told["words"]
        text = texts[words["page_id"]]
        pieces = [text[span["start"] : span["end"]] for span in words["spans"]]
        # Only the names of private people are replaced.
        shown = re.escape(words["text"]).replace(re.escape(MASK), ".+")
        assert re.fullmatch(shown, " ... ".join(pieces), re.DOTALL)
    hashes = {row["id"]: row["sha256"] for row in rows_of(sample_record, "page")}
    for text in found["texts"]:
        assert text["sha256"] == [
            [page, hashes[page]] for page in (p for p, _ in text["sha256"])
        ]


@pytest.mark.parametrize("omitted", STORY["omissions"], ids=lambda o: o["speaker"])
def test_what_the_sample_leaves_out_of_a_page_is_said_of_that_page(
    sample_record: Path, omitted: dict[str, Any]
) -> None:
    lacking = story_of(sample_record, omitted["page"])
    found = compared(sample_record, story_of(sample_record, omitted["in"]), "--copies")
    rows = [
        row
        for row in found["rows"]
        if row["kind"] == "claim"
        and any(
            omitted["lacks"] in told["words"]["text"]
            for cell in row["cells"]
            for told in cell["held"]
            if cell["stands"] == "in this text"
        )
    ]
    assert rows
    for row in rows:
        (cell,) = (cell for cell in row["cells"] if cell["text"] == lacking)
        assert cell["stands"] == ABSENT


def test_a_copy_is_no_column_unless_asked_for(sample_record: Path) -> None:
    ferry = story_of(sample_record, "herald-2025-07-11-ferry.html")
    (text,) = compared(sample_record, ferry)["texts"]
    assert len(text["copies"]) == 1
    assert len(compared(sample_record, ferry, "--copies")["texts"]) == 2
    told = run_here(sample_record, "compare", ferry).out
    assert "also in Harmadin Ledger" in told
    assert "not in Harmadin Ledger" in told


def test_json_holds_every_row_whatever_the_limit(sample_record: Path) -> None:
    whole = compared(sample_record, example())
    assert compared(sample_record, example(), "--limit", "1") == whole
    told = run_here(sample_record, "compare", example(), "--limit", "1").out
    assert "the first 1 of" in told


def test_what_absence_means_is_said_once_and_nothing_is_judged(
    sample_record: Path,
) -> None:
    found = compared(sample_record, example())
    out = run_here(sample_record, "compare", example(), "--limit", "1000").out
    told = " ".join(out.split())
    assert told.count(" ".join(found["note"].split())) == 1
    assert told.count(ABSENT) > 1
    ours = re.sub(r"“.*?”", "", told)
    assert VERDICTS.findall(ours) == []


@pytest.mark.parametrize("page", ["herald-2025-07-11-ferry.html", "bare"])
def test_no_line_is_wider_than_a_pipe(sample_record: Path, page: str) -> None:
    story = example() if page == "bare" else story_of(sample_record, page)
    out = run_here(sample_record, "compare", story, "--limit", "1000").out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 100


def test_a_narrow_terminal_gets_blocks_with_the_same_words(sample_record: Path) -> None:
    def shown(width: int) -> str:
        # A console knows its output when it is made.
        with patch("onrecord.cli.console.out") as made:
            made.side_effect = lambda: Console(highlight=False, width=width)
            with patch("onrecord.cli.fact_rows.out", made):
                return run_here(sample_record, "compare", example()).out

    narrow, wide = shown(60), shown(100)
    assert max(map(len, narrow.splitlines())) <= 60
    assert "    A  “Twelve people”" in narrow
    assert "    A  “Twelve people”" not in wide
    for letter in "ABC":
        assert re.search(rf"^ +{letter}  “", narrow, re.MULTILINE)


def test_as_of_leaves_out_what_was_captured_later(sample_record: Path) -> None:
    whole = compared(sample_record, example())
    early = compared(sample_record, example(), "--as-of", "2025-05-16")
    assert 0 < len(early["texts"]) < len(whole["texts"])
    done = run_here(sample_record, "compare", example(), "--as-of", "2020-01-01")
    assert done.out == "nothing of it was on record by then\n"


@pytest.mark.parametrize("name", STORY["private"])
def test_private_people_are_named_in_exact_words_alone(
    sample_record: Path, name: str
) -> None:
    for story in rows_of(sample_record, "story"):
        found = compared(sample_record, story["id"])
        for row in found["rows"]:
            assert name not in row["about"]
        for told in held(found):
            assert name not in (told["by"] or "")
            if told["manner"] in {"quoted", "named", "called", "like it"}:
                assert name not in told["words"]["text"]


PAGE = """{outlet}
{title}
2 June 2031
{told}
"""
TOLD = {
    "Oster Daily": "Gunmen of the Ardun Front shot dead six soldiers at a checkpoint "
    "in Hallim on Sunday, the army said.",
    "State Gazette": "Terrorists killed four soldiers in an attack on a checkpoint in "
    "Hallim on Sunday. The Defence Ministry said that it regretted the loss.",
    "Northern Wire": "Militants killed six soldiers in an attack on an army checkpoint "
    "in Hallim on Sunday. The attackers escaped on foot.",
}


def test_words_for_the_same_doer_stand_beside_each_other(tmp_path: Path) -> None:
    record = tmp_path / "words.db"
    (tmp_path / "pages").mkdir()
    for number, (outlet, told) in enumerate(TOLD.items()):
        page = tmp_path / "pages" / f"{number}.txt"
        title = f"{'Night of mourning in Hallim: ' * number}soldiers killed"
        page.write_text(PAGE.format(outlet=outlet, title=title, told=told), "utf-8")
    run_here(record, "add", str(tmp_path / "pages"))
    (story, *_) = rows_of(record, "story")
    found = compared(record, story["id"])
    (row,) = (r for r in found["rows"] if r["about"].startswith("who did it"))
    assert row["differs"]
    words = {w["words"]["text"] for cell in row["cells"] for w in cell["held"]}
    assert words == {"Gunmen", "Terrorists", "Militants"}
    told = run_here(record, "compare", story["id"]).out
    assert "words differ" in told


def test_a_possible_dispute_has_a_shape_and_a_word_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = Words(PageId("p"), (Span(0, 4),), "rust")
    held = FactWords("s", ArticleId("a"), words, "disputing")
    row = FactRow(
        "dispute", "rust", "d" * 8,
        (FactCell(ArticleId("a"), "in this text", (held,)),), 1, shown="possibly",
    )  # fmt: skip
    legend = Legend({ArticleId("a"): "A"}, {ArticleId("a"): PageId("p")}, {})
    print_rows([row, replace(row, shown="yes")], legend)
    told = capsys.readouterr().out
    assert told.count("? possibly") == 1
    assert told.count("possibly disputing: ") == 1
    assert told.count("disputing: ") == 2
