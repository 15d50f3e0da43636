"""Sources: not written yet."""

from contested.reading import Reading


def resolve_sources(reading: Reading) -> Reading:
    """Return the reading as it came."""
    return reading
