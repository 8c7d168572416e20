"""Private people on the screens: no name beside exact words, until released."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from onrecord.server import make_app
from tests.cli.news import news
from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

WITNESS = "Benna Hurst"
MASK = "[name withheld]"
EXACT = re.compile(
    r"<blockquote.*?</blockquote>|<section class=\"stored\".*?</section>"
    r"|<(span|q|p) class=\"(as-worded|words)[^>]*>.*?</\1>",
    re.DOTALL,
)
TOLD = (
    "<p>A bombing killed 12 people at the market of Tolvesh on Friday, the police "
    "said.</p><p>At least 19 people were killed in the bombing, shopkeeper Benna "
    'Hurst said.</p><p>"The stalls were burning," said shopkeeper Benna Hurst, whose '
    "sister was killed.</p>"
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose figures and words come from a private person, captured twice."""
    folder = tmp_path_factory.mktemp("private")
    told = (TOLD, TOLD.replace("19 people", "20 people").replace("stalls", "shops"))
    for number, more in enumerate(told):
        page = folder / f"page{number}.html"
        page.write_text(news("Bombing kills traders in Tolvesh", more), "utf-8")
        address = ("--url", "https://courier.example/tolvesh")
        when = ("--capture-time", f"2031-05-0{number + 1}")
        done = run_here(folder / "r.db", "add", str(page), *address, *when)
        assert done.status == 0
    return folder / "r.db"


def screens(path: Path) -> dict[str, str]:
    """Every screen that links lead to, by address."""
    seen, coming = {"/": ""}, ["/", "/claims?every=true", "/disputes?possible=true"]
    with TestClient(make_app(path), base_url="http://127.0.0.1") as client:
        coming += [f"/page/{row['id']}/revisions" for row in rows_of(path, "page")]
        coming += [f"/who/{row['id']}" for row in rows_of(path, "entity")]
        while coming:
            address = coming.pop()
            seen[address] = client.get(address).text
            found = set(re.findall(r'href="(/[^"#]*)', seen[address]))
            coming += sorted({href.replace("&amp;", "&") for href in found} - {*seen})
            seen |= dict.fromkeys(coming, "")
    return seen


def test_no_screen_names_a_private_person_beside_exact_words(path: Path) -> None:
    found = screens(path)
    kinds = {address.split("/")[1].split("?")[0] for address in found}
    assert kinds >= {"claim", "claims", "incident", "page", "disputes", "who", "story"}
    assert any("a private person" in html for html in found.values())
    told = {
        address: EXACT.sub("", html)
        for address, html in found.items()
        if WITNESS in EXACT.sub("", html)
    }
    assert told == {}


def test_a_page_marks_no_private_person_and_marks_whom_somebody_released(
    path: Path,
) -> None:
    def marks() -> int:
        pages = (f"/page/{row['id']}" for row in rows_of(path, "page"))
        return sum(found[page].count(f"name: {WITNESS}") for page in pages)

    found = screens(path)
    assert marks() == 0
    who = [row["id"] for row in rows_of(path, "mention") if row["text"] == MASK]
    why = ("--by", "Ada", "--reason", "she asked for it")
    for one in who:
        run_here(path, "decide", "release", one, *why)
    found = screens(path)
    assert marks() > 0
    assert any("statement by Benna Hurst" in html for html in found.values())
    for item in run_here(path, "decisions", "--json").items:
        assert run_here(path, "undo", item["id"], *why).status == 0
    found = screens(path)
    assert marks() == 0
