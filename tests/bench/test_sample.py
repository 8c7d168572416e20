"""The measure of the sample pages, and that their JSON agrees with their words."""

from pathlib import Path

import pytest

from bench.harness import PROJECT, Inputs
from bench.reading import Reading
from bench.reading.reports import is_day
from bench.reading.sample_form import load_sample
from bench.recorded import Export
from bench.rows import Range
from bench.sample import all_right, measure
from onrecord.model import Source
from onrecord.read import read_source
from tests.bench.gold_rows import hashes_of, rows_of

SAMPLE = PROJECT / "src" / "onrecord" / "sample"


def page_text(file: str) -> str:
    source = Source(file, (SAMPLE / file).read_bytes(), how="sample")
    return read_source(source).page.text


def test_gold_of_the_sample_against_itself_is_all_right() -> None:
    gold, _ = load_sample(SAMPLE)
    texts = {file: page_text(file) for file in gold.files}
    export = Export(rows_of(gold, texts))
    figures = all_right(Reading(gold, export, hashes_of(texts)))
    assert figures.misses == ()
    assert figures.values["all_right"] == 1


def test_an_empty_record_has_hardly_anything_right() -> None:
    gold, _ = load_sample(SAMPLE)
    nothing = Reading(gold, Export([]), dict.fromkeys(gold.files, ""))
    assert all_right(nothing).values["all_right"] < 0.01


def test_a_folder_without_story_leaves_the_keys_out(tmp_path: Path) -> None:
    assert measure(Inputs(tmp_path, tmp_path)).values == {}


@pytest.mark.parametrize(
    ("wanted", "start", "end", "is_right"),
    [
        (None, None, None, True),
        (None, "2031-05-03", "2031-05-03", False),
        ("2031-05-03", None, None, False),
        ("2031-05-03", "2031-05-03", "2031-05-03", True),
        ("2031-05-03", "2031-05-02", "2031-05-03", True),
        ("2031-05-03", "2031-05-01", "2031-05-31", True),
        ("2031-05-03", "2031-01-01", "2031-12-31", False),
        ("2031-05-03", "2031-05-04", "2031-05-04", False),
        ("2031-05", "2031-05-03", "2031-05-03", False),
        ("2031-05", "2031-05-12", "2031-05-16", True),
        ("2031", "2031-01-01", "2031-12-31", True),
    ],
)
def test_a_date_is_right_when_it_is_as_sharp_as_the_words(
    wanted: str | None, start: str | None, end: str | None, *, is_right: bool
) -> None:
    assert is_day(wanted, Range(start, end)) is is_right
