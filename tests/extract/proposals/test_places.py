"""A proposal is taken where its words stand in the page, and nowhere else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import propose_statements
from tests.extract.proposals.answering import (
    Mouth,
    proposed_in,
    taken,
    worded,
)
from tests.extract.statements.telling import read, tools

PIER = (
    "The pier at Vorrin stays shut, the harbour office wrote to boat owners.\n"
    "“The planks are not safe,” Ana Petrell told them, “and nobody may cross.”\n"
    "Two witnesses\n say the gate was never locked. It is illegal to cross."
)


def test_words_of_the_page_are_taken() -> None:
    found = taken(
        PIER, worded("the harbour office", "wrote", "The pier at Vorrin stays shut")
    )
    assert found == ["the harbour office [wrote] The pier at Vorrin stays shut"]


def test_a_content_that_its_cue_splits_keeps_its_pieces() -> None:
    pieces = ("The planks are not safe,", "and nobody may cross.")
    found = taken(PIER, worded("Ana Petrell", "told", *pieces))
    assert found == [
        "Ana Petrell [told] The planks are not safe, | and nobody may cross."
    ]


def test_quotation_marks_at_the_ends_are_left_out() -> None:
    (found,) = taken(PIER, worded("Ana Petrell", "told", "“The planks are not safe,”"))
    assert found.endswith("] The planks are not safe,")


def test_white_space_alone_is_folded() -> None:
    proposal = worded("Two witnesses", "say", "the  gate was\nnever locked")
    assert taken(PIER, proposal) == ["Two witnesses [say] the gate was never locked"]
    split = worded("Two witnesses say", "was never", "the gate")
    assert taken(PIER, split) == ["Two witnesses\n say [was never] the gate"]


@pytest.mark.parametrize(
    "proposal",
    [
        worded("the harbour office", "wrote", "The pier at Vorrin stays open"),
        worded("the harbour office", "wrote", "the pier at Vorrin stays shut"),
        worded("The harbour office", "wrote", "The pier at Vorrin stays shut"),
        worded("the harbour office", "claimed", "The pier at Vorrin stays shut"),
        worded("the mayor", "wrote", "The pier at Vorrin stays shut"),
        worded("Ana Petrell", "told", '"The planks are not safe," she said'),
        worded("Ana Petrell", "told", "The planks are not safe", "and all may cross"),
        worded("Ana Petrell", "told", "and nobody may cross", "The planks are not"),
        worded("Two witnesses", "say", "legal to cross"),
        worded("Two witnesses", "say", "It is", "to cross"),
        worded("Two witnesses", "say", "safe"),
        worded("Two witnesses", "say", "locked"),
        worded("Two witnesses", "say", "say the gate"),
        worded("Two witnesses", "say", "...", "“”"),
        worded("Two witnesses", "", "the gate was never locked"),
        worded("", "say", "the gate was never locked"),
        worded("Two witnesses", "say"),
    ],
    ids=[
        "other-word", "other-case", "source-in-other-case", "other-cue",
        "source-not-there", "words-added", "second-piece-changed", "order-changed",
        "part-of-a-word", "words-left-out", "not-left-out", "never-left-out",
        "content-over-cue", "marks-alone", "no-cue", "no-source", "no-content",
    ],
)  # fmt: skip
def test_what_does_not_stand_there_so_is_dropped_and_counted(proposal: object) -> None:
    found, told = proposed_in(read(PIER), proposal)
    assert found == ()
    assert (told.proposed, told.dropped, told.known, told.failure) == (0, 1, 0, None)


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("Orlo Venn might say the pier is safe.", "say"),
        ("Orlo Venn would not say the pier is safe.", "say"),
        ("Nobody said the pier is safe.", "said"),
    ],
)
def test_what_nobody_said_is_dropped(body: str, cue: str) -> None:
    who = "Nobody" if body.startswith("Nobody") else "Orlo Venn"
    assert taken(body, worded(who, cue, "the pier is safe")) == []


def test_a_cue_that_is_negated_in_the_page_is_negated_here() -> None:
    annotated = read("Orlo Venn has not yet said that the pier is safe.")
    ((found,), _) = proposed_in(
        annotated, worded("Orlo Venn", "said", "the pier is safe")
    )
    assert found.negated
    quoted = read("“We did not move,” Venn said.")
    ((other,), _) = proposed_in(quoted, worded("Venn", "said", "We did not move,"))
    assert not other.negated


def test_words_that_stand_twice_are_taken_where_all_parts_stand_together() -> None:
    body = (
        "The pier is safe.\nOrlo Venn left on Monday for Quarrin and came home late.\n"
        + "Rain fell on the boats. " * 12
        + "\nThe pier is safe, Orlo Venn said. He left."
    )
    annotated = read(body)
    ((found,), _) = proposed_in(
        annotated, worded("Orlo Venn", "said", "The pier is safe")
    )
    assert found.content[0].start == body.rindex("The pier is safe")
    assert found.source[0].start == body.rindex("Orlo Venn")


def test_of_two_places_that_fit_the_closer_one_is_taken() -> None:
    body = (
        "It is safe, so Orlo Venn of the harbour office in Vorrin once more said. "
        "Rain fell. “It is safe,” said Venn."
    )
    ((found,), _) = proposed_in(read(body), worded("Venn", "said", "It is safe"))
    assert found.content[0].start == body.rindex("It is safe")


def test_the_words_of_a_source_are_no_part_of_what_it_says() -> None:
    body = "He said Orlo Venn was safe."
    assert taken(body, worded("Orlo Venn", "said", "Orlo Venn was safe")) == []
    assert taken(body, worded("He", "said", "Orlo Venn was safe"))


def test_parts_that_stand_far_apart_are_no_statement() -> None:
    body = (
        "The pier is safe.\n" + "Rain fell on the boats. " * 12 + "Orlo Venn said no."
    )
    assert taken(body, worded("Orlo Venn", "said", "The pier is safe")) == []


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("Orlo Venn said boats don't cross.", "boats don"),
        ("Orlo Venn said the half-open gate held.", "open gate held"),
        ("Orlo Venn said they re-opened.", "they re"),
        ("Orlo Venn said 1,400 boats left.", "00 boats left"),
    ],
)
def test_a_part_of_a_word_is_no_word(body: str, content: str) -> None:
    assert taken(body, worded("Orlo Venn", "said", content)) == []


def test_a_name_before_an_apostrophe_is_a_whole_word() -> None:
    body = "It is safe, Orlo Venn’s office said."
    assert taken(body, worded("Orlo Venn", "said", "It is safe"))


def test_headline_and_text_are_shown_whole() -> None:
    annotated = read(PIER, headline="Pier shut")
    mouth = Mouth(['{"statements": []}'])
    propose_statements(annotated, [], mouth, tools()[1])
    (shown,) = mouth.asked
    assert shown.split() == annotated.page.text.split()


PARTS = st.sampled_from([*PIER.split(), "pier", "", "“", "cross. It", "x", "\n", "to"])
STRINGS = st.lists(PARTS, max_size=5).map(" ".join) | st.text(max_size=8)


@given(st.lists(st.builds(worded, STRINGS, STRINGS, STRINGS, STRINGS, speaker=STRINGS)))
@settings(max_examples=150, deadline=None)
def test_whatever_a_model_proposes_only_words_of_the_page_come_back(
    proposals: list[dict[str, object]],
) -> None:
    annotated = read(PIER)
    found, told = proposed_in(annotated, *proposals)
    assert told.proposed + told.dropped + told.known == len(proposals)
    known = {" ".join(str(part).split()) for each in proposals for part in _parts(each)}
    for each in found:
        for span in (*each.content, *each.cue, *each.source):
            words = " ".join(span.of(annotated.page.text).split())
            assert any(words in said for said in known)
        assert each.speaker_name in {None, "Ana Petrell", "harbour office", "Vorrin"}


def _parts(proposal: dict[str, object]) -> list[object]:
    content = proposal["content"]
    assert isinstance(content, tuple)
    return [proposal["source"], proposal["cue"], *content]


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["statements", "content", "cue"]), inner)
        ),
    )
)
@settings(max_examples=100, deadline=None)
def test_any_json_is_an_answer_or_a_failure(value: object) -> None:
    mouth = Mouth([json.dumps(value)])
    found, _ = propose_statements(read(PIER), [], mouth, tools()[1])
    assert found == ()
