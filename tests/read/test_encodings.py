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
