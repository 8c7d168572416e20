"""Events that somebody says never were: kept as denied, and never told as happened."""

from __future__ import annotations

import pytest

from tests.extract.reports.reading import reports_of, told


def statuses(text: str) -> list[str]:
    """The status of each report."""
    return [report.status for report in reports_of(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied shelling the village of Vorrin on Monday.",
        "The ministry denied reports of an attack on the port of Vorrin on Monday.",
        "Officials said the shooting at a school in Vorrin on Monday never took place.",
        "Reports of a bombing in Vorrin on Monday were false, police said.",
        "Police dismissed claims that gunmen had attacked a mosque in Vorrin.",
    ],
)
def test_what_is_denied_is_kept_as_denied(text: str) -> None:
    assert statuses(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "The Vale Front denied responsibility for the bombing in Vorrin on Monday.",
        "The Vale Front denied any role in the bombing in Vorrin on Monday.",
        "After the bombing in Vorrin on Monday the mayor denied that he would resign.",
        "The union rejected the attack on a school in Vorrin on Monday.",
        "A man who bombed a mosque in Vorrin on Monday was denied bail.",
    ],
)
def test_denying_a_part_in_it_or_something_else_denies_no_event(text: str) -> None:
    assert statuses(text) == ["happened"]


def test_a_denial_of_what_the_article_tells_is_no_second_incident() -> None:
    text = (
        "Shells killed 12 people in the town of Vorrin on Monday, rebels said. "
        "The army denied shelling Vorrin."
    )
    assert statuses(text) == ["happened"]


def test_what_is_denied_of_another_place_is_an_incident_of_its_own() -> None:
    text = (
        "A bomb killed 12 people in Vorrin on Monday. The ministry denied reports of "
        "an attack on the port of Quarrin on Sunday."
    )
    assert sorted(statuses(text)) == ["denied", "happened"]


def test_a_denied_event_has_no_figures() -> None:
    text = "The army denied shelling the village of Vorrin on Monday, killing 12."
    assert [line.split(" | ")[-1] for line in told(text)] == [""]


def test_a_foiled_attack_is_kept_as_foiled_with_its_weapon() -> None:
    text = (
        "Police foiled a plot to bomb a church in Vorrin on Monday with a truck bomb, "
        "officials said."
    )
    (report,), _ = reports_of(text)
    assert report.status == "foiled"
    assert [item.text for item in report.weapons] == ["a truck bomb"]
