"""Places: not written yet."""

from contested.reading import Reading


def find_places(reading: Reading) -> Reading:
    """Return the reading as it came."""
    return reading
