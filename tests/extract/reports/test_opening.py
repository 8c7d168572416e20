"""Which words tell of an event that nobody told before."""

from __future__ import annotations

import pytest

from tests.extract.reports.reading import told

FILLER = "Rain fell. Snow followed. Ice came. Fog rose.\n"  # so that nothing leads


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The vote was put off after the murder of judge Ana Petrell.", "murder"),
        ("It recalled the arrest of a baker.", "arrest"),
        ("He may know of the murder of Ana Petrell.", "murder"),
        ("The murders of Ana Petrell and her driver are unsolved.", "murder"),
        ("A nurse was molested by a guard.", "rape"),
        ("Two men machinegunned a clerk.", "shooting"),
        ("They blew up a bridge near Oldport on Monday.", "bombing"),
        ("On Monday, clerks and protesters converged on Oldport.", "protest"),
    ],
)
def test_a_certain_victim_or_place_and_day_open_an_event(body: str, kind: str) -> None:
    assert [line.split(" | ")[0] for line in told(FILLER + body)] == [kind]


@pytest.mark.parametrize(
    "body",
    [
        "Murders of judges are feared.",
        "Officers executed a search warrant.",
        "A blanket nearly strangled a baker.",
        "In the past nine years, 140 judges were murdered.",
        "The firm has hijacked the water supply.",
    ],
)
def test_talk_things_and_long_years_open_none(body: str) -> None:
    assert told(FILLER + body) == []


def test_tellings_of_one_victim_are_one_event() -> None:
    body = (
        "Judge Ana Petrell was kidnapped in Oldport on Monday.\n" + FILLER + ""
        "Petrell was kidnapped near Vorrin market, her sister said."
    )
    assert len(told(body)) == 1


def test_elsewhere_turns_to_another_event() -> None:
    body = (
        "A bomb exploded in Oldport on Friday, killing nine people.\n"
        "Elsewhere, a bomb exploded outside a mill, killing three people."
    )
    assert len(told(body)) == 2


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-02", "2099-06-01"])
def test_days_beyond_belief_never_crash(day: str) -> None:
    body = (
        "A bomb exploded in Oldport on Friday, killing nine people.\n"
        "A raid killed three people in Nowherelund on 3 May 9999, last year and today."
    )
    assert told(body, day=day)
