"""Decisions one after the other, and what is judged anew after them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.cli.tables import tables_of

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType
    from typing import Self

    from onrecord.pipeline import Tools
    from onrecord.record import Asked, Decided, Record
    from onrecord.settings import Settings


class Judging:
    """Judges names anew after each decision, and what rests on them at the end.

    What rests on names is judged once, however many decisions there were, and only
    when they changed who is one with whom.
    """

    def __init__(self, record: Record, settings: Settings) -> None:
        """Nothing is loaded before something is decided."""
        self._record = record
        self._settings = settings
        self._at: datetime | None = None

    def __enter__(self) -> Self:
        """The same."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Judge what rests on names, whatever stood in the way of more decisions."""
        from onrecord.pipeline import resolve

        if self._at is not None and not self._record.is_resolved():
            resolve(self._record, self._tools, now=self._at)

    @cached_property
    def _tools(self) -> Tools:
        from onrecord.pipeline import load_tools

        return load_tools(
            tables_of(self._record, self._settings), self._settings.parser
        )

    @cached_property
    def _judged_by(self) -> dict[str, str]:
        """The groups of names that the rest was judged by; empty: there were none."""
        is_resolved = self._record.is_resolved()
        return self._record.groups("mention") if is_resolved else {}

    def decide(self, asked: Asked) -> Decided:
        """Log it, and judge names anew."""
        from onrecord.pipeline import resolve_names

        tools, judged_by = self._tools, self._judged_by
        undoes = asked.verb == "undo"
        ruling = self._record.undo if undoes else self._record.decide
        done = ruling(asked, tools.run)
        self._at = asked.at
        resolve_names(self._record, tools, now=asked.at, judged_by=judged_by)
        return done
