"""Pages saved as mail, and mails that are news."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bench.made import PAGE, WORDS, mhtml, newsletter
from onrecord.model import Source
from onrecord.read import Given, read_source
from tests.read.found import found_in, pages, reasons

if TYPE_CHECKING:
    from pathlib import Path

FERRY = "https://post.example/ferry"


@pytest.mark.parametrize("name", ["page.mhtml", "page.txt"])
def test_saved_page_tells_where_and_when_it_was_saved(
    tmp_path: Path, name: str
) -> None:
    (page,) = pages(found_in(tmp_path, name, mhtml(), Given(url="https://x.example/")))
    assert page.url == FERRY
    assert page.captured_at == datetime(2024, 5, 3, 7, 15, tzinfo=UTC)
    assert (page.how, page.charset) == ("archive", "utf-8")
    assert page.data.replace(b"\r\n", b"\n") == PAGE.encode()


def test_newsletter_gives_its_html_and_no_time_of_capture(tmp_path: Path) -> None:
    given = Given(url="https://post.example/letter")
    (page,) = pages(found_in(tmp_path, "a.eml", newsletter(), given))
    assert page.data.startswith(b"<!DOCTYPE html>")
    assert (page.url, page.captured_at) == (given.url, None)


def test_mail_of_text_alone_is_a_page(tmp_path: Path) -> None:
    mail = f"From: a@post.example\nDate: Fri, 3 May 2024 10:15:00 +0300\n\n{WORDS}"
    (page,) = pages(found_in(tmp_path, "a.eml", mail))
    assert page.data.decode() == WORDS
    assert read_source(page).capture.where == (tmp_path / "a.eml").as_posix()


def test_saved_text_that_opens_like_a_mail_stays_as_it_is(tmp_path: Path) -> None:
    text = f"From: our man in Oldmouth\nDate: Friday\n\n{WORDS}"
    (page,) = pages(found_in(tmp_path, "a.txt", text))
    assert page.data.decode() == text
    assert page.how == "file"


def test_root_part_is_the_one_that_is_named(tmp_path: Path) -> None:
    part = "Content-Type: text/html\r\nContent-ID: <{}>\r\n\r\n<html><p>{}</p>\r\n"
    mail = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x; "
        'start="<b>"\r\n\r\n--x\r\n'
        + part.format("a", "A frame.")
        + "--x\r\n"
        + part.format("b", "The page.")
        + "--x--\r\n"
    )
    (page,) = pages(found_in(tmp_path, "a.mht", mail))
    assert b"The page." in page.data


def test_encoding_of_the_part_is_used(tmp_path: Path) -> None:
    head = "MIME-Version: 1.0\nContent-Type: text/html; charset={}\n\n"
    text = "<html><p>Причал закрыт после аварии парома, сообщила служба порта."
    mail = head.format("koi8-r").encode() + text.encode("koi8-r")
    (page,) = pages(found_in(tmp_path, "a.eml", mail))
    assert "Причал закрыт" in read_source(page).page.text


def test_mail_without_a_page_says_so(tmp_path: Path) -> None:
    mail = "MIME-Version: 1.0\nContent-Type: image/png\n\nx"
    assert reasons(found_in(tmp_path, "a.eml", mail))[0].startswith("is a mail without")


@pytest.mark.parametrize(
    "date",
    ["", "Fri, 3 May 2024 10:15:00", "no date", "Fri, 3 May 99999 10:15:00 +9999"],
)
def test_date_without_a_zone_is_no_time_of_capture(tmp_path: Path, date: str) -> None:
    mail = mhtml().replace(b"Fri, 3 May 2024 10:15:00 +0300", date.encode())
    (page,) = pages(found_in(tmp_path, "a.mhtml", mail))
    assert page.captured_at is None


@pytest.mark.parametrize(
    "nested",
    [
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
            for n in range(5000)
        ),
        b"Content-Type: message/rfc822\n\n" * 5000,
    ],
)
def test_mail_nested_thousands_deep_is_refused(tmp_path: Path, nested: bytes) -> None:
    (reason,) = reasons(found_in(tmp_path, "a.eml", b"MIME-Version: 1.0\n" + nested))
    assert "more parts" in reason


def test_address_is_never_a_script(tmp_path: Path) -> None:
    (page,) = pages(found_in(tmp_path, "a.mhtml", mhtml(location="javascript:x()")))
    assert isinstance(page, Source)
    assert page.url is None
