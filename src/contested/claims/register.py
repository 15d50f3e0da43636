"""Register: whether a sentence is personal talk or reports on the world."""

from __future__ import annotations

from contested.lexicons import load
from contested.parse import Token


def is_personal(token: Token) -> bool:
    """Whether a sentence speaks as "I" or "we", or to "you", outside quotations; orders do too.

    >>> is_personal(parsed("I will call you tomorrow.")["call"])
    True
    """
    root = next((head for head in token.ancestors() if head.is_root), token)
    words = root.subtree()
    table = load("register")
    if any(word.text in table["quotation_marks"] or word.lemma in table["speaking"] for word in words):
        return False
    is_order = root.tag == "VB" and not any(child.dep in ("nsubj", "nsubjpass") for child in root.children)
    return is_order or any(word.lower in table["persons"] for word in words)
