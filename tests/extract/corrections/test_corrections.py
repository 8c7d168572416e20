"""Notes on whole pages: what they are about, and what they must not become."""

from __future__ import annotations

import html

import pytest

from onrecord.model import Findings, Source
from onrecord.pipeline import Tools, load_tools, process

TEXT = (
    "Sixteen people were killed when a bomb went off at the pier of Ostmere on Friday, "
    "the police said.",
    "“We heard it across the bay,” said Hedda Nor, a pilot.",
    "Oren Tull, who leads the harbour board, said the pier would be closed for a year.",
    "The pier has stood for a hundred years, and the people of the town walk out on it "
    "on every fine evening of the summer.",
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The default models, loaded once."""
    return load_tools()


def read(tools: Tools, *notes: str) -> Findings:
    """A page with these notes below its text, read and searched."""
    told = "".join(f"<p>{html.escape(words)}</p>" for words in (*TEXT, *notes))
    title = "Bomb kills 16 at pier of Ostmere"
    page = (
        f"<html lang=en><head><title>{title}</title></head><body><article>"
        f"<h1>{title}</h1>{told}</article></body></html>"
    )
    (found,) = process([Source("pier.html", page.encode(), "file")], tools)
    assert isinstance(found, Findings)
    return found


def targets_of(found: Findings) -> list[str]:
    """The words of what the page's notes are about."""
    text = found.reading.page.text
    words: dict[str, str] = {item.id: item.span.of(text) for item in found.figures}
    words |= {item.id: item.content[0].of(text) for item in found.statements}
    return [words[target] for note in found.corrections for target in note.targets]


def test_a_corrected_number_is_linked_to_its_figure_and_statement(tools: Tools) -> None:
    note = "Correction: An earlier version of this article said 61 people were killed."
    found = read(tools, note + " It is 16.")
    assert "Sixteen people" in targets_of(found)
    assert any(words.startswith("Sixteen people were") for words in targets_of(found))


def test_the_number_that_was_wrong_is_no_figure_and_disputes_none(tools: Tools) -> None:
    note = "An earlier version of this article said 61 people were killed. It is 16."
    plain, noted = read(tools), read(tools, note)
    assert noted.corrections
    values = [(f.effect, f.low, f.high) for f in noted.figures]
    assert values == [(f.effect, f.low, f.high) for f in plain.figures]
    assert noted.disputes == plain.disputes == ()
    assert len(noted.statements) == len(plain.statements)
    assert len(noted.reports) == len(plain.reports)


def test_a_note_on_a_name_is_linked_to_what_its_bearer_says(tools: Tools) -> None:
    note = "An earlier version of this article misspelled Hedda Nor's name."
    assert targets_of(read(tools, note)) == ["We heard it across the bay,"]


def test_a_note_with_nothing_in_common_has_no_target(tools: Tools) -> None:
    note = "Correction: The tram to the museum stops at eleven, not at ten."
    found = read(tools, note)
    assert found.corrections
    assert targets_of(found) == []


def test_a_note_on_a_headline_has_no_target(tools: Tools) -> None:
    note = "An earlier headline on this article said that 61 people were killed."
    assert targets_of(read(tools, note)) == []


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of the law said that piers belong to the towns.",
        "The police corrected its first count, which had been lower, in the evening.",
        "The board said in an update that the lamps would be lit again.",
    ],
)
def test_news_about_corrections_is_no_note(tools: Tools, words: str) -> None:
    assert read(tools, words).corrections == ()
