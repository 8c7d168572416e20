"""What the judge of pairs said, kept so that no pair is read twice."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Float, Text

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table, empty: whatever is on record is judged at the next resolving."""
    op.create_table(
        "judged_pairs",
        Column("pair", Text(), primary_key=True),
        Column("agree", Float(), nullable=False),
        Column("dispute", Float(), nullable=False),
        Column("other", Float(), nullable=False),
    )
