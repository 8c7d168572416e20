"""The custody log: what it seals, and what becomes of whoever changes it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import Answer, Fetched
from onrecord.record import (
    Head,
    Record,
    check_since,
    head_given,
    open_record,
    verify,
)
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Findings

SEALED = (
    "seq", "at", "event", "capture_id", "sha256", "where", "captured_at", "detail",
    "previous", "hash",
)  # fmt: skip
ANSWERS = Fetched(
    (
        Answer("http://courier.example/f", 301, (("location", "/ferry"),)),
        Answer("http://courier.example/ferry", 200, (("etag", '"7"'),)),
    )
)


def _fetched(number: int) -> Findings:
    found = findings_of(News(where=f"http://courier.example/{number}", captured_at=NOW))
    capture = replace(found.reading.capture, how="fetched", fetched=ANSWERS)
    return replace(found, reading=replace(found.reading, capture=capture))


@pytest.fixture
def full(record: Record) -> Record:
    """Three fetched pages, the second of them seen twice, and a file."""
    for number in (1, 2, 2, 3):
        record.add(_fetched(number), RUN, added_at=NOW + timedelta(minutes=number))
    record.add(findings_of(News()), RUN, added_at=NOW)
    return record


def _change(record: Record, *statements: str) -> None:
    with record.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for statement in statements:
            connection.exec_driver_sql(statement)


def _head(record: Record) -> Head:
    entry = record.head()
    assert entry is not None
    return Head(entry.seq, entry.hash)


def test_answers_of_servers_come_back_as_they_were_given(full: Record) -> None:
    kept = [item.fetched for item in full.captures()]
    assert sorted(kept, key=str) == [*[ANSWERS] * 3, None]
    assert verify(full) == []


@pytest.mark.parametrize(
    "change",
    [
        "fetched = replace(fetched, '7', '8')",
        "fetched = replace(fetched, '301', '302')",
        "fetched = fetched || ' '",
        "fetched = NULL",
        "how = 'archive'",
        "outlet = 'The Harbour Post'",
        "encoding = 'latin-1'",
        "captured_at = '2031-05-04 12:30:15.000000'",
        "captured_at = NULL",
        "size = size + 1",
    ],
)
def test_a_change_of_what_was_told_with_the_bytes_is_found(
    full: Record, change: str
) -> None:
    place = "WHERE \"where\" LIKE '%/2'"
    _change(full, f"UPDATE captures SET {change} {place}")  # noqa: S608 - our own words
    (problem,) = verify(full)
    assert "http://courier.example/2" in problem.where


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_single_changed_byte_in_any_entry_is_found_there(
    data: st.DataObject, full: Record, tmp_path: Path
) -> None:
    seq = data.draw(st.integers(1, 5))
    copy = tmp_path / "copy.db"
    _copy(full, copy)
    with closing(sqlite3.connect(copy)) as file:
        query = "SELECT {} FROM custody WHERE seq = ?"
        cells = ", ".join(f'CAST("{name}" AS BLOB)' for name in SEALED[1:])
        (row,) = file.execute(query.format(cells), [seq])
        held = [name for name, cell in zip(SEALED[1:], row, strict=True) if cell]
        name = data.draw(st.sampled_from(held))
        cell = bytearray(row[SEALED[1:].index(name)])
        place = data.draw(st.integers(0, len(cell) - 1))
        cell[place] ^= data.draw(st.integers(1, 255))
        place_in_row = f'UPDATE custody SET "{name}" = CAST(? AS TEXT)'  # noqa: S608 - our own words
        change = f"{place_in_row} WHERE seq = ?"
        file.execute(change, [bytes(cell), seq])
        file.commit()
    with open_record(copy) as changed:
        told = [item.where for item in verify(changed)]
    assert f"custody entry {seq}" in told


def _copy(record: Record, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(record.path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(record.path, copy)


@pytest.mark.parametrize("name", ["captured_at", "detail"])
def test_an_emptied_field_of_an_entry_is_found(full: Record, name: str) -> None:
    _change(full, f"UPDATE custody SET {name} = NULL WHERE seq = 2")  # noqa: S608 - our own words
    assert [item.where for item in verify(full)] == ["custody entry 2"]


def test_another_number_of_an_entry_is_found(full: Record) -> None:
    _change(full, "UPDATE custody SET seq = 9 WHERE seq = 2")
    assert [item.where for item in verify(full)] == ["custody entry 3"]


def test_a_capture_that_is_gone_without_a_forgetting_is_told(full: Record) -> None:
    full.forget(_pages_from(full, "pages/ferry.html"), by="A", reason="r", at=NOW)
    _change(full, "DELETE FROM custody WHERE event = 'forgotten'")
    (problem,) = verify(full)
    assert "pages/ferry.html" in problem.where
    assert problem.what == "is gone, and the log tells of no forgetting"


def test_a_head_that_is_still_held_vouches_for_all_before_it(full: Record) -> None:
    head = _head(full)
    full.add(_fetched(9), RUN, added_at=NOW)
    found = check_since(full, head_given(str(head)))
    assert found.problem is None
    assert found.entry is not None
    assert (found.entry.seq, found.entry.hash) == (head.seq, head.hash)
    assert check_since(full, Head(None, head.hash)) == found


def test_a_log_whose_end_was_cut_is_shown_by_a_published_head(full: Record) -> None:
    head = _head(full)
    full.forget(_pages_from(full, "pages/ferry.html"), by="A", reason="r", at=NOW)
    _change(full, "DELETE FROM custody WHERE seq > 4")
    assert verify(full) == []  # what was cut left no trace in the file
    problem = check_since(full, head).problem
    assert problem is not None
    assert problem.what.startswith("the log ends at entry 4: it was cut")
    problem = check_since(full, Head(None, head.hash)).problem
    assert problem is not None
    assert problem.what.startswith("no entry has this hash: the log was cut")


def _pages_from(record: Record, where: str) -> list[str]:
    return [item.id for item in record.captures() if item.where == where]


def test_a_log_written_anew_is_shown_by_a_published_head_alone(
    full: Record, tmp_path: Path
) -> None:
    head = _head(full)
    with open_record(tmp_path / "forged.db") as forged:
        for number in (1, 2, 2, 3):
            forged.add(_fetched(number), RUN, added_at=NOW)
        forged.add(findings_of(News()), RUN, added_at=NOW)
        assert verify(forged) == []
        problem = check_since(forged, head).problem
    assert problem is not None
    assert "the log was cut or rewritten" in problem.what


def test_a_hash_at_another_number_is_not_the_published_head(full: Record) -> None:
    head = _head(full)
    problem = check_since(full, Head(3, head.hash)).problem
    assert problem is not None
    assert problem.what.startswith("that hash is of entry 5")


def test_a_broken_link_before_a_head_is_what_since_tells(full: Record) -> None:
    head = _head(full)
    _change(full, "UPDATE custody SET event = 'sighting' WHERE seq = 1")
    problem = check_since(full, head).problem
    assert problem is not None
    assert problem.what == "not reached: before it, custody entry 1 is broken"


def test_a_capture_forgotten_after_a_head_is_told_and_no_problem(full: Record) -> None:
    head = _head(full)
    full.add(_fetched(9), RUN, added_at=NOW)
    for where in ("http://courier.example/1", "http://courier.example/9"):
        full.forget(_pages_from(full, where), by="Ada", reason="asked", at=NOW)
    found = check_since(full, head)
    assert found.problem is None
    assert [item.where for item in found.forgotten] == ["http://courier.example/1"]


@pytest.mark.parametrize("told", ["", "12", "12:", "0:" + "a" * 64, "x" * 64, "1:aa"])
def test_what_is_no_head_is_refused(told: str) -> None:
    with pytest.raises(InputError, match="is no head"):
        head_given(told)


@given(st.none() | st.integers(1, 10**17), st.binary(min_size=32, max_size=32))
def test_a_head_reads_as_it_was_printed(seq: int | None, digest: bytes) -> None:
    head = Head(seq, digest.hex())
    assert head_given(f" {str(head).upper()}\n") == head
    assert head_given(f"onrecord head {head} 2031-05-04T12:30:15Z") == head


def test_times_in_other_zones_are_sealed_as_one(record: Record) -> None:
    there = datetime.fromisoformat("2031-05-04T14:30:15+02:00")
    record.add(findings_of(replace(News(), captured_at=there)), RUN, added_at=there)
    (entry,) = record.custody()
    assert entry.at == entry.captured_at == there.astimezone(UTC)
    assert verify(record) == []
