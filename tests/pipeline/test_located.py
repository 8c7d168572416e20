"""Reports get the points of their places, when a gazetteer is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import Findings, Source
from onrecord.pipeline import load_tools
from onrecord.pipeline.process import process
from tests.cli.news import news

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.pipeline import Tools

BLAST = (
    "<p>A bomb killed four people in Peshawar on Friday, police in Pakistan said.</p>"
)
OWN = (
    "name\talternates\tcountry\tregion\tkind\tlat\tlon\n"
    "Velmar Gate\t\tPK\t\ttown\t30\t70\n"
)
OWN_BLAST = "<p>A bomb killed four people in Velmar Gate on Friday, police said.</p>"


@pytest.fixture(scope="module")
def tools(cache: Path) -> Tools:
    """The default models with the world's places."""
    return load_tools(gazetteer=open_gazetteer(cache))


def points(html: str, tools: Tools) -> list[tuple[str, str | None, float | None]]:
    """Text, country and latitude of the places of a page's reports."""
    (told,) = process([Source("blast.html", html.encode(), "file")], tools)
    assert isinstance(told, Findings)
    places = [report.place for report in told.reports if report.place]
    return [(place.text, place.country, place.lat) for place in places]


def test_a_place_gets_its_point_and_without_a_gazetteer_none(tools: Tools) -> None:
    html = news(more=BLAST)
    ((text, country, lat),) = points(html, tools)
    assert (text, country) == ("Peshawar", "PK")
    assert lat is not None
    assert 33 < lat < 35
    ((_, _, none),) = points(html, replace(tools, gazetteer=None))
    assert none is None


def test_a_users_own_place_is_found_by_its_name(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "front.tsv"
    file.write_text(OWN, encoding="utf-8")
    tools = load_tools(gazetteer=open_gazetteer(cache, file))
    assert points(news(more=OWN_BLAST), tools) == [("Velmar Gate", "PK", 30.0)]
    assert "places front.tsv" in dict(tools.run.versions)
