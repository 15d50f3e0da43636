"""Pages: each module builds one kind of page from the ledger as a `Page` with a record as content."""
