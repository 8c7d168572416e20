"""Which place of the gazetteer a name was taken for."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; names on record were taken for no place yet."""
    op.add_column("mentions", Column("place", Text()))
