"""Which of several figures of one incident still stands."""

from __future__ import annotations

import pytest

from onrecord.extract.figures import whole_of
from tests.extract.reports.reading import reports_of

WHOLES: list[tuple[str, tuple[int | None, int | None]]] = [
    # Live pages are written from below or from above: their times tell.
    (
        "14:52 Four people died in a blast in Oldport, the mayor says.\n"
        "14:20 Two people died in the blast, doctors say.",
        (4, 4),
    ),
    (
        "09:10 Ten people were killed in a blast in Oldport.\n"
        "09:40 Twelve people were killed, the mayor says.",
        (12, 12),
    ),
    # Two open figures can both be right, whichever came first.
    (
        "At least 12 people died in a fire in Oldport, the clinic said. "
        "Police had earlier said that 14 or more were dead.",
        (14, None),
    ),
    (
        "At least 26 people died in a fire in Oldport. "
        "Earlier reports said 30 people had died.",
        (26, None),
    ),
    # A nought of some of them, and of all of them.
    (
        "A blast killed 12 soldiers in Oldport. No civilians were killed.",
        (12, 12),
    ),
    (
        "The rebels said 12 soldiers were killed in Oldport. "
        "The army said nobody was killed.",
        (0, 12),
    ),
    (
        "There have been 50 killings in Oldport. "
        "In the port alone 14 people were killed.",
        (50, 50),
    ),
    (
        "Six sailors died in the riot, the mayor says; the union has counted 21.",
        (6, 21),
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLES)
def test_the_whole_is_what_still_stands(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    _, figures = reports_of(text)
    assert whole_of(figures, "killed") == expected


def test_a_vague_number_told_again_is_the_same_people() -> None:
    _, figures = reports_of(
        "A blast in Oldport killed three bakers and injured several. "
        "Several others had burns and were taken to hospital."
    )
    assert whole_of(figures, "injured") == (2, None)
