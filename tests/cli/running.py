"""The command line in this process, for checks where a process is not the point."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from onrecord.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def items(self) -> list[Any]:
        """The items of a JSON answer, whose form is checked on the way."""
        told = json.loads(self.out)
        assert list(told) == ["kind", "items"]
        assert isinstance(told["kind"], str)
        items = told["items"]
        assert isinstance(items, list)
        return items


def run_here(record: Path, *arguments: str) -> Answer:
    """What a command on this record prints."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    line = ["onrecord", "--record", str(record), *arguments]
    with (
        patch("sys.argv", line),
        patch.dict("os.environ", {"TERM": "dumb"}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
    return Answer(status, out.getvalue(), err.getvalue())
