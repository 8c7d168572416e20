"""The first tables."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    Text,
    text,
)

from onrecord.record.sqlite import CREATE_SEARCH

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, and the search index where SQLite is the database."""
    _make_about()
    _make_captures()
    _make_custody()
    _make_entities()
    _make_members()
    _make_redirects()
    _make_runs()
    _make_entity_names()
    _make_links()
    _make_pages()
    _make_articles()
    _make_disputes()
    _make_mentions()
    _make_reports()
    _make_search_entries()
    _make_statements()
    _make_figures()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(CREATE_SEARCH)


def _make_about() -> None:
    op.create_table(
        "about",
        Column("name", Text(), primary_key=True),
        Column("value", Text(), nullable=False),
    )


def _make_captures() -> None:
    op.create_table(
        "captures",
        Column("id", Text(), primary_key=True),
        Column("where", Text(), nullable=False),
        Column("sha256", Text(), nullable=False),
        Column("size", Integer(), nullable=False),
        Column("how", Text(), nullable=False),
        Column("captured_at", DateTime(timezone=True)),
        Column("outlet", Text()),
        Column("media_type", Text(), nullable=False),
        Column("encoding", Text(), nullable=False),
        Column("data", LargeBinary(), nullable=False),
    )


def _make_custody() -> None:
    op.create_table(
        "custody",
        Column("seq", Integer(), primary_key=True, autoincrement=False),
        Column("at", DateTime(timezone=True), nullable=False),
        Column("event", Text(), nullable=False),
        Column("capture_id", Text(), nullable=False),
        Column("sha256", Text(), nullable=False),
        Column("where", Text(), nullable=False),
        Column("captured_at", DateTime(timezone=True)),
        Column("previous", Text(), nullable=False),
        Column("hash", Text(), nullable=False),
    )
    op.create_index("ix_custody_capture_id", "custody", ["capture_id"])


def _make_entities() -> None:
    op.create_table(
        "entities",
        Column("id", Text(), primary_key=True),
        Column("name", Text(), nullable=False),
        Column("type", Text(), nullable=False),
        Column("is_private", Boolean(), nullable=False),
        Column("private_reason", Text()),
    )


def _make_members() -> None:
    op.create_table(
        "members",
        Column("kind", Text(), primary_key=True),
        Column("member", Text(), primary_key=True),
        Column("group_id", Text(), nullable=False),
        Column("is_resolved", Boolean(), nullable=False),
    )
    op.create_index("members_by_group", "members", ["kind", "group_id"])
    op.create_index(
        "members_unresolved",
        "members",
        ["is_resolved"],
        sqlite_where=text("is_resolved IS 0"),
        postgresql_where=text("is_resolved IS false"),
    )


def _make_redirects() -> None:
    op.create_table(
        "redirects",
        Column("kind", Text(), primary_key=True),
        Column("former", Text(), primary_key=True),
        Column("current", Text(), nullable=False),
        Column("at", DateTime(timezone=True), nullable=False),
    )


def _make_runs() -> None:
    op.create_table(
        "runs",
        Column("id", Text(), primary_key=True),
        Column("versions", Text(), nullable=False),
    )


def _make_entity_names() -> None:
    op.create_table(
        "entity_names",
        Column("entity_id", Text(), ForeignKey("entities.id"), primary_key=True),
        Column("text", Text(), primary_key=True),
        Column("folded", Text(), nullable=False),
        Column("count", Integer(), nullable=False),
    )
    op.create_index("ix_entity_names_folded", "entity_names", ["folded"])


