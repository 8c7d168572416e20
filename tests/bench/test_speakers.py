"""Speakers behind pronouns and nouns, and whether a confidence keeps its word."""

import pytest

from bench.attributions import Found, Gold, Judged, Metric
from bench.confidence import (
    answers,
    area_under_curve,
    calibration_error,
    equal_masses,
    equal_widths,
    measure_confidence,
)
from bench.rows import Spans
from bench.speakers import (
    measure_nouns,
    measure_pronouns,
    measure_speakers,
    source_kind,
    speakers_of,
)

TEXT = "Ana Petrell is mayor. She said all is well. The ministry said rents rose."
METRIC = Metric(lambda _gold, _found: {}, lambda one, other: one == other)


def spans(words: str) -> Spans:
    return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()


def gold(source: str, content: str, *names: str) -> Gold:
    return Gold(spans(source), (), spans(content), names[0], names[1:])


SHE = gold("She", "all is well", "Ana Petrell", "Petrell")
MINISTRY = gold("The ministry", "rents rose", "Ministry of Rents of Vorrin")


def judged(*founds: Found) -> Judged:
    return Judged("one", TEXT, (SHE, MINISTRY), founds)


def found(like: Gold, speaker: str | None, *, is_masked: bool = False) -> Found:
    return Found(like.source, (), like.content, speaker, is_masked=is_masked)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("She", "pronoun"),
        ("Petrell", "name"),
        ("The ministry", "noun"),
        ("", "nothing"),
    ],
)
def test_what_stands_for_the_speaker_is_told(source: str, kind: str) -> None:
    names = ("Ana Petrell", "Ministry of Rents of Vorrin")
    assert source_kind(judged(), gold(source, "all is well", *names)) == kind


def test_a_name_in_small_letters_is_one_where_nothing_else_stands() -> None:
    assert source_kind(judged(), gold("mayor", "all is well", "Ana", "mayor")) == "name"


def test_a_pronoun_counts_once_it_is_named() -> None:
    for speaker, share in (("Petrell", 1.0), ("Rui Tolves", 0.0)):
        named = list(speakers_of([judged(found(SHE, speaker))], METRIC))
        assert measure_pronouns(named).values == {"pronoun_speakers": share}
    nobody = [judged(found(SHE, None))], METRIC
    assert measure_pronouns(list(speakers_of(*nobody))).values == {}


def test_a_noun_counts_once_its_statement_is_found() -> None:
    named = list(speakers_of([judged()], METRIC))
    assert measure_nouns(named).values == {}
    named = list(speakers_of([judged(found(MINISTRY, None))], METRIC))
    assert measure_nouns(named).values == {"nominal_speakers_named": 0.0}
    right = found(MINISTRY, "Ministry of Rents of Vorrin")
    named = list(speakers_of([judged(right)], METRIC))
    figures = measure_nouns(named).values
    assert figures == {"nominal_speakers_named": 1.0, "nominal_speakers_right": 1.0}


def test_pronouns_are_measured_on_the_test_outlets_alone() -> None:
    parts = {"test": [], "train": [judged(found(SHE, "Petrell"))]}
    assert "pronoun_speakers" not in measure_speakers(parts, METRIC).values


def test_each_gold_one_makes_one_answer_right() -> None:
    right = Found(SHE.source, (), SHE.content, confidence=0.9)
    other = Found(spans("Ana Petrell"), (), MINISTRY.content, confidence=0.4)
    given = answers([judged(right, right, other)])
    assert sorted(given) == [(0.4, False), (0.9, False), (0.9, True)]


def test_confidence_that_keeps_its_word_has_no_error() -> None:
    given = [(0.5, True), (0.5, False), (1.0, True), (0.0, False)]
    for bins in (equal_masses(given, 15), equal_widths(given, 10)):
        assert calibration_error(bins) == 0
        assert sum(map(len, bins)) == len(given)


def test_bins_of_equal_mass_keep_equals_together() -> None:
    given = [(0.7, True)] * 20 + [(0.8, False)] * 10
    assert [len(each) for each in equal_masses(given, 3)] == [20, 10]
    spread = [(number / 100, True) for number in range(90)]
    assert {len(each) for each in equal_masses(spread, 15)} == {6}


def test_the_area_needs_right_and_wrong() -> None:
    assert area_under_curve([(0.9, True)]) is None
    assert area_under_curve([(0.9, True), (0.1, False)]) == 1
    assert area_under_curve([(0.9, False), (0.1, True)]) == 0


def test_without_statements_there_is_no_confidence() -> None:
    assert measure_confidence([judged()]).values == {}
