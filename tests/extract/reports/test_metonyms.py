"""Countries and capitals that act are no places of what they do."""

from __future__ import annotations

import pytest

from tests.extract.reports.reading import reports_of


def places_of(body: str) -> list[str | None]:
    """The place of every report."""
    return [r.place.text if r.place else None for r in reports_of(body)[0]]


@pytest.mark.parametrize(
    "body",
    [
        "A US air strike killed five people on Monday.",
        "Nairobi's air strikes killed five people.",
        "Five people were killed by the US in an air strike.",
        "The US accused Kenya of killing five people.",
        "The attack killed five people, according to Nairobi.",
        "The bombing, which Lima blamed on Nairobi, killed five people.",
        "Five people were killed in a Nairobi-backed offensive.",
    ],
)
def test_a_power_that_acts_is_no_place(body: str) -> None:
    assert places_of(body) == [None]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("A shooting in Washington killed five.", "Washington"),
        ("Nairobi's air strikes killed five people in Oldport.", "Oldport"),
        ("Nairobi condemned the attack that killed five in Oldport.", "Oldport"),
    ],
)
def test_where_it_happened_stays_the_place(body: str, place: str) -> None:
    assert places_of(body) == [place]
