"""How long assessing takes: 5,000 places, 1,000 days, 200,000 claims; and one new claim.

Run: python benchmarks/control_speed.py [--places 5000] [--days 1000] [--claims 200000]
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from contested.assessment.control import Evidence, assess_control
from contested.assessment.observations import Interest, Observation
from contested.assessment.reliability import learn
from contested.model import Bearing

VOICES = [("A General Staff", "A", Interest.OWN_GAIN), ("B General Staff", "B", Interest.OWN_HOLD)] + [
    (f"Paper {i}", "none", Interest.MEDIA) for i in range(20)
]


def observations(places: int, days: int, claims: int) -> list[Observation]:
    """Return random observations, evenly over places and days; their truth does not matter here."""
    rng = np.random.default_rng(1)
    first = 738_000
    found = []
    for i in range(claims):
        voice, party, interest = VOICES[int(rng.integers(len(VOICES)))]
        day = first + int(rng.integers(days))
        found.append(
            Observation(
                claim=f"c{i}",
                origin=f"o{i}",
                place_id=f"p{i % places}",
                place="",
                part=None,
                day=day,
                published=day + int(rng.integers(3)),
                voice=voice,
                party=party,
                interest=interest,
                compatible=frozenset({("A", "B", "contested")[int(rng.integers(3))]}),
                weight=1.0,
                bearing=Bearing.HOLD,
                subject=party,
            )
        )
    return sorted(found, key=lambda o: (o.place_id, o.day, o.published, o.claim))


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=5000)
    parser.add_argument("--days", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=200_000)
    options = parser.parse_args()
    evidence = Evidence(tuple(observations(options.places, options.days, options.claims)), ("A", "B"))
    start = time.perf_counter()
    learned = learn(evidence.observations, evidence.parties)
    print(f"in full, all places and days: {time.perf_counter() - start:.1f} s")
    evidence.at("p0")
    times = []
    for i in range(50):
        start = time.perf_counter()
        assess_control(evidence, f"p{i}", "2023-06-01", reliability=learned)
        times.append(time.perf_counter() - start)
    print(f"one place anew: median {1000 * float(np.median(times)):.0f} ms, worst {1000 * max(times):.0f} ms")


if __name__ == "__main__":
    main()
