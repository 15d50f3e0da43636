"""Coding: not written yet."""

from contested.reading import Reading


def code_events(reading: Reading) -> Reading:
    """Return the reading as it came."""
    return reading
