"""What joins reports when fields are missing, and what keeps alike ones apart."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.model import ReportText, groups_of, make_link
from onrecord.resolve.incidents import link_reports
from onrecord.resolve.incidents.candidates import find_candidates
from onrecord.resolve.incidents.telling import tellings
from tests.resolve.reporting import make_figure, make_report

if TYPE_CHECKING:
    from onrecord.model import Link

DAY = date(2023, 3, 10)


def told(name: str, text: str, day: date = DAY, **given: object) -> ReportText:
    """A main report whose article is this text."""
    options = {"detail": "shooting", "day": day, **given}
    return replace(make_report(name, text, **options), around=text)  # type: ignore[arg-type]  # passed on as given


def groups(reports: list[ReportText], decided: list[Link] | None = None) -> int:
    """How many incidents these are."""
    links = [*link_reports(reports, decided or []), *(decided or [])]
    return len(set(groups_of([item.report.id for item in reports], links).values()))


SHOT = told(
    "shot", "Jorvan Tesk, 19, was shot dead on a porch in Kellow Street in Vorrin on "
    "Friday night. A green van was seen.", title="Man shot dead on Kellow Street",
    place="Vorrin", on=DAY,
)  # fmt: skip
CHARGED = told(
    "charged", "A man was charged on Monday with shooting Jorvan Tesk, 19, on the "
    "porch of his aunt. The green van was found burned.", DAY + timedelta(days=10),
    title="Man charged in killing of Jorvan Tesk",
)  # fmt: skip
OTHER = told(
    "other", "A woman was shot in the leg outside the Lantern bar in Vorrin on Friday "
    "night after a quarrel. She is in hospital.", title="Woman shot outside bar",
    place="Vorrin", on=DAY,
)  # fmt: skip
FLOOD = told(
    "flood", "Floods in the Mirel valley killed 40 people and drove thousands into "
    "camps.", title="Floods kill 40 in Mirel valley", detail="flood", place="Mirel",
    on=DAY, figures=[make_figure("flood", "killed", 40, 40)],
)  # fmt: skip
NEXT_FLOOD = told(
    "next", "Floods in the Mirel valley killed 12 people and drove hundreds into "
    "camps.", DAY + timedelta(days=360), title="Floods kill 12 in Mirel valley",
    detail="flood", place="Mirel", on=DAY + timedelta(days=360),
    figures=[make_figure("next", "killed", 12, 12)],
)  # fmt: skip
RECALLED = told(
    "recalled", "People in the Mirel valley lit candles for the 40 who died when the "
    "floods came a year ago.", DAY + timedelta(days=366),
    title="Mirel valley remembers floods", detail="flood", place="Mirel",
)  # fmt: skip
RAID = told(
    "raid", "Soldiers killed five gunmen in a raid on a farmhouse near Vorrin on "
    "Friday. Rifles were seized.", title="Five gunmen killed in raid near Vorrin",
    place="Vorrin", on=DAY, figures=[make_figure("raid", "killed", 5, 5)],
)  # fmt: skip
BAZAAR = told(
    "bazaar", "A bomb on a bicycle tore through the spice bazaar of Vorrin on Friday, "
    "killing nine shoppers.", title="Bomb kills nine in Vorrin bazaar",
    detail="bombing", place="Vorrin", on=DAY,
    figures=[make_figure("bazaar", "killed", 9, 9)],
)  # fmt: skip

MAN = told(
    "man", "A 31-year-old man was shot on Tarrow Street in Vorrin on Friday night, "
    "police said. He was taken to hospital.", title="Man shot in Vorrin",
    place="Vorrin", on=DAY,
)  # fmt: skip
WOMAN = told(
    "woman", "A 24-year-old woman was shot outside a bar in Vorrin on Friday night, "
    "police said. She was taken to hospital.", title="Woman shot in Vorrin",
    place="Vorrin", on=DAY,
)  # fmt: skip
OLDER = told(
    "older", "A 58-year-old man was shot outside a bar in Vorrin on Friday night, "
    "police said. He was taken to hospital.", title="Man shot in Vorrin",
    place="Vorrin", on=DAY,
)  # fmt: skip
AGAIN = told(
    "again", "Police say that a man aged 31 was shot in Tarrow Street in Vorrin late "
    "on Friday. He is in hospital.", title="Vorrin man shot", place="Vorrin", on=DAY,
)  # fmt: skip
PLUNGE = told(
    "plunge", "A bus plunged into the Mirel gorge on Friday and 28 pilgrims died.",
    title="Bus plunges into Mirel gorge", detail="road crash", place="Mirel", on=DAY,
    figures=[make_figure("plunge", "killed", 28, 28)],
)  # fmt: skip
PILGRIMS = told(
    "pilgrims", "The toll of pilgrims killed when their bus plunged into the Mirel "
    "gorge on Friday has risen to 32.", title="Toll of pilgrims' bus rises to 32",
    detail="killing", place="Mirel", on=DAY,
    figures=[make_figure("pilgrims", "killed", 32, 32)],
)  # fmt: skip


def test_a_follow_up_without_place_or_date_joins_by_name_age_and_rare_words() -> None:
    assert groups([SHOT, CHARGED]) == 1


def test_the_same_victim_in_other_words_is_one_incident() -> None:
    assert groups([MAN, AGAIN]) == 1


def test_a_killing_may_be_a_crash_in_which_people_were_killed() -> None:
    assert groups([PLUNGE, PILGRIMS]) == 1


def test_an_anniversary_joins_by_the_day_that_it_recalls() -> None:
    assert groups([FLOOD, RECALLED]) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [(CHARGED, OTHER), (FLOOD, NEXT_FLOOD), (RAID, BAZAAR), (MAN, WOMAN), (MAN, OLDER)],
)
def test_events_of_one_town_stay_apart(one: ReportText, other: ReportText) -> None:
    assert groups([one, other]) == 2


def test_a_person_who_says_no_keeps_reports_apart() -> None:
    no = make_link("report", "shot", "charged", "same", "no", 1.0, "another Tesk")
    links = link_reports([SHOT, CHARGED], [no])
    assert not any(link.judgement == "yes" for link in links)


def test_a_person_who_says_yes_joins_what_is_little_alike() -> None:
    yes = make_link("report", "shot", "other", "same", "yes", 1.0, "one quarrel")
    assert groups([SHOT, OTHER], [yes]) == 1


def test_every_link_says_why() -> None:
    links = link_reports([SHOT, CHARGED, OTHER, FLOOD, RECALLED])
    assert links
    assert all(link.reason and 0 <= link.score <= 1 for link in links)


def test_a_chain_of_notices_is_not_glued_by_its_boilerplate() -> None:
    notice = "Police ask anyone with information to call the tip line day or night."
    reports = [
        told(
            f"r{n}",
            f"A man was robbed of a q{n}x in the Sarn{n}o quarter by z{n}y. {notice}",
            DAY + timedelta(days=n // 4),
            title="Police report",
        )
        for n in range(400)
    ]
    links = link_reports(reports)
    groups = groups_of([item.report.id for item in reports], links)
    sizes = [list(groups.values()).count(group) for group in set(groups.values())]
    assert max(sizes) < 5


def many(count: int) -> list[ReportText]:
    """Reports of events in three hundred towns, four of each."""
    return [
        told(
            f"r{n:05}",
            f"Somebody was shot near the w{n // 4}a in Town{n // 4 % 300} by a man "
            f"called Pell{n // 4}. Word{n % 997} said word{n % 991} of word{n % 983}.",
            DAY + timedelta(days=n // 4 % 700 + n % 4),
            title=f"Shooting in Town{n // 4 % 300}",
            place=f"Town{n // 4 % 300}",
            on=DAY + timedelta(days=n // 4 % 700),
        )
        for n in range(count)
    ]


def test_what_is_compared_grows_with_the_reports_and_not_their_square() -> None:
    few, more = (len(find_candidates(tellings(many(n)))) for n in (500, 1000))
    assert more < 2.5 * few


@pytest.mark.slow
def test_ten_thousand_reports_are_linked_in_seconds() -> None:
    reports = many(10_000)
    started = time.monotonic()
    links = link_reports(reports)
    assert time.monotonic() - started < 120
    assert sum(link.judgement == "yes" for link in links) > 7000
