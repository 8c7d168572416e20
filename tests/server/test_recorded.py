"""The screens over a real record's file, from its views."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from onrecord.errors import InputError
from onrecord.record import Asked, open_record
from onrecord.server import make_app
from onrecord.server.recorded import RecordArchive
from tests.record.harbour import fill, id_of
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of four pages, resolved: a claim, an incident, a story, a dispute."""
    where = tmp_path_factory.mktemp("record") / "harbour.db"
    with open_record(where) as record:
        fill(record)
    return where


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(path), base_url="http://127.0.0.1") as made:
        yield made


def test_every_link_from_home_leads_to_a_screen(client: TestClient) -> None:
    seen = {"/"}
    coming = ["/"]
    while coming:
        answer = client.get(coming.pop())
        assert answer.status_code == 200, answer.url
        found = set(re.findall(r'href="(/[^"#]*)', answer.text)) - seen
        seen |= found
        coming += [href.replace("&amp;", "&") for href in found]
    kinds = {href.split("/")[1].split("?")[0] for href in seen}
    assert kinds >= {"claim", "dispute", "incident", "page", "story", "who", "static"}


def test_what_the_record_holds_is_shown(client: TestClient) -> None:
    home = client.get("/").text
    assert "old piers are safe" in home
    assert "Port Anselm" in home
    assert "harbour.db" in home


def test_an_id_of_a_member_is_a_permalink(client: TestClient) -> None:
    for address, kind in (
        (f"/claim/{id_of('statement', 'ferry')}", "claim"),
        (f"/incident/{id_of('report', 'ferry')}", "incident"),
        (f"/story/{id_of('article', 'ferry')}", "story"),
        (f"/who/{id_of('mention', 'ferry')}", "who"),
        (f"/page/{id_of('article', 'ferry')}", "page"),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.url.path.startswith(f"/{kind}/")


def test_words_of_any_kind_are_safe_to_search(client: TestClient) -> None:
    for query in ('"', "a AND", "*", "NEAR(", "пирс", "%", "\x00", "x" * 5000):
        assert client.get("/search", params={"q": query}).status_code == 200
        assert client.get("/claims", params={"q": query}).status_code == 200


def test_private_people_have_no_screen_and_are_not_named_in_lists(
    client: TestClient,
) -> None:
    page = client.get(f"/page/{id_of('article', 'doubt')}").text
    assert "Jon Wick" in page  # the stored text is what it is
    assert "a private person" in page
    assert client.get("/search?q=Jon Wick").text.count("/who/") == 0
    assert "Jon Wick" not in client.get("/claims?every=true").text


def test_a_private_person_is_not_found(path: Path) -> None:
    archive = RecordArchive(path)
    mentions = archive.page(id_of("article", "doubt")).mentions
    private = next(item for item in mentions if item.private_reason)
    with pytest.raises(InputError, match="public role"):
        archive.entity(private.id)
    archive.close()


@pytest.mark.parametrize("kind", ["claim", "incident", "story", "who", "page"])
@pytest.mark.parametrize("identity", ["ffffffffffff", "zz", "%27%20OR%201", "a%00b"])
def test_an_unknown_id_is_a_polite_screen(
    client: TestClient, kind: str, identity: str
) -> None:
    answer = client.get(f"/{kind}/{identity}")
    assert answer.status_code == 404
    assert "Not on record" in answer.text


def test_what_a_person_decided_is_told_on_the_page_of_each(tmp_path: Path) -> None:
    where = tmp_path / "decided.db"
    left, right = id_of("mention", "ferry"), id_of("mention", "doubt")
    asked = Asked("not-same", left, right, "Ada <b>", "two <i>offices", NOW)
    with open_record(where) as record:
        fill(record)
        record.decide(asked, RUN)
    with TestClient(make_app(where), base_url="http://127.0.0.1") as client:
        for name, other in ((left, "Ida Brask"), (right, "Oren Tull")):
            shown = " ".join(
                re.sub("<[^>]*>", "", client.get(f"/who/{name}").text).split()
            )
            told = "by Ada &lt;b&gt; on 2031-05-04: two &lt;i&gt;offices"
            assert f"held apart from {other} {told}" in shown
