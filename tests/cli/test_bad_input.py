"""What bad input gets: one line that says what, where and what to do."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.news import news
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

HALF_CHARACTER = (
    '<script type="application/ld+json">{"@type":"NewsArticle",'
    '"headline":"Dam \\ud800 holds"}</script>'
)
CUT = news(more="<p>The café on the quay closed; the other café").split("</art")[0]
BAD_FILES = {
    "empty.html": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.html": bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "print.html": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "cut.html": CUT.encode()[:-1],
    "menu.html": b"<html><body><nav><a href='/a'>Home</a></nav></body></html>",
    "menu.txt": b"* Home\n* News\n* Sport\n",
    "script.html": b"<html><body><script>start()</script></body></html>",
    "feed.html": b"<?xml version='1.0'?><rss><channel></channel></rss>",
}
MUST_SKIP = sorted(BAD_FILES)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], int]:
    """One `add` of everything bad and two good pages: record, skipped, status."""
    folder = tmp_path_factory.mktemp("bad")
    for name, data in BAD_FILES.items():
        (folder / name).write_bytes(data)
    (folder / "nopages").mkdir()
    (folder / "long.txt").write_bytes(b"word " * 12_000_000)
    first, last = folder / "first.html", folder / "last.html"
    half = news().replace("</head>", HALF_CHARACTER + "</head>")
    first.write_text(half, encoding="utf-8")
    last.write_text(news("Gates tested in Oster"), encoding="utf-8")
    inside = [str(folder / name) for name in BAD_FILES]
    more = [str(folder / name) for name in ("nopages", "long.txt", "missing.html")]
    record = folder / "record.db"
    done = run_here(record, "add", str(first), *inside, *more, str(last))
    lines = [line for line in done.out.splitlines() if line.startswith("skipped")]
    told = {line.split(": ")[0].rsplit("/")[-1]: line for line in lines}
    return record, told, done.status


@pytest.mark.parametrize("name", [*MUST_SKIP, "nopages", "long.txt", "missing.html"])
def test_what_is_no_page_gets_one_line_that_says_what_to_do(
    added: tuple[Path, dict[str, str], int], name: str
) -> None:
    _, told, _ = added
    _, _, reason = told[name].partition(f"{name}: ")
    assert reason.strip()
    assert ";" in reason or ":" in reason  # a clause for what, and one for what to do


def test_the_others_are_added_and_the_status_says_that_some_were_not(
    added: tuple[Path, dict[str, str], int],
) -> None:
    record, _, status = added
    assert status == 1
    titles = {
        hit["article"]["title"]
        for hit in run_here(record, "search", "gates", "--json").items
    }
    assert titles == {"Dam � holds", "Gates tested in Oster"}


def test_nothing_is_half_written(added: tuple[Path, dict[str, str], int]) -> None:
    record, _, _ = added
    assert run_here(record, "verify", "--json").items == []


def test_a_huge_line_is_refused_quickly(tmp_path: Path) -> None:
    page = tmp_path / "long.html"
    page.write_bytes(b"<p>" + b"a" * 60_000_000)
    run_here(tmp_path / "record.db", "add", str(tmp_path / "warm-up"))
    start = time.monotonic()
    done = run_here(tmp_path / "record.db", "add", str(page))
    assert done.status == 1
    assert time.monotonic() - start < 5


def test_a_page_whose_name_is_no_text_is_skipped_in_one_line(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/na\xffme.html"
    try:
        with open(name, "wb") as page:  # noqa: PTH123 - pathlib cannot name it
            page.write(news().encode())
    except OSError:
        pytest.skip("this file system holds names of text alone")
    for more in ((), ("--json",)):
        done = run_here(tmp_path / "r.db", "add", str(tmp_path), *more)
        assert done.status in {0, 1}
        assert "Traceback" not in done.err


def test_an_unreadable_file_is_one_line(tmp_path: Path) -> None:
    page = tmp_path / "locked.html"
    page.write_text(news(), encoding="utf-8")
    page.chmod(0)
    if os.access(page, os.R_OK):
        pytest.skip("this user may read everything")
    done = run_here(tmp_path / "r.db", "add", str(page))
    assert done.status == 1
    assert "cannot be opened" in done.out


@pytest.mark.parametrize(
    "where", ["https://oster.example/dam", "file\0name", "/dev/null", "x" * 5000]
)
def test_what_cannot_be_a_page_is_skipped_and_not_followed(
    tmp_path: Path, where: str
) -> None:
    done = run_here(tmp_path / "r.db", "add", where)
    assert done.status == 1
    assert done.out.startswith("skipped")


def test_control_characters_of_a_page_never_reach_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "steers\x1b]0;x\x07\n.html"
    sly = '<p>"Red \x9b31m and \x1b[2J \u202eflipped gates," said Mara Quist.</p>'
    page.write_text(news("Dam \x1b[31m holds", sly), encoding="utf-8")
    record = tmp_path / "r.db"
    printed = [run_here(record, "add", str(page)).out]
    printed += [
        run_here(record, *line).out
        for line in (
            ("search", "gates"),
            ("search", "gates", "--json"),
            ("claims", "--every"),
            ("stories",),
            ("who", "Quist"),
            ("stories", "--json"),
        )
    ]
    told = "".join(printed)
    assert "flipped gates" in told
    assert not {"\x1b", "\x07", "\x9b"} & set(told)
    assert "\u202e" not in "".join(out for out in printed if '"kind"' not in out)


def test_a_mistyped_path_makes_no_record(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    done = run_here(record, "add", str(tmp_path / "gone.html"))
    assert done.status == 1
    assert "does not exist" in done.out
    assert not record.exists()
