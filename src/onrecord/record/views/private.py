"""Where pages name private people: what must not be shown as a name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_

from onrecord.model import Mention
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import entities, members, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model import PageId
    from onrecord.record.store import Record


def read_private_names(
    record: Record, pages: Iterable[PageId]
) -> Mapping[PageId, tuple[Mention, ...]]:
    """For each of these pages its mentions of private people, in order.

    Where names are not resolved yet, what the article itself shows of a person counts.
    """
    of_member = and_(members.c.member == mentions.c.id, members.c.kind == "mention")
    unresolved = entities.c.id.is_(None) & mentions.c.private_reason.is_not(None)
    query = (
        query_of(Mention)
        .outerjoin(members, of_member)
        .outerjoin(entities, entities.c.id == members.c.group_id)
        .where(or_(entities.c.is_private.is_(True), unresolved))
    )
    found: dict[PageId, list[Mention]] = defaultdict(list)
    with record.reading() as connection:
        for row in rows_among(connection, query, mentions.c.page_id, pages):
            mention = value_of(Mention, row)
            found[mention.page_id].append(mention)
    return {
        page: tuple(sorted(named, key=lambda mention: mention.span))
        for page, named in found.items()
    }
