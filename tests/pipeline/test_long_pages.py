"""A page with more running text than news has is told, and holds nobody up."""

from __future__ import annotations

from onrecord.model import Skipped, Source
from onrecord.pipeline import load_tools, search_page
from onrecord.read import read_source

PARAGRAPH = "<p>The harbour of Skerry was closed on Friday, its office said.</p>"


def test_a_book_is_skipped_with_its_length() -> None:
    html = f"<html><body><h1>Harbour</h1>{PARAGRAPH * 7000}</body></html>"
    reading = read_source(Source("book.html", html.encode(), "file"))
    found = search_page(reading, load_tools())
    assert isinstance(found, Skipped)
    assert "characters of running text" in found.reason
