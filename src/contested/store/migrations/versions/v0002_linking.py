"""What linking found between two reports, kept so that a new report is compared with its own neighbours only.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of linking."""
    op.create_table(
        "linked_documents",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_table(
        "document_keys",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "key"),
    )
    op.create_index("document_keys_by_key", "document_keys", ["key"])
    op.create_table(
        "found_links",
        sa.Column("a", sa.String(length=32), nullable=False),
        sa.Column("b", sa.String(length=32), nullable=False),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "relation"),
    )
    op.create_index(op.f("ix_found_links_b"), "found_links", ["b"])
    op.create_table(
        "bonds",
        sa.Column("a", sa.String(length=32), nullable=False),
        sa.Column("b", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", "reason"),
    )
    op.create_index(op.f("ix_bonds_b"), "bonds", ["b"])
    op.execute("DELETE FROM facts WHERE name = 'linked_for'")
