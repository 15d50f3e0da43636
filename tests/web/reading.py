"""Reading a page in tests."""

from __future__ import annotations

import re

import lxml.html


def text_of(element: lxml.html.HtmlElement) -> str:
    """Return the words of an element, white space as one blank."""
    return " ".join(element.text_content().split())


def css(element: lxml.html.HtmlElement, selector: str) -> list[lxml.html.HtmlElement]:
    """Return what a plain selector finds: tags, classes, ids, attributes, descendants and children.

    `.cols > .hd bdi` finds the names of the columns of a place page.
    """
    steps = re.findall(r"(>)?\s*([^\s>]+)", selector)
    path = "." + "".join(("/" if child else "//") + _step(step) for child, step in steps)
    return list(element.xpath(path))


def _step(step: str) -> str:
    """Return one step of a selector as XPath."""
    tag = re.match(r"[a-z0-9]*", step)
    tests = []
    for sign, name, attribute, value in re.findall(r"([.#])([\w-]+)|\[([\w-]+)=\"([^\"]*)\"\]", step):
        if sign == ".":
            tests.append(f'contains(concat(" ", normalize-space(@class), " "), " {name} ")')
        else:
            tests.append(f'@id="{name}"' if sign else f'@{attribute}="{value}"')
    return ((tag.group() if tag else "") or "*") + "".join(f"[{test}]" for test in tests)
