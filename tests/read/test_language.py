"""The language of a page: its words, and what the markup declares."""

from __future__ import annotations

import pytest

from onrecord.model import Source
from onrecord.read import read_source

ARABIC = "\u0627\u0644\u0645\u0637\u0631 \u0627\u0644\u064a\u0648\u0645 "
NAMES = "Sven Ola Bergström met Åsa Lindqvist and Jörgen Ek in Vorrin on Monday. "


@pytest.mark.parametrize(
    ("declared", "words", "language"),
    [
        ("en", NAMES * 3, "en"),
        ("en-GB", NAMES * 3, "en"),
        ("ru", "The rain fell on the harbour all day long. " * 8, "en"),
        ("de", "The rain fell on the harbour and nobody could sail. " * 20, "en"),
        ("en", "THE RAIN FELL ON THE HARBOUR AND NOBODY COULD SAIL. " * 20, "en"),
        ("", "THE RAIN FELL ON THE HARBOUR AND NOBODY COULD SAIL. " * 20, "en"),
    ],
)
def test_few_words_are_of_the_language_declared(
    declared: str, words: str, language: str
) -> None:
    html = f"<html lang='{declared}'><body><p>{words}</p></body></html>"
    page = read_source(Source("a.html", html.encode(), "file")).page
    assert page.language == language


@pytest.mark.parametrize("times", [2, 30, 200])
def test_words_of_another_script_are_never_english(times: int) -> None:
    html = f"<html lang='en'><body><p>{ARABIC * times}</p></body></html>"
    page = read_source(Source("a.html", html.encode(), "file")).page
    assert page.language != "en"
