"""The log of decisions is part of what the custody log proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record import Head, check_since, verify
from tests.record.deciding import decide, named, save, undo
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from onrecord.record import Record


@pytest.fixture
def decided(record: Record) -> Record:
    """Two names, joined by Ada; Bo took it back."""
    pages = [named(1), named(2)]
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    save(record)
    done = decide(record, "same", *(page.mentions[0].id for page in pages))
    undo(record, done.decision.id)
    return record


def test_decisions_are_entries_of_the_custody_log(decided: Record) -> None:
    *_, first, second = decided.custody()
    log = decided.decisions()
    assert [first.event, second.event] == ["decided", "undone"]
    assert [first.where, second.where] == [item.id for item in log]
    assert [first.seq, second.seq] == [item.number for item in log]
    assert verify(decided) == []
    assert check_since(decided, Head(first.seq, first.hash)).problem is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE decisions SET reason = 'none' WHERE verb = 'same'", "was changed"),
        ("UPDATE decisions SET \"by\" = 'Eve' WHERE verb = 'undo'", "was changed"),
        ("UPDATE decisions SET verb = 'not-same' WHERE verb = 'same'", "was changed"),
        ("UPDATE decisions SET at = '2030-01-01 00:00:00.000000'", "was changed"),
        ("UPDATE decisions SET \"left\" = '[]' WHERE verb = 'same'", "was changed"),
        ("UPDATE decisions SET \"left\" = 'x' WHERE verb = 'same'", "damaged"),
        ("DELETE FROM decisions WHERE verb = 'undo'", "is gone, and nothing is ever"),
        ("UPDATE decisions SET id = 'f' WHERE verb = 'undo'", "does not know it"),
        ("UPDATE anchors SET text = 'Eve' WHERE place = 0", "it is about was changed"),
        ("UPDATE anchors SET member = 'e' WHERE place = 1", "it is about was changed"),
        ("DELETE FROM anchors WHERE place = 1", "a name that it is about is gone"),
        (
            "INSERT INTO anchors SELECT decision, 7, member, capture_id, page_id,"
            " sha256, span, text, salt FROM anchors WHERE place = 0",
            "a name was slipped under it",
        ),
    ],
)
def test_a_changed_decision_is_found(decided: Record, change: str, told: str) -> None:
    with decided.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.exec_driver_sql(change)
    found = verify(decided)
    assert any(told in problem.what for problem in found), found
    assert all(problem.where.startswith("decision ") for problem in found)


def test_what_is_left_of_a_forgotten_name_tells_nobody_which_it_was(
    decided: Record,
) -> None:
    (page, *_) = decided.pages()
    decided.forget([page.id], by="Ada", reason="asked for", at=NOW)
    with decided.reading() as connection:
        rows = connection.exec_driver_sql("SELECT capture_id FROM anchors").all()
    assert page.capture_id not in {row.capture_id for row in rows}
    assert len(rows) == 1
    assert verify(decided) == []
