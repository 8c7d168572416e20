"""Comparing words."""

import doctest
from types import ModuleType

import pytest

from bench import compare, datasets
from bench.compare import PageWords, is_name, share, token_f1
from bench.reading import reports


@pytest.mark.parametrize("module", [compare, datasets, reports])
def test_examples_run(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_marks_at_the_ends_of_a_span_do_not_count() -> None:
    words = PageWords("He said: “Rain fell.”")
    assert words.within([(9, 21)]) == words.within([(10, 19)])


def test_a_span_between_words_has_none() -> None:
    assert PageWords("rain  fell").within([(4, 6)]) == frozenset()


def test_words_over_a_line_end_are_found() -> None:
    assert PageWords("the long\n  rain").find("long rain") == [frozenset({1, 2})]


def test_nothing_shares_nothing_with_nothing() -> None:
    assert share(frozenset(), frozenset()) == 0.0
    assert token_f1("", "") == 0.0


@pytest.mark.parametrize(
    ("name", "variants", "is_same"),
    [
        ("the Harbour Office", ["Harbour Office"], True),
        ("Bay's Harbour Office", ["Harbour Office"], True),
        ("Office", ["Harbour Office"], False),
        ("Lopes", ["Ana Lopes", "Lopes"], True),
        ("Guild of Lopes", ["Lopes"], False),
        ("", ["the"], False),
    ],
)
def test_a_name_is_any_of_its_variants(
    name: str, variants: list[str], *, is_same: bool
) -> None:
    assert is_name(name, variants) is is_same
