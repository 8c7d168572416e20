"""What is ruled out before it is looked for could not have been found."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.article.bylines import printed_names
from onrecord.article.credits import CREDIT, MAY_CREDIT, PHOTO, is_captioned
from onrecord.article.cues import CUES_FILE, HELD, REACHED, class_zone, start_zone
from onrecord.article.metadata import NO_WORD, folded
from onrecord.article.moments import read_moment

LETTERS = st.text(st.sampled_from("ab Z9_-.,:/|()ıſİé©\u2019"), max_size=30)


def cues(*kinds: str) -> list[str]:
    text = files("onrecord").joinpath("data", CUES_FILE).read_text("utf-8")
    table = cast("dict[str, dict[str, list[str]]]", tomllib.loads(text))
    return [cue for zone in table.values() for k in kinds for cue in zone.get(k, ())]


def test_cues_are_written_in_small_letters() -> None:
    written = cues("line", "opens", "starts", "reaching", "holds", "classes")
    assert written
    for cue in written:
        words = re.sub(r"\\.", "", cue)
        assert words == words.lower()


def test_cues_behind_other_words_hold_a_word_by_which_they_are_looked_for() -> None:
    assert all(any(word in cue for word in REACHED) for cue in cues("reaching"))
    assert all(any(word in cue for word in HELD) for cue in cues("holds"))


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("ANA PETRELL CAN BE REACHED at the desk in Holm", "author-note"),
        ("Bo Ek in Holm contributed to this report.", "author-note"),
        ("An error in an earlier version of this article was mended.", "correction"),
        ("The name of the ferry in this story was misspelled.", "correction"),
        ("The ferry was in this harbour on Monday.", None),
    ],
)
def test_cues_are_found_behind_other_words(words: str, zone: str | None) -> None:
    assert start_zone(words) == zone


@pytest.mark.parametrize(
    "words",
    [
        "By",
        "Kommentar von",
        "Reported by",
        "Contributors:",
        "WRITTEN BY",
        "(Eine Analyse von",
    ],
)
def test_bylines_open_in_many_ways(words: str) -> None:
    assert printed_names(f"{words} Ana Petrell") == ("Ana Petrell",)


def test_the_first_zone_of_the_cues_counts_not_the_first_class() -> None:
    assert class_zone("div.site-footer.most-read") == "most-read"
    assert class_zone("div.most-read.site-footer") == "most-read"


@given(LETTERS)
def test_folded_words_are_letters_and_digits_alone(words: str) -> None:
    assert folded(words) == NO_WORD.sub("", words.casefold())


@pytest.mark.parametrize("words", ["3/4/25", "12.11.24", "Le 4 mai 2025", "2025-05"])
def test_dates_with_short_and_long_years_are_read(words: str) -> None:
    assert read_moment(words) is not None


@pytest.mark.parametrize(
    "words",
    ["(Ana Petrell/AP)", "The quay in Vorrin. Photo by Bo Ek", "© Ana Petrell",
     "Boats at Holm. Shutterstock", "A gull, via REUTERS", "Credit: Bo Ek"],
)  # fmt: skip
def test_credits_of_pictures_hold_a_word_by_which_they_are_looked_for(
    words: str,
) -> None:
    assert is_captioned(words)
    assert CREDIT.search(words) or PHOTO.search(words)
    assert MAY_CREDIT.search(words)
