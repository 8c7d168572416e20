"""Which spellings of an address are one, and which may be two pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import address_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://a.example/x", "HTTPS://A.Example:443/x#comments"),
        ("http://a.example/x", "http://a.example:80/x"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/x?id=1", "https://a.example/x?id=1&utm_source=mail&fbclid"),
        ("https://a.example/x", "https://a.example/x?utm_campaign=may"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?gclid=7&b=2&a=1"),
    ],
)
def test_spellings_of_one_address_are_one(left: str, right: str) -> None:
    assert address_of(left) == address_of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://a.example/x", "https://a.example/X"),
        ("https://a.example/x", "https://a.example/x/"),
        ("https://a.example/x", "http://a.example/x"),
        ("https://a.example/x", "https://a.example:8443/x"),
        ("https://a.example/x", "https://www.a.example/x"),
        ("https://a.example/x?a=1&b=2", "https://a.example/x?b=2&a=1"),
        ("https://a.example/x?id=1", "https://a.example/x?id=2"),
        ("https://a.example/x?utm=1", "https://a.example/x"),
        ("https://a.example/#!/one", "https://a.example/#!/two"),
        ("https://Ada@a.example/", "https://ada@a.example/"),
        ("/pages/x.html#1", "/pages/x.html"),
        ("https://[a.example/X", "https://[a.example/x"),
    ],
)
def test_what_may_be_two_pages_keeps_two_addresses(left: str, right: str) -> None:
    assert address_of(left) != address_of(right)


@given(st.text() | st.from_regex(r"\Ahttps?://[!-~]{0,40}\Z"))
def test_an_address_is_its_own_address(where: str) -> None:
    assert address_of(address_of(where)) == address_of(where)