def _make_links() -> None:
    op.create_table(
        "links",
        Column("number", Integer(), primary_key=True),
        Column("id", Text(), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("left", Text(), nullable=False),
        Column("right", Text(), nullable=False),
        Column("relation", Text(), nullable=False),
        Column("judgement", Text(), nullable=False),
        Column("score", Float(), nullable=False),
        Column("reason", Text(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
        Column("at", DateTime(timezone=True), nullable=False),
        Column("revoked_at", DateTime(timezone=True)),
    )
    op.create_index("ix_links_id", "links", ["id"])
    op.create_index("ix_links_left", "links", ["left"])
    op.create_index("ix_links_right", "links", ["right"])


def _make_pages() -> None:
    op.create_table(
        "pages",
        Column("id", Text(), primary_key=True),
        Column("capture_id", Text(), ForeignKey("captures.id"), nullable=False),
        Column("language", Text()),
        Column("reader", Text(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("added_at", DateTime(timezone=True), nullable=False),
        Column("is_language_supported", Boolean(), nullable=False),
        Column("text", LargeBinary(), nullable=False),
        Column("blocks", LargeBinary(), nullable=False),
        Column("metadata", LargeBinary(), nullable=False),
    )
    op.create_index("ix_pages_capture_id", "pages", ["capture_id"])


def _make_articles() -> None:
    op.create_table(
        "articles",
        Column("id", Text(), primary_key=True),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("type", Text(), nullable=False),
        Column("title", Text()),
        Column("titles", Text(), nullable=False),
        Column("zones", LargeBinary(), nullable=False),
        Column("outlet", Text()),
        Column("byline", Text(), nullable=False),
        Column("published", Text()),
        Column("modified", Text()),
        Column("language", Text()),
        Column("tags", Text(), nullable=False),
        Column("section", Text()),
        Column("source_line", Text()),
        Column("url", Text()),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
        Column("published_day", Date()),
    )
    op.create_index("ix_articles_outlet", "articles", ["outlet"])
    op.create_index("ix_articles_page_id", "articles", ["page_id"])
    op.create_index("ix_articles_published_day", "articles", ["published_day"])
    op.create_index("ix_articles_url", "articles", ["url"])


def _make_disputes() -> None:
    op.create_table(
        "disputes",
        Column("number", Integer(), primary_key=True),
        Column("id", Text(), nullable=False),
        Column("left", Text(), nullable=False),
        Column("right", Text(), nullable=False),
        Column("evidence", Text(), nullable=False),
        Column("score", Float(), nullable=False),
        Column("shown", Text(), nullable=False),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("spans", Text(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
        Column("shown_by", Text(), nullable=False),
        Column("at", DateTime(timezone=True), nullable=False),
        Column("revoked_at", DateTime(timezone=True)),
    )
    op.create_index("ix_disputes_id", "disputes", ["id"])
    op.create_index("ix_disputes_left", "disputes", ["left"])
    op.create_index("ix_disputes_page_id", "disputes", ["page_id"])
    op.create_index("ix_disputes_right", "disputes", ["right"])


def _make_mentions() -> None:
    op.create_table(
        "mentions",
        Column("id", Text(), primary_key=True),
        Column("article_id", Text(), ForeignKey("articles.id"), nullable=False),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("span", Text(), nullable=False),
        Column("text", Text(), nullable=False),
        Column("type", Text(), nullable=False),
        Column("head", Text(), nullable=False),
        Column("actor", Text()),
        Column("role", Text()),
        Column("role_spans", Text(), nullable=False),
        Column("institution", Text()),
        Column("country", Text()),
        Column("private_reason", Text()),
        Column("confidence", Float(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
    )
    op.create_index("ix_mentions_article_id", "mentions", ["article_id"])
    op.create_index("ix_mentions_page_id", "mentions", ["page_id"])


def _make_reports() -> None:
    op.create_table(
        "reports",
        Column("id", Text(), primary_key=True),
        Column("article_id", Text(), ForeignKey("articles.id"), nullable=False),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("event_type", Text(), nullable=False),
        Column("sub_event_type", Text()),
        Column("detail", Text()),
        Column("place", Text()),
        Column("date", Text()),
        Column("status", Text(), nullable=False),
        Column("spans", Text(), nullable=False),
        Column("actors", Text(), nullable=False),
        Column("recipients", Text(), nullable=False),
        Column("claimed_by", Text()),
        Column("is_main", Boolean(), nullable=False),
        Column("confidence", Float(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
        Column("date_start", Date()),
        Column("date_end", Date()),
        Column("place_folded", Text()),
    )
    op.create_index("ix_reports_article_id", "reports", ["article_id"])
    op.create_index("ix_reports_date_start", "reports", ["date_start"])
    op.create_index("ix_reports_page_id", "reports", ["page_id"])


def _make_search_entries() -> None:
    op.create_table(
        "search_entries",
        Column("number", Integer(), primary_key=True),
        Column("kind", Text(), nullable=False),
        Column("id", Text(), nullable=False),
        Column("weight", Float(), nullable=False),
        Column("article_id", Text(), ForeignKey("articles.id"), nullable=False),
    )
    op.create_index("ix_search_entries_article_id", "search_entries", ["article_id"])
    op.create_index("ix_search_entries_id", "search_entries", ["id"])


def _make_statements() -> None:
    op.create_table(
        "statements",
        Column("id", Text(), primary_key=True),
        Column("article_id", Text(), ForeignKey("articles.id"), nullable=False),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("content", Text(), nullable=False),
        Column("source", Text(), nullable=False),
        Column("cue", Text(), nullable=False),
        Column("cue_class", Text(), nullable=False),
        Column("mode", Text(), nullable=False),
        Column("speaker", Text()),
        Column("speaker_name", Text()),
        Column("role", Text()),
        Column("institution", Text()),
        Column("sector", Text()),
        Column("said_at", Text()),
        Column("nested_in", Text()),
        Column("negated", Boolean(), nullable=False),
        Column("hedged", Boolean(), nullable=False),
        Column("denied", Text(), nullable=False),
        Column("zone", Text(), nullable=False),
        Column("confidence", Float(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
    )
    op.create_index("ix_statements_article_id", "statements", ["article_id"])
    op.create_index("ix_statements_page_id", "statements", ["page_id"])
    op.create_index("ix_statements_speaker", "statements", ["speaker"])


def _make_figures() -> None:
    op.create_table(
        "figures",
        Column("id", Text(), primary_key=True),
        Column("report_id", Text(), ForeignKey("reports.id"), nullable=False),
        Column("article_id", Text(), ForeignKey("articles.id"), nullable=False),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("effect", Text(), nullable=False),
        Column("low", Integer()),
        Column("high", Integer()),
        Column("qualifier", Text()),
        Column("about", Boolean(), nullable=False),
        Column("counted", Text()),
        Column("part_of", Text()),
        Column("attributed_to", Text()),
        Column("statement_id", Text()),
        Column("span", Text(), nullable=False),
        Column("is_superseded", Boolean(), nullable=False),
        Column("is_doubtful", Boolean(), nullable=False),
        Column("confidence", Float(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
    )
    op.create_index("ix_figures_article_id", "figures", ["article_id"])
    op.create_index("ix_figures_page_id", "figures", ["page_id"])
    op.create_index("ix_figures_report_id", "figures", ["report_id"])
