"""Toponyms suite: names found, and the right place chosen.

* `recognition`: one to one by overlap, precision, recall and F1.
* `acc161`: gold mentions handed to the resolver; the share put within 161 km (100 miles). What
  it leaves unresolved is wrong. The same GeoNames entry is right whatever its point, and so is
  the same country, since its middle lies elsewhere in every source.
* `end_to_end`: found and put within 161 km, over the gold mentions that have a point. A name we
  kept without a point is no answer: it costs recall, not precision.

Corpora differ in what they call a toponym, so what counts is told by the gold itself:

* with `type` (GeoWebNews): literal-like named places (literal, mixed, coercion, literal modifier,
  embedded literal) against our mentions used as a location; `use` is the share of all named
  place-like phrases found whose literal or other use we tell rightly.
* with `wiki` (GeoVirus): adjectives and names of peoples are no toponyms, so ours are left out.
* otherwise (LGL, TR-News, WOTR): every use counts.

Baseline: the longest gazetteer name at each capitalised word, no guards, highest population.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from contested import gazetteer
from contested.evaluation.common import Item, Metrics, Options, gold_document, log_error, parses, prf
from contested.gazetteer import AliasKind, Entry, Gazetteer
from contested.model import Place, PlaceUse
from contested.pipeline import start
from contested.text.places import find_places, resolve
from contested.text.which_packs import choose_packs

KM = 161
LITERAL = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))
OTHER_USES = frozenset(("Metonymic", "Non_Literal_Modifier", "Demonym", "Homonym", "Language"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name with the place it means: ours, the baseline's or the gold's."""

    start: int
    end: int
    geonameid: int | None
    country: str  # ISO code where it is a country, else ""
    lat: float | None
    lon: float | None
    text: str = ""


@dataclass(slots=True)
class Tally:
    """Counts over many items."""

    found: int = 0
    gold: int = 0
    matched: int = 0
    placed_found: int = 0
    placed_gold: int = 0
    placed_right: int = 0
    handed: int = 0
    handed_right: int = 0
    use_seen: int = 0
    use_right: int = 0

    def metrics(self) -> Metrics:
        """Return the suite's metrics."""
        metrics: Metrics = {
            "recognition": prf(self.matched, self.found, self.gold),
            "acc161": round(self.handed_right / self.handed, 4) if self.handed else 0.0,
            "end_to_end": prf(self.placed_right, self.placed_found, self.placed_gold),
        }
        if self.use_seen:
            metrics["use"] = round(self.use_right / self.use_seen, 4)
        return metrics


