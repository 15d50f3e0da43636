"""Reading a page in tests."""

from __future__ import annotations

import lxml.html


def text_of(element: lxml.html.HtmlElement) -> str:
    """Return the words of an element, white space as one blank."""
    return " ".join(element.text_content().split())
