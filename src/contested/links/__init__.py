"""How claims relate: origins, denials, support, contradiction, updates, disputes.

`link_ledger` links a whole collection; `link_new` links new reports to the stored ones that
`report_keys` finds, and `assemble` makes origins and disputes of what a store then holds.
"""

from contested.links.ledger import Linked, Reach, assemble, link_ledger, link_new, report_keys
from contested.links.occasions import Bond

__all__ = ["Bond", "Linked", "Reach", "assemble", "link_ledger", "link_new", "report_keys"]
