"""An assistant on the command line: only where it is named, told in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from onrecord.server.app import make_app
from tests.cli.news import news
from tests.cli.rows import rows_of
from tests.cli.running import run_here
from tests.language.model_server import model_at_home, proposing, raw, statement

if TYPE_CHECKING:
    from pathlib import Path

SEEN = (
    "<p>Orlo Venn sketched for the Harbour Post what he saw: the gate stood open.</p>"
)
PROPOSAL = statement("Orlo Venn", "sketched", "the gate stood open")
LIE = statement("Orlo Venn", "sketched", "the gate stood shut")
MODEL = "--assistant-model=harbour-8b"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with a statement that our rules do not find."""
    page = tmp_path / "dam.html"
    page.write_text(news(more=SEEN), encoding="utf-8")
    return page


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "r.db"


def test_what_a_model_proposed_is_marked_wherever_it_is_shown(
    page: Path, record: Path
) -> None:
    with model_at_home(proposing(PROPOSAL, LIE)) as model:
        url = f"--assistant-url={model.url}"
        done = run_here(record, "add", str(page), url, MODEL)
    assert (done.status, done.err) == (0, "")
    assert "1 proposed by harbour-8b · 1 not in the page's words" in done.out
    (row,) = [row for row in rows_of(record, "statement") if row["found_by"]]
    assert (row["found_by"], row["text"]) == ("harbour-8b", "the gate stood open")
    (run,) = rows_of(record, "run")
    assert run["versions"]["assistant"] == "harbour-8b"
    shown = run_here(record, "page", row["page"])
    assert "proposed by harbour-8b" in shown.out
    assert "the gate stood open” (proposed by harbour-8b)" in shown.out  # in a dispute
    assert shown.out.count("proposed by") == 2
    assert "proposed by harbour-8b" in run_here(record, "claim", row["claim"]).out
    listed = run_here(record, "claims", "stood open").out
    found = run_here(record, "search", "stood open").out
    assert listed.count("proposed by harbour-8b") == 1
    assert found.count("proposed by harbour-8b") == 1  # its article is a hit without
    (claim,) = run_here(record, "claim", row["claim"], "--json").items
    assert [said["found_by"] for said in claim["statements"]] == ["harbour-8b"]


def test_a_browser_shows_who_proposed_a_statement(page: Path, record: Path) -> None:
    with model_at_home(proposing(PROPOSAL)) as model:
        run_here(record, "add", str(page), f"--assistant-url={model.url}", MODEL)
    (row,) = [row for row in rows_of(record, "statement") if row["found_by"]]
    with TestClient(make_app(record), base_url="http://127.0.0.1") as client:
        told = (f"/claim/{row['claim']}", f"/page/{row['page']}")
        for screen in (*told, "/claims?q=stood+open", "/search?q=stood+open"):
            html = client.get(screen).text
            assert "proposed by" in html
            assert "harbour-8b" in html


def test_the_environment_names_one_for_add(
    page: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_at_home(proposing(PROPOSAL)) as model:
        monkeypatch.setenv("ONRECORD_ASSISTANT_URL", model.url)
        monkeypatch.setenv("ONRECORD_ASSISTANT_MODEL", "harbour-8b")
        monkeypatch.setenv("ONRECORD_ASSISTANT_KEY", "k-1")
        done = run_here(record, "add", str(page), "--json")
        assert model.asked[0].headers["authorization"] == "Bearer k-1"
    (item,) = done.items
    assert item["assisted"]["proposed"] == 1
    assert "k-1" not in done.out


def test_no_network_means_no_assistant_either(
    page: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_at_home(proposing(PROPOSAL)) as model:
        named = (f"--assistant-url={model.url}", MODEL)
        done = run_here(record, "--no-network", "add", str(page), *named)
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert "--no-network forbids it" in done.err
        monkeypatch.setenv("ONRECORD_ASSISTANT_URL", model.url)
        monkeypatch.setenv("ONRECORD_ASSISTANT_MODEL", "harbour-8b")
        done = run_here(record, "--no-network", "add", str(page))
        assert (done.status, model.asked) == (0, [])
    assert "proposed" not in done.out


def test_unless_it_is_named_none_is_asked(page: Path, record: Path) -> None:
    done = run_here(record, "add", str(page), "--json")
    assert [item["assisted"] for item in done.items] == [None]
    assert all(row["found_by"] is None for row in rows_of(record, "statement"))


@pytest.mark.parametrize(
    ("option", "missing"),
    [
        (MODEL, "--assistant-url or ONRECORD_ASSISTANT_URL"),
        ("--assistant-url=http://127.0.0.1:9/v1", "--assistant-model or ONRECORD"),
    ],
)
def test_half_an_assistant_is_wrong_use(
    page: Path, record: Path, option: str, missing: str
) -> None:
    done = run_here(record, "add", str(page), option)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert missing in done.err
    assert not record.exists()


def test_when_it_fails_each_page_gets_one_line_and_ours_stay(
    page: Path, record: Path
) -> None:
    other = page.with_name("other.html")
    other.write_text(news("Dam wall holds again"), encoding="utf-8")
    with model_at_home(raw(b"busy", 503)) as model:
        named = (f"--assistant-url={model.url}", MODEL)
        done = run_here(record, "add", str(page), str(other), *named)
        again = run_here(record, "add", str(page), *named)
    assert done.status == 1
    assert done.out.count("the assistant answers with status 503") == 2
    assert "2 pages added · 2 not all put to the assistant" in done.out
    assert len(rows_of(record, "statement")) > 2
    assert again.status == 0
    assert "known" in again.out
