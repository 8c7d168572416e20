"""Web archives give their pages, each where and when it was captured."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from fastwarc.stream_io import BrotliWriter

from bench.made import (
    DATE,
    HTML,
    PAGE,
    digest,
    http_answer,
    in_chunks,
    packed,
    page_record,
    record,
    wacz,
    zipped,
)
from onrecord.model import Skipped, Source
from onrecord.read import Given, find_sources, read_source
from tests.read.found import found_in, pages, reasons

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

A, B, C = (f"https://post.example/{name}" for name in "abc")
BYTES = PAGE.encode()
DAMAGED = "has 1 damaged place, left out: save or download this archive again"


def addresses(found: list[Source | Skipped]) -> list[str | None]:
    return [page.url for page in pages(found)]


@pytest.mark.parametrize(
    "pack", [b"".join, packed, lambda r: gzip.compress(b"".join(r))]
)
def test_record_is_a_page_with_its_place_time_and_headers(
    tmp_path: Path, pack: Callable[[list[bytes]], bytes]
) -> None:
    data = pack([page_record(A), page_record(B)])
    first, second = pages(found_in(tmp_path, "crawl.bin", data, Given(url="x")))
    assert (first.url, second.url) == (A, B)
    assert first.how == "archive"
    assert first.captured_at == datetime.fromisoformat(DATE)
    assert first.captured_at.tzinfo == UTC
    assert first.charset == "utf-8"
    assert first.fetched is not None
    assert first.fetched.last.status == 200
    assert first.fetched.last.header("content-type") == HTML
    assert first.data == BYTES
    assert read_source(first).capture.where == A


def test_resource_record_is_a_page_without_an_answer(tmp_path: Path) -> None:
    data = record(A, BYTES, kind="resource", more={"Content-Type": "text/html"})
    (page,) = pages(found_in(tmp_path, "a.warc", data))
    assert page.fetched is None
    assert page.data == BYTES


def test_other_records_are_no_pages_and_need_no_line_beside_pages(
    tmp_path: Path,
) -> None:
    image = http_answer(b"\x89PNG", headers={"Content-Type": "image/png"})
    moved = http_answer(b"moved", status="301 Moved", headers={"Location": B})
    others = [
        record(A, b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(A, image),
        record(A, moved),
        record("https://post.example/robots.txt", http_answer(b"User-agent: *")),
        record(
            "urn:text:1", BYTES, kind="resource", more={"Content-Type": "text/html"}
        ),
    ]
    (page,) = found_in(tmp_path, "a.warc", b"".join([*others, page_record(A)]))
    assert isinstance(page, Source)
    assert reasons(found_in(tmp_path, "b.warc", b"".join(others))) == [
        "holds no pages (5 other records)"
    ]


def test_refused_pages_and_revisits_are_counted_in_one_line_each(
    tmp_path: Path,
) -> None:
    gone = record(A, http_answer(BYTES, status="404 Not Found"))
    again = record(A, b"HTTP/1.1 200 OK\r\n\r\n", kind="revisit")
    found = found_in(tmp_path, "a.warc", (gone + again) * 3 + page_record(B))
    assert addresses(found) == [B]
    assert [reason[-3:] for reason in reasons(found)] == [": 3", ": 3"]


def brotli(data: bytes) -> bytes:
    file = io.BytesIO()
    writer = BrotliWriter(file)
    writer.write(data)
    writer.finish()
    writer.close()
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (in_chunks(BYTES), {"Transfer-Encoding": "chunked"}),
        (BYTES, {"Transfer-Encoding": "chunked"}),
        (gzip.compress(BYTES), {"Content-Encoding": "gzip"}),
        (BYTES, {"Content-Encoding": "gzip"}),
        (zlib.compress(BYTES), {"Content-Encoding": "deflate"}),
        (zlib.compress(BYTES, wbits=-15), {"Content-Encoding": "deflate"}),
        (brotli(BYTES), {"Content-Encoding": "br"}),
        (BYTES, {"Content-Encoding": "br"}),
        (
            in_chunks(gzip.compress(BYTES)),
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
        ),
    ],
    ids=["chunks", "said chunks", "gzip", "said gzip", "zlib", "deflate", "br",
         "said br", "both"],
)  # fmt: skip
def test_body_is_unpacked_only_where_it_is_packed(
    tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    data = record(A, http_answer(body, headers=headers))
    (page,) = pages(found_in(tmp_path, "a.warc", data))
    assert page.data == BYTES


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (in_chunks(BYTES)[:300], {"Transfer-Encoding": "chunked"}, "cut"),
        (gzip.compress(BYTES)[:90], {"Content-Encoding": "gzip"}, "cut"),
        (BYTES, {"Content-Length": "999999"}, "cut"),
        (brotli(BYTES)[:90], {"Content-Encoding": "br"}, "damaged"),
        (gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"}, "20 MB"),
        (brotli(bytes(50_000_000)), {"Content-Encoding": "br"}, "20 MB"),
    ],
)
def test_body_that_is_cut_or_a_trap_is_told_with_its_address(
    tmp_path: Path, body: bytes, headers: dict[str, str], said: str
) -> None:
    data = record(A, http_answer(body, headers=headers)) + page_record(B)
    found = found_in(tmp_path, "a.warc", data)
    assert addresses(found) == [B]
    (skipped,) = (item for item in found if isinstance(item, Skipped))
    assert skipped.where == A
    assert said in skipped.reason


@pytest.mark.parametrize("pack", [b"".join, packed])
@pytest.mark.parametrize("more_or_less", [-30, 50, 10**7])
def test_wrong_length_costs_the_record_that_has_it(
    tmp_path: Path, pack: Callable[[list[bytes]], bytes], more_or_less: int
) -> None:
    length = len(http_answer(BYTES)) + more_or_less
    wrong = page_record(B, length=length)
    found = found_in(tmp_path, "a.x", pack([page_record(A), wrong, page_record(C)]))
    assert addresses(found) == [A, C] or (
        # In a member of its own the end of a longer record is sure all the same.
        more_or_less == -30 and addresses(found) == [A, B, C]
    )
    assert len(reasons(found)) == 1 or addresses(found) == [A, B, C]


def test_record_that_is_shorter_than_its_page_is_found_by_its_check_sum(
    tmp_path: Path,
) -> None:
    block = http_answer(BYTES)
    good = record(A, block, more={"WARC-Block-Digest": digest(block)})
    altered = record(B, block, more={"WARC-Block-Digest": digest(block + b"x")})
    found = found_in(tmp_path, "a.warc.gz", packed([good, altered, page_record(C)]))
    assert addresses(found) == [A, C]
    assert reasons(found) == [DAMAGED]


@pytest.mark.parametrize(
    "pack", [b"".join, packed, lambda r: gzip.compress(b"".join(r))]
)
def test_cut_archive_keeps_what_is_whole(
    tmp_path: Path, pack: Callable[[list[bytes]], bytes]
) -> None:
    noise = random.Random(1).randbytes(900).hex()  # noqa: S311 - no secret
    data = pack([page_record(A), page_record(B), page_record(C, PAGE + noise)])
    found = found_in(tmp_path, "a.x", data[:-40])
    assert addresses(found) == [A, B]
    assert reasons(found) == [DAMAGED]


def test_broken_member_costs_itself_alone(tmp_path: Path) -> None:
    broken = bytearray(packed([page_record(B)]))
    broken[60:90] = b"\xff" * 30
    data = packed([page_record(A)]) + bytes(broken) + packed([page_record(C)])
    found = found_in(tmp_path, "a.warc.gz", data)
    assert addresses(found) == [A, C]
    assert reasons(found) == [DAMAGED]


def test_rubbish_between_records_is_one_line(tmp_path: Path) -> None:
    data = page_record(A) + b"\0rubbish\r\n" * 40 + page_record(B)
    assert addresses(found_in(tmp_path, "a.warc", data))[-1] == B


def test_date_that_is_no_time_leaves_the_time_to_the_user(tmp_path: Path) -> None:
    taken = datetime(2024, 1, 2, tzinfo=UTC)
    for date in ("yesterday", "2024-13-45T00:00:00Z", "2024"):
        data = record(A, http_answer(BYTES), more={"WARC-Date": date})
        (page,) = pages(found_in(tmp_path, "a.warc", data, Given(captured_at=taken)))
        assert page.captured_at == taken


def test_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    data = wacz(packed([page_record(A), page_record(B)]))
    found = found_in(tmp_path, "a.wacz", data)
    assert addresses(found) == [A, B]
    assert reasons(found) == []


def test_wacz_whose_archive_was_altered_says_so(tmp_path: Path) -> None:
    data = wacz(packed([page_record(A)]), told="sha256:" + "0" * 64)
    found = found_in(tmp_path, "a.wacz", data)
    assert addresses(found) == [A]
    assert "check sum" in reasons(found)[0]


def test_web_archive_in_a_zip_is_read(tmp_path: Path) -> None:
    data = zipped({"crawl.warc.gz": packed([page_record(A)])})
    assert addresses(found_in(tmp_path, "a.zip", data)) == [A]


def test_pages_are_given_before_the_archive_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed([page_record(A), page_record(B)]))
    first = next(iter(find_sources([str(path)], Given())))
    assert isinstance(first, Source)
    assert first.url == A
