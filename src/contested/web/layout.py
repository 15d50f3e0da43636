"""From a page to HTML: the Jinja2 environment, its filters, and `render`.

Everything that reports say is escaped by Jinja2; only drawings of our own are `Markup`.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from contested import __version__
from contested.web import addresses, words
from contested.web.drawings.marks import mark
from contested.web.page import Frame, Page

NAVIGATION = (
    ("today", "Today", "/"),
    ("map", "Map", "/map"),
    ("places", "Places", "/places"),
    ("claims", "Claims", "/claims"),
    ("disputes", "Disputes", "/disputes"),
    ("sources", "Sources", "/sources"),
    ("compare", "Compare", "/compare"),
)
"""The main navigation: key, word, address."""


@cache
def static_folder() -> Path:
    """Return the folder of styles and scripts, `built/` within it being made from npm packages."""
    return Path(str(files("contested.web"))) / "static"


@cache
def asset(name: str) -> str:
    """Return the address of a style or script with a mark of its content, so that it may be cached for ever."""
    path = static_folder() / name
    version = blake2b(path.read_bytes(), digest_size=5).hexdigest() if path.is_file() else "none"
    return f"/static/{name}?v={version}"


def built(name: str) -> bool:
    """Return whether a built file is there; without it pages show their drawings and tables only."""
    return (static_folder() / "built" / name).is_file()


@cache
def environment() -> Environment:
    """Return the Jinja2 environment: strict about missing values, escaping everything."""
    made = Environment(
        loader=PackageLoader("contested.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        address=addresses, asset=asset, built=built, mark=mark, navigation=NAVIGATION, version=__version__, words=words
    )
    made.filters.update(words.FILTERS)
    return made


def render(page: Page, frame: Frame) -> str:
    """Return a page as HTML."""
    return environment().get_template(page.template).render(it=page.content, page=page, frame=frame)
