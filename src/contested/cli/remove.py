"""`contested remove`: take reports out of the ledger again."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def remove(
    documents: Annotated[list[str], typer.Argument(help="Ids of documents, or the paths they were read from.")],
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Take reports out with their claims; links and disputes are worked out anew.

    The files themselves stay; reading them again brings the reports back.

    Example: contested remove dispatches/2025-11-07.txt
    """
    from contested.cli.common import out, print_json
    from contested.questions.keeping import bring_up_to_date
    from contested.store.ledger import open_ledger
    from contested.store.linking import relink

    with open_ledger(db, write=True) as ledger:
        by_path: dict[str, list[str]] = {}
        for head in ledger.heads():
            by_path.setdefault(head.path, []).append(head.id)
        ids = [found for name in documents for found in by_path.get(name) or [ledger.document(name).id]]
        for document_id in dict.fromkeys(ids):
            ledger.remove(document_id)
        relink(ledger)
        bring_up_to_date(ledger)
    if json:
        print_json({"removed": list(dict.fromkeys(ids))})
    else:
        out.print(f"{len(set(ids))} documents removed.", highlight=False)
