"""Cues beyond plain verbs of speech: their words, and what they hold."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import only, read, statements_in, told

HELD = [
    (
        "The union called for the council to reopen the bridge.",
        "The union: for the council to reopen the bridge",
    ),
    ("Oskar Lind pleaded not guilty.", "Oskar Lind: not guilty"),
    (
        "Oskar Lind committed to repairing the dam.",
        "Oskar Lind: to repairing the dam",
    ),
    (
        "Oskar Lind would not say whether the bridge was safe.",
        "Oskar Lind: whether the bridge was safe",
    ),
    (
        "Oskar Lind has yet to say whether the bridge is safe.",
        "Oskar Lind: whether the bridge is safe",
    ),
    (
        "As Oskar Lind noted at the time, the bridge was built in 1911.",
        "Oskar Lind: the bridge was built in 1911",
    ),
    (
        "The bridge was built in 1911, as Oskar Lind noted.",
        "Oskar Lind: The bridge was built in 1911",
    ),
    (
        "The guards were told that the bridge was safe.",
        ": that the bridge was safe",
    ),
    (
        "Oskar Lind dismissed complaints that the bridge was unsafe.",
        ": that the bridge was unsafe",
    ),
    (
        "Oskar Lind heard voter concerns about the dam.",
        "voter: about the dam",
    ),
    (
        "Those against the bridge have said that it is unsafe.",
        "Those against the bridge: that it is unsafe",
    ),
    (
        "A majority of the voters described the plan as reckless.",
        "A majority of the voters: the plan as reckless",
    ),
    (
        "The staffers described a plan full of holes.",
        "The staffers: a plan full of holes",
    ),
    (
        "The law requires owners to clear the snow.",
        "The law: owners to clear the snow",
    ),
    (
        "Oskar Lind brushed off the complaints.",
        "Oskar Lind: the complaints",
    ),
    (
        "Oskar Lind concurred that the bridge was safe.",
        "Oskar Lind: that the bridge was safe",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), HELD)
def test_cue_holds_its_content(sentence: str, expected: str) -> None:
    assert expected in told(sentence)


WORDINGS = [
    ("Oskar Lind has not yet said that the bridge is safe.", "has not yet said"),
    ("Oskar Lind did not say that the bridge was safe.", "did not say"),
    ("Oskar Lind is warning that the dam may burst.", "is warning"),
    ("Oskar Lind pointed out that the dam was old.", "pointed out"),
    ("Oskar Lind continues to insist that the dam is sound.", "continues to insist"),
    ("Oskar Lind declined to say whether it was safe.", "declined to say"),
    ("Oskar Lind also said that the bridge was safe.", "said"),
    (
        "Oskar Lind has expressed fears that the dam may burst.",
        "has expressed fears",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), WORDINGS)
def test_cue_is_the_whole_verb_group(sentence: str, expected: str) -> None:
    (cue,) = only(sentence).cue
    assert cue.of(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Oskar Lind has yet to say whether the bridge is safe.",
        "Oskar Lind would not say whether the bridge was safe.",
    ],
)
def test_what_is_not_told_is_negated(sentence: str) -> None:
    assert only(sentence).negated


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge requires drivers to slow down.",
        "The storm raised questions about the dam.",
        "Oskar Lind could say that the bridge is safe.",
        "The council gave out numbers about the dam.",
        "Hopes that the dam holds are fading.",
        "Oskar Lind issued a declaration for nine districts.",
    ],
)
def test_what_nobody_says_is_no_statement(sentence: str) -> None:
    assert statements_in(read(sentence)) == []
