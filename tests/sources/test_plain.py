"""Plain text: dated, headed or as it stands; spans hold in the decoded file."""

from contested.model import Document, Format, Found, Problem
from contested.sources import read_documents

FIRST = "The bridge at Izium was hit overnight, the mayor said.\n\nNobody was hurt."
SECOND = "The army denied that it had left Vovchansk."


def read(folder, content, name="report.txt"):
    """Return what one file gives, documents and problems apart."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    items = list(read_documents([path, folder / "missing"]))[:-1]
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Problem)], path


def test_a_dated_text_keeps_its_paragraphs_and_offset(tmp_path):
    """The text is the exact stretch of the file that begins at text_offset."""
    documents, problems, path = read(tmp_path, f" date 2025-11-07 {FIRST}\n")
    (document,) = documents
    assert (document.published, document.published_found, document.format) == (
        "2025-11-07",
        Found.STATED,
        Format.DATED_TEXT,
    )
    assert document.text == FIRST
    assert document.path == str(path)
    assert path.read_text()[document.text_offset :].startswith(FIRST)
    assert document.outlet == "unknown"
    assert not problems


def test_several_dates_in_one_file_are_several_reports(tmp_path):
    """Each has its own number and offset, and all spans hold in the one file."""
    documents, _, path = read(tmp_path, f" date 2025-11-07 {FIRST}\n\ndate 2025-11-08 {SECOND}\n")
    assert [d.path for d in documents] == [f"{path}#1", f"{path}#2"]
    whole = path.read_text()
    for document in documents:
        assert whole[document.text_offset : document.text_offset + len(document.text)] == document.text


def test_windows_line_ends_stay(tmp_path):
    """Line ends are part of the file, so they are part of the text."""
    content = f" date 2025-11-07 {FIRST}".replace("\n", "\r\n").encode()
    documents, _, _ = read(tmp_path, content)
    assert content.decode()[documents[0].text_offset :] == documents[0].text


def test_text_before_the_first_date_is_a_title_or_a_problem(tmp_path):
    """One short line is the title; more belongs to nothing and is reported."""
    documents, _, _ = read(tmp_path, f"Bridge hit\n date 2025-11-07 {FIRST}")
    assert documents[0].title == "Bridge hit"
    documents, problems, _ = read(tmp_path, f"One line\nand another\n date 2025-11-07 {FIRST}", "b.txt")
    assert documents[0].title is None
    assert [p.code for p in problems] == ["text_before_date"]


def test_headed_text_says_where_it_comes_from(tmp_path):
    """Lines such as "Outlet: …" up to a blank line are fields, not text."""
    for date in ("7 November 2025", "2025-11-07"):
        head = f"Title: Bridge hit\nOutlet: Example Wire\nDate: {date}\nURL: https://example.org/a\n\n"
        documents, _, path = read(tmp_path, head + FIRST)
        (document,) = documents
        assert (document.title, document.outlet, document.published) == ("Bridge hit", "Example Wire", "2025-11-07")
        assert path.read_text()[document.text_offset :] == FIRST


def test_a_sentence_with_a_colon_is_no_header(tmp_path):
    """Without the blank line it is text."""
    documents, _, _ = read(tmp_path, f"Source: the mayor said so.\n{FIRST}")
    assert documents[0].text.startswith("Source: the mayor")


def test_no_date_is_flagged_and_none_is_invented(tmp_path):
    """The report is read all the same."""
    documents, problems, _ = read(tmp_path, FIRST)
    assert (documents[0].published, documents[0].published_found) == (None, Found.UNKNOWN)
    assert [p.code for p in problems] == ["date_missing"]


def test_a_date_in_the_future_is_kept_and_flagged(tmp_path):
    """We do not know better than the report; we say so."""
    documents, problems, _ = read(tmp_path, f" date 2999-01-01 {FIRST}")
    assert documents[0].published == "2999-01-01"
    assert [p.code for p in problems] == ["date_future"]


def test_a_heading_that_disagrees_with_the_stated_date_is_flagged(tmp_path):
    """The stated date stands; the reader is told."""
    _, problems, _ = read(tmp_path, f" date 2025-11-07 Sun 10 Jul 2016 {FIRST}")
    assert [p.code for p in problems] == ["date_disagrees"]


def test_the_agency_of_a_dateline_is_the_outlet(tmp_path):
    """Only a known agency in a dateline counts."""
    documents, _, _ = read(tmp_path, "KYIV, Nov 7 (Reuters) - The mayor said that the bridge was hit.")
    assert (documents[0].outlet, documents[0].outlet_found) == ("Reuters", Found.TEXT)


def test_an_id_depends_on_what_is_said_not_on_where_it_lay(tmp_path):
    """The same report under another name is the same document."""
    one, _, _ = read(tmp_path, f" date 2025-11-07 {FIRST}", "a.txt")
    other, _, _ = read(tmp_path, f" date 2025-11-07 {FIRST}\n\n", "b.txt")
    assert one[0].id == other[0].id
