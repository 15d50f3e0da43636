"""Reports read from dated text, JSONL, CSV, HTML, feeds, folders and standard input."""
