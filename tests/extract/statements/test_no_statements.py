"""Reporting verbs that report nothing: aims, guesses, deeds, descriptions."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import told

AIMS = [
    "Police will proceed with DNA tests to confirm the identities of the dead.",
    "It was his duty to report his concerns about the dam.",
    "The minister used the debate to defend the government's policies.",
    "The senator is pushing to block the bill.",
    "Residents were invited to come and suggest what the bridge should look like.",
]
GUESSES = [
    "If a constitution does not declare that only citizens may vote, courts decide.",
    "Ask yourself how likely a flood is.",
    "When you consider that the dam is old, the risk is clear.",
    "By providing your address, you agree that you have read our terms.",
]
DEEDS = [
    "The officer choke-slammed a reporter outside the hall.",
    "The truck slammed into a wall.",
    "The senator slammed the man against the wall.",
    "The machine figures out what people want to buy.",
    "The agency sent urgent requests to its partners in Tarvia.",
    "The group maintains an office in Halden that employs ten people.",
    "The mayor was seen talking to Oskar Lind about the dam.",
]
DESCRIPTIONS = [
    "Worried about a backlash, the party stayed away from the vote.",
    "The committee will step up efforts against alleged secret stations in Halden.",
    "The member who has asked for a hearing since May left the hall.",
    "The council passed several bills intended to prevent floods.",
]
FACTS = [
    "To start, it confirms recent polling that the party is losing ground.",
    "The storm was long. It showed that the dam is old.",
]


@pytest.mark.parametrize("body", [*AIMS, *GUESSES, *DEEDS, *DESCRIPTIONS, *FACTS])
def test_nothing_is_said(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The mayor wrote to say that the bridge was safe.",
            "The mayor: that the bridge was safe",
        ),
        (
            "The mayor went on to criticise the plan.",
            "The mayor: the plan",
        ),
        (
            "The mayor declined to confirm the report.",
            "The mayor: the report",
        ),
        (
            'The union published a letter. It said: "The bridge is cracking."',
            "It: The bridge is cracking.",
        ),
        (
            "The senator slammed the plan.",
            "The senator: the plan",
        ),
    ],
)
def test_what_is_told_to_happen_is_a_statement(body: str, expected: str) -> None:
    assert told(body) == [expected]


def test_wish_inside_a_poll_is_no_statement_of_its_own() -> None:
    body = "Most voters want to see a new bridge, the poll says."
    assert told(body) == ["the poll: Most voters want to see a new bridge"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board faced anger in May, accused of stealing the boats.",
        "The mayor gave no answer when asked about the port.",
    ],
)
def test_who_is_asked_or_accused_is_not_the_one_who_says_it(sentence: str) -> None:
    assert not [each for each in told(sentence) if each.startswith("The ")]
