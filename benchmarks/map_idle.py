"""How long the moving map takes until it stands still, in a real Chromium.

    python benchmarks/map_idle.py [--db LEDGER] [--times 7] [--address /map]

Serves the ledger (the configured one by default) on a free port of this machine, opens the map anew each
time with nothing kept from the time before, and prints when the page's words could be read and
when the map was first idle: least, middle and most milliseconds. WebGL is drawn by SwiftShader, in software,
so a machine with a graphics card is faster than what this prints.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import threading
import time

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from contested.outputs.pdf import browser as installed_browser
from contested.server.app import create_app

SOFTWARE = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader"]
TARGET = 3000
"""Milliseconds within which the map should stand still."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--address", default="/map")
    chosen = parser.parse_args()
    base, server = serve(chosen.db)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=SOFTWARE)
        measured = [once(browser, base + chosen.address) for _ in range(chosen.times + 1)][1:]  # the first one warms up
        version = browser.version
        browser.close()
    server.should_exit = True
    print(f"Chromium {version}, SwiftShader (no graphics card), {chosen.times} loads of {chosen.address}, empty cache")
    for name, values in zip(("words readable", "map first idle"), zip(*measured, strict=True), strict=True):
        low, middle, high = min(values), statistics.median(values), max(values)
        print(f"{name}: least {low:,.0f} ms, middle {middle:,.0f} ms, most {high:,.0f} ms")
    print(f"target for the map: {TARGET:,} ms")


def serve(database: str | None) -> tuple[str, uvicorn.Server]:
    """Return the address of a server over the ledger, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(database), host="127.0.0.1", port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return f"http://127.0.0.1:{port}", server


def once(browser: Browser, address: str) -> tuple[float, float]:
    """Return when the words could be read and when the map stood still, in milliseconds since the address was asked."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(
        "addEventListener('contested:idle', () => { window.idleAt = performance.now(); }, true);"
        "addEventListener('DOMContentLoaded', () => { window.readAt = performance.now(); });"
    )
    page.goto(address)
    page.wait_for_function("() => window.idleAt !== undefined", timeout=60_000)
    found = page.evaluate("() => [window.readAt, window.idleAt]")
    page.context.close()
    return float(found[0]), float(found[1])


if __name__ == "__main__":
    main()
