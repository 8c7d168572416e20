"""Texts all in capitals, as old wires sent them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.capitals import is_all_capitals, recased
from onrecord.annotate.passages import find_paragraphs
from tests.extract.reports.reading import annotated_text

CASED = {
    "GUNMEN KILLED TWO GUARDS IN VORRIN ON MONDAY.": (
        "Gunmen killed two guards in Vorrin on Monday."
    ),
    "IT MAY RAIN AGAIN; ON 3 MAY THE RIVER ROSE.": (
        "It may rain again; on 3 May the river rose."
    ),
    "THE KENYAN MINISTER, JUAN PARK, LEFT. HE WAS TIRED.": (
        "The Kenyan minister, Juan Park, left. He was tired."
    ),
    "GEN. ORTUVE OF THE U.N. AND THE FBKV SAID I WAS WRONG.": (
        "Gen. Ortuve of the U.N. and the FBKV said I was wrong."
    ),
    "THE TALKS OF THE UNITED FRONT WERE PUT OFF TODAY.": (
        "The talks of the united front were put off today."
    ),
}


@pytest.mark.parametrize(("loud", "expected"), CASED.items())
def test_names_alone_keep_their_capital(loud: str, expected: str) -> None:
    assert recased(loud) == expected


@pytest.mark.parametrize(
    "words", ["UN, FAO", "The FERRY sank off Vorrin on a Monday.", "", "31 12 1999"]
)
def test_other_text_is_left_as_it_is(words: str) -> None:
    assert not is_all_capitals(words)
    assert recased(words) == words


@given(st.text(max_size=60).map(str.upper))
def test_length_never_changes(words: str) -> None:
    assert len(recased(words)) == len(words)


def test_words_in_capitals_are_parsed_as_sentences_are() -> None:
    text = "GUNMEN KILLED TWO GUARDS IN VORRIN ON MONDAY."
    (sentence,) = annotated_text(text).sentences
    killed = next(token for token in sentence.tokens if token.text == "KILLED")
    assert killed.pos == "VERB"
    assert sentence.child(killed.i, "nsubj") is not None


def test_lines_broken_at_a_margin_are_one_paragraph_up_to_a_blank_line() -> None:
    text = (
        "The ferry that sank off Vorrin on Monday night had\n"
        "carried more people than it was built to carry and\n"
        "no boats.\n\nThe harbour office in Vorrin said on Tuesday that\n"
        "it would look for the owner.\n"
    )
    annotated = annotated_text(text)
    found = find_paragraphs(annotated.article, annotated.page)
    assert [item.span.of(text).split()[0] for item in found] == ["The", "The"]
