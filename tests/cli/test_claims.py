"""A claim's life on the terminal and in JSON, and claims found by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path


def largest(record: Path) -> str:
    """The id of the claim that was made most often."""
    return str(run_here(record, "claims", "--limit", "1", "--json").items[0]["id"])


def test_a_claim_tells_its_months_speakers_and_words(sample_record: Path) -> None:
    told = run_here(sample_record, "claim", largest(sample_record)).out
    for heading in ("Its life  ", "Speakers", "Words", "Said ", "Disputed "):
        assert f"\n{heading}" in told
    assert "again by the same speaker" in told
    assert "chosen by machine" in told


def test_the_life_in_json_accounts_for_every_utterance(sample_record: Path) -> None:
    (claim,) = run_here(sample_record, "claim", largest(sample_record), "--json").items
    life, said = claim["life"], [item["id"] for item in claim["statements"]]
    assert sorted(name for voice in life["voices"] for name in voice["said"]) == sorted(
        said
    )
    assert sum(month["said"] for month in life["months"]) == len(said)
    assert sorted(life["disputes"]) == sorted(item["id"] for item in claim["disputes"])


def test_a_claim_is_found_by_words_that_it_does_not_hold(sample_record: Path) -> None:
    words = "the separatist fighters were defeated for good"
    assert not run_here(sample_record, "claims", f'"{words}"', "--json").items
    found = run_here(sample_record, "claims", "--like", words, "--json").items
    assert found
    assert len(found) <= 20


def test_words_and_meaning_are_not_asked_at_once(sample_record: Path) -> None:
    done = run_here(sample_record, "claims", "front", "--like", "the front is gone")
    assert done.status == 2
    assert "not both" in done.err


@pytest.mark.parametrize("words", ["", "  ", "?!"])
def test_like_without_a_word_asks_for_words(sample_record: Path, words: str) -> None:
    done = run_here(sample_record, "claims", "--like", words)
    assert done.status == 2
    assert "--like wants the words" in done.err
