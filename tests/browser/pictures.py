"""Pictures of every kind of page over the sample dispatches: to look at, and a few for docs/pictures.

    python -m tests.browser.pictures OUT [--only place map] [--widths 1280 390] [--schemes light dark]
    python -m tests.browser.pictures docs/pictures --docs

The ledger is made anew from examples/dispatches (all invented). Names are KIND-WIDTH-SCHEME.png.
"""

from __future__ import annotations

import argparse
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from typer.testing import CliRunner

from contested.cli.main import app
from contested.outputs.pdf import browser as installed_browser
from tests.browser.conftest import QUIET, Serving
from tests.browser.kinds import KINDS, every
from tests.conftest import SAMPLES

DOCS = (
    ("today", 1280, 860, "light"), ("map of one war", 1280, 900, "light"), ("place on a day", 1280, 1000, "light"),
    ("dispute", 1280, 860, "light"), ("document", 1280, 800, "light"), ("place on a day", 390, 844, "dark"),
)  # fmt: skip
"""The few that the documentation shows: as much as a window holds."""
SETTLES = 60_000
"""Milliseconds within which a map must have drawn itself."""


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="+", default=KINDS, choices=KINDS)
    parser.add_argument("--widths", nargs="+", type=int, default=[1280, 390])
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"])
    parser.add_argument("--docs", action="store_true", help="the few of the documentation, a window each")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/samples.db"
        result = CliRunner().invoke(app, ["read", str(SAMPLES), "--db", ledger])
        assert result.exit_code == 0, result.output
        with Serving(ledger) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=installed_browser(), args=QUIET)
            where = dict(every(base))
            wanted = DOCS if chosen.docs else tuple(product(chosen.only, chosen.widths, (900,), chosen.schemes))
            for kind, width, height, scheme in wanted:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                name = f"{kind.replace(' ', '-')}-{width}-{scheme}.png"
                shoot(page, where[kind], chosen.out / name, whole=not chosen.docs)
                page.close()
            browser.close()


def shoot(page: Page, address: str, path: Path, *, whole: bool) -> None:
    """Take a picture of a page, or of as much as the window holds, once it stands still."""
    page.goto(address)
    if page.locator("[data-map]").count():
        page.locator("[data-map][data-idle]").wait_for(timeout=SETTLES)
    page.screenshot(path=path, full_page=whole)
    print(path)


if __name__ == "__main__":
    main()
