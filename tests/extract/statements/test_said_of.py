"""What is said of somebody: passives, questions that nobody named asks, names given."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import only, told


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("The boat was said to be safe.", ": The boat | to be safe"),
        ("The firm is rumoured to be for sale.", ": The firm | to be for sale"),
        (
            "The minister is understood to have resigned.",
            ": The minister | to have resigned",
        ),
        (
            "Lind has been criticised for closing the school.",
            ": Lind | closing the school",
        ),
        ("It is understood that the port will close.", ": that the port will close"),
        ("It is believed that the boats collided.", ": that the boats collided"),
        (
            "Sailors were encouraged to stay in the harbour.",
            ": to stay in the harbour",
        ),
    ],
)
def test_a_passive_tells_of_its_subject_what_nobody_named_says(
    sentence: str, statement: str
) -> None:
    assert told(sentence) == [statement]


def test_who_says_it_stands_behind_by() -> None:
    assert told("She was described by neighbours as a quiet woman.") == [
        "neighbours: She | as a quiet woman"
    ]


def test_a_charge_that_the_parser_hangs_on_its_source_is_the_content() -> None:
    assert told("He was accused by police of hiding the money.") == [
        "police: He | hiding the money"
    ]


def test_who_takes_up_the_words_before_it_and_is_no_content() -> None:
    assert told("Nora met a sailor who was said to have a fever.") == [
        ": to have a fever"
    ]


def test_a_passive_that_is_denied_is_negated() -> None:
    assert only("The dam is not thought to be safe.").negated


@pytest.mark.parametrize(
    "sentence",
    [
        "The dam was supposed to hold until May.",
        "The ferry was made to wait for an hour.",
        "In what was seen as a blow to the port, the ferry left.",
        "The boat could be said to be safe.",
        "They gathered to be described as sailors.",
    ],
)
def test_a_duty_a_chance_and_the_outlets_own_word_are_none(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Asked whether the bridge would close, a spokesman laughed.",
            "whether the bridge would close",
        ),
        ("When pressed on why the dam failed, Lind left.", "why the dam failed"),
        ("Asked about the delay, Petrell laughed.", "the delay"),
    ],
)
def test_one_who_is_asked_is_asked_by_nobody_named(
    sentence: str, question: str
) -> None:
    assert told(sentence) == [f": {question}"]


def test_an_answer_begins_behind_the_question() -> None:
    found = told('When asked how much the boat cost, "Nine hundred crowns," she said.')
    assert found == [": how much the boat cost", "she: Nine hundred crowns,"]


def test_the_one_who_asked_is_no_bare_participle() -> None:
    assert told("Reporters asked whether the bridge would close.") == [
        "Reporters: whether the bridge would close"
    ]


def test_what_somebody_calls_a_thing_is_said_by_them() -> None:
    assert told('They face what Petrell calls "an endless winter".') == [
        "Petrell: an endless winter"
    ]


def test_what_somebody_calls_a_thing_amid_their_words_is_part_of_them() -> None:
    found = told("Petrell said the port had seen what she called a disgrace.")
    assert found == ["Petrell: the port had seen what she called a disgrace"]


def test_what_somebody_considers_a_thing_is_not_said() -> None:
    assert told("They face what Petrell considers a good winter.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister, asked whether she would resign, said it was too early.",
        "The minister, asked about the video, declined to answer.",
    ],
)
def test_whoever_was_asked_in_passing_did_not_ask(sentence: str) -> None:
    asked = [each for each in told(sentence) if "resign" in each or "video" in each]
    assert all(not each.startswith("The minister") for each in asked)


def test_whoever_asks_is_the_source() -> None:
    found = told("Ana Petrell, a docker, asked whether the bridge was safe.")
    assert found[0].startswith("Ana Petrell")


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "The union's claim was denied by the ministry.",
            "the ministry: The union's claim",
        ),
        (
            "Allegations that the mayor took bribes were dismissed by her office.",
            "her office: Allegations that the mayor took bribes",
        ),
    ],
)
def test_a_claim_is_denied_by_whoever_stands_behind_by(
    sentence: str, statement: str
) -> None:
    assert statement in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bill was rejected by the ministry.",
        "The claim was denied on Tuesday.",
        "The claim could be denied by the ministry.",
    ],
)
def test_what_is_no_claim_or_has_no_denier_is_no_denial(sentence: str) -> None:
    assert told(sentence) == []


def test_a_pronoun_that_is_denied_is_what_is_said() -> None:
    assert told("The engineers denied this.") == ["The engineers: this"]
    assert told("The clerk denied it a licence.") == ["The clerk: a licence"]


def test_the_time_since_is_not_what_the_claim_is_called() -> None:
    assert told("Ana Petrell denied the claim as “unfounded”, a day after the vote.")[
        0
    ].endswith("the claim as “unfounded”")