def evaluate(items: list[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return metrics and the baseline's, on the same items."""
    book = gazetteer.load()
    ours, plain = Tally(), Tally()
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        reading = choose_packs(start(gold_document(item), parse=parse))
        gold = gold_mentions(item, book)
        places = find_places(reading).places
        count(ours, item, gold, [_of_place(p, book) for p in places if counts(p, item)], options)
        hand_over(
            ours, gold, [_of_place(p, book) for p in resolve(reading, [(m.start, m.end) for m in gold])], item, options
        )
        count_uses(ours, item, places, options)
        count(plain, item, gold, list(bare_matches(item["text"], book)), None)
        hand_over(plain, gold, [most_people(m, book) for m in gold], item, None)
    return ours.metrics(), plain.metrics()


def counts(place: Place, item: Item) -> bool:
    """Return whether the corpus calls such a mention a toponym."""
    if place.text.split(" ")[-1].islower() and not any(word[0].isupper() for word in place.text.split(" ")[1:]):
        return False  # "the city": a place, but no name
    if any("type" in toponym for toponym in item["toponyms"]):
        return place.use in (PlaceUse.LOCATION, PlaceUse.UNKNOWN)
    if any("wiki" in toponym for toponym in item["toponyms"]):
        return not is_adjective(place)
    return True


def is_adjective(place: Place) -> bool:
    """Return whether a mention is an adjective or the name of a people, whatever it is used for."""
    entries = gazetteer.load().lookup(place.text)
    return bool(entries) and entries[0].alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE)


def gold_mentions(item: Item, book: Gazetteer) -> list[Mention]:
    """Return the gold mentions that count, in text order, each span once."""
    found: dict[tuple[int, int], Mention] = {}
    for toponym in item["toponyms"]:
        if "type" in toponym and toponym["type"] not in LITERAL:
            continue
        key = (toponym["start"], toponym["end"])
        if key not in found or found[key].lat is None:
            found[key] = Mention(
                *key,
                toponym.get("geonameid"),
                _gold_country(toponym, book),
                toponym.get("lat"),
                toponym.get("lon"),
                toponym["text"],
            )
    return sorted(found.values(), key=lambda mention: mention.start)


def _gold_country(toponym: dict[str, Any], book: Gazetteer) -> str:
    """Return the ISO code where the gold is a country: by id, feature, or the page's name."""
    if toponym.get("geonameid"):
        known = book.lookup_id(toponym["geonameid"])
        return known.country if known and known.kind == "country" else ""
    wiki = str(toponym.get("wiki", "")).rpartition("/")[2].replace("_", " ").removesuffix(" (country)")
    for entry in book.lookup(wiki) if wiki else ():
        if entry.kind == "country" and entry.alias <= AliasKind.OFFICIAL:
            return entry.country
    return ""


def count(tally: Tally, item: Item, gold: Sequence[Mention], found: Sequence[Mention], options: Options | None) -> None:
    """Add one item's recognition and end-to-end counts."""
    pairs = matched_pairs(gold, found)
    of_gold = {id(g): f for g, f in pairs}
    of_found = {id(f): g for g, f in pairs}
    tally.found += len(found)
    tally.gold += len(gold)
    tally.matched += len(pairs)
    tally.placed_gold += sum(g.lat is not None for g in gold)
    for mention in found:
        partner = of_found.get(id(mention))
        if mention.lat is None or (partner is not None and partner.lat is None):
            continue  # no answer, or nothing to compare it with
        tally.placed_found += 1
        tally.placed_right += partner is not None and is_right(mention, partner)
    if options is not None:
        _log(item, "miss", [g for g in gold if id(g) not in of_gold], options)
        _log(item, "false", [f for f in found if id(f) not in of_found], options)


def hand_over(
    tally: Tally, gold: Sequence[Mention], answers: Sequence[Mention | None], item: Item, options: Options | None
) -> None:
    """Add one item's resolution counts on gold mentions."""
    for mention, answer in zip(gold, answers, strict=True):
        if mention.lat is None:
            continue
        right = answer is not None and is_right(answer, mention)
        tally.handed += 1
        tally.handed_right += right
        if options is not None and not right:
            given = f"{answer.geonameid} {answer.lat},{answer.lon}" if answer else "unresolved"
            log_error(
                options,
                kind="wrong",
                id=item.get("id"),
                text=mention.text,
                gold=mention.geonameid,
                at=[mention.lat, mention.lon],
                ours=given,
                around=_around(item, mention),
            )


def count_uses(tally: Tally, item: Item, places: Sequence[Place], options: Options) -> None:
    """Add how many named mentions have their literal or other use told rightly."""
    for toponym in item["toponyms"]:
        kind = toponym.get("type")
        if kind not in LITERAL | OTHER_USES:
            continue
        for place in places:
            if place.start < toponym["end"] and toponym["start"] < place.end:
                literal = place.use in (PlaceUse.LOCATION, PlaceUse.UNKNOWN)
                tally.use_seen += 1
                tally.use_right += literal == (kind in LITERAL)
                if literal != (kind in LITERAL):
                    log_error(
                        options,
                        kind="use",
                        id=item.get("id"),
                        text=toponym["text"],
                        gold=kind,
                        ours=place.use,
                        around=_around(item, place),
                    )
                break


def matched_pairs(gold: Sequence[Mention], found: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return pairs that overlap, each mention at most once, from the left."""
    pairs = []
    free = list(gold)
    for mention in found:
        for other in free:
            if other.start < mention.end and mention.start < other.end:
                pairs.append((other, mention))
                free.remove(other)
                break
    return pairs


def is_right(answer: Mention, gold: Mention) -> bool:
    """Return whether an answer means the gold's place."""
    if answer.geonameid is not None and answer.geonameid == gold.geonameid:
        return True
    if gold.country and answer.country == gold.country:
        return True
    if answer.lat is None or answer.lon is None or gold.lat is None or gold.lon is None:
        return False
    return distance_km(answer.lat, answer.lon, gold.lat, gold.lon) <= KM


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance.

    >>> round(distance_km(50.45, 30.52, 49.99, 36.23))  # Kyiv to Kharkiv
    411
    """
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def bare_matches(text: str, book: Gazetteer) -> Iterable[Mention]:
    """Yield the baseline's mentions: every gazetteer name, with the most populous entry."""
    for match in book.find(text):
        yield _of_entry(max(match.entries, key=lambda e: e.population), match.start, match.end)


def most_people(mention: Mention, book: Gazetteer) -> Mention | None:
    """Return the most populous entry of the mention's name."""
    entries = book.lookup(mention.text)
    best = max(entries, key=lambda entry: entry.population, default=None)
    return _of_entry(best, mention.start, mention.end) if best else None


def _of_entry(entry: Entry, start_at: int, end: int) -> Mention:
    country = entry.country if entry.kind == "country" else ""
    return Mention(start_at, end, entry.geonameid, country, entry.lat, entry.lon)


def _of_place(place: Place, book: Gazetteer) -> Mention:
    kind = book.entry(place.place_id).kind if place.resolved else ""
    country = place.country if kind == "country" else ""
    return Mention(place.start, place.end, place.geonameid, country, place.lat, place.lon, place.text)


def _log(item: Item, kind: str, mentions: Sequence[Mention], options: Options) -> None:
    for mention in mentions:
        text = item["text"][mention.start : mention.end]
        log_error(options, kind=kind, id=item.get("id"), text=text, around=_around(item, mention))


def _around(item: Item, span: Mention | Place) -> str:
    text = item["text"]
    return (
        f"{text[max(0, span.start - 60) : span.start]}[[{text[span.start : span.end]}]]{text[span.end : span.end + 60]}"
    )
