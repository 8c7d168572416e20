"""Whom an event struck and what it was aimed at, by group."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from tests.extract.reports.reading import reports_of

Told = list[tuple[str, str | None]]


def victims(text: str) -> Told:
    """Wording and group of every victim."""
    reports, _ = reports_of(text)
    return [(item.text, item.group) for each in reports for item in each.victims]


def targets(text: str) -> Told:
    """Wording and group of every target."""
    reports, _ = reports_of(text)
    return [(item.text, item.group) for each in reports for item in each.targets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb killed 12 people, including three children, in Vorrin on Monday.",
            [("12 people", None), ("three children", "children")],
        ),
        (
            "Gunmen shot dead two police officers in Vorrin on Monday.",
            [("two police officers", "police")],
        ),
        (
            "Rockets hit a school in Vorrin on Sunday, killing nine pupils and a "
            "teacher.",
            [("nine pupils", "children"), ("a teacher", "teachers")],
        ),
        (
            "A man stabbed three worshippers at a mosque in Vorrin on Friday.",
            [("three worshippers", "worshippers")],
        ),
        (
            "A grenade wounded a 9-year-old in Vorrin on Sunday.",
            [("a 9-year-old", "children")],
        ),
        (
            "Two attackers and a guard were killed in the raid in Vorrin on Sunday.",
            [("a guard", "guards")],
        ),
        (
            "Police arrested six students at a protest in Vorrin on Sunday.",
            [("six students", "students")],
        ),
    ],
)
def test_victims_are_told_as_worded_with_their_group(text: str, expected: Told) -> None:
    assert victims(text) == expected


def test_a_named_victim_is_of_the_group_that_the_role_tells() -> None:
    told = victims("Gunmen shot dead the journalist Ana Petrell in Vorrin on Monday.")
    assert [group for _, group in told] == ["journalists"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked a police station and a school in Vorrin on Monday, "
            "killing two people.",
            [("a police station", "police"), ("a school", "schools")],
        ),
        (
            "A suicide bomber targeted worshippers at a shrine in Vorrin on Friday, "
            "killing 12.",
            [("worshippers", "worshippers")],
        ),
        (
            "Protesters hurled stones at the town hall in Vorrin on Tuesday, injuring "
            "five policemen.",
            [("the town hall", "government")],
        ),
        (
            "An ambush on an army convoy near Vorrin on Sunday killed six soldiers.",
            [("an army convoy", "military")],
        ),
        (
            "The flood in Vorrin on Sunday destroyed 40 homes and killed three people.",
            [("40 homes", "homes")],
        ),
    ],
)
def test_targets_are_what_the_words_strike(text: str, expected: Told) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An attack on Vorrin killed six people on Sunday.",
        "Gunmen killed six farmers in Vorrin on Sunday.",
        "A bus crashed near Vorrin on Sunday, killing six farmers.",
    ],
)
def test_places_and_those_counted_are_no_targets(text: str) -> None:
    assert targets(text) == []


def test_each_form_names_one_group() -> None:
    name = "struck_groups.tsv"
    text = (resources.files("onrecord") / "data" / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    forms = [form for row in rows for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))
    assert {row["what"] for row in rows} == {"people", "things"}
