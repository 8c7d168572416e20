"""Zip archives, gzip pages and lists of addresses."""

from __future__ import annotations

import gzip
import zipfile
from typing import TYPE_CHECKING

from bench.made import PAGE, PARAGRAPH, mhtml, rss, rss_item, zipped
from onrecord.model import Skipped, Source
from onrecord.read import Given, count_sources, find_sources, read_source
from tests.read.found import Shelf, found_in, pages, reasons

if TYPE_CHECKING:
    from pathlib import Path

FERRY = "https://post.example/ferry"
STORM = "https://post.example/storm"


def test_zip_gives_what_a_folder_would(tmp_path: Path) -> None:
    data = zipped({
        "b/page.html": PAGE,
        "1234": PAGE,
        "Makefile": "all:",
        "a.txt": "Rain fell on the harbour.",
        "b/page_files/frame.html": PAGE,
        "__MACOSX/a.html": PAGE,
        ".hidden.html": PAGE,
        "picture.png": "x",
        "data.json": "{}",
        "feed.xml": rss(rss_item(FERRY, "", PARAGRAPH)),
        "saved.mhtml": mhtml(),
    })  # fmt: skip
    found = found_in(tmp_path, "pages.zip", data)
    names = [item.name.removeprefix(str(tmp_path) + "/") for item in pages(found)]
    assert names == [
        "pages.zip/1234",
        "pages.zip/a.txt",
        "pages.zip/b/page.html",
        FERRY,
        "pages.zip/saved.mhtml",
    ]
    assert reasons(found) == []


def test_page_in_a_zip_lies_at_its_place_in_the_archive(tmp_path: Path) -> None:
    (page,) = pages(found_in(tmp_path, "p.zip", zipped({"in/a.txt": "Rain fell."})))
    assert page.how == "archive"
    assert read_source(page).capture.where == (tmp_path / "p.zip/in/a.txt").as_posix()


def test_names_that_lead_out_of_the_archive_are_only_told(tmp_path: Path) -> None:
    data = zipped({
        "../../out.html": PAGE,
        "/etc/passwd.html": PAGE,
        "C:\\x\\a.html": PAGE,
        "rain\u202elmth.html": PAGE,
    })  # fmt: skip
    inside = tmp_path / "deep" / "er"
    inside.mkdir(parents=True)
    found = pages(found_in(inside, "p.zip", data))
    names = sorted(page.name.removeprefix(str(inside)) for page in found)
    assert names == [
        "/p.zip/etc/passwd.html",
        "/p.zip/out.html",
        "/p.zip/rain\ufffdlmth.html",
        "/p.zip/x/a.html",
    ]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["p.zip"]


def test_archive_within_an_archive_within_an_archive_is_not_opened(
    tmp_path: Path,
) -> None:
    inner = zipped({"a.html": PAGE})
    data = zipped({"inner.zip": inner, "inner.html.gz": gzip.compress(PAGE.encode())})
    found = found_in(tmp_path, "p.zip", data)
    assert len(pages(found)) == 1
    assert reasons(found) == ["is an archive within an archive: unpack it first"]


def test_cut_or_altered_zip_is_told(tmp_path: Path) -> None:
    data = zipped({"a.html": PAGE, "b.html": PAGE.replace("pier", "quay")})
    assert "damaged zip" in reasons(found_in(tmp_path, "cut.zip", data[:-30]))[0]
    at = data.index(b"b.html") + 20
    altered = data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]
    found = found_in(tmp_path, "altered.zip", altered)
    assert len(pages(found)) == 1
    assert reasons(found) == ["is damaged in the archive: give the file itself"]


def test_locked_and_oddly_packed_members_are_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE}, zipfile.ZIP_LZMA))
    assert "method" in reasons(found_in(tmp_path, "lzma.zip", bytes(data)))[0]
    data = bytearray(zipped({"a.html": PAGE}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in reasons(found_in(tmp_path, "locked.zip", bytes(data)))[0]


def test_documents_and_empty_zips_are_no_pages(tmp_path: Path) -> None:
    book = zipped({"mimetype": "application/epub+zip", "a.xhtml": PAGE})
    assert reasons(found_in(tmp_path, "b.epub", book))[0].startswith("is no archive of")
    assert reasons(found_in(tmp_path, "e.zip", zipped({}))) == [
        "holds no pages: give another archive"
    ]


def test_page_packed_by_gzip_is_read(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode())
    (page,) = pages(found_in(tmp_path, "a.html.gz", packed))
    assert page.data == PAGE.encode()
    assert reasons(found_in(tmp_path, "b.html.gz", packed[:-20])) == [
        "is cut or damaged: it cannot be unpacked to its end"
    ]


def test_folder_takes_archives_and_feeds_and_leaves_other_data(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "b.zip").write_bytes(zipped({"a.html": PAGE}))
    (tmp_path / "c.csv.gz").write_bytes(gzip.compress(b"a,b"))
    (tmp_path / "d.json").write_text("{}")
    (tmp_path / "e.xml").write_text("<?xml version='1.0'?><x/>")
    found = list(find_sources([str(tmp_path)], Given()))
    assert len(pages(found)) == 2
    assert reasons(found) == []
    assert count_sources([str(tmp_path / "b.zip")]) == 1


def test_list_of_addresses_is_fetched_in_order(tmp_path: Path) -> None:
    text = f"# to read\n{FERRY}\n\n  {STORM}\n"
    shelf = Shelf({FERRY: PAGE, STORM: PAGE})
    found = found_in(tmp_path, "links.txt", text, fetcher=shelf)
    assert [page.url for page in pages(found)] == shelf.asked == [FERRY, STORM]
    found = found_in(tmp_path, "links.txt", text)
    assert [item.where for item in found if isinstance(item, Skipped)] == [FERRY, STORM]
    assert all("--fetch" in reason for reason in reasons(found))


def test_line_that_is_no_address_is_told_by_its_number(tmp_path: Path) -> None:
    text = f"{FERRY}\n" * 20 + "ferry, of Friday\n"
    last = found_in(tmp_path, "links.txt", text)[-1]
    assert isinstance(last, Skipped)
    assert last.where.endswith("links.txt line 21")


def test_text_that_opens_with_its_address_is_no_list(tmp_path: Path) -> None:
    text = f"{FERRY}\nFerry strikes pier\nThe harbour was closed on Friday.\n"
    (page,) = found_in(tmp_path, "page.txt", text)
    assert isinstance(page, Source)
