"""Sources: files, folders, feeds and addresses in; documents and problems out.

for item in read_documents(["reports/", "feed.xml", "-"]):
    ...  # a Document, or a Problem (its warnings come just before it, under the same path)
"""

from contested.sources.draft import SourceOptions
from contested.sources.walk import expected, read_documents

__all__ = ["SourceOptions", "expected", "read_documents"]
