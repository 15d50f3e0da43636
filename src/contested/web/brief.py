"""A brief as one self-contained page to send: its drawings within, nothing loaded, no script.

It prints on A4 or Letter, survives a copier, and every sentence carries the numbers of its notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from contested.model import UNKNOWN
from contested.outputs.brief_records import Brief, Side
from contested.outputs.wording import marks, rounded, state_key
from contested.web.drawings.marks import mark
from contested.web.layout import environment, static_folder
from contested.web.sides import side_index, side_indices

FILLS = {"held": "solid", "claimed": "claimed", "carried": "carried", "carried_contested": "carried"}
"""The fill of the mark for each pattern of the answer; others are solid."""


NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Drawings:
    """The pictures of a brief: control over time, and where the place lies; empty where there is none."""

    strip: Markup = NOTHING
    map: Markup = NOTHING


@dataclass(frozen=True, slots=True)
class Laid:
    """What the template of a brief shows."""

    brief: Brief
    drawings: Drawings
    style: Markup
    mark: Markup
    words: str  # the state's marks in plain text, "[~][!=]"
    shares: str
    sides: tuple[Side, ...]
    side_marks: dict[str, Markup]
    address: str  # where the brief can be asked for again


def brief_html(brief: Brief, drawings: Drawings = Drawings()) -> str:
    """Return the brief as HTML; every word of a report is escaped."""
    parties = [side.party for side in brief.sides[:-1]]
    laid = Laid(
        brief=brief,
        drawings=drawings,
        style=_style(),
        mark=state_mark(brief, parties),
        words=marks(brief.control),
        shares=", ".join(f"{name} {share}" for name, share in rounded(brief.control.probabilities).items()),
        sides=brief.sides,
        side_marks={party: mark(side_index(party, parties), label=party) for party in parties},
        address=f"contested brief {brief.control.place_id} --on {brief.day} --known-on {brief.known_on}",
    )
    return environment().get_template("brief.html").render(it=laid)


def state_mark(brief: Brief, parties: Sequence[str]) -> Markup:
    """Return the mark of the answer, with what it says as its label."""
    control = brief.control
    index = side_index(control.state, parties)
    fill = "none" if control.state == UNKNOWN else FILLS.get(state_key(control), "solid")
    label = f"{control.state}{', disputed' if control.disputed else ''}"
    return mark(index, fill, control.disputed, size=44, states=side_indices(parties)[:3], label=label)


def _style() -> Markup:
    """Return the look of all pages and that of briefs: our own files, nothing of a report's."""
    sheets = (static_folder() / "contested.css", static_folder() / "pages" / "brief.css")
    return Markup("\n".join(path.read_text(encoding="utf-8") for path in sheets))
