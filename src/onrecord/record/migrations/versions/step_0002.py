"""What came with fetched pages, corrections, and what is watched."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Column,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    Text,
    bindparam,
    column,
    select,
    table,
    text,
    update,
)

from onrecord.model import address_of

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and tables; rows on record stay as they are."""
    op.add_column("captures", Column("fetched", Text()))
    _extend_custody()
    origins = Column("origins", Text(), nullable=False, server_default="[]")
    op.add_column("articles", origins)
    _add_addresses()
    _make_corrections()
    _make_watched()


def _extend_custody() -> None:
    op.add_column("custody", Column("detail", Text()))
    forgotten = text("event = 'forgotten'")
    op.create_index(
        "custody_forgotten",
        "custody",
        ["sha256"],
        sqlite_where=forgotten,
        postgresql_where=forgotten,
    )
    op.create_table(
        "stamps",
        Column("seq", Integer(), ForeignKey("custody.seq"), primary_key=True),
        Column("token", LargeBinary(), nullable=False),
    )


def _add_addresses() -> None:
    """Give every capture on record the address it is compared by."""
    op.add_column("captures", Column("address", Text()))
    op.create_index("ix_captures_address", "captures", ["address"])
    captures = table("captures", column("id"), column("where"), column("address"))
    found = op.get_bind().execute(select(captures.c.id, captures.c.where)).all()
    rows = [{"capture": name, "place": address_of(where)} for name, where in found]
    change = update(captures).where(captures.c.id == bindparam("capture"))
    if rows:
        op.get_bind().execute(change.values(address=bindparam("place")), rows)


def _make_corrections() -> None:
    op.create_table(
        "corrections",
        Column("id", Text(), primary_key=True),
        Column("article_id", Text(), ForeignKey("articles.id"), nullable=False),
        Column("page_id", Text(), ForeignKey("pages.id"), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("spans", Text(), nullable=False),
        Column("said", Text(), nullable=False),
        Column("corrected", Text(), nullable=False),
        Column("targets", Text(), nullable=False),
        Column("at", Text()),
        Column("confidence", Float(), nullable=False),
        Column("run", Text(), ForeignKey("runs.id"), nullable=False),
        Column("by", Text(), nullable=False),
    )
    op.create_index("ix_corrections_article_id", "corrections", ["article_id"])
    op.create_index("ix_corrections_page_id", "corrections", ["page_id"])


def _make_watched() -> None:
    op.create_table(
        "watched",
        Column("url", Text(), primary_key=True),
        Column("kind", Text(), nullable=False),
        Column("found_in", Text()),
        Column("added_at", DateTime(timezone=True), nullable=False),
        Column("asked_at", DateTime(timezone=True)),
        Column("next_at", DateTime(timezone=True), nullable=False),
        Column("etag", Text()),
        Column("last_modified", Text()),
        Column("failures", Integer(), nullable=False),
        Column("reason", Text()),
    )
    op.create_index("ix_watched_next_at", "watched", ["next_at"])
