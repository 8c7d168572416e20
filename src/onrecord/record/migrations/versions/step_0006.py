"""Which figure another one adds to."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; no figure on record was told from its rivals so far."""
    op.add_column("figures", Column("adds_to", Text()))
