"""What holds for any bytes at all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import Page, Source
from onrecord.read import read_source

TAGS = st.sampled_from(
    [
        "div",
        "p",
        "a",
        "b",
        "h1",
        "ul",
        "ol",
        "li",
        "td",
        "table",
        "tr",
        "br",
        "pre",
        "span",
        "script",
        "time",
        "figcaption",
    ]
)
MARKUP = st.lists(
    st.one_of(
        st.text(max_size=30),
        TAGS.map("<{}>".format),
        TAGS.map("</{}>".format),
        TAGS.map("<{} class='menu x' href='/a' hidden>".format),
        st.sampled_from(["&amp;", "&nbsp;", "<!--", "-->", "<", ">", "&#55296;"]),
    ),
    max_size=40,
).map("".join)


def check_blocks(page: Page) -> None:
    for block in page.blocks:
        assert block.span.end <= len(page.text)
        assert block.span.of(page.text).strip()
    for before, after in pairwise(page.blocks):
        assert before.span.end <= after.span.start


@given(st.binary(max_size=400))
def test_any_bytes_give_a_reading_or_an_input_error(data: bytes) -> None:
    try:
        reading = read_source(Source("-", data, "stdin"))
    except InputError:
        return
    check_blocks(reading.page)


@settings(max_examples=200)
@given(MARKUP)
def test_any_markup_gives_blocks_in_order(markup: str) -> None:
    data = ("<!DOCTYPE html><p>Rain fell." + markup).encode("utf-8", "replace")
    try:
        page = read_source(Source("-", data, "stdin")).page
    except InputError:
        return
    check_blocks(page)
    assert page.text == page.text.strip()


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_saved_text_equals_its_decoded_file(text: str) -> None:
    data = text.encode()
    try:
        reading = read_source(Source("-", data, "stdin"))
    except InputError:
        return
    if reading.capture.media_type == "text/plain":
        assert reading.page.text == data.decode(reading.capture.encoding).removeprefix(
            "\ufeff"
        )
    check_blocks(reading.page)
