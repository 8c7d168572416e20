"""Every screen answers, says what it should, and leads where it should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from onrecord.server.app import app_over
from tests.server.dam import CLAIM, FORMER, INCIDENT, LANTERN, POST, make_shelf
from tests.server.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELF = make_shelf()
STORY = SHELF.stories_[0].id
STROMM, BOARD, _, WEX = (entity.id for entity in SHELF.entities_)
SCREENS = [
    "/",
    "/claims",
    "/claims?every=true",
    "/claims?q=leaks",
    f"/claim/{CLAIM}",
    "/disputes",
    "/disputes?possible=true",
    "/incidents",
    f"/incident/{INCIDENT}",
    "/stories",
    f"/story/{STORY}",
    f"/who/{STROMM}",
    f"/page/{LANTERN.page.id}",
    f"/page/{LANTERN.page.id}?at=60-90",
    "/search",
    "/search?q=dam",
    "/search?q=nowhere",
    "/nothing",
    "/claim/0000",
]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = app_over(make_shelf())
    with TestClient(app, base_url="http://127.0.0.1") as made:
        yield made


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_one_title_one_heading_and_a_footer(
    client: TestClient, screen: str
) -> None:
    html = client.get(screen).text
    assert html.count("<h1") == 1
    assert re.search(r"<title>[^<]+ · onrecord</title>", html)
    assert "bench/reports" in html


@pytest.mark.parametrize("screen", SCREENS)
def test_no_style_or_script_stands_in_a_screen(client: TestClient, screen: str) -> None:
    html = client.get(screen).text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/static/)", html)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_id_stands_once_in_a_screen(client: TestClient, screen: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(screen).text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_link_of_ours_leads_somewhere(client: TestClient, screen: str) -> None:
    html = client.get(screen).text
    for href in set(re.findall(r'href="(/[^"#]*)', html)):
        if not href.startswith(("/who/", "/story/")):  # those take members' ids
            assert client.get(href.replace("&amp;", "&")).status_code == 200, href


def test_a_claim_shows_every_utterance_and_links_to_its_words(
    client: TestClient,
) -> None:
    html = client.get(f"/claim/{CLAIM}").text
    assert html.count('<li class="utterance"') == 5
    span = LANTERN.span("The dam at Orvale is sound")
    assert f"/page/{LANTERN.page.id}?at={span.start}-{span.end}#words" in html
    assert "chosen by machine" in html
    assert "disputed by <span" in html
    assert "Ines Tarrow" in html


def test_a_former_id_leads_to_the_claim_of_today(client: TestClient) -> None:
    answer = client.get(f"/claim/{FORMER}?x=1", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/claim/{CLAIM}?x=1"


def test_the_beginning_of_an_id_is_enough(client: TestClient) -> None:
    answer = client.get(f"/incident/{INCIDENT[:9]}", follow_redirects=False)
    assert answer.headers["location"] == f"/incident/{INCIDENT}"


def test_a_dispute_opens_where_it_is_told(client: TestClient) -> None:
    identity = SHELF.disputes_[0].id
    answer = client.get(f"/dispute/{identity}", follow_redirects=False)
    assert answer.headers["location"] == f"/claim/{CLAIM}#d-{identity}"
    assert client.get("/dispute/ffff").status_code == 404


def test_an_incident_tells_figures_as_chart_and_as_table(client: TestClient) -> None:
    html = client.get(f"/incident/{INCIDENT}").text
    assert html.count('<svg class="drawing') == 2
    assert "14 or more" in html
    assert "the hospital" in html
    assert "Range by rule: lowest to highest" in html


def test_words_asked_for_are_marked_where_they_stand(client: TestClient) -> None:
    span = POST.span("Nineteen")
    html = client.get(f"/page/{POST.page.id}?at={span.start}-{span.end}").text
    assert re.search(r'id="words"></span><a class="[^"]*k-asked', html)


def test_findings_bear_their_id_as_an_anchor(client: TestClient) -> None:
    html = client.get(f"/page/{LANTERN.page.id}").text
    for statement in SHELF.pages_[0].statements:
        assert f'id="f-{statement.id}"' in html
        assert f'href="#f-{statement.id}"' in html


def test_furniture_is_marked_as_the_frame(client: TestClient) -> None:
    html = client.get(f"/page/{LANTERN.page.id}").text
    assert re.search(r'<div class="region frame zone-menu[^>]*>Home   Rivers', html)


def test_capture_times_nobody_told_are_not_made_up(client: TestClient) -> None:
    leaflet = SHELF.pages_[3].page.id
    assert "nobody said when" in client.get(f"/page/{leaflet}").text


def test_a_page_says_where_its_title_and_outlet_were_found(client: TestClient) -> None:
    html = client.get(f"/page/{LANTERN.page.id}").text
    title = LANTERN.span("Board calls Orvale dam sound")
    link = f"/page/{LANTERN.page.id}?at={title.start}-{title.end}#words"
    assert f'<a href="{link}">title from the page</a>; outlet as given' in html


def test_private_people_are_not_found(client: TestClient) -> None:
    assert client.get(f"/who/{WEX}").status_code == 404
    page = client.get(f"/page/{SHELF.pages_[1].page.id}").text
    assert "A pupil, Timo Wex, was among the dead." in page


def test_an_empty_record_says_how_to_fill_it() -> None:
    with TestClient(app_over(Shelf()), base_url="http://127.0.0.1") as client:
        assert "Nothing is on record yet" in client.get("/").text
        for screen in ("/claims", "/disputes", "/incidents", "/stories"):
            assert client.get(screen).status_code == 200


@pytest.mark.parametrize("limit", ["0", "-1", "x", "100000"])
def test_a_limit_out_of_bounds_is_refused_politely(
    client: TestClient, limit: str
) -> None:
    answer = client.get(f"/claims?limit={limit}")
    assert answer.status_code == 400
    assert "something odd" in answer.text
