"""How long the server takes for whole answers on an existing ledger: pages and map data, as a browser gets them.

    python benchmarks/pages_at_scale.py pages war.db [--times 30]

Each address is asked for twice, after the server has warmed itself: the first look works the page
out, the second finds what the process holds. Printed for both, in milliseconds by the clock and of
the processor (that of a busy machine is the fairer one): median and 95th percentile.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from fastapi.testclient import TestClient

from contested.questions.claim_filter import ClaimFilter
from contested.questions.listing import list_claims
from contested.questions.picture import picture
from contested.server.app import create_app
from contested.store.ledger import open_ledger


def pages(path: Path, times: int) -> None:
    """Print the times of first and second looks at each kind of page."""
    asked = _addresses(path, times)
    with TestClient(create_app(str(path))) as client:
        started = time.perf_counter()
        client.get("/")
        client.get("/claims")
        client.get(asked["place, any"].pop())
        print(f"warming, a first page of each kind: {time.perf_counter() - started:.1f} s")
        print(f"{'':24} {'first look':>35} {'second look':>35}")
        print(f"{'answer':24}" + f" {'p50':>8} {'p95':>8} {'cpu p50':>8} {'cpu p95':>8}" * 2)
        for name, addresses in asked.items():
            print(f"{name:24}" + "".join(_look(client, addresses) for _ in range(2)), flush=True)


def _look(client: TestClient, addresses: Sequence[str]) -> str:
    clock, processor = [], []
    for address in addresses:
        started, worked = time.perf_counter(), time.process_time()
        answer = client.get(address)
        clock.append(1000 * (time.perf_counter() - started))
        processor.append(1000 * (time.process_time() - worked))
        assert answer.status_code == 200, (address, answer.status_code)
    return "".join(f" {_at(spent, share):8.1f}" for spent in (clock, processor) for share in (0.5, 0.95))


def _at(spent: Sequence[float], share: float) -> float:
    return sorted(spent)[min(int(len(spent) * share), len(spent) - 1)]


def _addresses(path: Path, times: int) -> dict[str, list[str]]:
    """Return what is asked for: places drawn evenly and as claims name them, filters, days."""
    chance = random.Random(11)
    with open_ledger(path) as view:
        now = picture(view)
        days = [day for day, _ in now.days()]
        every = [state.place_id for state in now.on(days[-1])]
        some = [row.entry for page in range(1, 30) for row in list_claims(view, ClaimFilter(page=97 * page)).rows]
    named = Counter(place.place_id for entry in some for event in entry.events for place in event.places)
    drawn = chance.choices(list(named), weights=list(named.values()), k=4 * times)
    busy = list(dict.fromkeys(str(each) for each in drawn))[:times]
    words = [chance.choice(entry.words.split()[3:12]) for entry in chance.sample(some, times)]
    months = [(day, days[days.index(day) + 30]) for day in chance.sample(days[:-31], times)]
    return {
        "place, any": [f"/place/{place}" for place in chance.sample(every, times + 1)],
        "place, as named": [f"/place/{place}" for place in busy],
        "place, an earlier day": [
            f"/place/{place}/{chance.choice(days[-100:])}" for place in chance.sample(every, times)
        ],
        "claims, a page": [f"/claims?page={n}" for n in range(2, times + 2)],
        "claims of a place": [f"/claims?place={place}" for place in busy],
        "claims, a word": [f"/claims?text={word}" for word in words],
        "claims, denied, dates": [f"/claims?status=denied&since={since}&until={until}" for since, until in months],
        "map data of a day": [f"/map/{day}.json" for day in chance.sample(days, times)],
    }
