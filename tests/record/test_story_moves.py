"""What resolving takes out of a story is told, with when and why it was in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.record import open_record
from onrecord.record.views import list_moves
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from pathlib import Path

LATER = NOW + timedelta(days=1)
WHY = "the same names and words at the same time"


def test_an_article_that_was_taken_out_of_a_story_is_told(tmp_path: Path) -> None:
    pages = [findings_of(News(where=f"p{at}", body=(f"Note {at}.",))) for at in "abc"]
    one, other, third = sorted(page.articles[0].id for page in pages)
    early = [
        make_link("article", one, other, "same", "yes", 0.4, WHY),
        make_link("article", other, third, "same", "yes", 0.5, WHY),
    ]
    late = [make_link("article", one, third, "same", "yes", 0.6, WHY)]
    with open_record(tmp_path / "moves.db") as record:
        for page in pages:
            record.add(page, RUN, added_at=NOW)
        record.save_resolution(early, [], RUN, NOW, seen=record.head())
        assert list_moves(record) == ()
        record.save_resolution(late, [], RUN, LATER, seen=record.head())
        moves = list_moves(record)
    assert {(move.left.id, move.right.id) for move in moves} == {
        (one, other),
        (other, third),
    }
    assert {(move.joined_at, move.parted_at) for move in moves} == {(NOW, LATER)}
    assert {move.reason for move in moves} == {WHY}


def test_a_link_that_made_way_for_another_moved_nothing(tmp_path: Path) -> None:
    pages = [findings_of(News(where=f"p{at}", body=(f"Note {at}.",))) for at in "abc"]
    one, other, third = sorted(page.articles[0].id for page in pages)
    with open_record(tmp_path / "moves.db") as record:
        for page in pages:
            record.add(page, RUN, added_at=NOW)
        whole = [make_link("article", one, third, "same", "yes", 0.4, WHY)]
        record.save_resolution(whole, [], RUN, NOW, seen=record.head())
        chained = [
            make_link("article", one, other, "same", "yes", 0.4, WHY),
            make_link("article", other, third, "same", "yes", 0.5, WHY),
        ]
        record.save_resolution(chained, [], RUN, LATER, seen=record.head())
        assert list_moves(record) == ()
