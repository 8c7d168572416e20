"""What alembic runs: the steps, on the connection it is handed."""

from __future__ import annotations

from alembic import context

from onrecord.record.schema import metadata

if hasattr(context, "config"):  # alembic is running; a mere import does nothing
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=metadata
    )
    context.run_migrations()
