"""Whom a statement was said to, and where; which assistant model proposed it."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns.

    Every statement on record was found by our own rules, which kept no occasion.
    """
    for name in ("addressee", "occasion"):
        column = Column(name, Text(), nullable=False, server_default="[]")
        op.add_column("statements", column)
    op.add_column("statements", Column("found_by", Text()))
