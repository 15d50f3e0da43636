"""The language of a text, by `py3langid` (offline; its model ships in its package)."""

from __future__ import annotations

from functools import cache
from typing import Any

SHORTEST = 20
"""Letters below which a guess is worth nothing."""
SURE = 0.9
"""Below this normalised probability a guess is not used: wrong ones, on headlines full of foreign
names, rarely pass it."""
SURE_OF_ENGLISH = 0.5
"""English is what we read, so that a likely guess is enough."""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> tuple[str, bool]:
    """Return an ISO 639-1 code and whether it is sure enough to be used.

    >>> detect_language("The town was shelled again on Tuesday night, officials said.")
    ('en', True)
    """
    sample = text[:3000]
    if sum(sign.isalpha() for sign in sample) < SHORTEST:
        return "unknown", False
    code, probability = _identifier().classify(sample.lower() if sample.isupper() else sample)
    return str(code), float(probability) >= (SURE_OF_ENGLISH if code == "en" else SURE)
