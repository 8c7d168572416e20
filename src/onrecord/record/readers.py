"""Plain readers of what is on record, whoever holds it open."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.model import (
    Article,
    Capture,
    Correction,
    Decision,
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
from onrecord.record import adding, resolution, schema
from onrecord.record.custody import CustodyEntry, read_custody, read_head
from onrecord.record.decisions import read_decided, read_decisions, read_released
from onrecord.record.forgetting import UNRESOLVED, is_marked
from onrecord.record.judged import read_judged
from onrecord.record.rows import (
    STREAM,
    TABLES,
    query_of,
    read_values,
    rows_among,
    value_of,
)
from onrecord.record.told import read_latest_run
from onrecord.record.tombstones import (
    Tombstone,
    read_tombstones,
    refuse_forgotten,
)
from onrecord.record.views.links import read_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Connection

    from onrecord.model import CaptureId, LinkKind, PageId
    from onrecord.record.judged import Shares
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


class Readers(ABC):
    """Everything that can be read of a record; `Record` says how."""

    path: Path

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the record throughout."""

    def judged(self, pairs: Iterable[str]) -> dict[str, Shares]:
        """What a judge said of these pairs, by hash; the others are left out."""
        with self.reading() as connection:
            return read_judged(connection, pairs)

    def has(self, capture: CaptureId) -> bool:
        """Whether these bytes from this place are on record."""
        with self.reading() as connection:
            return adding.find_capture(connection, capture) is not None

    def known_capture(self, where: str, data: bytes) -> CaptureId | None:
        """The capture of these bytes from this place; None when it is not on record."""
        name = capture_id(where, data)
        return name if self.has(name) else None

    def refuse_forgotten(self, capture: Capture) -> None:
        """Raise InputError when these bytes were forgotten, as `add` would."""
        with self.reading() as connection:
            refuse_forgotten(connection, capture)

    def head(self) -> CustodyEntry | None:
        """The newest entry of the custody log; publishing its hash seals all before."""
        with self.reading() as connection:
            return read_head(connection)

    def custody(self) -> Iterator[CustodyEntry]:
        """The custody log, oldest first."""
        with self.reading() as connection:
            yield from read_custody(connection)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Everything that was forgotten, oldest first."""
        with self.reading() as connection:
            return tuple(read_tombstones(connection))

    def is_resolved(self) -> bool:
        """Whether everything on record has been through `save_resolution`."""
        with self.reading() as connection:
            return not (
                resolution.has_unresolved(connection)
                or is_marked(connection, UNRESOLVED)
            )

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

    def latest_run(self) -> Run | None:
        """The run that judged names last; None while nothing is on record."""
        with self.reading() as connection:
            return read_latest_run(connection)

    def _values(self, kind: type[Stored]) -> Iterator[Stored]:
        with self.reading() as connection:
            yield from read_values(connection, kind)

    def links(self) -> Iterator[LinkView]:
        """Every judgement ever made with its times, oldest first."""
        with self.reading() as connection:
            yield from read_links(connection)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of what people decided, oldest first; `views` say what stands."""
        with self.reading() as connection:
            return tuple(read_decisions(connection))

    def decided(self, kind: LinkKind) -> list[Link]:
        """Judgements of people that stand, by id; none contradicts another."""
        with self.reading() as connection:
            return read_decided(connection, kind)

    def released(self) -> frozenset[str]:
        """Mentions of private people whom somebody released."""
        with self.reading() as connection:
            return read_released(connection)

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
