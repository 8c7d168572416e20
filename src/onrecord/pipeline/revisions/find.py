"""The revisions of one address, and what changed from each to the next."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from onrecord.pipeline.revisions.changes import (
    Comparison,
    Revision,
    Revisions,
)
from onrecord.pipeline.revisions.compare import compare
from onrecord.record.views import captures_of
from onrecord.record.views.revisions import read_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.record import Record
    from onrecord.record.views import CaptureRow


def revisions_of(record: Record, page: str) -> Revisions:
    """Every revision of the address of a page, and what changed between them.

    `page` is the beginning of the id of a page, article or capture, or an address.
    Captures in a row with the same article text are one revision. Findings are
    compared, not raw text. Raises InputError when there is no such page.
    """
    rows = captures_of(record, page)
    revisions = tuple(_grouped(rows))
    return Revisions(rows[0].where, revisions, tuple(_compared(record, revisions)))


def _grouped(rows: Iterable[CaptureRow]) -> Iterator[Revision]:
    for number, run in groupby(rows, key=lambda row: row.revision):
        captures = tuple(run)
        yield Revision(number, captures[0].page_id, captures)


def _compared(record: Record, revisions: Iterable[Revision]) -> Iterator[Comparison]:
    """Each revision beside the next that holds an article."""
    told = [item for item in revisions if item.captures[0].article_id is not None]
    for earlier, later in pairwise(told):
        one, other = earlier.captures[0], later.captures[0]
        if one.article_id is None or other.article_id is None:
            continue
        yield Comparison(
            earlier,
            later,
            compare(
                read_version(record, one.page_id, one.article_id),
                read_version(record, other.page_id, other.article_id),
            ),
            is_order_known=None not in {one.captured_at, other.captured_at},
        )
