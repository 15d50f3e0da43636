"""The application over the sample dispatches, as for the pages."""

from tests.web.conftest import client, page, sample

__all__ = ["client", "page", "sample"]
