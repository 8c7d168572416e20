"""Which reports of invented events are of one incident."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import groups_of
from onrecord.resolve.incidents import link_reports
from tests.resolve.reporting import make_figure, make_report

FRIDAY = date(2024, 5, 17)
SATURDAY = date(2024, 5, 18)

HARBOUR = make_report(
    "harbour", "A bomb went off at the harbour market in Oldport on Friday.",
    place="Oldport", on=FRIDAY, day=FRIDAY, title="Bomb hits harbour market in Oldport",
    outlet="The Bell", figures=[make_figure("harbour", "killed", 12, None)],
)  # fmt: skip
LATER = make_report(
    "later", "The toll of the market bombing in Oldport rose to 15.",
    place="Oldport", on=FRIDAY, day=SATURDAY, title="Toll of Oldport bombing rises",
    outlet="Evening Post", figures=[make_figure("later", "killed", 15, 15)],
)  # fmt: skip
TEASER = make_report(
    "teaser", "Bomb hits harbour market in Oldport",
    title="Bomb hits harbour market in Oldport",
)  # fmt: skip
TRIAL = make_report(
    "trial", "Two men went on trial over the market bombing in Oldport in May.",
    place="Oldport", on=FRIDAY, day=date(2025, 3, 2), title="Oldport trial opens",
    is_main=False,
)  # fmt: skip
MOSQUE = make_report(
    "mosque", "A bomb exploded outside a mosque in Oldport on Friday.",
    place="Oldport", on=FRIDAY, day=FRIDAY, title="Mosque bombed in Oldport",
    figures=[make_figure("mosque", "killed", 90, 90)],
)  # fmt: skip
SHOOTING = make_report(
    "shooting", "Gunmen shot a judge in Oldport on Friday.", detail="shooting",
    place="Oldport", on=FRIDAY, day=FRIDAY, title="Judge shot in Oldport",
    figures=[make_figure("shooting", "killed", 1, 1)],
)  # fmt: skip
ELSEWHERE = make_report(
    "elsewhere", "A bomb went off at a market in Newbridge on Friday.",
    place="Newbridge", on=FRIDAY, day=FRIDAY, title="Bomb hits market in Newbridge",
)  # fmt: skip
YEARS_AGO = make_report(
    "years-ago", "A bomb at the same market in Oldport killed nine in 2011.",
    place="Oldport", on=date(2011, 4, 3), day=FRIDAY, is_main=False,
)  # fmt: skip
FLOOD = make_report(
    "flood", "The river flooded Oldport on Friday.", detail="flood", place="Oldport",
    on=FRIDAY, day=FRIDAY, title="Flood in Oldport",
)  # fmt: skip
ALL = [HARBOUR, LATER, TEASER, TRIAL, MOSQUE, SHOOTING, ELSEWHERE, YEARS_AGO, FLOOD]


def groups(reports: list[object]) -> dict[str, str]:
    texts = [item for item in ALL if item in reports]
    return groups_of([item.report.id for item in texts], link_reports(texts))


@pytest.mark.parametrize("other", [LATER, TEASER, TRIAL])
def test_reports_of_one_event_are_one_incident(other: object) -> None:
    assert len(set(groups([HARBOUR, other]).values())) == 1


@pytest.mark.parametrize("other", [MOSQUE, SHOOTING, ELSEWHERE, YEARS_AGO, FLOOD])
def test_another_event_stays_another_incident(other: object) -> None:
    assert len(set(groups([HARBOUR, other]).values())) == 2


def test_one_article_never_tells_one_event_as_two() -> None:
    first = make_report("a", HARBOUR.text, place="Oldport", on=FRIDAY, article="x")
    second = make_report("b", HARBOUR.text, place="Oldport", on=FRIDAY, article="x")
    assert not any(link.judgement == "yes" for link in link_reports([first, second]))


def test_links_hold_each_group_together_without_a_spare() -> None:
    links = [link for link in link_reports(ALL) if link.judgement == "yes"]
    joined = groups(list(ALL))
    assert len(links) == len(ALL) - len(set(joined.values()))


@given(st.permutations(ALL))
def test_groups_do_not_depend_on_the_order(reports: list[object]) -> None:
    texts = [item for item in reports if item in ALL]
    links = link_reports(texts)
    assert links == link_reports(ALL)
