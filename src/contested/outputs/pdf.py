"""A page as PDF, printed by a browser that is on the machine already.

Nothing that we could ship lays out footnotes, Arabic and Cyrillic as well, and nearly every laptop
has such a browser (docs/decisions/0007-pdf.md).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from contested import settings
from contested.errors import ContestedError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SECONDS = 60
"""How long a browser may take for one page."""


def browser() -> str | None:
    """Return the browser to print with: CONTESTED_BROWSER, or the first that is found; None without one."""
    chosen = settings.browser()
    if chosen:
        return chosen if Path(chosen).is_file() else shutil.which(chosen)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next((path for path in PLACES if Path(path).is_file()), None)


def print_pdf(html: str) -> bytes:
    """Return a self-contained page as PDF, A4. Raises ContestedError without a browser, or if it fails."""
    program = browser()
    if program is None:
        raise ContestedError(
            "A PDF needs Chromium, Chrome or Edge, and none was found.",
            "Install one, name it in CONTESTED_BROWSER, or write --html and print that.",
        )
    with tempfile.TemporaryDirectory(prefix="contested-") as folder:
        page, pdf = Path(folder) / "brief.html", Path(folder) / "brief.pdf"
        page.write_text(html, encoding="utf-8")
        _run([program, *_options(folder), f"--print-to-pdf={pdf}", page.as_uri()], program)
        if not pdf.is_file():
            raise ContestedError(f"{program} printed no PDF.", "Write --html and print that from a browser.")
        return pdf.read_bytes()


def _options(folder: str) -> list[str]:
    """Return a quiet, separate browser that asks the network for nothing."""
    root = ["--no-sandbox"] if sys.platform.startswith("linux") and os.geteuid() == 0 else []
    return [
        "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", f"--user-data-dir={folder}/profile", *root,
    ]  # fmt: skip


def _run(command: list[str], program: str) -> None:
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise ContestedError(
            f"{program} could not print the page: {error}", "Write --html and print that from a browser."
        ) from error
