"""Which roles people are told with, when and where, and what makes them public."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.gazetteer import role_of
from onrecord.record.days import earliest_day
from onrecord.record.views.articles import distinct
from onrecord.record.views.types import RoleSeen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import EntityType, Mention
    from onrecord.record.views.types import ArticleRef, StatementView

Role = tuple[str, str | None]
Telling = tuple[Role, str | None, "ArticleRef"]


def roles_seen(
    named: Sequence[Mention],
    said: Sequence[StatementView],
    articles: dict[str, ArticleRef],
) -> tuple[RoleSeen, ...]:
    """Each role as worded with its country, articles, days and outlets."""
    seen: dict[Role, dict[str, ArticleRef]] = defaultdict(dict)
    countries: dict[Role, Counter[str]] = defaultdict(Counter)
    for role, country, article in _tellings(named, said, articles):
        seen[role][article.id] = article
        countries[role].update([country] if country else [])
    roles = [_role(role, where, countries[role]) for role, where in seen.items()]
    return tuple(sorted(roles, key=lambda seen: (-seen.count, seen.role, str(seen))))


def _tellings(
    named: Sequence[Mention],
    said: Sequence[StatementView],
    articles: dict[str, ArticleRef],
) -> Iterator[Telling]:
    for item in named:
        if item.role:
            article = articles[item.article_id]
            yield (item.role, item.institution), item.country, article
    for statement in said:
        if statement.role:
            yield (statement.role, statement.institution), None, statement.article


def _role(
    role: Role, where: dict[str, ArticleRef], countries: Counter[str]
) -> RoleSeen:
    told = list(where.values())
    days = [day for item in told if (day := earliest_day(item.published))]
    return RoleSeen(
        *role,
        count=len(told),
        first=min(days, default=None),
        last=max(days, default=None),
        country=min(countries, key=lambda code: (-countries[code], code), default=None),
        outlets=distinct(item.outlet for item in told),
    )


def public_reason(
    kind: EntityType,
    roles: Sequence[RoleSeen],
    said: Sequence[StatementView],
    *,
    is_private: bool,
) -> str | None:
    """Why a person is shown by name; None for private people and for bodies."""
    if kind != "person" or is_private:
        return None
    for seen in roles:
        told = role_of(seen.role)
        if told is not None and told.is_public:
            return f'told with a public role: "{seen.role}"'
    if said:
        return "speaks on the record"
    return "told in public affairs; nothing shows a private person"
