"""Questions asked of a ledger: where store, assessment and outputs meet; the command line and the pages ask here.

`known.py` what was known on a day · `place.py` one place · `picture.py` all places on all days ·
`listing.py` claims under a filter · `records.py` one claim, origin, dispute, source or report.
"""

from contested.questions.known import Known, iso_day
from contested.questions.place import PlaceQuestion

__all__ = ["Known", "PlaceQuestion", "iso_day"]
