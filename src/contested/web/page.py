"""What a page is before it is laid out: a template, a title, its clocks, and its content as a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contested.web.addresses import Clocks


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `content` is what its template shows as `it`.

    `cite` is the address that keeps saying the same, with both clocks where the page has them;
    `downloads` are (words, address) pairs; `scripts` names the built scripts it needs beside
    `page.js`; `section` is the entry of the main navigation that is marked.
    """

    template: str
    title: str
    content: Any
    section: str = ""
    address: str = "/"
    cite: str = ""
    clocks: Clocks | None = None
    earlier: str = ""  # the same page a day before, by its address
    later: str = ""
    known_earlier: str = ""
    known_later: str = ""
    downloads: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()
    status: int = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the foot, and a running import.

    `import_line` is the sentence of a running import ("412 of 900 reports read, 3 could not be
    read"), empty when none runs; then `import_share` is how far it is, 0..1.
    """

    packs: tuple[str, ...] = ()
    reports: int = 0
    outlets: int = 0
    first_day: str | None = None
    last_day: str | None = None
    unread: int = 0
    import_line: str = ""
    import_share: float = 0.0
    parties: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
