"""The same pages as files: asked of the application, with links that work from disk.

A page is part of the copy if `Scope.file_of` gives it a file: newest states, the last days of today
and map, and every claim, dispute, report, origin and source that those pages lead to. A link to
anything else loses its address and says so. Forms need the program and are left out.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag, urlsplit

import httpx2
from fastapi import FastAPI
from lxml import html

from contested.errors import ContestedError
from contested.server.app import create_app
from contested.web.addresses import shifted
from contested.web.layout import static_folder

HOST = "http://127.0.0.1"
OUTSIDE = "Not part of this copy: the program shows it (contested serve)."
FREE = ("claim", "dispute", "document", "origin", "source")
"""Kinds of pages that are the same on every day."""
LISTS = ("places", "claims", "disputes", "sources", "about")
ADDRESSES = ("href", "src")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which pages belong to the copy: the newest day, and how many days before it."""

    last_day: str
    days: int

    def file_of(self, address: str) -> str | None:
        """Return the file of a page within the copy, None if it is not part of it.

        >>> scope = Scope("2025-11-20", 7)
        >>> scope.file_of("/place/gn:1-kupiansk/2025-11-20?known-on=2025-11-20")
        'place/gn-1-kupiansk.html'
        >>> scope.file_of("/claims?party=M23") is None
        True
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        query = {name: value for name, value in parse_qsl(parts.query) if (name, value) != ("known-on", self.last_day)}
        names = [unquote(name) for name in parts.path.strip("/").split("/") if name]
        if names[:1] == ["static"]:
            return "/".join(names)
        if names and names[-1] == self.last_day:
            names = names[:-1]
        return self._page(names, query)

    def _page(self, names: list[str], query: dict[str, str]) -> str | None:
        kind = names[0] if names else "today"
        if kind == "claims" and set(query) <= {"page"}:
            return f"claims-{query['page']}.html" if query.get("page", "1") != "1" else "claims.html"
        if query:
            return None
        if kind in ("today", "map") and (len(names) < 2 or self._recent(names[1])):
            return f"{kind}/{names[1]}.html" if len(names) == 2 else "index.html" if kind == "today" else "map.html"
        if kind in LISTS and len(names) == 1:
            return f"{kind}.html"
        if kind in FREE and len(names) == 2:
            return f"{kind}/{_file_name(names[1])}.html"
        if kind == "place" and (len(names) == 2 or (len(names) == 3 and self._recent(names[2]))):
            return f"place/{'/'.join(_file_name(name) for name in names[1:])}.html"
        return None

    def _recent(self, name: str) -> bool:
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", name) is not None
        return is_day and shifted(self.last_day, -self.days) < name <= self.last_day


def _file_name(name: str) -> str:
    """Return a name that every file system takes; a dot would look like another kind of file."""
    return re.sub(r"[^\w-]+", "-", name)[:120]


@dataclass(slots=True)
class Copied:
    """What a copy came to."""

    pages: int = 0
    files: int = 0
    outside: int = 0  # links that lead to nothing in the copy
    failed: list[str] = field(default_factory=list)


def write_site(
    database: str | None,
    out: Path,
    *,
    days: int = 7,
    most: int = 20_000,
    seen: Callable[[int, int], None] = lambda _done, _known: None,
) -> Copied:
    """Write the pages of a ledger into a folder and return what was written.

    `seen` is called with the pages written and known so far. Raises ContestedError if the folder
    holds something else, or the copy would be larger than `most` pages.
    """
    if out.exists() and any(out.iterdir()) and not (out / "index.html").is_file():
        raise ContestedError(f"{out} is not empty and holds no copy of these pages.", "Choose another folder.")
    app = create_app(database, may_add=False)
    from contested.questions import Known

    scope = Scope(Known(app.state.desk.view).last_day, days)
    try:
        with ThreadPoolExecutor(1) as apart:  # the caller may have an event loop of its own (a notebook, a test)
            return apart.submit(asyncio.run, _copy(app, scope, out, most, seen)).result()
    finally:
        app.state.desk.close()


async def _copy(app: FastAPI, scope: Scope, out: Path, most: int, seen: Callable[[int, int], None]) -> Copied:
    copied = Copied()
    waiting, known = deque(["/"]), {"index.html"}
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url=HOST) as client:
        while waiting:
            address = waiting.popleft()
            answer = await client.get(address)
            if answer.status_code != 200:
                copied.failed.append(address)
            file = scope.file_of(address)
            assert file is not None
            for link in _write(answer.text, file, scope, out, copied):
                target = scope.file_of(link)
                if target and not target.startswith("static/") and target not in known:
                    known.add(target)
                    waiting.append(link)
            if len(known) > most:
                raise ContestedError(f"The copy would be larger than {most} pages.", "Raise --most, or lower --days.")
            seen(copied.pages, len(known))
    copied.files = _static(out)
    return copied


def _write(text: str, file: str, scope: Scope, out: Path, copied: Copied) -> list[str]:
    """Write one page with its links turned into files; return the addresses that it leads to."""
    tree = html.document_fromstring(text)
    for form in tree.xpath("//form"):
        form.drop_tree()
    found: list[str] = []
    for element in tree.iter():
        for name in ADDRESSES:
            address = element.get(name) if isinstance(element.tag, str) else None
            if address and address.startswith("/"):
                found.append(address)
                _point(element, name, file, scope, copied)
    _point_marks(tree, file, scope)
    tree.find("body").set("data-static", "")
    path = out / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(html.tostring(tree, encoding="utf-8", doctype="<!doctype html>"))
    copied.pages += 1
    return [urldefrag(address).url for address in found]


def _point_marks(tree: html.HtmlElement, file: str, scope: Scope) -> None:
    """Let the marks of the moving map, which stand as data in the page, point to files too."""
    for block in tree.xpath("//script[@id='map-data']"):
        data = json.loads(block.text)
        for place in data["places"]:
            target = scope.file_of(urldefrag(place["address"]).url)
            place["address"] = _relative(target, file) if target else ""
        block.text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _relative(target: str, file: str) -> str:
    return os.path.relpath(target, Path(file).parent).replace(os.sep, "/")


def _point(element: html.HtmlElement, name: str, file: str, scope: Scope, copied: Copied) -> None:
    """Let one link point to its file, or take its address away."""
    address, fragment = urldefrag(element.get(name))
    target = scope.file_of(address)
    if target is None:
        del element.attrib[name]
        element.set("title", OUTSIDE)
        element.set("class", f"{element.get('class', '')} outside".strip())
        copied.outside += 1
        return
    relative = _relative(target, file)
    element.set(name, f"{relative}#{fragment}" if fragment else relative)


def _static(out: Path) -> int:
    """Copy styles and scripts; return how many."""
    count = 0
    for path in sorted(static_folder().rglob("*")):
        if path.is_file():
            target = out / "static" / path.relative_to(static_folder())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            count += 1
    return count
