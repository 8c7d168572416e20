"""Reports with the points of their places, where the gazetteer knows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.places import find_toponyms
from onrecord.gazetteer.places.located import locate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Annotated, Report
    from onrecord.pipeline.tools import Tools


def located(
    reports: Sequence[Report], annotated: Annotated, tools: Tools
) -> tuple[Report, ...]:
    """The reports, each place with its point, country and precision.

    All place names of the article together say which of several places is meant;
    one that stays open keeps its words alone.
    """
    named = [report.place for report in reports if report.place is not None]
    if tools.gazetteer is None or not named:
        return tuple(reports)
    others = find_toponyms(annotated, tools.countries)
    found = locate(named, others, annotated.page.text, tools.gazetteer)
    places = dict(zip(named, found, strict=True))
    return tuple(
        replace(report, place=places[report.place]) if report.place else report
        for report in reports
    )
