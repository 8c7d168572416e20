"""Bytes become text honestly, or not at all."""

from __future__ import annotations

import codecs

import pytest

from onrecord.errors import InputError
from onrecord.read.encodings import decode

GERMAN = "Der Präsident sagte „Grüße“ und fügte hinzu, für alle werde es größer. "
RUSSIAN = bytes(range(0xE0, 0x100)).decode("cp1251") + " "  # the small letters


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Grüße".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "Grüße".encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + "Grüße".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Grüße".encode("utf-16-be"), "utf-16-be"),
        (b"<meta charset=iso-8859-1><p>" + "Grüße".encode("cp1252"), "cp1252"),
        (b"<meta charset='latin-1'><p>It\x92s", "cp1252"),
        ((GERMAN * 3).encode("cp1252"), "cp1252"),
        ((RUSSIAN * 20).encode("cp1251"), "cp1251"),
    ],
)
def test_encoding_is_told_by_mark_markup_or_words(data: bytes, encoding: str) -> None:
    text, told = decode(data, "page")
    assert told == encoding
    assert "�" not in text
    assert not text.startswith("\ufeff")


def test_valid_utf8_beats_what_the_markup_declares() -> None:
    data = "<meta charset=windows-1252><p>Grüße".encode()
    assert decode(data, "page") == (data.decode(), "utf-8")


def test_few_stray_bytes_in_a_utf8_page_are_shown_as_such() -> None:
    data = ("<meta charset=utf-8><p>" + "Grüße " * 50).encode() + b"\xff rest of it"
    text, encoding = decode(data, "page")
    assert encoding == "utf-8"
    assert text.count("�") == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Grüße und ein é".encode()[:-1], "within a character"),
        (codecs.BOM_UTF16_LE + "Grüße".encode("utf-16-le")[:-1], "within a character"),
        (b"words\0words", "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"  \n\t ", "empty"),
        (b"%PDF-1.7 stream", "a PDF"),
        (b"PK\x03\x04rest", "zip"),
        (codecs.BOM_UTF8, "empty"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data, "page.txt")
    assert said in error.value.reason
    assert error.value.where == "page.txt"


def test_what_the_server_says_goes_before_the_markup() -> None:
    data = b"<meta charset=iso-8859-1><p>" + RUSSIAN.encode("koi8-r")
    assert decode(data, "page", "KOI8-R") == (data.decode("koi8-r"), "koi8-r")


def test_bytes_that_are_utf8_throughout_go_before_what_the_server_says() -> None:
    data = "<p>Grüße".encode()
    assert decode(data, "page", "iso-8859-1") == (data.decode(), "utf-8")


def test_labels_are_read_as_the_wider_code_page_that_browsers_take() -> None:
    data = "<meta charset=euc-kr><p>똠방각하".encode("cp949")
    assert decode(data, "page") == ("<meta charset=euc-kr><p>똠방각하", "cp949")


def test_mark_goes_before_what_the_server_says() -> None:
    data = codecs.BOM_UTF16_LE + "Grüße".encode("utf-16-le")
    assert decode(data, "page", "utf-8") == ("Grüße", "utf-16-le")


@pytest.mark.parametrize(
    "charset", ["no-such", "shift_jis", "", "hex", "utf-7", "a\0b", "\ud800", "x" * 999]
)
def test_wrong_word_of_the_server_falls_to_the_markup(charset: str) -> None:
    data = b"<meta charset=cp1252><p>Gr\xfc\xdfe \x80 \xfd\xff"
    assert decode(data, "page", charset)[1] == "cp1252"


@pytest.mark.parametrize("charset", ["utf-16", "UTF-16LE"])
def test_utf16_without_a_mark_is_read_when_the_server_says_so(charset: str) -> None:
    assert decode("Grüße".encode("utf-16-le"), "page", charset)[0] == "Grüße"


def test_encoding_that_xml_declares_is_used() -> None:
    data = b"<?xml version='1.0' encoding='koi8-r'?><html>" + RUSSIAN.encode("koi8-r")
    assert decode(data, "page")[1] == "koi8-r"


def test_few_stray_bytes_in_an_old_encoding_are_shown_as_such() -> None:
    text = "<meta charset=shift_jis><p>" + "港は閉鎖された。" * 40
    text_read, encoding = decode(text.encode("cp932") + b"\x85 end", "page")
    assert encoding == "cp932"
    assert text_read.startswith(text)
    assert text_read.endswith("\N{REPLACEMENT CHARACTER} end")
