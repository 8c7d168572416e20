"""What speakers tell inside a quotation."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import only, read, statements_in


@pytest.mark.parametrize(
    ("quoted", "content"),
    [
        (
            "We call on the council to pay for the bridge",
            "the council to pay for the bridge",
        ),
        ("We implore you to open the harbour", "you to open the harbour"),
        (
            "These people are accusing you of selling the boats",
            "you of selling the boats",
        ),
        (
            "The council has voiced concern about the bridge",
            "the bridge",
        ),
    ],
)
def test_a_demand_or_a_charge_in_a_quotation_is_one_inside_it(
    quoted: str, content: str
) -> None:
    annotated = read(f'"{quoted}," Ana Petrell said.')
    text = annotated.page.text
    found = statements_in(annotated)
    (inner,) = [each for each in found if each.nested_in]
    assert inner.content[0].of(text) == content


@pytest.mark.parametrize(
    "quoted",
    ["I call it a trip", "I said it was late"],
)
def test_what_speakers_think_or_say_themselves_is_part_of_the_quotation(
    quoted: str,
) -> None:
    assert not only(f'"{quoted}," Ana Petrell said.').nested_in


def test_what_an_office_can_confirm_is_said_by_it() -> None:
    annotated = read("The harbour office can confirm that the port is closed.")
    (found,) = statements_in(annotated)
    assert found.content[0].of(annotated.page.text) == "that the port is closed"


def test_what_speakers_think_in_their_words_is_a_belief_inside_them() -> None:
    annotated = read('"I think the bridge is safe," Ana Petrell said.')
    said, thought = statements_in(annotated)
    assert thought.nested_in == said.id
    assert thought.cue_class == "believing"
    assert thought.content[0].of(annotated.page.text) == "the bridge is safe"
