"""Opening: new, existing, foreign, damaged, newer and locked files."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from onrecord import __version__
from onrecord.errors import RecordError
from onrecord.record import Record, migrate, open_record, schema, verify
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def test_only_the_owner_may_read_a_new_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_record(path) as record:
        record.add(findings_of(News()), RUN, added_at=NOW)
        for file in tmp_path.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert path.exists()


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with open_record(path, create=False) as record:
        assert record.head() is None


def test_a_missing_record_is_not_made_without_asking(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        open_record(tmp_path / "none.db", create=False)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_missing_is_an_error_of_the_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be made"):
        open_record(tmp_path / "nowhere" / "record.db")


@pytest.mark.parametrize("content", [b"plain words, no database" * 90, b"x"])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"letter\.txt: no record"):
        open_record(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
        other.commit()
    with pytest.raises(RecordError, match="no record"):
        open_record(path)


def test_a_damaged_record_is_refused_or_named(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_record(path) as record:
        record.add(findings_of(News()), RUN, added_at=NOW)
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(RecordError, match="damaged"):
        open_record(path).head()


def test_a_newer_record_is_refused_with_the_version_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_record(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9042'")
        newer.execute("UPDATE about SET value = '42.0.1' WHERE name = 'onrecord'")
        newer.commit()
    with pytest.raises(RecordError, match=r"schema 9042.* needs onrecord 42\.0\.1"):
        open_record(path)


def test_a_record_locked_by_another_is_an_error_that_says_so(record: Record) -> None:
    with closing(sqlite3.connect(record.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            open_record(record.path, wait_seconds=0.05) as second,
            pytest.raises(RecordError, match="locked by another"),
        ):
            second.add(findings_of(News()), RUN, added_at=NOW)
        assert record.head() is None  # readers go on


def test_the_newest_migration_is_the_one_the_code_expects(record: Record) -> None:
    config = Config()
    config.set_main_option("script_location", "onrecord.record:migrations")
    config.set_main_option("path_separator", "os")
    head = ScriptDirectory.from_config(config).get_current_head()
    assert head == schema.CURRENT
    with record.reading() as connection:
        told = connection.exec_driver_sql("SELECT name, value FROM about").all()
    assert [tuple(row) for row in told] == [("onrecord", __version__)]


def test_the_migrations_make_the_tables_the_code_uses(record: Record) -> None:
    def is_ours(table: object, name: str | None, *_: object) -> bool:
        return not (name or "").startswith("search_words")

    with record.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_type": False}
        )
        assert compare_metadata(context, schema.metadata) == []


def test_tables_half_made_are_not_there_and_made_whole_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = migrate.migrate

    def stopped(connection: Connection) -> None:
        whole(connection)
        raise KeyboardInterrupt

    path = tmp_path / "record.db"
    monkeypatch.setattr(migrate, "migrate", stopped)
    with pytest.raises(KeyboardInterrupt):
        open_record(path)
    with closing(sqlite3.connect(path)) as left:
        assert left.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    monkeypatch.undo()
    with open_record(path) as record:
        assert verify(record) == []


def test_opening_a_current_record_does_not_load_alembic(record: Record) -> None:
    code = (
        "import sys; from onrecord.record import open_record;"
        f"open_record({str(record.path)!r}).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 - our own code
    assert done.returncode == 0
