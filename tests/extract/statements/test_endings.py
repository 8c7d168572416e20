"""Where content ends: the rules' word, the model's, and what neither may pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.statements import ending
from onrecord.extract.statements.ending import chances, choose, load_weights
from tests.extract.statements.telling import told


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            'The mayor said the plan was "a third mistake" and asked the council to '
            "publish the list of the workers.",
            'The mayor: the plan was "a third mistake"',
        ),
        (
            "The mayor rejected the report as a fraud, a day after the council backed "
            "it.",
            "The mayor: the report as a fraud",
        ),
    ],
)
def test_content_ends_where_something_else_is_told(
    sentence: str, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "load_weights", lambda: {"always": -30.0})
    assert statement in told(sentence)


def test_a_model_that_is_sure_moves_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The mayor said the port was shut, which the harbour office denies."
    sure = {"always": -30.0, "next which": 60.0}
    monkeypatch.setattr(ending, "load_weights", lambda: sure)
    assert "The mayor: the port was shut" in told(sentence)


def test_the_end_by_the_rules_stands_where_the_model_cannot_tell() -> None:
    assert choose([0.45, 0.55], [4, 9], 0) == 0
    assert choose([0.1, 0.9], [4, 9], 0) == 1


def test_an_end_close_to_likely_ones_is_worth_as_much_as_they() -> None:
    assert choose([0.5, 0.25, 0.25], [2, 10, 11], 0) == 0
    assert choose([0.2, 0.5, 0.3], [2, 10, 11], 0) == 1


@given(st.lists(st.sets(st.sampled_from(sorted(load_weights()))), min_size=1))
def test_content_ends_somewhere(signs: list[set[str]]) -> None:
    found = chances(load_weights(), [frozenset(each) for each in signs])
    assert sum(found) == pytest.approx(1)
    assert min(found) >= 0
