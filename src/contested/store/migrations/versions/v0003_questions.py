"""What questions over many claims need: numbers and words of claims, their origins and disputes, what was concluded.

Revision ID: 0003
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORD_INDEX = (
    "CREATE VIRTUAL TABLE claim_words USING fts5(words, content='')",
    """CREATE TRIGGER claim_words_added AFTER INSERT ON claim_numbers BEGIN
        INSERT INTO claim_words(rowid, words) SELECT new.number, words FROM claims WHERE id = new.claim; END""",
    """CREATE TRIGGER claim_words_removed BEFORE DELETE ON claims BEGIN
        INSERT INTO claim_words(claim_words, rowid, words)
        SELECT 'delete', number, old.words FROM claim_numbers WHERE claim = old.id; END""",
)
"""SQLite's full-text index over the words of claims; the words themselves stay in `claims`."""


def upgrade() -> None:
    """Make the tables of questions."""
    op.create_table(
        "claim_numbers",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("claim", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("claim"),
    )
    op.create_table(
        "claim_origins",
        sa.Column("claim", sa.String(length=32), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("claim"),
    )
    op.create_index(op.f("ix_claim_origins_origin"), "claim_origins", ["origin"])
    op.create_table(
        "dispute_claims",
        sa.Column("claim", sa.String(length=32), nullable=False),
        sa.Column("dispute", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("claim", "dispute"),
    )
    op.create_table(
        "replaced",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("replaced_by", sa.String(length=32), nullable=True),
        sa.Column("moment", sa.String(length=40), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "revisions",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("place_id", sa.String(length=128), nullable=False),
        sa.Column("first_day", sa.String(length=32), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_revisions_place_id"), "revisions", ["place_id"])
    op.create_table(
        "materials",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.String(length=32), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in WORD_INDEX:
            op.execute(statement)
    op.execute("INSERT INTO claim_numbers (claim) SELECT id FROM claims ORDER BY id")
    op.execute("DELETE FROM facts WHERE name = 'linked_for'")
    op.execute(f"INSERT INTO facts (name, value) VALUES ('revision', '{secrets.token_hex(8)}')")
