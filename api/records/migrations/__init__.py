"""Migrations of the records, by Alembic: one file a change, never edited once it was released."""
