"""The measure of titles, days and authors, and pages that are right or wrong in it."""

import gzip
from pathlib import Path

import msgspec
import pytest

from bench.harness import Figures, Inputs
from bench.metadata import (
    Described,
    Example,
    describe,
    fold_names,
    fold_title,
    measure,
    score,
)

TEXT = (
    "<p>The harbour master closed the old quay on Monday after a night of storms.</p>"
)
HEAD = "<h1>Quay closed after storms</h1><p class='byline'>By Ana Lopes</p>"
WANTED = {"title": "Quay closed, after storms!", "date": "2031-05-03 10:15:00+00:00"}


def page(head: str = "", date: str = "3 May 2031") -> str:
    html = f"<html><head>{head}</head><body><article>{HEAD}<p>{date}</p>"
    return f"{html}{TEXT * 3}</article></body></html>"


def example(html: str, **wanted: object) -> Example:
    return msgspec.convert({"id": "one", "html": html, **wanted}, Example)


def figures_of(html: str, **wanted: object) -> Figures:
    return score([example(html, **wanted)], describe, "set")


def test_right_title_day_and_authors_score_full() -> None:
    values = figures_of(page(), **WANTED, authors=("ana lopes",)).values
    assert values == {"set_title": 1.0, "set_date": 1.0, "set_authors": 1.0}


def test_another_author_beside_the_right_one_is_wrong() -> None:
    figures = figures_of(page(), authors=("Ana Lopes", "Rui Tavares"))
    assert figures.values == {"set_authors": 0.0}
    assert figures.misses[0].expected == "ana lopes; rui tavares"
    assert figures.misses[0].found == "ana lopes"


def test_what_nobody_knows_is_not_asked() -> None:
    assert figures_of(page(), authors=(), date=None).values == {}
    assert figures_of(page(), date="2031-05").values == {}


def test_page_that_says_only_when_it_was_changed_is_cited_by_that_day() -> None:
    figures = figures_of(page(date="Updated 4 May 2031"), date="2031-05-04")
    assert figures.values == {"set_date": 1.0}


def test_page_without_words_has_nothing_right() -> None:
    assert describe(example("<html></html>")) == Described()


@pytest.mark.parametrize("title", ["Rain, again!", "RAIN AGAIN", "Ra\xadin again"])
def test_titles_are_equal_but_for_case_and_marks(title: str) -> None:
    assert fold_title(title) == "rain again"


def test_authors_are_a_set() -> None:
    assert fold_names(("Bo Ek", "Ann  Other")) == fold_names(("ann other", "BO EK"))


def test_sets_are_measured_under_their_keys_and_beside_the_peer(tmp_path: Path) -> None:
    line = {"id": "one", "html": page(), **WANTED, "authors": ["Ana Lopes"]}
    with gzip.open(tmp_path / "wcxb_articles.jsonl.gz", "wb") as file:
        file.write(msgspec.json.encode(line) + b"\n")
    figures = measure(Inputs(tmp_path, tmp_path, with_peer=True))
    assert figures.values["wcxb_title"] == 1.0
    assert "wcxb_title_trafilatura" in figures.values
    assert "fundus_tests_title" not in figures.values
    assert any("fundus_parser_tests" in note for note in figures.notes)
