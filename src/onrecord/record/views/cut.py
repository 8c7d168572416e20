"""Looking at the past: which articles a cut lets through."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from onrecord.record.days import earliest_day
from onrecord.record.schema import articles, captures, pages
from onrecord.record.views.types import Cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.record.store import Record
    from onrecord.record.views.types import ArticleRef

NO_CUT = Cut()


@contextmanager
def looking(record: Record, cut: Cut) -> Iterator[Connection]:
    """A connection on which names stand as people had decided by the cut's time."""
    with record.as_of(cut.as_of) as then, then.reading() as connection:
        yield connection


def is_visible(article: ArticleRef, cut: Cut) -> bool:
    """Whether the cut lets this article through."""
    if cut.as_of is not None and (
        article.captured_at is None or article.captured_at > cut.as_of
    ):
        return False
    day = earliest_day(article.published)
    return cut.published_until is None or (
        day is not None and day <= cut.published_until
    )


def visible(cut: Cut, article: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Conditions that the article of this id is let through; none without a cut."""
    if cut == NO_CUT:
        return []
    # Not correlated: worked out once for a query, however many rows it looks at.
    seen = select(articles.c.id)
    if cut.as_of is not None:
        seen = seen.select_from(articles.join(pages).join(captures))
        seen = seen.where(captures.c.captured_at <= cut.as_of)
    if cut.published_until is not None:
        seen = seen.where(articles.c.published_day <= cut.published_until)
    return [article.in_(seen)]


def count_left_out(connection: Connection, cut: Cut) -> int:
    """How many pages the cut leaves out because their time is not known."""
    unknown: list[ColumnElement[bool]] = []
    if cut.as_of is not None:
        unknown.append(captures.c.captured_at.is_(None))
    if cut.published_until is not None:
        unknown.append(
            ~exists().where(
                and_(
                    articles.c.page_id == pages.c.id,
                    articles.c.published_day.isnot(None),
                )
            )
        )
    if not unknown:
        return 0
    query = select(func.count()).select_from(pages.join(captures)).where(or_(*unknown))
    return connection.execute(query).scalar_one()
