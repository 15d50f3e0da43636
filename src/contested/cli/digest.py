"""`contested digest`: one hash for all that a ledger says."""

from __future__ import annotations

from contested.cli.common import DbOption, JsonOption


def digest(db: DbOption = None, json: JsonOption = False) -> None:
    """Print a hash over the ledger's content: two ledgers with one digest say the same.

    Row ids, times of running and where files lay do not count.

    Example: contested digest --db contested.db
    """
    import sys

    from contested.cli.common import err, print_json
    from contested.store.ledger import open_ledger
    from contested.store.linking import is_linked

    with open_ledger(db) as ledger:
        value, linked, counts = ledger.digest(), is_linked(ledger), ledger.counts()
    if not linked:
        err.print("The links do not stand for all reports yet: run the last `contested read` again.", highlight=False)
    if json:
        print_json({"digest": value, "linked": linked, "counts": counts})
    else:
        sys.stdout.write(value + "\n")
