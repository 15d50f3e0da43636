"""A brief in each of its forms: text, Markdown, one self-contained page, PDF, JSON."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from contested.outputs.brief_markdown import brief_markdown
from contested.outputs.brief_text import brief_text
from contested.outputs.pdf import print_pdf
from contested.questions import PlaceQuestion
from contested.web.brief import brief_html
from contested.web.brief_drawings import drawings


class Form(StrEnum):
    """How to lay a brief out."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"


MEDIA = {
    Form.TEXT: "text/plain; charset=utf-8",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.HTML: "text/html; charset=utf-8",
    Form.PDF: "application/pdf",
    Form.JSON: "application/json",
}


def brief_as(question: PlaceQuestion, day: str | None, form: Form) -> bytes:
    """Return the brief of a place. Raises ContestedError for a PDF without a browser."""
    made = question.brief(day)
    if form is Form.JSON:
        return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
    if form in (Form.HTML, Form.PDF):
        page = brief_html(made, drawings(question, made))
        return page.encode() if form is Form.HTML else print_pdf(page)
    return (brief_text if form is Form.TEXT else brief_markdown)(made).encode()
