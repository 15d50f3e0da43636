"""The ledger: what was read and concluded, kept in one database. See `store/ledger.py`."""
