"""The whole flow on one page.

    sources -> text -> claims -> events    one document at a time: `extract`, a list of steps
            -> links -> assessment         many claims about one place and time
            -> outputs                     briefing, table, exports

A step takes a `Reading` and returns a new one; the order below is the order in which they run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from contested.claims.attribution import extract_claims
from contested.claims.factuality import judge_claims
from contested.claims.sources import resolve_sources
from contested.events.coding import code_events
from contested.model import Document, Extraction, Found
from contested.packs import Pack
from contested.parse import Parse
from contested.reading import Reading, Step
from contested.text.actors import find_actors
from contested.text.places import find_places
from contested.text.quantities import find_quantities
from contested.text.quotes import find_quotes
from contested.text.sentences import parse_text
from contested.text.times import find_times
from contested.text.which_packs import choose_packs

STEPS: tuple[Step, ...] = (
    parse_text,
    choose_packs,
    find_quotes,
    find_places,
    find_times,
    find_quantities,
    find_actors,
    extract_claims,
    resolve_sources,
    judge_claims,
    code_events,
)


def read_through(reading: Reading, steps: Sequence[Step] = STEPS) -> Reading:
    """Return the reading after all steps."""
    for step in steps:
        reading = step(reading)
    return reading


def start(document: Document, packs: Sequence[Pack] | None = None, parse: Parse | None = None) -> Reading:
    """Return the reading with which the steps begin; `packs` None lets the text choose them."""
    return Reading(
        document=document,
        packs=tuple(packs or ()),
        packs_found=Found.UNKNOWN if packs is None else Found.GIVEN,
        parse=parse or Parse(),
    )


def extract(document: Document, packs: Sequence[Pack] | None = None) -> Extraction:
    """Return all that one report holds: places, times, actors, claims, events."""
    return read_through(start(document, packs)).extraction()


def extract_all(documents: Iterable[Document], packs: Sequence[Pack] | None = None) -> Iterator[Extraction]:
    """Yield the extraction of each report, in order."""
    for document in documents:
        yield extract(document, packs)
