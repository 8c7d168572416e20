"""Where the utterances of a claim stand on their line of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.model import Moment
from onrecord.server.charts import Timeline, lay_timeline
from onrecord.server.charts.scale import count_ticks, time_scale
from tests.server.dam import make_shelf
from tests.server.making import make_claim

CLAIM = make_shelf().claims_[0]


def spots(chart: Timeline, lane: str) -> list[tuple[float, str]]:
    found = next(item for item in chart.lanes if item.full_name == lane)
    return [(spot.x, spot.shape) for spot in found.spots]


def test_each_outlet_has_a_lane_and_disputes_come_last() -> None:
    names = [lane.full_name for lane in lay_timeline(CLAIM, 860).lanes]
    assert names == ["The Lantern", "Harbour Post", "leaflet.txt", "Disputed"]


def test_later_articles_stand_further_right() -> None:
    chart = lay_timeline(CLAIM, 860)
    (early, _), (same, _), (late, _) = spots(chart, "The Lantern")
    ((last, _),) = spots(chart, "Harbour Post")
    assert early == same < late < last


def test_what_has_no_date_stands_apart_at_the_right() -> None:
    chart = lay_timeline(CLAIM, 860)
    ((x, shape),) = spots(chart, "leaflet.txt")
    assert chart.undated_x is not None
    assert chart.undated_x < x < chart.width
    assert shape == "indirect"
    dated = [
        x for name in ("The Lantern", "Harbour Post") for x, _ in spots(chart, name)
    ]
    assert max(dated) < chart.undated_x


def test_nothing_is_set_apart_when_all_is_dated() -> None:
    dated = make_claim(CLAIM.id, CLAIM.statements[:4], ())
    assert lay_timeline(dated, 860).undated_x is None


def test_a_claim_without_any_date_is_drawn_all_the_same() -> None:
    chart = lay_timeline(make_claim(CLAIM.id, CLAIM.statements[4:], ()), 860)
    assert chart.ticks == ()
    assert len(chart.lanes[0].spots) == 1


def test_marks_of_one_moment_do_not_touch() -> None:
    for chart in (lay_timeline(CLAIM, 860), lay_timeline(CLAIM, 340)):
        places = [(spot.x, spot.y) for lane in chart.lanes for spot in lane.spots]
        for at, (x, y) in enumerate(places):
            for a, b in places[at + 1 :]:
                assert abs(x - a) >= 10 or abs(y - b) >= 10


def test_everything_lies_inside_the_drawing() -> None:
    for width in (860, 340):
        chart = lay_timeline(CLAIM, width)
        for lane in chart.lanes:
            for spot in lane.spots:
                assert 0 < spot.x < width
                assert 0 < spot.y < chart.axis_y


def test_one_outlet_alone_is_told_by_speakers() -> None:
    alone = make_claim(CLAIM.id, CLAIM.statements[:3], ())
    chart = lay_timeline(alone, 860)
    assert chart.by == "speaker"
    assert [lane.full_name for lane in chart.lanes] == ["River Board", "Bela Stromm"]


def test_a_month_is_drawn_as_long_as_it_is() -> None:
    first = CLAIM.statements[0]
    vague = replace(first.article, published=Moment("2031-03", "month"))
    claim = make_claim(CLAIM.id, [replace(first, article=vague)], ())
    (spot,) = lay_timeline(claim, 860).lanes[0].spots
    assert spot.from_x is not None
    assert spot.to_x is not None
    assert spot.from_x < spot.x < spot.to_x


def test_a_label_says_when_who_how_and_where() -> None:
    label = lay_timeline(CLAIM, 860).lanes[1].spots[0].label
    assert label == "2 Apr 2031: Bela Stromm, partly quoted, in Harbour Post"


def test_a_possible_dispute_is_called_possible() -> None:
    labels = [spot.label for spot in lay_timeline(CLAIM, 860).lanes[-1].spots]
    assert sum("possibly" in label for label in labels) == 1


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2031, 3, 1), date(2031, 3, 3), ["1 Mar 2031", "2 Mar", "3 Mar", "4 Mar"]),
        (date(2030, 11, 5), date(2031, 2, 20), ["Nov 2030", "Dec", "Jan 2031", "Feb"]),
        (date(2022, 5, 1), date(2031, 5, 1), ["2022", "2024", "2026", "2028", "2030"]),
    ],
)
def test_ticks_are_round_and_as_short_as_can_be(
    first: date, last: date, labels: list[str]
) -> None:
    scale = time_scale([first.toordinal(), last.toordinal()], 0, 800)
    assert [tick.label for tick in scale.ticks(6)] == labels


@pytest.mark.parametrize("highest", [0, 1, 7, 31, 170, 999, 123_456])
def test_numbers_reach_above_the_highest(highest: int) -> None:
    ticks = count_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert 2 <= len(ticks) <= 6
