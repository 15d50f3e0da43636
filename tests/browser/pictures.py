"""Pictures of every kind of page over the sample dispatches: to look at, and a few for docs/pictures.

    python -m tests.browser.pictures OUT [--only place map] [--widths 1280 390] [--schemes light dark]

The ledger is made anew from examples/dispatches (all invented). Names are KIND-WIDTH-SCHEME.png.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from typer.testing import CliRunner

from contested.cli.main import app
from contested.outputs.pdf import browser as installed_browser
from tests.browser.conftest import QUIET, Serving
from tests.browser.kinds import KINDS, every
from tests.conftest import SAMPLES

SETTLES = 60_000
"""Milliseconds within which a map must have drawn itself."""


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="+", default=KINDS, choices=KINDS)
    parser.add_argument("--widths", nargs="+", type=int, default=[1280, 390])
    parser.add_argument("--schemes", nargs="+", default=["light", "dark"])
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/samples.db"
        result = CliRunner().invoke(app, ["read", str(SAMPLES), "--db", ledger])
        assert result.exit_code == 0, result.output
        with Serving(ledger) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=installed_browser(), args=QUIET)
            for width in chosen.widths:
                for scheme in chosen.schemes:
                    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                    for kind, address in every(base):
                        if kind in chosen.only:
                            shoot(page, address, chosen.out / f"{kind.replace(' ', '-')}-{width}-{scheme}.png")
                    page.close()
            browser.close()


def shoot(page: Page, address: str, path: Path) -> None:
    """Take a picture of a whole page once it stands still."""
    page.goto(address)
    if page.locator("[data-map]").count():
        page.locator("[data-map][data-idle]").wait_for(timeout=SETTLES)
    page.screenshot(path=path, full_page=True)
    print(path)


if __name__ == "__main__":
    main()
