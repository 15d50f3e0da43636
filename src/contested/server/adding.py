"""Reports that a person adds in the browser: kept as files beside the ledger, read by another process.

The files are kept as they came, so that nothing is lost when reading fails. Only this machine may
add, and only from the program's own pages: the origin of the form is checked.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fastapi import Request, UploadFile
from sqlalchemy.engine import make_url

from contested import settings
from contested.errors import ContestedError, InputError
from contested.store.opening import address

LARGEST = 50 * 1024 * 1024
"""Bytes of one file; larger collections are read on the command line."""
MOST = 1000
"""Files of one form."""


def inbox(database: str | None) -> Path:
    """Return the folder beside the ledger where added files are kept."""
    url = make_url(address(database or settings.database()))
    if url.get_backend_name() != "sqlite" or not url.database:
        raise ContestedError("This ledger is no file, so there is no folder beside it.", "Use: contested read REPORTS")
    return Path(f"{url.database}.reports")


def check_origin(request: Request) -> None:
    """Refuse a form that another site sent. Raises InputError."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    own = str(request.base_url).rstrip("/")
    if site not in (None, "same-origin", "none") or (origin is not None and origin != own):
        raise InputError("This form came from another site and was refused.", "Open the page here and try again.")


async def keep(files: Sequence[UploadFile], folder: Path) -> Path:
    """Keep the files under a folder of this moment and return it. Raises InputError."""
    named = [file for file in files if file.filename]
    if not named:
        raise InputError("No file was chosen.", "Choose one or more reports.")
    if len(named) > MOST:
        raise InputError(
            f"{len(named)} files at once are too many.", f"Add at most {MOST}, or use: contested read FOLDER"
        )
    target = folder / datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S%f")
    target.mkdir(parents=True)
    for number, file in enumerate(named):
        content = await file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise InputError(f"{file.filename} is larger than 50 MB.", "Read it with: contested read FILE")
        (target / safe_name(file.filename or "", number, target)).write_bytes(content)
    return target


def safe_name(name: str, number: int, folder: Path) -> str:
    """Return a file name without folders or odd signs; a second one of the same name gets a number."""
    plain = re.sub(r"[^\w.()\- ]+", "_", Path(name.replace("\\", "/")).name).lstrip(".") or "report.txt"
    return f"{number}-{plain}" if (folder / plain).exists() else plain


def start_reading(
    database: str | None, folder: Path, published: str | None, outlet: str | None
) -> subprocess.Popen[bytes]:
    """Start reading a folder into the ledger, in a process of its own; its progress stands in the ledger."""
    command = [sys.executable, "-m", "contested.cli.main", "read", str(folder), "--json"]
    command += ["--db", database] if database else []
    command += ["--published", published] if published else []
    command += ["--outlet", outlet] if outlet else []
    log = (folder.parent / f"{folder.name}.log").open("wb")
    try:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    finally:
        log.close()
