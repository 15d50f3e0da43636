"""The one error tree.

    ContestedError
    ├── InputError            a source cannot be read at all
    │   ├── UnreadableInput   missing, no permission, binary, wrong encoding
    │   └── EmptyInput        nothing in it
    ├── StoreError            the database: locked, full, read-only
    │   └── NewerStore        written by a newer version
    ├── LexiconError          a data file of ours or of a pack's is wrong
    │   └── PackError
    ├── GazetteerError        not built, broken, nothing to import
    ├── UnknownName           no such place, pack, suite, command: answers with the known ones
    ├── ModelMissing          the language pipeline is not installed
    └── EvaluationError       gold that cannot be read, a floor that was not met

Each message says what, where and what to do next; `hint` is the last of these. What is wrong
with *one* document of many is no error but a `Problem`: the run goes on.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process


class ContestedError(Exception):
    """Base of all errors that a user of contested sees. `exit_code` is the command line's."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(ContestedError):
    """A source cannot be read at all."""

    exit_code = 3


class UnreadableInput(InputError):
    """Missing, no permission, binary, wrong encoding."""


class EmptyInput(InputError):
    """There is nothing in it."""


class StoreError(ContestedError):
    """The database cannot be opened or written."""

    exit_code = 4


class NewerStore(StoreError):
    """The database was written by a newer version of contested."""


class LexiconError(ContestedError):
    """A data file is wrong; the message names file and entry."""

    exit_code = 5


class PackError(LexiconError):
    """A pack is wrong."""


class GazetteerError(ContestedError):
    """The gazetteer is not built, is broken, or an import held nothing usable."""

    exit_code = 6


class UnknownName(ContestedError):
    """No such name; the message answers with the nearest known ones."""

    exit_code = 2

    def __init__(self, kind: str, name: str, known: Iterable[str] = (), hint: str = "") -> None:
        names = sorted(set(known))
        near = [match[0] for match in process.extract(name, names, limit=5)] if names else []
        listed = f" Did you mean: {', '.join(near)}?" if near else ""
        super().__init__(f"There is no {kind} called {name!r}.{listed}", hint)
        self.kind, self.name, self.known = kind, name, names


class ModelMissing(ContestedError):
    """The language pipeline is not installed."""

    exit_code = 7


class EvaluationError(ContestedError):
    """Gold that cannot be read, or a quality floor that was not met."""

    exit_code = 8
