"""Reports with the points of their places, where the gazetteer knows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.places import find_setting, find_toponyms
from onrecord.gazetteer.places.located import locate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Annotated, PlaceName, Report
    from onrecord.pipeline.tools import Tools


def located(
    reports: Sequence[Report], annotated: Annotated, tools: Tools
) -> tuple[Report, ...]:
    """The reports, each place with its point, country and precision.

    All place names of the article together say which of several places is meant;
    one that stays open keeps its words alone, and the country of the article.
    """
    named = [item.place for item in reports if item.place and not _is_known(item.place)]
    if tools.gazetteer is None or not named:
        return tuple(reports)
    others = find_toponyms(annotated, tools.countries)
    found = locate(named, others, annotated.page.text, tools.gazetteer)
    country = find_setting(annotated, tools.countries).country
    places = {
        before: after if after.country else replace(after, country=country)
        for before, after in zip(named, found, strict=True)
    }
    return tuple(
        replace(report, place=places.get(report.place, report.place))
        if report.place
        else report
        for report in reports
    )


def _is_known(place: PlaceName) -> bool:
    """Whether the words stand for a whole country: its point is told already."""
    return place.precision == "country" and place.lat is not None
