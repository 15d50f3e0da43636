"""A real Chromium before a real server on this machine, and a watch on what it must never do.

Without a browser these tests are skipped, and say so; in CI (the variable `CI`) they then fail.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright

from contested.outputs.pdf import browser as installed_browser
from contested.server.app import create_app

QUIET = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader",
]  # fmt: skip
"""A browser that asks the network for nothing and draws WebGL without a graphics card."""
WITHOUT = "No Chromium here: the pages were not tried in a browser. Install one (Debian: apt-get install chromium)."
PATIENCE = 30_000
"""Milliseconds to wait for anything on a page: a busy machine draws WebGL without a graphics card."""
LOOPBACK = {"127.0.0.1", "localhost", "::1", ""}


class Watch:
    """What one page asked for and complained of."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.visited: set[str] = set()

    def over(self, page: Page) -> None:
        """Listen to a page."""
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", self._failed)

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if request.is_navigation_request():
            self.visited.add(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and (parts.hostname or "") not in LOOPBACK:
            self.outside.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self._is_noise(message):
            self.complaints.append(f"{message.type}: {message.text}")

    def _is_noise(self, message: ConsoleMessage) -> bool:
        """Return whether the browser only notes that the page asked for answers 404, or that WebGL is slow here."""
        missing = "status of 404" in message.text and message.location.get("url") in self.visited
        return missing or "GL Driver Message (OpenGL, Performance" in message.text

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser that is installed; skip without one, but fail in CI."""
    program = installed_browser()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(WITHOUT)
        pytest.skip(WITHOUT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(sample_ledger: Path) -> Iterator[str]:
    """Return the address of a server over the sample dispatches."""
    with Serving(str(sample_ledger)) as address:
        yield address


class Serving:
    """A server over a ledger, in a thread of its own, on a free port of this machine."""

    def __init__(self, database: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = uvicorn.Config(create_app(database), host="127.0.0.1", port=self.port, log_level="error", ws="none")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def __enter__(self) -> str:
        self.thread.start()
        deadline = time.monotonic() + 20
        while not self.server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.02)
        return f"http://127.0.0.1:{self.port}"

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.thread.join(timeout=10)


@pytest.fixture
def tab(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a tab of a desk-wide window; afterwards it must have asked nobody else and complained of nothing.

    A test sets the window by `@pytest.mark.window(width=390, color_scheme="dark", …)`.
    """
    wanted = request.node.get_closest_marker("window")
    chosen = {"width": 1280, "height": 900, **(wanted.kwargs if wanted else {})}
    viewport = {"width": chosen.pop("width"), "height": chosen.pop("height")}
    context: BrowserContext = chromium.new_context(viewport=viewport, timezone_id="Europe/Kyiv", **chosen)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch()
    watch.over(page)
    yield page
    context.close()
    assert watch.outside == [], "asked somebody else"
    assert watch.complaints == [], "complained on the console"
