"""A source becomes a reading: its capture, its bytes, its page."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.model import Reading, Source, capture_id, page_id
from onrecord.read import read_source

HEAD = (
    "<html><head><link rel=canonical href='https://post.example/rain'>"
    "<meta property='og:url' content='https://post.example/og'></head>"
)


def read(text: str, name: str = "page", **given: str) -> Reading:
    source = Source(name, text.encode(), "file", url=given.get("url"))
    return read_source(source)


def test_saved_text_is_the_file_character_for_character() -> None:
    text = "Rain\r\n\r\n  • News\tnow \r\nEnd"
    assert read("\ufeff" + text).page.text == text


def test_lines_tell_bullet_indent_and_blank_lines_before() -> None:
    page = read("Rain\n\n\n    • News\n1. First\n\t- Tab\n•\n").page
    told = [
        (b.span.of(page.text), b.markup.bullet, b.markup.indent, b.markup.blank_before)
        for b in page.blocks
    ]
    assert told == [
        ("Rain", "", 0, 0),
        ("News", "•", 4, 2),
        ("First", "1.", 0, 0),
        ("Tab", "-", 4, 0),
        ("•", "", 0, 0),
    ]


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("<!DOCTYPE html><p>Rain", "text/html"),
        ("<!-- saved --><html><p>Rain", "text/html"),
        ("<?xml version='1.0'?><!DOCTYPE html><html><p>Rain", "text/html"),
        ("<div><p>Rain</p><p>fell</p></div><p>on</p><p>it</p>", "text/html"),
        ("Rain fell. Write <p> before a paragraph and </p> after.", "text/plain"),
        ("a < b and b > c", "text/plain"),
    ],
)
def test_html_or_text_is_decided_by_content(text: str, media_type: str) -> None:
    assert read(text, "page.txt").capture.media_type == media_type


def test_given_url_beats_the_canonical_link() -> None:
    reading = read(HEAD + "<p>Rain", url="https://given.example/")
    assert reading.capture.where == "https://given.example/"


def test_canonical_link_beats_open_graph_and_the_path() -> None:
    assert read(HEAD + "<p>Rain").capture.where == "https://post.example/rain"


def test_link_that_is_no_full_address_is_not_where() -> None:
    html = "<html><head><link rel=canonical href='/rain'></head><p>Rain"
    assert read(html, "page.html").capture.where == (
        Path("page.html").absolute().as_posix()
    )


def test_standard_input_is_known_by_its_hash() -> None:
    data = b"Rain fell."
    reading = read_source(Source("-", data, "stdin"))
    assert reading.capture.where == f"stdin:{hashlib.sha256(data).hexdigest()}"


def test_ids_come_from_place_bytes_and_text() -> None:
    reading = read("Rain fell.")
    assert reading.capture.id == capture_id(reading.capture.where, reading.data)
    assert reading.page.id == page_id(reading.capture.id, reading.page.text)


def test_long_single_line_is_read_quickly() -> None:
    start = time.perf_counter()
    read("word " * 2_000_000)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed on Friday after the storm, police said. " * 6, "en"),
        ("Der Hafen wurde am Freitag nach dem Sturm geschlossen, hieß es. " * 6, "de"),
        ("El puerto cerró el viernes tras la tormenta, según la policía. " * 6, "es"),
        ("港は嵐のため金曜日に閉鎖されたと警察が発表した。" * 6, "ja"),
        ("Rain", None),
    ],
)
def test_language_is_told_by_the_words(text: str, language: str | None) -> None:
    assert read(text).page.language == language


def test_declared_language_counts_when_words_are_few() -> None:
    assert read("<html lang='pt-BR'><p>Chuva").page.language == "pt"


SAVED = "<!DOCTYPE html>\n<!-- saved from url=(0028)https://post.example/ferry?a -->"
SINGLE = (
    "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n"
    " url: https://post.example/ferry \n"
    " saved date: Fri May 03 2024 10:15:00 GMT+0300 (Eastern European Summer Time)\n-->"
)


def test_browsers_remark_says_where_a_page_without_a_link_was_saved_from() -> None:
    assert read(SAVED + "<p>Rain").capture.where == "https://post.example/ferry?a"
    assert read(SAVED + HEAD + "<p>Rain").capture.where == "https://post.example/rain"


def test_remark_of_singlefile_says_where_and_when() -> None:
    capture = read(SINGLE + "<p>Rain").capture
    assert capture.where == "https://post.example/ferry"
    assert capture.captured_at == datetime(2024, 5, 3, 7, 15, tzinfo=UTC)


def test_time_that_the_user_gives_goes_before_the_remark() -> None:
    taken = datetime(2024, 6, 1, tzinfo=UTC)
    source = Source("a", (SINGLE + "<p>Rain").encode(), "file", captured_at=taken)
    assert read_source(source).capture.captured_at == taken


@pytest.mark.parametrize(
    "date", ["Fri Foo 03 2024 10:15:00", "Fri May 99 2024 10:15:00"]
)
def test_remark_with_a_day_that_is_none_gives_no_time(date: str) -> None:
    html = SINGLE.replace("Fri May 03 2024 10:15:00", date)
    assert read(html + "<p>Rain").capture.captured_at is None
