"""The gazetteer: names of places, compiled once to one file, merged from several sources."""
