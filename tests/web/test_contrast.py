"""The colours of all pages: text and marks stand out from every ground, and no party weighs more."""

from __future__ import annotations

import re

import pytest

from contested.web.layout import static_folder

CSS = (static_folder() / "contested.css").read_text(encoding="utf-8")
GROUNDS = ("bg", "surface")
TEXT = [("ink", g) for g in (*GROUNDS, "land", "mark", "warn")] + [
    (t, g) for t in ("ink2", "link") for g in (*GROUNDS, "land")
]
MARKS = [(t, g) for t in ("p1", "p2", "p3", "p4") for g in (*GROUNDS, "land", "water")] + [
    ("ctl", g) for g in (*GROUNDS, "land", "water")
]


def tokens(theme: str) -> dict[str, str]:
    """Return the colours of a theme by their names."""
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")[:2]
    block = light if theme == "light" else dark.split("}")[0]
    return dict(re.findall(r"--([a-z0-9]+):\s*(#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    """Black on white is 21."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), TEXT)
def test_text_stands_out(theme: str, colour: str, ground: str) -> None:
    """At least 4.5 to 1."""
    found = tokens(theme)
    assert contrast(found[colour], found[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), MARKS)
def test_marks_stand_out(theme: str, colour: str, ground: str) -> None:
    """At least 3 to 1, on land and on water too."""
    found = tokens(theme)
    assert contrast(found[colour], found[ground]) >= 3.0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["bg", "surface", "land", "water"])
def test_no_party_weighs_more(theme: str, ground: str) -> None:
    """The first two parties differ by less than 5 % on every ground."""
    found = tokens(theme)
    one, other = contrast(found["p1"], found[ground]), contrast(found["p2"], found[ground])
    assert abs(one - other) / max(one, other) < 0.05
