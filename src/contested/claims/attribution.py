"""Attribution: not written yet."""

from contested.reading import Reading


def extract_claims(reading: Reading) -> Reading:
    """Return the reading as it came."""
    return reading
