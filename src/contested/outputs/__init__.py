"""What people take away: briefs, tables, exports."""
