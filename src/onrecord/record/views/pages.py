"""A page with everything that was found in it, and how much is on record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from onrecord.model import Capture, Mention, Page
from onrecord.record import schema
from onrecord.record.rows import query_of, value_of
from onrecord.record.views.articles import load_articles
from onrecord.record.views.corrections import load_corrections
from onrecord.record.views.cut import NO_CUT, count_left_out, looking, visible
from onrecord.record.views.dealings import NO_DEALING
from onrecord.record.views.disputes import disputes_in
from onrecord.record.views.lookup import find_page
from onrecord.record.views.reports import load_figures, load_reports
from onrecord.record.views.statements import load_statements
from onrecord.record.views.types import Cut, PageView, Summary

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table

    from onrecord.model import LinkKind, Origin, Zoned
    from onrecord.record.store import Record


def read_page(record: Record, page: str) -> PageView:
    """The page whose id, or an article's or capture's id in it, begins so.

    Raises InputError when no page, or more than one, begins so.
    """
    with record.reading() as connection:
        return _view(connection, find_page(connection, page))


def _view(connection: Connection, name: str) -> PageView:
    table = schema.pages
    query = query_of(Page, table.c.is_language_supported).where(table.c.id == name)
    row = connection.execute(query).one()
    page = value_of(Page, row)
    captured = query_of(Capture).where(schema.captures.c.id == page.capture_id)
    articles = load_articles(connection, _ids(connection, schema.articles, name))
    statements = load_statements(connection, _ids(connection, schema.statements, name))
    reports = load_reports(connection, _ids(connection, schema.reports, name))
    mentions = _mentions(connection, name)
    return PageView(
        capture=value_of(Capture, connection.execute(captured).one()),
        page=page,
        is_language_supported=row.is_language_supported,
        articles=tuple(
            sorted(articles.values(), key=lambda item: (item.type, item.id))
        ),
        statements=tuple(
            sorted(statements.values(), key=lambda item: item.content.spans)
        ),
        reports=tuple(sorted(reports.values(), key=lambda item: item.words.spans)),
        figures=tuple(load_figures(connection, schema.figures.c.page_id, [name])),
        mentions=tuple(sorted(mentions, key=lambda item: (item.span, item.id))),
        disputes=disputes_in(connection, name),
        zones=_zones(connection, name),
        corrections=tuple(
            load_corrections(connection, schema.corrections.c.page_id, [name])
        ),
        origins=_origins(connection, name),
    )


def _ids(connection: Connection, table: Table, page: str) -> list[str]:
    query = select(table.c.id).where(table.c.page_id == page)
    return list(connection.execute(query).scalars())


def _mentions(connection: Connection, page: str) -> list[Mention]:
    """The page's mentions; who is private is what the record's identities say."""
    who = schema.entities
    of_member = and_(
        schema.members.c.kind == "mention",
        schema.members.c.member == schema.mentions.c.id,
    )
    query = (
        query_of(Mention, who.c.id.label("entity"), who.c.private_reason.label("why"))
        .outerjoin(schema.members, of_member)
        .outerjoin(who, who.c.id == schema.members.c.group_id)
        .where(schema.mentions.c.page_id == page)
    )
    return [
        replace(value_of(Mention, row), private_reason=row.why)
        if row.entity
        else value_of(Mention, row)
        for row in connection.execute(query)
    ]


def _zones(connection: Connection, page: str) -> tuple[Zoned, ...]:
    table = schema.articles
    query = select(table.c.type, table.c.zones).where(table.c.page_id == page)
    rows = connection.execute(query).all()
    own = [row for row in rows if row.type == "article"]
    zones = {zoned for row in own or rows for zoned in row.zones}
    return tuple(sorted(zones, key=lambda zoned: (zoned.span, zoned.zone)))


def _origins(connection: Connection, page: str) -> tuple[Origin, ...]:
    """Where the values of the page's own article were found."""
    table = schema.articles
    own = (table.c.page_id == page) & (table.c.type == "article")
    query = select(table.c.origins).where(own).order_by(table.c.id)
    found = connection.execute(query).scalars()
    return tuple(origin for origins in found for origin in origins)


def summary(record: Record, *, cut: Cut = NO_CUT) -> Summary:
    """How much is on record, as far as the cut shows it."""
    with looking(record, cut) as connection:
        return _summary(connection, cut)


def _summary(connection: Connection, cut: Cut) -> Summary:
    articles, pages = schema.articles.c, schema.pages.c
    seen = visible(cut, articles.id)
    shown = select(articles.page_id).where(*seen)
    told = [pages.id.in_(shown)] if seen else []

    def count(column: ColumnElement[Any], *conditions: ColumnElement[bool]) -> int:
        query = select(func.count(column.distinct())).where(*conditions)
        return connection.execute(query).scalar_one()

    return Summary(
        captures=count(pages.capture_id, *told),
        pages=count(pages.id, *told),
        articles=count(articles.id, articles.type == "article", *seen),
        teasers=count(articles.id, articles.type == "teaser", *seen),
        outlets=count(articles.outlet, *seen),
        statements=count(
            schema.statements.c.id, *visible(cut, schema.statements.c.article_id)
        ),
        claims=_count_groups(connection, "statement", schema.statements, cut),
        disputes=_count_disputes(connection, cut),
        incidents=_count_incidents(connection, cut),
        stories=_count_groups(connection, "article", schema.articles, cut),
        entities=_count_groups(connection, "mention", schema.mentions, cut),
        pages_in_unsupported_languages=count(
            pages.id, pages.is_language_supported.is_(False), *told
        ),
        pages_left_out=count_left_out(connection, cut),
    )


def _count_groups(
    connection: Connection, kind: LinkKind, table: Table, cut: Cut
) -> int:
    members = schema.members
    query = select(func.count(members.c.group_id.distinct()))
    query = query.where(members.c.kind == kind)
    if cut != NO_CUT:
        article = table.c.id if kind == "article" else table.c.article_id
        query = query.join(table, table.c.id == members.c.member)
        query = query.where(*visible(cut, article))
    return connection.execute(query).scalar_one()


def _count_incidents(connection: Connection, cut: Cut) -> int:
    """Incidents as a list of them shows them: without dealings between actors."""
    members, reports = schema.members, schema.reports
    query = (
        select(func.count(members.c.group_id.distinct()))
        .join(reports, reports.c.id == members.c.member)
        .where(members.c.kind == "report", NO_DEALING)
        .where(*visible(cut, reports.c.article_id))
    )
    return connection.execute(query).scalar_one()


def _count_disputes(connection: Connection, cut: Cut) -> int:
    """Disputes shown as such, in pages with an article that the cut lets through."""
    table, articles = schema.disputes, schema.articles
    query = select(func.count(table.c.id.distinct())).where(
        table.c.revoked_at.is_(None), table.c.shown == "yes"
    )
    if cut != NO_CUT:
        query = query.join(articles, articles.c.page_id == table.c.page_id)
        query = query.where(*visible(cut, articles.c.id))
    return connection.execute(query).scalar_one()
