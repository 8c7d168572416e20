"""The gold of disputes is whole, its parts share nothing, and no cheap cue tells."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.dispute_cues import area, cue_areas, one_side_accuracy, words_of
from bench.dispute_pairs import (
    LABELS,
    PARTS,
    Label,
    Pair,
    Part,
    agreement,
    part_of,
    read_pairs,
    read_second_pass,
)

README = Path(__file__).parents[2] / "bench/gold/disputes/README.md"
PAIRS = {part: list(read_pairs(part)) for part in PARTS}
EVERY = [pair for part in PARTS for pair in PAIRS[part]]
MANY, TOPICS, TWICE = 2200, 200, 300
SHORTEST, LONGEST, HEADLINE = 4, 45, 22


def test_there_are_pairs_enough_of_topics_enough() -> None:
    assert len(EVERY) >= MANY
    assert len({pair.topic for pair in EVERY}) >= TOPICS


@pytest.mark.parametrize("part", PARTS)
def test_every_topic_lies_in_the_part_that_its_hash_says(part: Part) -> None:
    told = {part_of(pair.topic) for pair in PAIRS[part]}
    assert told == {"unseen" if part == "unseen_b" else part}


def test_no_topic_is_in_two_parts() -> None:
    topics = [topic for part in PARTS for topic in {p.topic for p in PAIRS[part]}]
    assert len(topics) == len(set(topics))


@pytest.mark.parametrize("part", PARTS)
def test_labels_of_a_part_are_balanced(part: Part) -> None:
    counts = Counter(pair.label for pair in PAIRS[part])
    for label in LABELS:
        assert 0.3 < counts[label] / len(PAIRS[part]) < 0.37


def test_no_pair_stands_twice_in_either_order() -> None:
    texts = Counter(frozenset((pair.left, pair.right)) for pair in EVERY)
    assert not [pair for pair, times in texts.items() if times > 1]
    assert all(len(pair) == 2 for pair in texts)
    assert len({pair.id for pair in EVERY}) == len(EVERY)


def test_no_utterance_is_in_two_parts() -> None:
    parts: dict[str, set[str]] = {}
    for part in PARTS:
        for pair in PAIRS[part]:
            for text in (pair.left, pair.right):
                parts.setdefault(" ".join(words_of(text)), set()).add(part)
    assert not [text for text, where in parts.items() if len(where) > 1]


def test_every_utterance_is_a_sentence_of_news_in_length() -> None:
    for pair in EVERY:
        for text in (pair.left, pair.right):
            assert SHORTEST <= len(text.split()) <= LONGEST, pair.id
            assert text[0].isupper() or text[0] in "\"'" or text[0].isdigit(), pair.id
            assert text == " ".join(text.split()), pair.id
            assert text[-1] in '.?!"' or _is_headline(text), pair.id


def _is_headline(text: str) -> bool:
    return ". " not in text and len(text.split()) <= HEADLINE


def test_every_kind_stands_in_the_codebook() -> None:
    kinds = README.read_text().partition("## Kinds")[2].partition("\n## ")[0]
    assert {pair.kind for pair in EVERY} <= set(re.findall(r"`([a-z-]+)`", kinds))


def test_what_is_given_of_one_side_is_given_of_both() -> None:
    for pair in EVERY:
        assert (pair.left_when is None) == (pair.right_when is None), pair.id
        assert (pair.left_where is None) == (pair.right_where is None), pair.id


@pytest.mark.parametrize("label", LABELS)
def test_no_cheap_cue_gives_a_label_away(label: Label) -> None:
    for cue, found in cue_areas(EVERY, label).items():
        assert 0.4 < found < 0.6, cue


def test_the_words_of_one_side_alone_say_little() -> None:
    assert one_side_accuracy(EVERY, lambda pair: pair.left) < 0.45
    assert one_side_accuracy(EVERY, lambda pair: pair.right) < 0.45


def test_area_of_a_cue_that_always_tells_is_one_and_of_a_constant_a_half() -> None:
    assert area([5.0, 6.0], [1.0, 2.0]) == 1
    assert area([1.0, 1.0], [1.0, 1.0]) == 0.5


def test_one_word_that_gives_a_label_away_is_found() -> None:
    words: dict[Label, str] = {"agree": "ja", "dispute": "nein", "other": "hm"}
    pairs = [
        Pair(f"{topic}-{label}", f"{topic}", "made", label, "the same", word, "a", "b")
        for topic in range(10)
        for label, word in words.items()
    ]
    assert one_side_accuracy(pairs, lambda pair: pair.right) == 1
    assert one_side_accuracy(pairs, lambda pair: pair.left) < 0.5


def test_the_second_pass_is_of_pairs_that_stand_and_agrees_with_the_first() -> None:
    first = {pair.id: pair.label for pair in EVERY}
    second = read_second_pass()
    assert len(second) >= TWICE
    assert second.keys() <= first.keys()
    assert agreement(first, second)[1] > 0.8


def test_agreement_by_chance_alone_has_no_kappa() -> None:
    first: dict[str, Label] = dict(
        zip("abcd", ("agree", "agree", "other", "other"), strict=True)
    )
    second: dict[str, Label] = dict(
        zip("abcd", ("agree", "other", "agree", "other"), strict=True)
    )
    assert agreement(first, second) == (0.5, 0.0)
