"""A record made by an earlier onrecord opens, whole, with nothing lost."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from onrecord.codec import to_json
from onrecord.model import capture_id, page_id
from onrecord.record import Asked, Record, open_record, verify
from onrecord.record.custody import FIRST
from onrecord.record.migrations.versions.step_0007 import LISTS
from onrecord.record.views import captures_of
from tests.record.made import NOW, RUN, News, Said, Told, findings_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.model import Findings

WHERE = "HTTPS://Courier.example/ferry?utm_source=mail"
TEXT = "The ferry to Port Anselm runs again."
STORED = "2031-05-04 12:30:15.123456"


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Record]:
    """A record of the first schema with one page, opened by this onrecord."""
    path = tmp_path / "older.db"
    _make_schema(path, "0001")
    with closing(sqlite3.connect(path)) as file:
        _fill(file)
        file.commit()
    with open_record(path) as record:
        yield record


def _make_schema(path: Path, step: str) -> None:
    config = Config()
    config.set_main_option("script_location", "onrecord.record:migrations")
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, step)
    engine.dispose()


def _fill(file: sqlite3.Connection) -> None:
    data = TEXT.encode()
    capture, digest = capture_id(WHERE, data), hashlib.sha256(data).hexdigest()
    file.execute(
        "INSERT INTO captures VALUES (?, ?, ?, ?, 'file', ?, NULL, 'text/plain',"
        " 'utf-8', ?)",
        [capture, WHERE, digest, len(data), STORED, zlib.compress(data)],
    )
    time = "2031-05-04T12:30:15.123456+00:00"
    told = [1, time, "added", capture, digest, WHERE, time, FIRST]
    sealed = hashlib.sha256(to_json(told).encode()).hexdigest()
    file.execute(
        "INSERT INTO custody VALUES (1, ?, 'added', ?, ?, ?, ?, ?, ?)",
        [STORED, capture, digest, WHERE, STORED, FIRST, sealed],
    )
    file.execute("INSERT INTO runs VALUES ('run-0', '[]')")
    file.execute(
        "INSERT INTO pages VALUES (?, ?, 'en', 'text 1', 'run-0', ?, 1, ?, ?, ?)",
        [
            page_id(capture, TEXT),
            capture,
            STORED,
            zlib.compress(data),
            zlib.compress(b"[]"),
            zlib.compress(b"[]"),
        ],
    )


def test_a_record_of_the_first_schema_is_whole_after_migrating(older: Record) -> None:
    assert verify(older) == []
    assert [capture.where for capture in older.captures()] == [WHERE]
    assert [capture.fetched for capture in older.captures()] == [None]
    assert [entry.detail for entry in older.custody()] == [None]


def test_captures_of_the_first_schema_are_found_by_their_address(
    older: Record,
) -> None:
    (row,) = captures_of(older, "https://courier.example/ferry#top")
    assert (row.where, row.revision, row.added_at) == (WHERE, 1, NOW)


def test_a_migrated_record_goes_on(older: Record) -> None:
    older.add(findings_of(News(where=WHERE)), RUN, added_at=NOW)
    assert [row.revision for row in captures_of(older, WHERE)] == [1, 2]
    (page, *_) = captures_of(older, WHERE)
    older.forget([page.page_id], by="Ada", reason="asked for", at=NOW)
    assert [entry.event for entry in older.custody()] == ["added", "added", "forgotten"]
    assert verify(older) == []


def test_a_changed_entry_of_the_first_schema_is_still_found(older: Record) -> None:
    with older.writing() as connection:
        connection.exec_driver_sql("UPDATE custody SET detail = 'a word'")
    assert [problem.where for problem in verify(older)] == ["custody entry 1"]


def test_answers_slipped_under_an_older_capture_are_found(older: Record) -> None:
    with older.writing() as connection:
        connection.exec_driver_sql("UPDATE captures SET fetched = '[]'")
    (problem,) = verify(older)
    assert problem.what == "what was told with its bytes was changed"


def test_statements_of_the_second_schema_were_found_by_our_own_rules(
    tmp_path: Path,
) -> None:
    path = tmp_path / "second.db"
    found = findings_of(News(where=WHERE, body=(Said("Ana Petrell", "it is safe"),)))
    _make_second(path, found)
    with open_record(path) as record:
        assert tuple(record.statements()) == found.statements
        (statement,) = record.statements()
        assert statement.found_by is None
        assert verify(record) == []


def test_a_record_of_the_second_schema_takes_what_a_model_proposed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "second.db"
    _make_second(path, findings_of(News(where="old.html")))
    ours = findings_of(News(where=WHERE, body=(Said("Ana Petrell", "it is safe"),)))
    theirs = replace(ours.statements[0], found_by="harbour-8b")
    with open_record(path) as record:
        record.add(replace(ours, statements=(theirs,)), RUN, added_at=NOW)
        assert [said.found_by for said in record.statements()] == ["harbour-8b"]


def test_a_record_of_the_third_schema_takes_decisions(tmp_path: Path) -> None:
    path = tmp_path / "third.db"
    found = findings_of(
        News(where=WHERE, body=(Said("Ana Petrell", "a"), Said("A. Petrell", "b")))
    )
    _make_third(path, found)
    left, right = (item.id for item in found.mentions)
    with open_record(path) as record:
        asked = Asked("same", left, right, "Ada", "one office", NOW)
        record.decide(asked, RUN)
        assert set(record.groups("mention").values()) == {min(left, right)}
        assert verify(record) == []


def test_names_of_the_fourth_schema_were_taken_for_no_place(tmp_path: Path) -> None:
    path = tmp_path / "fourth.db"
    found = findings_of(News(where=WHERE, body=(Said("Ana Petrell", "it is safe"),)))
    _make_fourth(path, found)
    with open_record(path) as record:
        assert tuple(record.mentions()) == found.mentions
        assert verify(record) == []


def test_figures_of_the_fourth_schema_add_to_none(tmp_path: Path) -> None:
    path = tmp_path / "fourth.db"
    _make_fourth(path, findings_of(News(where=WHERE)))
    with open_record(path) as record:
        assert all(figure.adds_to is None for figure in record.figures())
        assert verify(record) == []


def test_reports_of_the_sixth_schema_say_nothing_of_weapons_and_doubts(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sixth.db"
    found = findings_of(News(where=WHERE, body=(Told("Vorrin", 3),)))
    _make_sixth(path, found)
    with open_record(path) as record:
        assert tuple(record.reports()) == found.reports
        (report,) = record.reports()
        assert (report.weapons, report.targets, report.victims) == ((), (), ())
        assert (report.date_spans, report.is_date_counted) == ((), False)
        assert report.doubts == ()
        assert verify(record) == []


def test_a_record_of_the_seventh_schema_has_no_pair_judged(tmp_path: Path) -> None:
    path = tmp_path / "seventh.db"
    _make_seventh(path, findings_of(News(where=WHERE)))
    with open_record(path) as record:
        assert record.judged(["any"]) == {}
        assert verify(record) == []


def _make_seventh(path: Path, findings: Findings) -> None:
    """A record with these findings as the seventh schema held them."""
    with open_record(path) as record:
        record.add(findings, RUN, added_at=NOW)
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TABLE judged_pairs")
        file.execute("UPDATE alembic_version SET version_num = '0007'")
        file.commit()


def _make_sixth(path: Path, findings: Findings) -> None:
    """A record with these findings as the sixth schema held them."""
    _make_seventh(path, findings)
    with closing(sqlite3.connect(path)) as file:
        for name in (*LISTS, "is_date_counted"):
            file.execute(f"ALTER TABLE reports DROP COLUMN {name}")
        file.execute("UPDATE alembic_version SET version_num = '0006'")
        file.commit()


def _make_fourth(path: Path, findings: Findings) -> None:
    """A record with these findings as the fourth schema held them."""
    _make_sixth(path, findings)
    with closing(sqlite3.connect(path)) as file:
        file.execute("ALTER TABLE mentions DROP COLUMN place")
        file.execute("ALTER TABLE figures DROP COLUMN adds_to")
        file.execute("UPDATE alembic_version SET version_num = '0004'")
        file.commit()


def _make_third(path: Path, findings: Findings) -> None:
    """A record with these findings as the third schema held them."""
    _make_fourth(path, findings)
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TABLE anchors")
        file.execute("DROP TABLE decisions")
        file.execute("ALTER TABLE links DROP COLUMN decision")
        file.execute("UPDATE alembic_version SET version_num = '0003'")
        file.commit()


def _make_second(path: Path, findings: Findings) -> None:
    """A record with these findings as the second schema held them."""
    _make_third(path, findings)
    with closing(sqlite3.connect(path)) as file:
        for name in ("found_by", "addressee", "occasion"):
            file.execute(f"ALTER TABLE statements DROP COLUMN {name}")
        file.execute("UPDATE alembic_version SET version_num = '0002'")
        file.commit()


def test_migrating_anew_changes_nothing(older: Record) -> None:
    before = list(older.custody()), list(older.pages())
    with open_record(older.path) as again:
        assert (list(again.custody()), list(again.pages())) == before
