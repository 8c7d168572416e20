"""Characters that are not whole: at the end of a file, in linked data, in a name."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.model import Source
from onrecord.read import read_source

BODY = (
    b"<p>" + b"Rain fell on the town for a whole day and nobody was out. " * 4 + b"</p>"
)
HALF = (
    b'<script type="application/ld+json">{"@type": "NewsArticle", '
    b'"headline": "Dam \\ud800 holds"}</script>'
)


def test_half_a_character_in_linked_data_costs_that_character_alone() -> None:
    page = read_source(Source("a.html", b"<html>" + HALF + BODY, "file")).page
    titles = [item.value for item in page.metadata if item.name == "title"]
    assert titles == ["Dam � holds"]


@pytest.mark.parametrize("tail", [b"\xe2\x80", b"\xf0\x9f\x98"])
def test_text_cut_in_its_only_wide_character_is_refused(tail: bytes) -> None:
    with pytest.raises(InputError, match="ends within a character"):
        read_source(Source("a.txt", b"Rain fell.\n" * 9 + tail, "file"))


def test_a_last_letter_of_an_older_encoding_is_no_cut() -> None:
    text = b"Rain fell on the town.\n" * 9 + b"Caf\xe9"
    reading = read_source(Source("a.txt", text, "file"))
    assert reading.page.text.endswith("Café")


def test_a_file_name_that_is_no_text_still_gives_a_place() -> None:
    reading = read_source(Source("rain-\udcff.html", b"<html>" + BODY, "file"))
    assert reading.capture.where.endswith("rain-�.html")
