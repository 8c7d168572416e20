"""Forgetting at the command line, with the whole way from page to claim."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from onrecord.record import open_record
from tests.cli.news import news, write_news
from tests.cli.rows import standing
from tests.cli.running import Answer, run_here

if TYPE_CHECKING:
    from pathlib import Path

RARE = (
    "<p>The engineer Ulla Brandvik, a spokeswoman for the Zwickmoor council, said on "
    'Tuesday that the sluice was "a quagmire of neglect". A blast near Knorrhaven '
    "killed 7 people and injured 12.</p>"
)
WORDS = (b"Brandvik", b"brandvik", b"Zwickmoor", b"Knorrhaven", b"quagmire")
WHY = ("--by", "Ada", "--reason", "the council asked", "--yes")


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Two pages of common news, and one that is to be forgotten."""
    found = write_news(tmp_path / "pages", 2)
    rare = tmp_path / "pages" / "rare.html"
    rare.write_text(news("Dam wall holds for day 7", RARE), encoding="utf-8")
    return [*found, rare]


@pytest.fixture
def record(tmp_path: Path, pages: list[Path]) -> Path:
    """A record of all three."""
    path = tmp_path / "records" / "r.db"
    path.parent.mkdir()
    assert run_here(path, "add", *map(str, pages)).status == 0
    return path


def _page(record: Path, name: str) -> str:
    with open_record(record) as opened:
        wanted = {item.id for item in opened.captures() if item.where.endswith(name)}
        (page,) = (item.id for item in opened.pages() if item.capture_id in wanted)
    return page


def _forget(record: Path, *options: str) -> Answer:
    return run_here(record, "forget", _page(record, "rare.html"), *WHY, *options)


def _raw(record: Path) -> bytes:
    return b"".join(path.read_bytes() for path in record.parent.iterdir())


def test_no_word_of_it_is_left_and_the_rest_is_as_if_it_had_never_been(
    record: Path, pages: list[Path]
) -> None:
    raw = _raw(record)
    assert [word for word in WORDS if word not in raw] == []
    done = _forget(record)
    assert (done.status, done.err) == (0, "")
    raw = _raw(record)
    assert [word for word in WORDS if word in raw] == []
    other = record.parent.parent / "other.db"
    run_here(other, "add", *map(str, pages[:2]))
    assert standing(record) == standing(other)
    done = run_here(record, "verify")
    assert done.status == 0
    assert "1 capture forgotten" in done.out


def test_it_is_said_what_is_left_and_what_is_gone(record: Path) -> None:
    told = " ".join(_forget(record).out.split())
    assert "rare.html" in told
    assert "Nothing of its words is left in the record's file" in told
    assert "backups, exports" in told


def test_the_tombstone_is_what_a_forgotten_page_shows(record: Path) -> None:
    page = _page(record, "rare.html")
    (stone,) = _forget(record, "--json").items
    assert (stone["by"], stone["reason"]) == ("Ada", "the council asked")
    assert stone["pages"] == [page]
    done = run_here(record, "page", page[:10])
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "by Ada: the council asked; it was from" in done.err
    assert stone["sha256"] in done.err


def test_the_same_bytes_are_skipped_with_the_reason(
    record: Path, pages: list[Path]
) -> None:
    _forget(record)
    copy = pages[2].with_name("copy.html")
    copy.write_bytes(pages[2].read_bytes())
    for path in (pages[2], copy):
        done = run_here(record, "add", str(path))
        assert done.status == 1
        assert "skipped" in done.out
        assert "by Ada: the council asked" in done.out
    assert run_here(record, "add", str(pages[0])).status == 0


def test_forgetting_again_gives_the_same_tombstone(record: Path) -> None:
    page = _page(record, "rare.html")
    first = _forget(record, "--json").items
    again = run_here(
        record, "forget", page, "--by", "Bo", "--reason", "x", "--yes", "--json"
    )
    assert again.status == 0
    assert again.items == first


def test_forgetting_again_says_when_by_whom_and_why_it_was_before(
    record: Path,
) -> None:
    page = _page(record, "rare.html")
    day = _forget(record, "--json").items[0]["at"][:10]
    again = run_here(record, "forget", page, "--by", "Bo", "--reason", "x", "--yes")
    told = " ".join(again.out.split())
    assert again.status == 0
    assert f"forgotten before, on {day} by Ada: the council asked" in told
    assert not again.out.startswith("forgotten")


def test_several_pages_go_at_once(record: Path) -> None:
    names = [_page(record, name) for name in ("rare.html", "page0.html")]
    stones = run_here(record, "forget", *names, *WHY, "--json").items
    assert [stone["pages"] for stone in stones] == [[name] for name in names]
    assert run_here(record, "verify").status == 0


def test_other_captures_of_the_address_are_named(
    record: Path, pages: list[Path]
) -> None:
    pages[2].write_text(news("Dam wall holds for day 8"), encoding="utf-8")
    first = _page(record, "rare.html")
    run_here(record, "add", str(pages[2]))
    done = run_here(record, "forget", first, *WHY)
    assert "1 other capture of this address on record" in done.out


@pytest.mark.parametrize(("reply", "status", "left"), [("y\n", 0, 2), ("n\n", 1, 3)])
def test_a_person_is_asked_first(
    record: Path, reply: str, status: int, left: int
) -> None:
    page = _page(record, "rare.html")
    line = ("forget", page, *WHY[:-1])
    asked = io.StringIO(reply)
    asked.isatty = lambda: True  # type: ignore[method-assign] # a terminal of our own
    with patch("sys.stdin", asked):
        done = run_here(record, *line)
    assert done.status == status
    assert "Dam wall holds for day 7" in done.out
    assert "It cannot be undone" in done.err
    with open_record(record) as opened:
        assert len(list(opened.pages())) == left
