"""What reports tell besides figures, on the screen and in exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.news import news
from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

TOLD = (
    "<p>A car bomb killed 31 people, including three children, at a market in Lahore "
    "on 3 May 2031, police said. The Vale Front claimed responsibility for the "
    "attack.</p><p>Gunmen with rifles then attacked a police station nearby.</p>"
)
NOWHERE = "<p>A bomb killed four people in Velmar Gate on Monday, police said.</p>"
DENIED = (
    "<p>The ministry denied reports of a bombing at a market in Lahore on 3 May "
    "2031.</p>"
)


def put(folder: Path, more: str, title: str = "Blast at market kills 31") -> Path:
    """A record with a page that tells so much more."""
    file, record = folder / "page.html", folder / "r.db"
    file.write_text(news(title, more), encoding="utf-8")
    assert run_here(record, "add", str(file), "--outlet", "The Post").status == 0
    return record


def shown(record: Path) -> str:
    """The first incident on the screen, on one line."""
    (item,) = run_here(record, "incidents", "--json").items
    return " ".join(run_here(record, "incident", item["id"]).out.split())


def test_an_incident_tells_weapon_claim_targets_and_victims(tmp_path: Path) -> None:
    told = shown(put(tmp_path, TOLD))
    for line in (
        "claimed by Vale Front (The Post)",
        "with A car bomb (The Post); rifles (The Post)",
        "aimed at a police station (The Post)",
        "victims 31 people (The Post); three children (The Post)",
    ):
        assert line in told


def test_an_undated_article_says_why_the_date_is_open(tmp_path: Path) -> None:
    told = shown(put(tmp_path, NOWHERE, "Bomb kills four"))
    assert "date open" in told
    assert "date in doubt: “Monday” · the words count from a day" in told


def test_a_place_that_no_gazetteer_knows_is_kept_and_doubted(tmp_path: Path) -> None:
    told = shown(put(tmp_path, NOWHERE, "Bomb kills four"))
    assert "place in doubt: “Velmar Gate” · no gazetteer knows it" in told


def test_a_denied_event_is_listed_as_denied(tmp_path: Path) -> None:
    record = put(tmp_path, DENIED, "Ministry denies bombing")
    (item,) = run_here(record, "incidents", "--json").items
    assert item["status"] == "denied"
    assert "denied" in run_here(record, "incidents").out


@pytest.fixture(scope="module")
def row(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The row of the one report."""
    rows = rows_of(put(tmp_path_factory.mktemp("row"), TOLD))
    (found,) = [row for row in rows if row["kind"] == "report"]
    return dict(found)


def test_a_report_row_has_weapons_groups_and_the_words_of_its_date(
    row: dict[str, Any],
) -> None:
    weapons = [(item["text"], item["weapon"]) for item in row["weapons"]]
    assert weapons == [("A car bomb", "vehicle bomb"), ("rifles", "firearm")]
    assert [item["group"] for item in row["victims"]] == [None, "children"]
    assert [item["group"] for item in row["aimed_at"]] == ["police"]
    assert row["claimed_by"] == "Vale Front"
    assert len(row["date_spans"]) == 1
    assert row["date_counted"] is False


def test_a_denied_event_is_in_no_table_of_conflict(tmp_path: Path) -> None:
    record = put(tmp_path, DENIED, "Ministry denies bombing")
    for name in ("acled-like", "ucdp-like"):
        lines = run_here(record, "export", "--format", name).out.splitlines()
        assert len(lines) == 1
