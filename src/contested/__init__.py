"""contested: who claims what, who denies it, and what may be concluded, from dated reports.

The public face, one verb a stage; everything else is reached through its module.

>>> import contested
>>> for document in contested.read_documents(["reports/"]):
...     extraction = contested.extract(document)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from contested.assessment.control import assess_control, gather
    from contested.links import link_ledger
    from contested.outputs.briefing import write_brief
    from contested.pipeline import extract
    from contested.sources import read_documents
    from contested.store.ledger import open_ledger

_HOMES = {
    "read_documents": "contested.sources",
    "extract": "contested.pipeline",
    "open_ledger": "contested.store.ledger",
    "link_ledger": "contested.links",
    "gather": "contested.assessment.control",
    "assess_control": "contested.assessment.control",
    "write_brief": "contested.outputs.briefing",
}

__all__ = [
    "__version__",
    "assess_control",
    "extract",
    "gather",
    "link_ledger",
    "open_ledger",
    "read_documents",
    "write_brief",
]


def __getattr__(name: str) -> Any:
    """Import a verb when it is first used: `contested --help` must not load a parser."""
    if name not in _HOMES:
        raise AttributeError(f"module 'contested' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
