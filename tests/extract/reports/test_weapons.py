"""With what an event was done, as worded, and what is no weapon of it."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from tests.extract.reports.reading import reports_of


def weapons(text: str) -> list[tuple[str, str]]:
    """Wording and kind of every weapon of every report, in order."""
    reports, _ = reports_of(text)
    return [(item.text, item.kind) for report in reports for item in report.weapons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A car bomb killed 12 people at a market in Vorrin on Monday.",
            [("A car bomb", "vehicle bomb")],
        ),
        (
            "Gunmen with assault rifles attacked a police station in Vorrin on Monday, "
            "killing two police officers.",
            [("assault rifles", "firearm")],
        ),
        (
            "A man armed with a kitchen knife stabbed three worshippers in Vorrin.",
            [("a kitchen knife", "blade")],
        ),
        (
            "A drone strike killed a reporter in Vorrin on 3 May 2024.",
            [("drone", "drone")],
        ),
        (
            "Protesters hurled stones and petrol bombs at the town hall in Vorrin on "
            "Tuesday, injuring five policemen.",
            [("stones", "blunt"), ("petrol bombs", "incendiary")],
        ),
        (
            "A man ploughed a lorry into a crowd in Vorrin on Sunday, killing four "
            "pedestrians.",
            [("a lorry", "vehicle")],
        ),
        (
            "Three men beat a teacher to death with iron bars in Vorrin on Sunday.",
            [("iron bars", "blunt")],
        ),
    ],
)
def test_a_weapon_is_told_as_worded(text: str, expected: list[tuple[str, str]]) -> None:
    assert weapons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police seized two rifles after the killing of a nurse in Vorrin on Sunday.",
        "The bomb squad was called after an explosion in Vorrin killed two people.",
        "A bus struck a lorry near Vorrin on Monday, killing nine passengers.",
        "A ferry with a cargo of rifles sank off Vorrin on Monday, killing nine.",
        "Four people were shot dead in Vorrin on Sunday near the Rifle Hotel.",
    ],
)
def test_what_was_found_or_merely_describes_is_no_weapon(text: str) -> None:
    assert weapons(text) == []


def test_a_weapon_is_of_the_event_that_its_words_stand_nearest_to() -> None:
    reports, _ = reports_of(
        "A grenade wounded two guards in Vorrin on Monday. In a separate incident, a "
        "landmine killed a farmer near Quell on Tuesday."
    )
    told = {item.kind for report in reports for item in report.weapons}
    assert told == {"grenade", "mine"}
    assert all(len(report.weapons) == 1 for report in reports)


def test_the_words_of_a_weapon_stand_where_its_span_says() -> None:
    text = "A car bomb killed 12 people at a market in Vorrin on Monday."
    (report,), _ = reports_of(text)
    assert [item.span.of(text) for item in report.weapons] == ["A car bomb"]


def test_each_weapon_has_one_row_of_each_use() -> None:
    text = (resources.files("onrecord") / "data" / "weapons.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    forms = [form for row in rows for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))
    assert {row["use"] for row in rows} == {"sure", "held", "driven"}
