"""A page that is to be forgotten, and what a record holds of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model import Correction, Span, correction_id
from onrecord.record import schema
from tests.record.made import NOW, News, Said, Told, findings_of

if TYPE_CHECKING:
    from onrecord.model import Findings
    from onrecord.record import Record

LATER = NOW + timedelta(days=1)
RARE = "Quibbleworth"
SECRET = News(
    where="pages/17.html",
    title=f"{RARE} returns",
    outlet="The Zanzor Gazette",
    body=(
        Said(f"Xaver {RARE}", "the lighthouse is a vexillum", role="Keeper Yttrium"),
        Told("Wyvernhaven", 7),
        "An earlier version said 8.",
    ),
)
# The index leaves out how a word begins when the one before begins so.
WORDS = (
    b"quibbleworth", b"zanzor", b"xillum", b"yttrium", b"wyvernhaven", b"xaver",
)  # fmt: skip


def secret() -> Findings:
    """A page with one of everything that a page can give."""
    found = findings_of(SECRET)
    page, article = found.reading.page, found.articles[0]
    note = Span(page.text.index("An earlier"), len(page.text))
    noted = Correction(
        correction_id(page.id, note), article.id, page.id, "correction", (note,)
    )
    return replace(found, corrections=(noted,))


def forget(record: Record, *names: str, by: str = "Ada", why: str = "asked") -> None:
    """Forget these pages."""
    record.forget(names, by=by, reason=why, at=LATER)


def raw_bytes(record: Record) -> bytes:
    """Everything that lies in the record's files."""
    return b"".join(
        path.read_bytes()
        for path in sorted(record.path.parent.iterdir())
        if path.name.startswith(record.path.name)
    )


def secret_page() -> str:
    """Its id."""
    return findings_of(SECRET).reading.page.id


def counts(record: Record) -> dict[str, int]:
    """How many rows each table has."""
    with record.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in schema.metadata.sorted_tables
        }
