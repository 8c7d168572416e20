"""Which assistant model proposed a statement."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; every statement on record was found by our own rules."""
    op.add_column("statements", Column("found_by", Text()))
