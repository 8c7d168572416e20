"""Bad input gets an answer within the limits, and one line for each thing left out."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from bench.made import (
    PAGE,
    WORDS,
    http_answer,
    packed,
    page_record,
    record,
    rss,
    zipped,
)
from onrecord.errors import InputError
from onrecord.model import Skipped, Source
from onrecord.read import Given, find_sources, read_source
from onrecord.read.limits import FREE_BYTES, MAX_RATIO
from tests.read.found import found_in, pages, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FERRY = "https://post.example/ferry"
SECONDS = 20  # for each; most take under one
MEGABYTES = 120  # far below what the traps unpack to


@pytest.fixture(autouse=True)
def within_seconds() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SECONDS


@contextmanager
def within(megabytes: int = MEGABYTES) -> Iterator[None]:
    """Fail when what runs inside takes more memory."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < megabytes * 1_000_000


def zeros(size: int) -> bytes:
    """So many NULs, packed by gzip."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    parts = [packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)]
    return b"".join([*parts, packer.flush()])


def test_gzip_trap_ends_with_one_line(tmp_path: Path) -> None:
    data = zeros(230_000_000)
    with within():
        assert len(reasons(found_in(tmp_path, "a.html.gz", data))) == 1


def test_zip_trap_ends_with_one_line(tmp_path: Path) -> None:
    members = {f"{n:03}.html": bytes(19_000_000) for n in range(11)}
    data = zipped(members)
    assert len(data) * MAX_RATIO < 11 * 19_000_000 > FREE_BYTES
    del members
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with within():
        for item in find_sources([str(path)], Given()):  # noqa: B007 - the last counts
            pass
    assert isinstance(item, Skipped)
    assert "traps" in item.reason


def test_web_archive_trap_ends_with_one_line(tmp_path: Path) -> None:
    head = record(FERRY, b"", length=10**9)[:-4]
    trap = gzip.compress(head) + zeros(230_000_000)
    head_in_one = zlib.compressobj(1, zlib.DEFLATED, 31)
    parts = [head_in_one.compress(head)]
    parts += [head_in_one.compress(bytes(1_000_000)) for _ in range(230)]
    for data in (trap, b"".join([*parts, head_in_one.flush()])):
        with within():
            found = found_in(tmp_path, "a.warc.gz", data)
        assert pages(found) == []
        assert "traps" in reasons(found)[-1]


def test_large_archive_of_honest_pages_is_read_to_its_end(tmp_path: Path) -> None:
    data = packed([page_record(FERRY, PAGE + str(n)) for n in range(3000)])
    assert len(pages(found_in(tmp_path, "a.warc.gz", data))) == 3000


def test_large_records_that_are_no_pages_are_passed_over_unread(
    tmp_path: Path,
) -> None:
    film = http_answer(bytes(60_000_000), headers={"Content-Type": "video/mp4"})
    path = tmp_path / "a.warc"
    with path.open("wb") as file:
        file.write(record(FERRY, film))
        del film
        file.write(page_record(FERRY))
    with within(2):
        assert len(pages(list(find_sources([str(path)], Given())))) == 1


def test_zip_whose_list_is_huge_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (500_000_000).to_bytes(4, "little")
    path = tmp_path / "a.zip"
    with path.open("wb") as file:
        file.truncate(600_000_000)
        file.seek(0)
        file.write(b"PK\x03\x04")
        file.seek(0, 2)
        file.write(data)
    with within(1):
        (item,) = find_sources([str(path)], Given())
    assert isinstance(item, Skipped)
    assert "damaged zip" in item.reason


def test_page_of_200_megabytes_is_never_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.write(PAGE.encode())
        file.truncate(200_000_000)
    with within(1):
        (item,) = find_sources([str(path)], Given())
    assert isinstance(item, Skipped)
    assert "larger than" in item.reason


def test_gzip_starts_by_the_thousand_are_given_up(tmp_path: Path) -> None:
    data = packed([page_record(FERRY)]) + b"\x1f\x8b\x08" * 300_000
    found = found_in(tmp_path, "a.warc.gz", data)
    assert len(pages(found)) == 1
    assert "damaged" in reasons(found)[0]


def test_record_starts_by_the_thousand_are_given_up(tmp_path: Path) -> None:
    data = page_record(FERRY) + b"\nWARC/1.0\r\nx\r\n" * 100_000
    found = found_in(tmp_path, "a.warc", data)
    assert len(reasons(found)) <= 2
    assert "damaged" in reasons(found)[-1]


def test_100_000_nested_tags_are_read(tmp_path: Path) -> None:
    html = "<html>" + "<div>" * 100_000 + f"<p>{WORDS}</p>"
    (page,) = pages(found_in(tmp_path, "a.html", html))
    assert "northern pier" in read_source(page).page.text


def test_feed_nested_100_000_deep_gives_a_line(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.xml", rss("<item>" + "<a>" * 100_000))
    assert len(reasons(found)) >= 1


def test_json_nested_100_000_deep_gives_a_line(tmp_path: Path) -> None:
    text = '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000
    assert "no whole JSON Feed" in reasons(found_in(tmp_path, "a.json", text))[0]


def test_nuls_are_told(tmp_path: Path) -> None:
    (page,) = pages(found_in(tmp_path, "a.html", b"<html><p>Rain\0fell</p>"))
    with pytest.raises(InputError, match="NUL"):
        read_source(page)


def test_mixed_encodings_give_a_text_that_shows_what_is_lost() -> None:
    data = (f"<html><p>{WORDS}é ü ñ " * 20).encode() + "é".encode("latin-1") + b" end"
    text = read_source(Source("a", data, "file")).page.text
    assert "“We had no warning" in text
    assert text.count("\N{REPLACEMENT CHARACTER}") == 1


def test_marks_of_writing_direction_stay_in_the_text() -> None:
    text = "Rain \u202efell\u202c on the harbour \u200f of Oldmouth.\n" * 3
    assert read_source(Source("a.txt", text.encode(), "file")).page.text == text


def test_page_that_is_all_links_is_read() -> None:
    links = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(20_000))
    page = read_source(Source("a", f"<html><ul>{links}</ul>".encode(), "file")).page
    assert len(page.blocks) == 20_000


@pytest.mark.parametrize("opening", ["<", "&", "<!--", "<a ", "<![CDATA[", "]]>"])
def test_marks_of_markup_by_the_million_end(tmp_path: Path, opening: str) -> None:
    text = rss(f"<item><description>{opening * 400_000}</description></item>")
    assert found_in(tmp_path, "a.xml", text)


def test_items_within_items_are_read_once(tmp_path: Path) -> None:
    nested = "<item><description>" * 100 + WORDS * 5000
    data = rss(nested + "</description></item>" * 100)
    with within():
        assert len(found_in(tmp_path, "a.xml", data)) == 1


def test_packed_pages_by_the_hundred_are_a_trap_too(tmp_path: Path) -> None:
    packed_page = {"Content-Encoding": "gzip"}
    body = gzip.compress(b"<p>" + bytes(19_000_000))
    trap = record(FERRY, http_answer(body, headers=packed_page))
    path = tmp_path / "a.warc"
    path.write_bytes(trap * 300)
    found = list(map(type, find_sources([str(path)], Given())))
    assert len(found) < 50
    assert found[-1] is Skipped


def test_traps_within_a_zip_share_its_allowance(tmp_path: Path) -> None:
    trap = gzip.compress(bytes(19_000_000))
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({f"{n:03}.html.gz": trap for n in range(300)}))
    found = list(map(type, find_sources([str(path)], Given())))
    assert len(found) < 150
    assert found[-1] is Skipped


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Type: text/html\n\n" + b"a\n" * 3_000_000,
        b"X: y\n" * 3_000_000,
        b"--b0\n\na\n" * 1_000_000,
    ],
    ids=["lines", "headers", "parts"],
)
def test_mail_of_millions_of_lines_is_refused(tmp_path: Path, body: bytes) -> None:
    head = b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(30)
    )
    (reason,) = reasons(found_in(tmp_path, "a.eml", head + body))
    assert "more parts or lines" in reason


@pytest.mark.parametrize(
    "parameters",
    [b"; a=b" * 300_000, b"; a*1=b" * 300_000, b";\n a=b" * 100_000],
)
def test_header_without_end_is_refused(tmp_path: Path, parameters: bytes) -> None:
    mail = b"MIME-Version: 1.0\nContent-Type: text/html" + parameters + b"\n\nRain"
    assert reasons(found_in(tmp_path, "a.eml", mail)) == ["has a header without end"]


def test_a_nul_here_and_there_in_markup_is_left_out() -> None:
    html = b"<html><body><p>Rain fell on Vo\0rrin.</p>" + b"<p>Rain.</p>" * 50
    page = read_source(Source("a.html", html, "file")).page
    assert page.text.startswith("Rain fell on Vorrin.")
