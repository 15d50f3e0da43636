"""Who says what, and how: attribution, sources, certainty, polarity, verification, outlook."""
