"""Which packs: not written yet."""

from contested.reading import Reading


def choose_packs(reading: Reading) -> Reading:
    """Return the reading as it came."""
    return reading
