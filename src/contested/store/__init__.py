"""The ledger underneath: SQLite by default, one schema with migrations."""
