"""Which way one text leans on another: headlines against articles, sentences against sentences."""

from __future__ import annotations

import pytest

from contested.links.stance import bearing_of, headline_stance

TOLD = (
    "Kestrian troops blew up the Arnau bridge over the Sar on Monday. Two spans fell into the river. Traffic stopped."
)
RELAYED = (
    "Kestrian troops have reportedly blown up the Arnau bridge, according to claims on local channels. "
    "The claims about the bridge could not be verified."
)
REFUTED = (
    "The story that the Arnau bridge was blown up is a hoax. The photograph of the bridge was doctored, "
    "and there is no evidence that it fell."
)
NEGATED = "The Arnau bridge was not blown up, the mayor said. Cars crossed the Arnau bridge on Tuesday morning."
OTHER = "Oil prices fell in Harrow as traders looked to the next meeting of producers."

STANCES = [
    ("Troops blow up Arnau bridge", TOLD, "agree"),
    ("Troops blow up Arnau bridge", RELAYED, "discuss"),
    ("Troops reportedly blow up Arnau bridge", TOLD, "discuss"),
    ("Was the Arnau bridge blown up?", TOLD, "discuss"),
    ("Troops blow up Arnau bridge", REFUTED, "disagree"),
    ("No, troops did not blow up the Arnau bridge", TOLD, "disagree"),
    ("Story of the blown-up Arnau bridge is a hoax", TOLD, "disagree"),
    ("Story of the blown-up Arnau bridge is a hoax", REFUTED, "agree"),
    ("Arnau bridge was blown up", NEGATED, "discuss"),
    ("Troops blow up Arnau bridge", OTHER, "unrelated"),
]


@pytest.mark.parametrize(("headline", "body", "expected"), STANCES)
def test_headline_stance(headline: str, body: str, expected: str) -> None:
    """An article agrees when it tells the story straight, and disagrees when one of the two calls it false."""
    assert headline_stance(headline, body) == expected


BEARINGS = [
    ("The ministry said the bridge had been rebuilt.", "The bridge carries trains, the ministry said.", "strengthens"),
    (
        "But critics rejected the figures and said the bridge is not safe.",
        "The ministry said the new bridge is safe, citing the figures of its engineers.",
        "weakens",
    ),
    ("Oil prices fell in Harrow.", "The mayor opened a school.", "neither"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), BEARINGS)
def test_bearing_of(a: str, b: str, expected: str) -> None:
    """Contrast and denial weaken; sentences of other matters do neither."""
    assert bearing_of(a, b) == expected
