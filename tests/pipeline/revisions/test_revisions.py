"""What changed between captures of one address is told by its findings."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from onrecord.pipeline import Tools, load_tools, revisions_of
from onrecord.record.views import Cut, list_incidents
from onrecord.record.views import IncidentQuery as Asked
from tests.pipeline.revisions.pages import FIRST, TEXT, URL, Made, record_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.pipeline.revisions import Revisions

NOTE = "Correction: An earlier version of this article said 16 people were killed."


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The default models, loaded once."""
    return load_tools()


def told(found: Revisions) -> list[tuple[str, str, str | None, str | None]]:
    """Every change in short, in the order given."""
    return [
        (
            change.kind,
            change.how,
            change.before.text if change.before else None,
            change.after.text if change.after else None,
        )
        for comparison in found.comparisons
        for change in comparison.changes
    ]


def changes(tmp_path: Path, tools: Tools, *made: Made) -> Revisions:
    """The revisions that these captures give."""
    with record_of(made, tmp_path, tools) as record:
        return revisions_of(record, URL)


def test_another_frame_around_the_same_article_is_no_revision(
    tmp_path: Path, tools: Tools
) -> None:
    found = changes(tmp_path, tools, Made(), Made(frame="Choir wins cup", hours=3))
    assert [len(revision.captures) for revision in found.revisions] == [2]
    assert found.comparisons == ()


def test_marks_and_order_of_paragraphs_change_nothing_that_is_found(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    turned = first.but(p1=TEXT[2], p2=TEXT[1].replace("“", '"').replace("”", '"'))
    found = changes(tmp_path, tools, first, Made(turned, hours=3))
    assert len(found.comparisons) == 1
    assert told(found) == []


def test_figures_words_speakers_and_names_are_told_apart(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    later = first.but(
        p0=TEXT[0].replace("Sixteen", "At least 19"),
        p1="“We heard it across the whole bay,” said Hedda Nor, the mayor of Ostmere.",
        p2="Ida Brask, a lawyer, said the pier would be closed for a year.",
    )
    found = changes(tmp_path, tools, first, Made(later, hours=3))
    ours, theirs = "Sixteen people were killed", "At least 19 people were killed"
    rest = " when a bomb went off at the pier of Ostmere on Friday"
    assert told(found) == [
        ("figure", "changed", "Sixteen people", "At least 19 people"),
        ("statement", "changed", ours + rest, theirs + rest),
        ("statement", "changed", TEXT[1][1:28], "We heard it across the whole bay,"),
        ("name", "gone", "Oren Tull", None),
        ("attribution", "changed", "Oren Tull", "Ida Brask"),
        ("name", "added", None, "Ida Brask"),
    ]


def test_changed_words_are_marked_on_both_sides(tmp_path: Path, tools: Tools) -> None:
    first = Made()
    later = first.but(
        p1="“We heard it across the whole bay,” said Hedda Nor, the mayor of Ostmere."
    )
    found = changes(tmp_path, tools, first, Made(later, hours=3))
    (change,) = found.comparisons[0].changes
    assert change.before is not None
    assert change.after is not None
    assert [piece.text for piece in change.after.pieces if piece.is_changed] == [
        "whole"
    ]
    for side in (change.before, change.after):
        assert "".join(piece.text for piece in side.pieces) == side.text
        assert side.words is not None
        assert side.words.text == side.text


def test_what_is_gone_and_new_stands_in_reading_order(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    later = (*TEXT[:1], *TEXT[2:], "“The lamps are out,” said Ida Brask, a lawyer.")
    found = changes(tmp_path, tools, first, Made(later, title="Pier closed", hours=3))
    short = [(kind, how) for kind, how, _, _ in told(found)]
    assert short[0] == ("headline", "changed")
    assert set(short[1:]) == {
        ("statement", "gone"), ("name", "gone"), ("statement", "added"),
        ("name", "added"),
    }  # fmt: skip


def test_a_statement_that_is_still_told_by_other_means_is_not_gone(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    later = first.but(p1="We heard it across the bay. Hedda Nor is mayor there.")
    found = changes(tmp_path, tools, first, Made(later, hours=3))
    assert not [item for item in told(found) if item[0] == "statement"]


def test_a_note_that_comes_is_a_change_and_stands_at_what_it_is_about(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made(byline="Ada Quill")
    later = (*first.but(p0=TEXT[0].replace("Sixteen", "Nineteen")), f"{NOTE} It is 19.")
    found = changes(tmp_path, tools, first, Made(later, byline="Jon Wick", hours=3))
    by_kind = {change.kind: change for change in found.comparisons[0].changes}
    assert by_kind["note"].how == "added"
    assert by_kind["byline"].how == "changed"
    assert [note.words.text for note in by_kind["figure"].notes] == [
        f"{NOTE} It is 19."
    ]
    assert not [item for item in told(found) if item[:2] == ("figure", "added")]


def test_the_figure_that_a_later_note_calls_wrong_bears_the_note_from_then_on(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    later = (*first.but(p0=TEXT[0].replace("Sixteen", "Nineteen")), f"{NOTE} It is 19.")
    made = (first, Made(later, hours=3))
    with record_of(made, tmp_path, tools) as record:
        now = list_incidents(record, Asked(), limit=5)
        past = list_incidents(
            record, Asked(), limit=5, cut=Cut(as_of=FIRST + timedelta(hours=1))
        )
    marked = {f.low: len(f.corrections) for r in now[0].reports for f in r.figures}
    assert marked == {16: 1, 19: 1}
    assert [f.corrections for r in past[0].reports for f in r.figures] == [()]


def test_any_order_of_arrival_gives_the_same_revisions(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    made = (
        first,
        Made(first.but(p0=TEXT[0].replace("Sixteen", "Nineteen")), hours=3),
        Made((*TEXT[:2], TEXT[3]), hours=6),
        Made(title="Pier closed", hours=None),
    )
    outcomes = []
    for number, order in enumerate(list(permutations(made))[::9]):
        folder = tmp_path / str(number)
        folder.mkdir()
        with record_of(order, folder, tools) as record:
            outcomes.append(revisions_of(record, URL))
    assert [told(found) for found in outcomes] == [told(outcomes[0])] * len(outcomes)
    pages = [[r.page_id for r in found.revisions] for found in outcomes]
    assert pages == [pages[0]] * len(pages)
    assert not outcomes[0].comparisons[-1].is_order_known


def test_private_people_are_not_among_the_names(tmp_path: Path, tools: Tools) -> None:
    first = Made()
    later = (*TEXT, "A pupil, Timo Wex, was among the dead, his mother said.")
    found = changes(tmp_path, tools, first, Made(later, hours=3))
    assert "Timo Wex" not in [item[3] for item in told(found) if item[0] == "name"]


def test_a_private_speaker_is_not_named_beside_the_words(
    tmp_path: Path, tools: Tools
) -> None:
    first = Made()
    later = (*TEXT, "“I lost my boy there,” said Mara Wex, the mother of a victim.")
    found = changes(tmp_path, tools, first, Made(later, hours=3))
    (added,) = [c for c in found.comparisons[0].changes if c.kind == "statement"]
    assert added.about == "a private person"
