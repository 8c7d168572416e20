"""The language of a page: its words, and what the markup declares."""

from __future__ import annotations

import pytest

from onrecord.model import Source
from onrecord.read import read_source

NAMES = "Sven Ola Bergström met Åsa Lindqvist and Jörgen Ek in Vorrin on Monday. "


@pytest.mark.parametrize(
    ("declared", "words", "language"),
    [
        ("en", NAMES * 3, "en"),
        ("en-GB", NAMES * 3, "en"),
        ("ru", "The rain fell on the harbour all day long. " * 8, "en"),
        ("de", "The rain fell on the harbour and nobody could sail. " * 20, "en"),
    ],
)
def test_few_words_are_of_the_language_declared(
    declared: str, words: str, language: str
) -> None:
    html = f"<html lang='{declared}'><body><p>{words}</p></body></html>"
    page = read_source(Source("a.html", html.encode(), "file")).page
    assert page.language == language
