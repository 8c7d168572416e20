"""The roles of an entity's row: as worded, with days and outlets."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.export.group_rows import RoleRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.export.known import Known
    from onrecord.model import Article, Mention
    from onrecord.record import Record

Role = tuple[str, str | None, str | None]  # as worded, institution, country


def role_rows(record: Record, known: Known) -> dict[str, tuple[RoleRow, ...]]:
    """For every entity its roles, those told in most articles first.

    The names of private people in the words of a role are masked.
    """
    articles = {article.id: article for article in record.articles()}
    told: dict[str, dict[Role, dict[str, Article]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for mention in record.mentions():
        if mention.role and mention.type == "person":
            entity = known.entity_of.get(mention.id, mention.id)
            article = articles[mention.article_id]
            told[entity][_worded(mention, known)][article.id] = article
    return {entity: _rows(roles) for entity, roles in told.items()}


def _worded(mention: Mention, known: Known) -> Role:
    page = mention.page_id
    role = known.masked(page, mention.role) or ""
    return role, known.masked(page, mention.institution), mention.country


def _rows(roles: dict[Role, dict[str, Article]]) -> tuple[RoleRow, ...]:
    rows = [_row(role, where.values()) for role, where in roles.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.role, str(row))))


def _row(role: Role, where: Iterable[Article]) -> RoleRow:
    told = list(where)
    days = sorted(str(day) for item in told if (day := _day(item)))
    return RoleRow(
        *role,
        count=len(told),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        outlets=tuple(sorted({item.outlet for item in told if item.outlet})),
    )


def _day(article: Article) -> str | None:
    day = article.published.day if article.published else None
    return day.isoformat() if day else None
