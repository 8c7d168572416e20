"""The metric of main text, and pages whose extraction is right or wrong."""

import gzip
from pathlib import Path

import msgspec
import pytest

from bench.extraction import Example, mean_f1, measure, page_scores
from bench.harness import Figures, Inputs

STORY = "The harbour master closed the old quay on Monday after a night of storms."
MORE = "Fishing boats were moved to the northern basin, which has room for sixty."
PAGE = f"""<html><head><title>Quay closed</title></head><body>
<nav><a href="/a">Weather</a> <a href="/b">Sport</a></nav>
<article><h1>Quay closed after storms</h1>
<p>{STORY}</p><p>{MORE}</p>
<figure><img src="q.jpg"><figcaption>Waves over the old quay</figcaption></figure>
</article></body></html>"""


def measured(folder: Path, wanted: str) -> Figures:
    example = {
        "id": "one",
        "html": PAGE,
        "article_text": wanted,
        "images": [{"caption": "Waves over the old quay"}],
    }
    with gzip.open(folder / "aeb.jsonl.gz", "wb") as file:
        file.write(msgspec.json.encode(example) + b"\n")
    return measure(Inputs(folder, folder))


def test_equal_texts_score_full() -> None:
    assert page_scores(STORY, STORY) == (1.0, 1.0)


def test_case_counts() -> None:
    assert page_scores("A b c d", "a b c d") == (0.0, 0.0)


def test_half_the_text_has_full_precision_and_less_recall() -> None:
    precision, recall = page_scores(STORY, f"{STORY} {MORE}")
    assert precision == 1.0
    assert recall is not None
    assert 0.3 < recall < 0.6


def test_nothing_found_counts_for_recall_alone() -> None:
    assert page_scores("", STORY) == (None, 0.0)
    assert mean_f1([(None, 0.0), (1.0, 1.0)]) == pytest.approx(2 / 3)


def test_a_page_cut_out_rightly_scores_full(tmp_path: Path) -> None:
    values = measured(tmp_path, f"{STORY}\n{MORE}").values
    assert values["aeb_f1"] == 1.0
    assert values["spans_verified"] == 1.0
    assert values["captions_recall"] == 1.0


def test_another_text_scores_nothing_and_is_named(tmp_path: Path) -> None:
    figures = measured(tmp_path, "Quite another matter was told on this page.")
    assert figures.values["aeb_f1"] == 0.0
    assert figures.misses[0].at.startswith("one")


def test_missing_sets_leave_their_keys_out(tmp_path: Path) -> None:
    figures = measured(tmp_path, STORY)
    assert "wcxb_f1" not in figures.values
    assert any("plaintext" in note for note in figures.notes)


def test_saved_text_wins_over_html() -> None:
    assert Example("one", "", html="<p>a", page_text="b").text == "b"
