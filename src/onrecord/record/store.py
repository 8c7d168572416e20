"""The open record: what is stored, and plain readers of it."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import StatementError

from onrecord.errors import InputError
from onrecord.model import (
    Article,
    Capture,
    Correction,
    Dispute,
    Figure,
    Link,
    Mention,
    Page,
    Report,
    Run,
    Statement,
    capture_id,
)
from onrecord.record import adding, resolution, schema, sqlite
from onrecord.record.custody import CustodyEntry, read_custody, read_head
from onrecord.record.rows import (
    STREAM,
    TABLES,
    query_of,
    read_values,
    rows_among,
    value_of,
)
from onrecord.record.views.links import read_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from onrecord.model import CaptureId, Findings, LinkKind, PageId
    from onrecord.record.views.types import LinkView

Stored = TypeVar("Stored")
Value = TypeVar(
    "Value",
    Article,
    Mention,
    Statement,
    Report,
    Figure,
    Correction,
    Dispute,
    Link,
)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A finding with who made it; `by` is machine or person."""

    value: Value
    run: str
    by: str


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page with the run that searched it and when it was added."""

    page: Page
    run: str
    added_at: datetime
    is_language_supported: bool


class Record:
    """One open record. Readers see a whole state; writers wait for each other.

    Use it in a `with` block, or `close` it. It may be shared by threads.
    """

    def __init__(self, path: Path, engine: Engine, wait_seconds: float) -> None:
        """Take the engine; `open_record` is the way to get a Record."""
        self.path = path
        self._engine = engine
        self._wait_seconds = wait_seconds

    def __enter__(self) -> Self:
        """The record itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it, whatever happened."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the record throughout."""
        return sqlite.reading(self._engine, str(self.path))

    @contextmanager
    def snapshot(self) -> Iterator[Record]:
        """The record as it stands now, whatever others add meanwhile; for reading."""
        with self.reading() as connection:
            yield Snapshot(self.path, self._engine, self._wait_seconds, connection)

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection that alone writes; all is stored at the end, or nothing."""
        return sqlite.writing(self._engine, str(self.path), self._wait_seconds)

    def add(self, findings: Findings, run: Run, *, added_at: datetime) -> adding.Added:
        """Store a page with all that was found in it, or nothing of it.

        What is on record already is not stored again: bytes that came before from
        the same place are a new sighting in the custody log. Raises InputError when
        the page holds what no database can (half a character, an endless number).
        """
        try:
            with self.writing() as connection:
                return adding.add_findings(connection, findings, run, added_at)
        except (UnicodeEncodeError, OverflowError, StatementError) as error:
            fault = error.orig if isinstance(error, StatementError) else error
            if not isinstance(fault, UnicodeEncodeError | OverflowError):
                raise
            where = findings.reading.capture.where
            raise InputError(f"cannot be stored ({fault})", where=where) from fault

    def add_sighting(self, capture: Capture, at: datetime) -> None:
        """Log that the bytes of a capture on record came again, without reading them.

        A capture time given now fills one that nobody gave before. Raises InputError
        when there is no such capture.
        """
        with self.writing() as connection:
            if adding.find_capture(connection, capture.id) is None:
                raise InputError("no such capture on record", where=capture.where)
            adding.log_sighting(connection, capture, at)

    def has(self, capture: CaptureId) -> bool:
        """Whether these bytes from this place are on record."""
        with self.reading() as connection:
            return adding.find_capture(connection, capture) is not None

    def known_capture(self, where: str, data: bytes) -> CaptureId | None:
        """The capture of these bytes from this place; None when it is not on record."""
        name = capture_id(where, data)
        return name if self.has(name) else None

    def head(self) -> CustodyEntry | None:
        """The newest entry of the custody log; publishing its hash seals all before."""
        with self.reading() as connection:
            return read_head(connection)

    def custody(self) -> Iterator[CustodyEntry]:
        """The custody log, oldest first."""
        with self.reading() as connection:
            yield from read_custody(connection)

    def save_resolution(
        self,
        links: Iterable[Link],
        disputes: Iterable[Dispute],
        run: Run,
        at: datetime,
        *,
        seen: CustodyEntry | None,
    ) -> bool:
        """Store what resolving everything anew gave, and derive the groups.

        New judgements are appended. Those of the machine that are missing now are
        revoked, never deleted; a person's stay. `seen` is the head of the custody log
        when everything was read: False, and nothing is stored, when others have added
        since, since the judgements know nothing of what they added.
        """
        with self.writing() as connection:
            if read_head(connection) != seen:
                return False
            adding.add_run(connection, run)
            resolution.save_links(connection, links, run, at)
            resolution.save_disputes(connection, disputes, run, at)
            resolution.derive_groups(connection, at)
        return True

    def is_resolved(self) -> bool:
        """Whether everything on record has been through `save_resolution`."""
        with self.reading() as connection:
            return not resolution.has_unresolved(connection)

    def groups(self, kind: LinkKind) -> dict[str, str]:
        """For every member of this kind the id of its group.

        Mentions give entities, reports incidents, statements claims, articles stories.
        """
        with self.reading() as connection:
            return resolution.read_groups(connection, kind)

    def redirects(self, kind: LinkKind) -> dict[str, str]:
        """For every former group id of this kind the group it went to."""
        with self.reading() as connection:
            return resolution.read_redirects(connection, kind)

    def rows(self, kind: type[Value]) -> Iterator[Found[Value]]:
        """Every finding of this type with its run, by id; only disputes that stand."""
        table = TABLES[kind]
        query = query_of(kind, table.c.run, table.c.by).order_by(table.c.id)
        if kind in {Dispute, Link}:
            query = query.where(table.c.revoked_at.is_(None))
        with self.reading() as connection:
            for row in connection.execute(query.execution_options(yield_per=STREAM)):
                yield Found(value_of(kind, row), row.run, row.by)

    def captures(self) -> Iterator[Capture]:
        """Every capture, by id, without its bytes."""
        return self._values(Capture)

    def pages(self) -> Iterator[Page]:
        """Every page, by id."""
        return self._values(Page)

    def stored_pages(self) -> Iterator[StoredPage]:
        """Every page with how it came on record, by id."""
        table = schema.pages
        more = table.c.run, table.c.added_at, table.c.is_language_supported
        query = query_of(Page, *more).order_by(table.c.id)
        with self.reading() as connection:
            for row in connection.execute(query.execution_options(yield_per=STREAM)):
                yield StoredPage(
                    value_of(Page, row),
                    row.run,
                    row.added_at,
                    is_language_supported=row.is_language_supported,
                )

    def articles(self) -> Iterator[Article]:
        """Every article and teaser, by id."""
        return self._values(Article)

    def mentions(self) -> Iterator[Mention]:
        """Every mention, by id."""
        return self._values(Mention)

    def statements(self) -> Iterator[Statement]:
        """Every statement, by id."""
        return self._values(Statement)

    def reports(self) -> Iterator[Report]:
        """Every report, by id."""
        return self._values(Report)

    def figures(self) -> Iterator[Figure]:
        """Every figure, by id."""
        return self._values(Figure)

    def corrections(self) -> Iterator[Correction]:
        """Every correction note, by id."""
        return self._values(Correction)

    def runs(self) -> Iterator[Run]:
        """Every run that made a finding, by id."""
        return self._values(Run)

    def _values(self, kind: type[Stored]) -> Iterator[Stored]:
        with self.reading() as connection:
            yield from read_values(connection, kind)

    def links(self) -> Iterator[LinkView]:
        """Every judgement ever made with its times, oldest first."""
        with self.reading() as connection:
            yield from read_links(connection)

    def disputes(self) -> Iterator[Dispute]:
        """Every dispute that stands, by id."""
        return (found.value for found in self.rows(Dispute))

    def texts(self, pages: Iterable[PageId]) -> dict[PageId, str]:
        """The text of each of these pages; unknown ids are left out."""
        query = select(schema.pages.c.id, schema.pages.c.text)
        with self.reading() as connection:
            found = rows_among(connection, query, schema.pages.c.id, pages)
            return {row.id: row.text for row in found}

    def data_of(self, capture: CaptureId) -> bytes:
        """The bytes of a capture; raises InputError when there is no such capture."""
        table = schema.captures
        query = select(table.c.data).where(table.c.id == capture)
        with self.reading() as connection:
            found = connection.execute(query).first()
        if found is None:
            raise InputError("no such capture on record", where=capture)
        return bytes(found.data)


class Snapshot(Record):
    """A record as it stood at one moment; only its readers are of use."""

    def __init__(
        self, path: Path, engine: Engine, wait_seconds: float, held: Connection
    ) -> None:
        """Take the connection whose view of the record all readers share."""
        super().__init__(path, engine, wait_seconds)
        self._held = held

    def reading(self) -> AbstractContextManager[Connection]:
        """The one connection, left open for the next reader."""
        return nullcontext(self._held)
