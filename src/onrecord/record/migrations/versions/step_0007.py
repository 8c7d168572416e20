"""With what an event was done, whom it struck, and why its date or place is in doubt.

What was found before says none of it: nobody had looked for it.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Text, false

revision = "0007"
down_revision = "0006"

LISTS = ("weapons", "targets", "victims", "date_spans", "doubts")


def upgrade() -> None:
    """Add the columns; every report on record has them empty."""
    for name in LISTS:
        op.add_column(
            "reports", Column(name, Text(), nullable=False, server_default="[]")
        )
    op.add_column(
        "reports",
        Column("is_date_counted", Boolean(), nullable=False, server_default=false()),
    )
