"""The tables, as SQLAlchemy Core sees them; `migrations/` makes them.

Each record is kept whole as JSON text (`record`), beside the columns that queries need. Nothing
here is particular to SQLite, except the full-text index, which its migration adds there only.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD_REVISION = "0003"
"""The newest migration; a test checks that it is."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # row id of the text index
    Column("id", String(32), nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("published", String(32), index=True),
    Column("title", Text),
    Column("language", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("head", Text, nullable=False),  # DocumentHead
    Column("extraction", Text, nullable=False),  # Extraction without document, claims, events
    Column("packs", Text, nullable=False),
    Column("extractor", String(32), nullable=False),  # version of contested that read it
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("published", String(32), index=True),
    Column("source", Text, nullable=False),
    Column("source_kind", String(32), nullable=False),
    Column("party", Text, nullable=False, index=True),
    Column("cue_class", String(32), nullable=False),
    Column("polarity", String(16), nullable=False),
    Column("verification", String(32), nullable=False),
    Column("words", Text, nullable=False),
    Column("content_words", Text, nullable=False),
    Column("record", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("type", String(64), nullable=False, index=True),
    Column("first_day", String(32)),
    Column("last_day", String(32)),
    Column("record", Text, nullable=False),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("place_id", String(128), primary_key=True),
    Column("role", String(16), nullable=False),  # "event": where an event of it happened; "mention"
    Index("claim_places_by_place", "place_id"),
)

place_names = Table(
    "place_names",
    metadata,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("place_id", String(128), primary_key=True),
    Column("folded", Text, primary_key=True, index=True),
    Column("name", Text, nullable=False),
    Column("record", Text, nullable=False),  # Place: the first mention with that name
)

links = Table(
    "links",
    metadata,
    Column("a", String(32), primary_key=True),
    Column("b", String(32), primary_key=True, index=True),
    Column("relation", String(16), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)

linked_documents = Table(
    "linked_documents",
    metadata,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
)
"""Reports that have been compared with all others that share a key with them."""

document_keys = Table(
    "document_keys",
    metadata,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Index("document_keys_by_key", "key"),
)
"""Under which keys a report is found when a new one is linked (see `contested.links.report_keys`)."""

found_links = Table(
    "found_links",
    metadata,
    Column("a", String(32), primary_key=True),
    Column("b", String(32), primary_key=True, index=True),
    Column("relation", String(16), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)
"""Links as comparing two reports found them; `links` are those after people's judgements."""

bonds = Table(
    "bonds",
    metadata,
    Column("a", String(32), primary_key=True),
    Column("b", String(32), primary_key=True, index=True),
    Column("reason", Text, primary_key=True),
    Column("score", Float, nullable=False),
)
"""Pairs that origins are made of."""

origins = Table("origins", metadata, Column("id", String(32), primary_key=True), Column("record", Text, nullable=False))

disputes = Table(
    "disputes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("place_id", String(128), index=True),
    Column("since", String(32)),
    Column("record", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("subject", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), index=True),  # null: nothing was stored
    Column("path", Text, index=True),
    Column("code", String(64), nullable=False, index=True),
    Column("severity", String(16), nullable=False),
    Column("record", Text, nullable=False),
    UniqueConstraint("id"),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("started", String(40), nullable=False),
    Column("ended", String(40)),
    Column("record", Text, nullable=False),  # counts, as JSON
)

facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Small facts about the ledger itself: its revision, for which documents the links stand."""

claim_numbers = Table(
    "claim_numbers",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # row id of the index over claims' words
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, unique=True),
)

claim_origins = Table(
    "claim_origins",
    metadata,
    Column("claim", String(32), primary_key=True),
    Column("origin", String(32), nullable=False, index=True),
)
"""Of which origin each claim is."""

dispute_claims = Table(
    "dispute_claims",
    metadata,
    Column("claim", String(32), primary_key=True),
    Column("dispute", String(32), primary_key=True),
)
"""In which disputes a claim stands, on either side or beside it."""

replaced = Table(
    "replaced",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("replaced_by", String(32)),  # null: taken out
    Column("moment", String(40), nullable=False),
    Column("record", Text, nullable=False),  # LedgerEntry, as it was
)
"""Claims that are no more, so that their old addresses answer."""

revisions = Table(
    "revisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("place_id", String(128), nullable=False, index=True),
    Column("first_day", String(32), nullable=False),
    Column("record", Text, nullable=False),
)
"""Past conclusions that changed when more became known."""

materials = Table(
    "materials",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("revision", String(32), nullable=False),  # of the ledger for which it stands
    Column("value", LargeBinary, nullable=False),
)
"""What is worked out over the whole ledger and kept until the next change."""
