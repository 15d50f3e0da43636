"""Factuality: not written yet."""

from contested.reading import Reading


def judge_claims(reading: Reading) -> Reading:
    """Return the reading as it came."""
    return reading
