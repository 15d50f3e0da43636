"""Alembic's migrations of the ledger; they ship inside the package and run when a ledger is opened."""
