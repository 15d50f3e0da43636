"""The command line: one file a command, its logic imported when it runs."""
