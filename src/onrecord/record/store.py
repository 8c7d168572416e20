"""The open record: what is written into it, each time whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Self

from sqlalchemy.exc import StatementError

from onrecord.errors import InputError
from onrecord.record import (
    adding,
    decisions,
    forgetting,
    judged,
    resolution,
    sqlite,
    told,
)
from onrecord.record.custody import read_head
from onrecord.record.looking_back import looking_back
from onrecord.record.readers import Readers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from onrecord.model import Capture, Dispute, Findings, Link, Run
    from onrecord.record.custody import CustodyEntry
    from onrecord.record.tombstones import Tombstone


class Record(Readers):
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

    @contextmanager
    def as_of(self, moment: datetime | None) -> Iterator[Record]:
        """The record with names as people had decided by then (aware); for reading.

        None: as they stand today. What was captured, and what follows from it, is cut
        by the readers' own `Cut`.
        """
        if moment is None:
            yield self
            return
        with self.reading() as connection, looking_back(connection, moment):
            yield Snapshot(
                self.path, self._engine, self._wait_seconds, connection, moment
            )

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
        revoked, never deleted. What people decided is replayed and wins. `seen` is the
        head of the custody log when everything was read: False, and nothing is stored,
        when others have added or decided since: the judgements know nothing of that.
        """
        with self.writing() as connection:
            if read_head(connection) != seen:
                return False
            adding.add_run(connection, run)
            resolution.save_links(connection, links, run, at)
            resolution.save_disputes(connection, disputes, run, at)
            decisions.save_decided(connection, run, at)
            resolution.derive_groups(connection, at)
            resolution.name_released(connection)
            told.note_run(connection, run)
            forgetting.unmark(connection, forgetting.UNRESOLVED)
        return True

    def keep_judged(
        self, pairs: Mapping[str, judged.Shares], *, seen: CustodyEntry | None
    ) -> bool:
        """Keep what a judge of pairs said, by hash, for the next resolving.

        False, and nothing is kept, when others have added or forgotten since `seen`.
        """
        with self.writing() as connection:
            if read_head(connection) != seen:
                return False
            judged.add_judged(connection, pairs)
        return True

    def save_names(
        self,
        links: Iterable[Link],
        run: Run,
        at: datetime,
        *,
        seen: CustodyEntry | None,
        judged_by: Mapping[str, str],
    ) -> bool:
        """Store what judging names alone gave; the rest stays as it was judged.

        `judged_by` are the groups of names that the rest was judged by: where they
        are as before, nothing is left to resolve. False as in `save_resolution`.
        """
        with self.writing() as connection:
            if read_head(connection) != seen:
                return False
            adding.add_run(connection, run)
            resolution.save_links(connection, links, run, at, ["mention"])
            resolution.apply_decisions(connection, run, at)
            told.note_run(connection, run)
            if resolution.read_groups(connection, "mention") == judged_by:
                forgetting.unmark(connection, forgetting.UNRESOLVED)
        return True

    def decide(self, asked: decisions.Asked, run: Run) -> decisions.Decided:
        """Log what a person decided about names, and group them so at once.

        Claims, incidents and stories rest on names: resolving anew is left to the
        caller, `is_resolved` says so. `run` is what applies the decision. Raises
        InputError, and logs nothing, when it is not clear what is meant, or cannot be.
        """
        return self._apply(decisions.decide, asked, run)

    def undo(self, asked: decisions.Asked, run: Run) -> decisions.Decided:
        """Log that a decision (`asked.left`) is taken back; it stays in the log.

        Raises InputError when there is none, or when it was undone before.
        """
        return self._apply(decisions.undo, asked, run)

    def _apply(
        self,
        deciding: Callable[[Connection, decisions.Asked], decisions.Decided],
        asked: decisions.Asked,
        run: Run,
    ) -> decisions.Decided:
        with self.writing() as connection:
            decided = deciding(connection, asked)
            adding.add_run(connection, run)
            resolution.apply_decisions(connection, run, asked.at)
            forgetting.mark(connection, forgetting.UNRESOLVED)
        return decided

    def forget(
        self, pages: Iterable[str], *, by: str, reason: str, at: datetime
    ) -> tuple[Tombstone, ...]:
        """Remove these pages with their bytes and all that rests on them, for good.

        Given are pages, articles or captures by the beginning of an id; what goes is
        the whole capture. Left are its custody entries and a tombstone with hash and
        reason. Groups are derived without it; resolving anew is left to the caller.
        Nothing of its words is left in the file: RecordError when others who read
        the record stand in the way of that, `forget` again then ends it. A page
        forgotten before gives its tombstone. Raises InputError for an unknown page.
        """
        why = forgetting.Why(by, reason, at)
        with self.writing() as connection:
            stones = tuple(forgetting.forget(connection, page, why) for page in pages)
        self.clean()
        return stones

    def clean(self) -> None:
        """Leave no trace in the file of what was forgotten; quick when there is none.

        Raises RecordError when others who read the record stand in the way.
        """
        with self.reading() as connection:
            if not forgetting.is_marked(connection, forgetting.UNCLEAN):
                return
        sqlite.vacuum(self._engine, str(self.path), self._wait_seconds)
        with self.writing() as connection:
            forgetting.unmark(connection, forgetting.UNCLEAN)


class Snapshot(Record):
    """A record as it stood at one moment; only its readers are of use."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        wait_seconds: float,
        held: Connection,
        moment: datetime | None = None,
    ) -> None:
        """Take the connection whose view of the record all readers share.

        Names stand on it as people had decided by `moment`, None: by today.
        """
        super().__init__(path, engine, wait_seconds)
        self._held = held
        self._moment = moment

    @contextmanager
    def as_of(self, moment: datetime | None) -> Iterator[Record]:
        """The same; itself when it shows that very time."""
        known = None if moment == self._moment else moment
        with super().as_of(known) as then:
            yield then

    def reading(self) -> AbstractContextManager[Connection]:
        """The one connection, left open for the next reader."""
        return nullcontext(self._held)
