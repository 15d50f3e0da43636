"""Laws of reading: no bytes stop a run, and plain text is always a stretch of its file."""

import gzip
import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.model import Document
from contested.sources import read_documents

WORDS = (
    b" date 2025-11-07 ",
    b"date 2025-13-45 ",
    b"Title: x\n",
    b"The mayor said so.",
    b"\n\n",
    b"\r\n",
    b"text;date\n",
)
MARKUP = (b"{", b'{"text": "x"}', b'"', b",", b"[" * 50, b"<rss>", b"<html>", b"<p>", b"<item><title>")
SIGNS = (b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\xf0\x9d\x94", "сказал".encode(), "сказал".encode("cp1251"))
PIECES = st.sampled_from((*WORDS, *MARKUP, *SIGNS))
CONTENTS = st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=12).map(b"".join))
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv", "a.html", "a.xml", "a.jsonl.gz", "a"])
@QUIET
@given(content=CONTENTS)
def test_no_bytes_stop_a_run(tmp_path, name, content):
    """Whatever they are, and whatever the file is called; every document has an id and a text."""
    path = tmp_path / name
    for raw in {content, gzip.compress(content)} if name.endswith(".gz") else {content}:
        path.write_bytes(raw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the parsers of pages and feeds think of such bytes
            items = list(read_documents([path, tmp_path / "missing"]))
        assert items
        for item in items:
            assert not isinstance(item, Document) or (len(item.id) == 16 and item.text.strip())


@QUIET
@given(texts=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4), end=st.sampled_from(["\n", "\r\n"]))
def test_plain_text_is_a_stretch_of_its_file(tmp_path, texts, end):
    """For any words and either line end, and for each of several reports."""
    whole = "".join(f" date 2025-11-{number + 1:02} {text}{end}" for number, text in enumerate(texts))
    path = tmp_path / "a.txt"
    path.write_bytes(whole.encode("utf-8", "replace"))
    decoded = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    for item in read_documents([path, tmp_path / "missing"]):
        if isinstance(item, Document):
            assert decoded[item.text_offset : item.text_offset + len(item.text)] == item.text
