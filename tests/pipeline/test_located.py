"""Reports get the points of their places, when a gazetteer is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import (
    ArticleId,
    Findings,
    KnownPlace,
    Mention,
    MentionId,
    PageId,
    Source,
    Span,
)
from onrecord.pipeline import load_tools
from onrecord.pipeline.locating import home_of, most_placed, without_strays
from onrecord.pipeline.process import process
from tests.cli.news import news
from tests.record.made import News, findings_of

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


TRUJILLO = "<p>A bomb killed four people in Trujillo on Friday, police said.</p>"


def points(
    html: str, tools: Tools, where: str | None = None
) -> list[tuple[str, str | None, float | None]]:
    """Text, country and latitude of the places of a page's reports."""
    (told,) = process([Source("blast.html", html.encode(), "file", url=where)], tools)
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


@pytest.mark.parametrize(("ending", "country"), [("pe", "PE"), ("ve", "VE")])
def test_where_a_site_is_at_home_says_which_place_is_meant(
    ending: str, country: str, tools: Tools
) -> None:
    html = (
        '<!doctype html><html lang="en"><head><title>Blast kills four</title></head>'
        f"<body><article><h1>Blast kills four</h1>{TRUJILLO}<p>Residents were told to "
        "stay away from the market until the evening, when the streets are open "
        "again.</p></article></body></html>"
    )
    where = f"https://herald.example.{ending}/blast"
    assert points(html, tools, where)[0][:2] == ("Trujillo", country)


@pytest.mark.parametrize(
    ("url", "where", "domain"),
    [
        ("https://www.herald.example/a", "saved/a.html", "herald.example"),
        (None, "https://herald.example/a", "herald.example"),
        (None, "saved/a.html", None),
        ("http://[", "saved/a.html", None),
    ],
)
def test_the_home_of_a_page_is_its_own_address(
    url: str | None, where: str, domain: str | None
) -> None:
    found = findings_of(News(where=where))
    article = replace(found.articles[0], url=url)
    home = home_of(article, replace(found.reading.capture, where=where))
    assert (home.domain if home else None) == domain


GEORGIA = (
    "<p>A storm killed four people in Columbus, Georgia, on Friday, Georgia Governor "
    "Ana Petrell said. Atlanta was spared.</p>"
)
CAUCASUS = (
    "<p>Police arrested four people in Tbilisi, Georgia, on Friday. Georgian Interior "
    "Minister Ana Petrell said that order was kept in Georgia.</p>"
)
LEBANON = (
    "<p>A bomb killed four people in Tripoli in northern Lebanon on Friday, police "
    "said. Beirut sent the army.</p>"
)


def page_of(more: str) -> str:
    """A page that names no place beside these."""
    return (
        '<!doctype html><html lang="en"><head><title>News of the day</title></head>'
        f"<body><article><h1>News of the day</h1>{more}<p>Residents were told to "
        "stay away from the streets until the evening, when the schools are open "
        "again.</p></article></body></html>"
    )


def mentions_of(html: str, tools: Tools) -> set[tuple[str, str, str | None]]:
    """Text, type and country of every name in a page."""
    (told,) = process([Source("page.html", html.encode(), "file")], tools)
    assert isinstance(told, Findings)
    return {(item.text, item.type, item.country) for item in told.mentions}


def test_a_region_that_is_spelled_as_a_country_is_no_country(tools: Tools) -> None:
    found = mentions_of(page_of(GEORGIA), tools)
    assert ("Georgia", "place", None) in found
    assert not any(country == "GE" for _, _, country in found)
    assert [place[:2] for place in points(page_of(GEORGIA), tools)] == [
        ("Columbus", "US")
    ]


def test_a_country_that_a_region_elsewhere_is_spelled_as_stays_one(
    tools: Tools,
) -> None:
    assert ("Georgia", "country", "GE") in mentions_of(page_of(CAUCASUS), tools)


def test_a_town_that_is_spelled_as_a_capital_lies_where_the_article_says(
    tools: Tools,
) -> None:
    ((text, country, lat),) = points(page_of(LEBANON), tools)
    assert (text, country) == ("Tripoli", "LB")
    assert lat == pytest.approx(34.4, abs=0.1)


def known(number: int, country: str, score: float) -> KnownPlace:
    """An invented place of this country, as sure as `score`."""
    return KnownPlace(number, "Velmar", country, "", "", "town", 1.0, 2.0, score)


@pytest.mark.parametrize(
    ("country", "score", "kept"),
    [("KE", 0.6, 1), ("PE", 0.6, 0), ("FR", 0.6, 1), ("PE", 0.95, 1)],
)
def test_a_doubtful_place_of_an_unnamed_country_is_none(
    country: str, score: float, kept: int
) -> None:
    span, place = Span(0, 6), known(1, country, score)
    french = Mention(
        MentionId("m"), ArticleId("a"), PageId("p"), Span(9, 15), "French",
        "country", MentionId("m"), country="FR",
    )  # fmt: skip
    assert len(without_strays({span: place}, [french], "KE")) == kept
    assert without_strays({span: place}, [], None) == {span: place}


def test_the_places_tell_a_country_only_when_most_of_them_lie_in_it() -> None:
    kenyan = {Span(n, n + 1): known(n, "KE", 0.8) for n in range(1, 5)}
    french = {Span(n, n + 1): known(n, "FR", 0.8) for n in range(5, 8)}
    assert most_placed(kenyan) == "KE"
    assert most_placed(kenyan | french) is None
    assert most_placed({Span(1, 2): known(1, "KE", 0.8)}) is None
    assert most_placed({}) is None


def test_towns_tell_the_country_that_no_word_of_the_article_names(tools: Tools) -> None:
    more = (
        "<p>A bomb killed four people at a market in Vorrin on Friday.</p>"
        "<p>Doctors came from Peshawar, Quetta, Multan and Faisalabad.</p>"
    )
    found = points(news(more=more), tools)
    assert [(text, country) for text, country, _ in found] == [("Vorrin", "PK")]
