"""Stories: articles of all outlets on the same news."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import case, func, select

from onrecord.record.days import earliest_day
from onrecord.record.rows import rows_among
from onrecord.record.schema import articles, members, reports, statements
from onrecord.record.views.articles import distinct, load_articles
from onrecord.record.views.cut import NO_CUT, is_visible, looking
from onrecord.record.views.folding import shown
from onrecord.record.views.lookup import find_group
from onrecord.record.views.order import article_key
from onrecord.record.views.sources import load_sources
from onrecord.record.views.types import Cut, StoryView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from onrecord.record.store import Record
    from onrecord.record.views.folding import Shown
    from onrecord.record.views.types import ArticleRef

LIMIT = 50
Order = Literal["widest", "newest"]
Groups = defaultdict[str, set[str]]
OF_STORIES = members.c.kind == "article"


def list_stories(
    record: Record,
    *,
    order: Order = "widest",
    limit: int = LIMIT,
    cut: Cut = NO_CUT,
) -> tuple[StoryView, ...]:
    """Stories: "widest", told by the most outlets first, or "newest" first.

    Teasers do not count for how widely a story is told; undated stories come last
    among the newest.
    """
    is_whole = articles.c.type == "article"
    told_by = func.count(case((is_whole, articles.c.outlet)).distinct())
    whole = func.count(case((is_whole, 1)))
    day = func.max(articles.c.published_day)
    ranks: dict[Order, tuple[ColumnElement[Any], ...]] = {
        "widest": (told_by.desc(), whole.desc(), func.count().desc()),
        "newest": (day.is_(None), day.desc(), told_by.desc()),
    }
    found = (
        select(members.c.group_id)
        .join(articles, articles.c.id == members.c.member)
        .where(OF_STORIES)
        .group_by(members.c.group_id)
        .order_by(*ranks[order], members.c.group_id)
        .limit(limit)
    )
    with looking(record, cut) as connection:
        seen = shown(connection, cut)
        found = found.where(*seen.conditions(articles.c.id))
        return load_stories(connection, connection.execute(found).scalars().all(), seen)


def read_story(record: Record, story: str, *, cut: Cut = NO_CUT) -> StoryView | None:
    """The story whose id begins so; None when the cut hides all of it.

    Raises InputError when no story, or more than one, begins so.
    """
    with looking(record, cut) as connection:
        name = find_group(connection, "article", story)
        seen = shown(connection, cut)
        return next(iter(load_stories(connection, [name], seen)), None)


def load_stories(
    connection: Connection, stories: Iterable[str], seen: Shown
) -> tuple[StoryView, ...]:
    """These stories as far as they are shown, in the order given."""
    wanted = list(stories)
    query = select(members.c.member, members.c.group_id).where(OF_STORIES)
    rows = list(rows_among(connection, query, members.c.group_id, wanted))
    known = load_articles(connection, (row.member for row in rows))
    found: dict[str, list[ArticleRef]] = defaultdict(list)
    for row in rows:
        if row.member in known and is_visible(known[row.member], seen.cut):
            found[row.group_id].append(known[row.member])
    told = {name: seen.among(found[name], lambda item: item) for name in wanted}
    ids = [article.id for items in told.values() for article in items]
    claims = _groups(connection, statements, "statement", ids)
    incidents = _groups(connection, reports, "report", ids)
    every: dict[str, ArticleRef] = {
        article.id: article for items in found.values() for article in items
    }
    sources = load_sources(connection, every)
    return tuple(
        _story(name, sorted(told[name], key=article_key), (claims, incidents), sources)
        for name in wanted
        if told[name]
    )


def _story(
    name: str,
    told: Sequence[ArticleRef],
    found: tuple[Groups, Groups],
    sources: Mapping[str, str],
) -> StoryView:
    claims, incidents = (
        distinct(group for article in told for group in groups[article.id])
        for groups in found
    )
    whole = [article for article in told if article.type == "article"]
    days = [day for item in told if (day := earliest_day(item.published))]
    titled = [item.title for item in [*whole, *told] if item.title]
    return StoryView(
        id=name,
        title=titled[0] if titled else None,
        articles=tuple(told),
        outlets=distinct(item.outlet for item in told),
        independent_sources=len({sources[item.id] for item in whole}),
        claims=claims,
        incidents=incidents,
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _groups(
    connection: Connection, table: Table, kind: str, ids: Sequence[str]
) -> Groups:
    """For each of these articles the groups of its findings in this table."""
    query = select(table.c.id, table.c.article_id)
    rows = rows_among(connection, query, table.c.article_id, ids)
    where = {row.id: row.article_id for row in rows}
    grouped = select(members.c.member, members.c.group_id).where(members.c.kind == kind)
    groups: Groups = defaultdict(set)
    for row in rows_among(connection, grouped, members.c.member, where):
        groups[where[row.member]].add(row.group_id)
    return groups
