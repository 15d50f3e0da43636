"""Addresses that the user names: web only, under limits, never redirected inside; against a local server."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from contested.errors import UnreadableInput
from contested.model import Document
from contested.sources import fetch as fetching
from contested.sources import read_documents

from .test_feed import ATOM
from .test_html import PAGE

PATHS = {"/feed": ("application/atom+xml", ATOM), "/page": ("text/html; charset=utf-8", PAGE)}


class Site(BaseHTTPRequestHandler):
    """Serves a feed, a page, a redirect and an error."""

    def do_GET(self):
        """Answer by path."""
        if self.path in PATHS:
            kind, body = PATHS[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body.encode())
        elif self.path == "/to-file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    """Yield the address of a local server."""
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_feed_and_a_page_are_read_from_an_address(site):
    """The form is told by the bytes."""
    documents = [i for i in read_documents([f"{site}/feed", f"{site}/page"]) if isinstance(i, Document)]
    assert [document.path for document in documents] == [f"{site}/feed#1", f"{site}/page"]


@pytest.mark.parametrize("path", ["/nothing", "/to-file"])
def test_what_cannot_be_fetched_says_why(site, path):
    """Errors and redirects out of the web are refused."""
    with pytest.raises(UnreadableInput, match="cannot be fetched"):
        list(read_documents([site + path]))


def test_a_redirect_into_the_local_network_is_refused(monkeypatch):
    """A page from outside cannot make us read from inside."""
    monkeypatch.setattr(fetching, "is_inside", lambda host: host == "inside.example")
    handler = fetching._CarefulRedirects()
    request = fetching.urllib.request.Request("http://outside.example/")
    with pytest.raises(fetching.urllib.error.URLError, match="local network"):
        handler.redirect_request(request, None, 302, "", None, "http://inside.example/")


def test_an_answer_larger_than_the_limit_is_refused(site, monkeypatch):
    """Only the limit's number of bytes is read."""
    monkeypatch.setattr(fetching, "LARGEST", 100)
    with pytest.raises(UnreadableInput, match="more than"):
        fetching.fetch(f"{site}/page")


def test_nobody_at_home_is_a_clear_error():
    """A closed port is a message, not a trace."""
    with pytest.raises(UnreadableInput, match="cannot be fetched"):
        list(read_documents(["http://127.0.0.1:9/feed"]))


@pytest.mark.parametrize(("host", "inside"), [("127.0.0.1", True), ("10.1.2.3", True), ("8.8.8.8", False)])
def test_inside_means_this_machine_and_its_network(host, inside):
    """By address, whatever the name."""
    assert fetching.is_inside(host) is inside
