"""Lists of addresses: what counts as one, and what stands beside the addresses."""

from __future__ import annotations

from onrecord.model import Skipped
from onrecord.read.given import Given
from onrecord.read.links import is_link_list, link_sources

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
