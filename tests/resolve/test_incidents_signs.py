"""What else tells two events apart: what was done, names as spelled, bounded dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import DateRange, Link, ReportText, groups_of, make_link
from onrecord.resolve.incidents import link_reports
from onrecord.resolve.incidents.acts import acts_in
from onrecord.resolve.incidents.contrast import part_beside
from onrecord.resolve.incidents.days import FOLLOWED, days_of
from onrecord.resolve.incidents.naming import full_names, odd_names, shared_names
from onrecord.resolve.incidents.signs import signs_of
from onrecord.resolve.incidents.telling import tellings
from tests.resolve.reporting import make_figure, make_report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAY = date(2023, 3, 10)


def told(
    name: str, text: str, title: str = "", days: int = 0, **given: object
) -> ReportText:
    """A report whose article says this and no more."""
    day = DAY + timedelta(days=days)
    made = make_report(name, text, title=title, day=day, **given)  # type: ignore[arg-type]  # passed on as given
    return replace(made, around=text)


STABBED = told(
    "stabbed", "A man was stabbed outside the Lantern bar in Vorrin late on Thursday, "
    "police said.", "Man stabbed outside Vorrin bar", detail="killing",
)  # fmt: skip
NAMED = told(
    "named", "The man who was stabbed outside the Lantern bar in Vorrin on Thursday is "
    "Jorel Vanteck, police said. He is in hospital.", "Vorrin bar victim named", 1,
    detail="killing",
)  # fmt: skip
CHARGED = told(
    "charged", "A porter has been charged with wounding Jorel Vantek, who was stabbed "
    "outside the Lantern bar in Vorrin.", "Porter charged over Lantern bar knife "
    "attack", 9, detail="killing",
)  # fmt: skip
BURNED = told(
    "burned", "Two neighbours carried a woman from a burning flat above a bakery in "
    "Vorrin on Thursday. She breathed in smoke.", "Woman saved from fire",
    detail="killing",
)  # fmt: skip
CRASHED = told(
    "crashed", "A cyclist broke her leg when a van hit her on the ring road at Vorrin. "
    "Its driver stayed with her on Thursday.", "Van hits cyclist",
    detail="road crash",
)  # fmt: skip
QUIET = [
    told(f"quiet{n}", f"A {what} in Vorrin.", f"Vorrin {what}", n, detail="flood")
    for n, what in enumerate(
        ("cellar stood under water", "mill was flooded", "ford was closed by mud",
         "bridge was shut by the river", "meadow lay under water", "quay was wet")
    )
]  # fmt: skip
TOWN = [STABBED, NAMED, CHARGED, BURNED, CRASHED, *QUIET]
PLOT = told(
    "plot", "Police in Vorrin have foiled a plot to bomb the central station and hold "
    "four men of the Lanternmen.", "Plot to bomb Vorrin station foiled", 250,
    place="Vorrin",
)  # fmt: skip
ROUND_UP = replace(
    make_report(
        "round-up", "The Lanternmen, Ana Petrell said, lost 61 fighters whom police in "
        "Vorrin arrested in December.", place="Vorrin", day=DAY,
        is_main=False, figures=[make_figure("round-up", "arrested", 61, 61)],
    ),
)  # fmt: skip


def groups(
    reports: Sequence[ReportText], decided: Sequence[Link] = ()
) -> Mapping[str, str]:
    links = [*link_reports(reports, decided), *decided]
    return groups_of([item.report.id for item in reports], links)


def test_what_happened_to_one_is_joined_and_the_rest_of_the_day_stays_apart() -> None:
    found = groups(TOWN)
    assert len({found[name] for name in ("stabbed", "named", "charged")}) == 1
    assert len({found[name] for name in ("stabbed", "burned", "crashed")}) == 3


@given(st.permutations(TOWN))
def test_the_days_log_is_grouped_alike_in_any_order(reports: list[ReportText]) -> None:
    assert link_reports(reports) == link_reports(TOWN)


@given(st.permutations(TOWN), st.sampled_from(["yes", "no"]))
def test_a_judgement_holds_in_any_order(
    reports: list[ReportText], said: Literal["yes", "no"]
) -> None:
    judged = make_link("report", "burned", "stabbed", "same", said, 1.0, "seen")
    found = groups(reports, (judged,))
    assert (found["burned"] == found["stabbed"]) == (said == "yes")


def test_a_round_up_of_another_year_is_not_a_plot_that_was_foiled() -> None:
    december = DateRange(date(2022, 12, 1), date(2022, 12, 31), "month")
    arrest = replace(
        ROUND_UP.report,
        event_type="Strategic developments",
        detail="arrest",
        date=december,
    )
    foiled = replace(PLOT.report, status="foiled")
    pair = [replace(ROUND_UP, report=arrest), replace(PLOT, report=foiled)]
    assert len(set(groups(pair).values())) == 2


def test_an_arrest_without_a_date_is_of_a_deed_of_the_last_weeks() -> None:
    text = "Two men were arrested over the robbery of a bakery in Vorrin."
    days, is_told = days_of(told("arrested", text), text)
    assert days == (DAY - FOLLOWED, DAY)
    assert not is_told


def test_a_sentence_of_years_is_no_memory_of_years() -> None:
    text = "He was jailed for seven years on Thursday."
    assert days_of(told("jailed", text), text) == (None, False)
    text = "Two years on, the jury heard how he ran."
    recalled, is_told = days_of(told("two-years", text), text)
    assert recalled is not None
    assert is_told
    assert recalled[0] < DAY - timedelta(days=700) < recalled[1]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Firefighters freed the driver after the crash.", "crash"),
        ("Gunmen opened fire on a bus.", "shooting"),
        ("A blaze gutted the bakery; fire crews came late.", "fire"),
        ("Raiders with a machete held up a jeweller and robbed her.", "robbery"),
        ("Ana Petrell spoke to the council.", None),
    ],
)
def test_the_act_told_most_is_the_first(text: str, act: str | None) -> None:
    assert acts_in("", text)[1] == act


def test_a_name_is_one_name_with_a_letter_more_less_or_other() -> None:
    one = odd_names("Jorel Vanteck was hurt.")
    for spelled in ("Vantek", "Vantecks", "Vontech", "Vanteck"):
        assert shared_names(
            {"vanteck": one["vanteck"]}, odd_names(f"Mr {spelled}")
        ) == (0 if spelled == "Vontech" else 1)


def test_a_street_is_no_person() -> None:
    assert full_names("near Harbour Street and Vorrin Park") == frozenset()


def test_what_an_event_is_set_beside_speaks_against_that_event() -> None:
    later = told(
        "later", "A shop in Vorrin was robbed on Friday, a day after a man was stabbed "
        "outside the Lantern bar. A till was emptied.", "Vorrin shop robbed", 1,
        detail="killing",
    )  # fmt: skip
    rest, beside = part_beside(later)
    assert "Lantern" not in rest
    assert "Lantern" in beside
    compared = tellings([later, STABBED])
    signs = signs_of(compared["later"], compared["stabbed"])
    assert "told beside this" in signs


def test_a_text_that_tells_of_nothing_else_keeps_what_it_looks_back_to() -> None:
    home = told("home", "Five weeks after a fire took his sons, a father came home.")
    assert part_beside(home) == (home.around, "")
