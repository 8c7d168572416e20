"""What people decided about names, and which judgements rest on a decision."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables and the column; no judgement on record is a person's yet."""
    op.add_column("links", Column("decision", Text()))
    op.create_table(
        "decisions",
        Column("number", Integer(), ForeignKey("custody.seq"), primary_key=True),
        Column("id", Text(), nullable=False, unique=True),
        Column("at", DateTime(timezone=True), nullable=False),
        Column("by", Text(), nullable=False),
        Column("verb", Text(), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("reason", Text(), nullable=False),
        Column("left", Text(), nullable=False),
        Column("right", Text(), nullable=False),
        Column("undoes", Text()),
    )
    op.create_table(
        "anchors",
        Column("decision", Text(), ForeignKey("decisions.id"), primary_key=True),
        Column("place", Integer(), primary_key=True),
        Column("member", Text(), nullable=False),
        Column("capture_id", Text(), nullable=False),
        Column("page_id", Text(), nullable=False),
        Column("sha256", Text(), nullable=False),
        Column("span", Text(), nullable=False),
        Column("text", Text(), nullable=False),
        Column("salt", Text(), nullable=False),
        Index("ix_anchors_capture_id", "capture_id"),
        Index("ix_anchors_member", "member"),
    )
