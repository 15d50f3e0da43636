"""The gazetteer: what places there are, by which names, and where.

from contested import gazetteer
places = gazetteer.load()
places.lookup("Kupyansk")      -> entries, best first
places.find("in Kupiansk")     -> names found in a text
places.entry("gn:703656")      -> one entry
"""

from contested.gazetteer.entry import ALIAS_COST, REGIONS, SETTLEMENTS, AliasKind, Entry, prominence
from contested.gazetteer.gazetteer import Gazetteer, Match, forget, load

__all__ = [
    "ALIAS_COST",
    "REGIONS",
    "SETTLEMENTS",
    "AliasKind",
    "Entry",
    "Gazetteer",
    "Match",
    "forget",
    "load",
    "prominence",
]
