"""Steps that bring an older record's tables up to date, run by alembic."""
