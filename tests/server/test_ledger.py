"""Where the figures of an incident stand, and what they allow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.model import ArticleId, FigureId, Moment
from onrecord.server.charts import Ledger, lay_ledger
from onrecord.server.charts.broken import broken_scale
from onrecord.server.charts.labels import Box, place_label
from tests.server.dam import make_incident

if TYPE_CHECKING:
    from onrecord.record.views import IncidentView
    from onrecord.server.charts.ledger import Dot


def laid(incident: IncidentView, width: int = 860) -> Ledger:
    chart = lay_ledger(incident, width)
    assert chart is not None
    return chart


def dots(chart: Ledger, effect: str) -> tuple[Dot, ...]:
    return next(panel.dots for panel in chart.panels if panel.effect == effect)


def test_killed_and_injured_are_drawn_apart() -> None:
    chart = laid(make_incident())
    assert [panel.effect for panel in chart.panels] == ["killed", "injured"]
    assert chart.panels[0].bottom < chart.panels[1].top


def test_more_people_stand_higher_and_later_articles_further_right() -> None:
    first, second = dots(laid(make_incident()), "killed")
    assert first.text == "14+"
    assert second.text == "19"
    assert first.x < second.x
    assert first.y > second.y


def test_each_outlet_keeps_its_shape() -> None:
    chart = laid(make_incident())
    keys = {key.outlet: key.shape for key in chart.keys}
    assert keys == {"The Lantern": "circle", "Harbour Post": "square"}
    for effect in ("killed", "injured"):
        assert [dot.shape for dot in dots(chart, effect)] == ["circle", "square"]


def test_an_open_figure_reaches_as_far_as_it_allows() -> None:
    chart = laid(make_incident())
    killed, injured = chart.panels
    at_least, exact = killed.dots
    assert at_least.is_open_up
    assert (at_least.bar_from, at_least.bar_to) == (at_least.y, killed.top)
    assert exact.bar_from is None
    up_to = injured.dots[1]
    assert up_to.is_open_down
    assert (up_to.bar_from, up_to.bar_to) == (injured.bottom, up_to.y)


def test_the_band_is_the_range_on_record() -> None:
    killed = laid(make_incident()).panels[0]
    at_least, exact = killed.dots
    assert (killed.band_top, killed.band_bottom) == (exact.y, at_least.y)


def test_an_incident_without_figures_has_no_chart() -> None:
    incident = make_incident()
    silent = tuple(replace(report, figures=()) for report in incident.reports)
    assert lay_ledger(replace(incident, reports=silent), 860) is None


def test_a_part_of_another_figure_is_left_to_the_table() -> None:
    incident = make_incident()
    report = incident.reports[0]
    part = replace(report.figures[0], id=FigureId("p"), part_of=report.figures[0].id)
    with_part = replace(report, figures=(*report.figures, part))
    chart = laid(replace(incident, reports=(with_part, incident.reports[1])))
    assert len(dots(chart, "killed")) == 2


def test_an_outlet_that_revises_is_joined_by_steps() -> None:
    incident = make_incident()
    first = incident.reports[0]
    later = replace(
        first.article, id=ArticleId("later"), published=Moment("2031-04-03", "day")
    )
    figures = tuple(
        replace(figure, id=FigureId(f"x{figure.id}"), article=later, low=20, high=20)
        for figure in first.figures
    )
    again = replace(first, article=later, figures=figures)
    chart = laid(replace(incident, reports=(*incident.reports, again)))
    assert [len(panel.steps) for panel in chart.panels] == [1, 1]


def test_a_figure_without_a_date_stands_apart() -> None:
    incident = make_incident()
    report = incident.reports[1]
    undated = replace(report.article, published=None)
    figures = tuple(replace(figure, article=undated) for figure in report.figures)
    other = replace(report, article=undated, figures=figures)
    chart = laid(replace(incident, reports=(incident.reports[0], other)))
    assert chart.undated_x is not None
    assert dots(chart, "killed")[1].x > chart.undated_x


def test_marks_of_the_same_number_and_time_do_not_cover_each_other() -> None:
    incident = make_incident()
    report = incident.reports[0]
    twins = tuple(
        replace(report.figures[0], id=FigureId(str(at)), low=14, high=14)
        for at in range(4)
    )
    chart = laid(replace(incident, reports=(replace(report, figures=twins),)))
    for one, other in combinations(dots(chart, "killed"), 2):
        assert abs(one.x - other.x) > 10 or abs(one.y - other.y) > 10


def test_a_label_goes_left_when_the_right_is_taken() -> None:
    room = Box(0, 0, 200, 100)
    taken = [Box(105, 40, 200, 60)]
    assert place_label((100, 50), "19", taken, room).right < 100


def test_two_figures_of_one_article_are_no_step() -> None:
    incident = make_incident()
    report = incident.reports[0]
    other = replace(report.figures[0], id=FigureId("other"), low=12, high=12)
    twice = replace(report, figures=(*report.figures, other))
    chart = laid(replace(incident, reports=(twice, incident.reports[1])))
    assert chart.panels[0].steps == ()


def test_a_long_silence_is_left_out_and_shown_as_left_out() -> None:
    days = [day.toordinal() for day in (date(2031, 4, 1), date(2031, 4, 3))]
    scale = broken_scale([*days, date(2031, 11, 1).toordinal()], 40, 840)
    assert len(scale.breaks) == 1
    early, late = (scale.x(day) for day in days)
    assert early < late < scale.breaks[0] < scale.x(date(2031, 11, 1).toordinal()) < 840
    labels = [tick.label for tick in scale.ticks(8)]
    assert labels[0] == "1 Apr 2031"
    assert labels[-1] == "1 Nov"


def test_days_close_together_are_drawn_whole() -> None:
    first = date(2031, 4, 1).toordinal()
    assert broken_scale([first, first + 3, first + 6], 0, 800).breaks == ()
    assert broken_scale([first], 0, 800).breaks == ()


def test_nothing_doubtful_is_on_an_axis() -> None:
    incident = make_incident()
    first, *others = incident.reports
    vast = replace(first.figures[0], id=FigureId("vast"), low=10**12, is_doubtful=True)
    more = replace(first, figures=(*first.figures, vast))
    chart = laid(replace(incident, reports=(more, *others)))
    assert chart.panels[0].ticks == laid(incident).panels[0].ticks
    assert len(chart.panels[0].dots) == len(laid(incident).panels[0].dots)
    article = replace(first.article, published=Moment("9999-12-31", "day"))
    told = tuple(replace(figure, article=article) for figure in first.figures)
    far = replace(first, article=article, figures=told)
    chart = laid(replace(incident, reports=(far, *others)))
    assert not any("9999" in tick.label for tick in chart.days)
    assert chart.undated_x is not None
