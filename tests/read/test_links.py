"""Lists of addresses: what counts as one, and what stands beside the addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model import Skipped
from onrecord.read.given import Given
from onrecord.read.links import MIXED, is_link_list, is_mixed_list, link_sources
from tests.read.found import found_in, pages, reasons

if TYPE_CHECKING:
    from pathlib import Path

REMARKED = (
    "# ferries\n"
    "https://harbourpost.example/fog  # the first day\n"
    "https://harbourpost.example/live#latest\t# keeps its fragment\n"
)


def _places(text: str) -> list[str]:
    found = link_sources(text, "list.txt", Given(), None)
    return [item.where for item in found if isinstance(item, Skipped)]


def test_a_remark_may_stand_behind_an_address() -> None:
    assert is_link_list(REMARKED)
    assert _places(REMARKED) == [
        "https://harbourpost.example/fog",
        "https://harbourpost.example/live#latest",
    ]


def test_a_line_that_is_no_address_is_named_by_its_number() -> None:
    text = "https://harbourpost.example/fog\n\nferries # of Tolvesh\n"
    assert _places(text)[1] == "list.txt line 3"


def test_a_sentence_about_an_address_is_no_list() -> None:
    assert not is_link_list("https://harbourpost.example/fog is down again\n")


@pytest.mark.parametrize(
    "text",
    [
        "https://harbourpost.example/fog\nferries\nthe quay of Tolvesh\n",
        "https://harbourpost.example/fog\nharbourpost.example/quay\n",
    ],
)
def test_a_list_with_lines_that_are_no_addresses_is_told_as_such(
    tmp_path: Path, text: str
) -> None:
    assert reasons(found_in(tmp_path, "list.txt", text)) == [MIXED]


def test_a_saved_text_that_opens_with_its_address_is_a_page(tmp_path: Path) -> None:
    text = (
        "https://harbourpost.example/fog\nFerry stopped by fog\n"
        "No ferry sailed from Tolvesh on Friday, the harbour office said.\n"
    )
    assert not is_mixed_list(text)
    assert len(pages(found_in(tmp_path, "fog.txt", text))) == 1
