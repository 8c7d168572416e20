"""The screens of corrections and revisions, over the sample record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from onrecord.record import open_record
from onrecord.server import make_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def client(sample_record: Path) -> Iterator[TestClient]:
    with TestClient(make_app(sample_record), base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture(scope="module")
def pages(sample_record: Path) -> dict[int, str]:
    """The two captures of one page, by the number of villagers they give."""
    with open_record(sample_record) as record:
        return {
            number: next(
                page.id
                for page in record.pages()
                if f"arrested {number} villagers" in page.text
            )
            for number in (32, 23)
        }


def test_a_page_captured_twice_leads_to_what_changed(
    client: TestClient, pages: dict[int, str]
) -> None:
    shown = client.get(f"/page/{pages[23]}").text
    assert "captured 2 times, 2 revisions" in shown
    assert f'href="/page/{pages[23]}/revisions"' in shown


def test_changed_words_are_marked_and_lead_to_both_captures(
    client: TestClient, pages: dict[int, str]
) -> None:
    answer = client.get(f"/page/{pages[32]}/revisions")
    assert answer.status_code == 200
    for number in (32, 23):
        assert f'<span class="differs">{number}</span>' in answer.text
        assert f'href="/page/{pages[number]}?at=' in answer.text
    assert "Figure changed" in answer.text
    assert "Note by the outlet, not in the capture before" in answer.text
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


def test_a_prefix_of_an_id_leads_to_the_whole(
    client: TestClient, pages: dict[int, str]
) -> None:
    answer = client.get(f"/page/{pages[23][:10]}/revisions", follow_redirects=False)
    assert answer.headers["location"] == f"/page/{pages[23]}/revisions"
    assert client.get("/page/ffffffffff/revisions").status_code == 404


def test_a_note_stands_in_its_page_and_beside_what_it_is_about(
    client: TestClient, pages: dict[int, str], sample_record: Path
) -> None:
    page = client.get(f"/page/{pages[23]}").text
    assert "k-note" in page
    assert "says the outlet" in page
    with open_record(sample_record) as record:
        figure = next(f for f in record.figures() if f.page_id == pages[23])
        statement = figure.statement_id
        incident = record.groups("report")[figure.report_id]
        claim = record.groups("statement")[str(statement)]
    assert "correction by the outlet" in client.get(f"/incident/{incident}").text
    assert "says the outlet" in client.get(f"/claim/{claim}").text


def test_a_page_captured_once_has_nothing_to_compare(
    client: TestClient, pages: dict[int, str], sample_record: Path
) -> None:
    with open_record(sample_record) as record:
        other = next(p.id for p in record.pages() if p.id not in pages.values())
    assert "captured once" in client.get(f"/page/{other}/revisions").text
    assert "What changed between captures" not in client.get(f"/page/{other}").text
