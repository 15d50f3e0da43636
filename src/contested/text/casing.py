"""Upper-case text made readable for the parser, with every offset kept."""

from __future__ import annotations

import re

SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“(\[]\s*|--\s*)([a-z])")


SAMPLE = 3000
"""Characters that tell: a dispatch that shouts does so from its first line."""


def is_upper_case(text: str) -> bool:
    """Return whether a text is written in capitals throughout (old wire dispatches).

    >>> is_upper_case("THE ARMY SAID THE TOWN IS QUIET.")
    True
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    return letters > 20 and sum(map(str.isupper, sample)) > 0.8 * letters


def sentence_case(text: str) -> str:
    """Return the text in lower case with sentence starts capitalised, same length."""
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return SENTENCE_START.sub(lambda match: match.group(0)[:-1] + match.group(1).upper(), lowered)
