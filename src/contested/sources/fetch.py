"""Fetching a feed or page that the user named: http(s) only, under limits, by the standard library."""

from __future__ import annotations

import ipaddress
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.parse import urlsplit

from contested import __version__
from contested.errors import UnreadableInput

LARGEST = 16 * 1024 * 1024
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with."""

    raw: bytes
    url: str
    charset: str | None


def is_url(path: str) -> bool:
    """Return whether a path is a web address."""
    return path.startswith(("http://", "https://"))


def is_inside(host: str) -> bool:
    """Return whether a host lies in this machine or its own network."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return any(not ipaddress.ip_address(address.split("%")[0]).is_global for address in found)


class _CarefulRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to the web only, never from outside into this machine's own network."""

    max_redirections = 5

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Any:
        if not is_url(newurl):
            raise urllib.error.URLError(f"it redirects to {newurl}, which is no web address")
        host = urlsplit(newurl).hostname or ""
        if is_inside(host) and not is_inside(urlsplit(req.full_url).hostname or ""):
            raise urllib.error.URLError(f"it redirects into the local network ({host})")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str) -> Fetched:
    """Return what an address answers with. Raises UnreadableInput."""
    request = urllib.request.Request(url, headers={"User-Agent": f"contested/{__version__}"})
    opener = urllib.request.build_opener(_CarefulRedirects)
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            raw = answer.read(LARGEST + 1)
            charset = answer.headers.get_content_charset()
            final = answer.geturl()
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UnreadableInput(f"{url} cannot be fetched: {reason}.", "Check the address and the connection.") from error
    if len(raw) > LARGEST:
        raise UnreadableInput(f"{url} holds more than {LARGEST // 2**20} MB.", "Save it and split it.")
    return Fetched(raw, final, charset)
