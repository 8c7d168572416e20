"""Pages are hostile, and so may be whoever asks."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from onrecord.errors import RecordError
from onrecord.model import Mention, MentionId, Moment, Origin, Span
from onrecord.record.views import PageView, StatementView, Summary
from onrecord.server.app import app_over
from tests.server.dam import CLAIM, make_shelf
from tests.server.making import make_claim, make_sheet, make_statement
from tests.server.shelf import Shelf

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\x00\x1b"


def client_over(shelf: Shelf) -> TestClient:
    return TestClient(app_over(shelf), base_url="http://127.0.0.1")


def hostile_shelf() -> tuple[Shelf, PageView, StatementView]:
    sheet = make_sheet(
        [("headline", HOSTILE), ("body", f"{HOSTILE} said it.")],
        outlet=HOSTILE,
        published=Moment("2031-03-03", "day"),
        where="javascript:alert(3)",
        title=HOSTILE,
    )
    sheet = replace(sheet, article=replace(sheet.article, url="javascript:alert(4)"))
    said = make_statement(
        sheet, HOSTILE, claim=CLAIM, speaker=HOSTILE, source=HOSTILE, role=HOSTILE
    )
    page = PageView(
        capture=sheet.capture,
        page=sheet.page,
        is_language_supported=False,
        articles=(sheet.article,),
        statements=(said,),
        reports=(),
        figures=(),
        mentions=(),
        disputes=(),
        zones=sheet.zones,
        origins=(Origin(HOSTILE, HOSTILE, sheet.zones[0].span),),
    )
    claim = make_claim(CLAIM, [said, said], ())
    return Shelf(name=HOSTILE, claims_=[claim], pages_=[page]), page, said


@pytest.mark.parametrize(
    "where",
    [
        "/",
        "/claims",
        "/claim/{claim}",
        "/page/{page}",
        "/search?q={hostile}",
        "/claims?q={hostile}",
    ],
)
def test_no_markup_of_a_page_comes_through(where: str) -> None:
    shelf, page, said = hostile_shelf()
    asked = where.format(claim=said.claim, page=page.page.id, hostile=HOSTILE[:25])
    with client_over(shelf) as client:
        html = client.get(asked).text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "javascript:" not in re.findall(r'href="([^"]*)"', html)
    assert not re.search(r'href="\s*javascript', html)
    assert "\x00" not in html
    assert "\x1b" not in html


def test_only_web_addresses_become_links() -> None:
    shelf, page, _ = hostile_shelf()
    fine = replace(page, capture=replace(page.capture, where="https://news.example/a"))
    with client_over(shelf) as client:
        assert "javascript:alert(3)</span>" in client.get(f"/page/{page.page.id}").text
    shelf.pages_ = [fine]
    with client_over(shelf) as client:
        html = client.get(f"/page/{page.page.id}").text
    assert 'rel="noopener noreferrer nofollow" href="https://news.example/a"' in html


@pytest.mark.parametrize("where", ["/", "/nothing", "/static/frame.css", "/static/x"])
def test_every_answer_bears_the_headers(where: str) -> None:
    with client_over(make_shelf()) as client:
        headers = client.get(where).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8040", 200),
        ("localhost:1", 200),
        ("LOCALHOST", 200),
        ("[::1]:8040", 200),
        ("[::1]", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("localhost.evil.example:8040", 400),
        ("evil.example:127.0.0.1", 400),
        ("localhost:80@evil.example", 400),
        ("", 400),
    ],
)
def test_only_names_of_this_machine_are_answered(host: str, status: int) -> None:
    with client_over(make_shelf()) as client:
        answer = client.get("/", headers={"host": host})
    assert answer.status_code == status
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD"]
)
def test_nothing_can_be_written(method: str) -> None:
    with client_over(make_shelf()) as client:
        assert client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/docs",
        "/redoc",
        "/openapi.json",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/",
    ],
)
def test_nothing_else_is_served(path: str) -> None:
    with client_over(make_shelf()) as client:
        assert client.get(path).status_code == 404


def test_a_record_that_cannot_be_read_is_a_screen_of_its_own() -> None:
    class Locked(Shelf):
        def summary(self) -> Summary:
            raise RecordError("the record is locked by another onrecord")

    with client_over(Locked()) as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "locked by another" in answer.text


def test_a_fault_of_ours_is_a_screen_without_a_trace() -> None:
    class Broken(Shelf):
        def summary(self) -> Summary:
            raise ZeroDivisionError("secret")

    app = app_over(Broken())
    with TestClient(
        app, base_url="http://127.0.0.1", raise_server_exceptions=False
    ) as client:
        answer = client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers


def test_a_page_of_two_megabytes_is_shown_in_a_moment() -> None:
    words = "Rain fell on the <harbour> all day. " * 60_000
    sheet = make_sheet(
        [("body", words)], outlet="Post", published=None, where="/saved/huge.txt"
    )
    mentions = tuple(
        Mention(
            id=MentionId(f"{at:020x}"),
            article_id=sheet.article.id,
            page_id=sheet.page.id,
            span=Span(at * 100, at * 100 + 40),
            text="Rain",
            type="place",
            head=MentionId(f"{at:020x}"),
        )
        for at in range(5_000)
    )
    page = PageView(
        sheet.capture, sheet.page, True, (sheet.article,), (), (), (), mentions, (),  # noqa: FBT003 - a view's fields in order
        sheet.zones,
    )  # fmt: skip
    with client_over(Shelf(pages_=[page])) as client:
        started = time.perf_counter()
        answer = client.get(f"/page/{sheet.page.id}")
        seconds = time.perf_counter() - started
    assert answer.status_code == 200
    assert len(answer.text) > 2_000_000
    assert seconds < 3  # a second here; machines that run tests are slower
