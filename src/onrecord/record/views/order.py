"""The order of time, for things whose time is known to different degrees."""

from __future__ import annotations

from datetime import UTC, date
from typing import TYPE_CHECKING

from onrecord.record.days import earliest_day

if TYPE_CHECKING:
    from onrecord.model import DateRange
    from onrecord.record.views.types import ArticleRef, ReportView, StatementView

Key = tuple[date, str, str, int, str]


def article_key(article: ArticleRef) -> Key:
    """By publication, else by capture; unknown times last; ties by id."""
    return _key(article, None, 0, article.id)


def statement_key(statement: StatementView) -> Key:
    """By the day it was said, else as its article; then by its place in the page."""
    at = statement.content.spans[0].start
    return _key(statement.article, statement.said_at, at, statement.id)


def report_key(report: ReportView) -> Key:
    """As its article: the order in which the news came."""
    return _key(report.article, None, report.words.spans[0].start, report.id)


def dealing_key(report: ReportView) -> Key:
    """By the day of the deed, else as its article."""
    at = report.words.spans[0].start
    return _key(report.article, report.date, at, report.id)


def _key(article: ArticleRef, said_at: DateRange | None, at: int, name: str) -> Key:
    published, captured = article.published, article.captured_at
    day = said_at.start if said_at else earliest_day(published)
    if day is None:
        day = captured.astimezone(UTC).date() if captured else date.max
    return day, str(published or "~"), str(captured or "~"), at, name
