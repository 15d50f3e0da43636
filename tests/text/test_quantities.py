"""Quantities: bounds, unit, what is counted, fate and group. Sentences are invented."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.model import Document, Quantity
from contested.reading import Reading
from contested.text.quantities import find_quantities
from contested.text.sentences import parse_texts
from contested.text.times import find_times


@cache
def quantities_of(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of one invented report of Friday 7 November 2025."""
    document = Document(id="t", path="t", sha256="", outlet="test", published="2025-11-07", text=text)
    return find_quantities(find_times(Reading(document=document, parse=next(parse_texts([text]))))).quantities


BOUNDS: list[tuple[str, str, tuple[float | None, float | None, float | None], str]] = [
    # (sentence, words, (low, best, high), unit)
    ("They lost 12 tanks.", "12", (None, 12, None), "tank"),
    ("They lost twelve tanks.", "twelve", (None, 12, None), "tank"),
    ("They lost twenty-four tanks.", "twenty-four", (None, 24, None), "tank"),
    ("They lost a hundred and twenty tanks.", "a hundred and twenty", (None, 120, None), "tank"),
    ("They fired 12,000 shells.", "12,000", (None, 12000, None), "shell"),
    ("They fired 1.5 million shells.", "1.5 million", (None, 1.5e6, None), "shell"),
    ("They fired half a million shells.", "half a million", (None, 5e5, None), "shell"),
    ("They fired one and a half million shells.", "one and a half million", (None, 1.5e6, None), "shell"),
    ("They fired a dozen missiles.", "a dozen", (None, 12, None), "missile"),
    ("They fired half a dozen missiles.", "half a dozen", (None, 6, None), "missile"),
    ("They fired two dozen missiles.", "two dozen", (None, 24, None), "missile"),
    # upper bounds
    ("Up to 200 troops entered the town.", "Up to 200", (None, None, 200), "person"),
    ("As many as 200 troops entered the town.", "As many as 200", (None, None, 200), "person"),
    ("No more than 50 civilians remain.", "No more than 50", (None, None, 50), "person"),
    ("Fewer than 50 civilians remain.", "Fewer than 50", (None, None, 50), "person"),
    ("Less than 10 km separates the two.", "Less than 10 km", (None, None, 10), "km"),
    ("Under 40 houses still stand.", "Under 40", (None, None, 40), "building"),
    ("A maximum of 30 people may cross.", "A maximum of 30", (None, None, 30), "person"),
    # lower bounds
    ("At least 12 people died.", "At least 12", (12, None, None), "person"),
    ("No fewer than 12 people died.", "No fewer than 12", (12, None, None), "person"),
    ("More than 100 settlements are dark.", "More than 100", (100, None, None), "settlement"),
    ("Over 3,000 families left.", "Over 3,000", (3000, None, None), "family"),
    ("Upwards of 40 drones came.", "Upwards of 40", (40, None, None), "drone"),
    ("In excess of 40 drones came.", "In excess of 40", (40, None, None), "drone"),
    ("Forty or more drones came.", "Forty or more", (40, None, None), "drone"),
    ("They saw 40-plus drones.", "40-plus", (40, None, None), "drone"),
    # approximate
    ("About 300 fighters surrendered.", "About 300", (None, 300, None), "person"),
    ("Some 300 fighters surrendered.", "Some 300", (None, 300, None), "person"),
    ("An estimated 300 fighters surrendered.", "An estimated 300", (None, 300, None), "person"),
    ("Nearly 300 fighters surrendered.", "Nearly 300", (None, 300, None), "person"),
    ("Roughly 300 fighters surrendered.", "Roughly 300", (None, 300, None), "person"),
    ("Around 300 fighters surrendered.", "Around 300", (None, 300, None), "person"),
    ("Thirty-odd fighters surrendered.", "Thirty-odd", (None, 30, None), "person"),
    # ranges
    ("Two to three soldiers move at a time.", "Two to three", (2, None, 3), "person"),
    ("Between 40 and 50 soldiers surrendered.", "Between 40 and 50", (40, None, 50), "person"),
    ("From 40 to 50 soldiers surrendered.", "From 40 to 50", (40, None, 50), "person"),
    ("They lost 40-50 soldiers.", "40-50", (40, None, 50), "person"),
    ("They lost 40–50 soldiers.", "40–50", (40, None, 50), "person"),
    ("They lost two to three hundred soldiers.", "two to three hundred", (200, None, 300), "person"),
    ("They need 2-3 million shells.", "2-3 million", (2e6, None, 3e6), "shell"),
    # vague counts
    ("Dozens of drones came.", "Dozens", (24, None, None), "drone"),
    ("Scores of people fled.", "Scores", (40, None, None), "person"),
    ("Hundreds of people fled.", "Hundreds", (200, None, None), "person"),
    ("Thousands of people fled.", "Thousands", (2000, None, None), "person"),
    ("Tens of thousands of civilians are without power.", "Tens of thousands", (20000, None, None), "person"),
    ("Hundreds of thousands of civilians fled.", "Hundreds of thousands", (200000, None, None), "person"),
    ("Millions of people need aid.", "Millions", (2e6, None, None), "person"),
    ("Several soldiers were hurt.", "Several", (3, None, None), "person"),
    ("Several hundred soldiers were hurt.", "Several hundred", (300, None, None), "person"),
    ("A few thousand residents remain.", "A few thousand", (3000, None, None), "person"),
    ("A handful of residents remain.", "A handful", (3, None, None), "person"),
    ("A couple of hundred residents remain.", "A couple of hundred", (None, 200, None), "person"),
    ("A couple of tanks remain.", "A couple", (None, 2, None), "tank"),
    ("Many dozens of shells fell.", "dozens", (24, None, None), "shell"),
    # forces
    ("A multi-thousand-strong force is advancing.", "multi-thousand-strong", (2000, None, None), "person"),
    ("A 270-strong unit is advancing.", "270-strong", (None, 270, None), "person"),
    ("A force some 5,000 strong is advancing.", "some 5,000 strong", (None, 5000, None), "person"),
    # shares
    ("They hold 70 per cent of Pokrovsk.", "70 per cent", (None, 0.7, None), "share"),
    ("They hold 70 percent of the city.", "70 percent", (None, 0.7, None), "share"),
    ("They hold 70% of the city.", "70%", (None, 0.7, None), "share"),
    ("They hold up to 70% of the city.", "up to 70%", (None, None, 0.7), "share"),
    ("They hold 60-70% of the city.", "60-70%", (0.6, None, 0.7), "share"),
    ("They hold about half of the city.", "about half", (None, 0.5, None), "share"),
    ("They hold half the city.", "half", (None, 0.5, None), "share"),
    ("They hold more than half of the city.", "more than half", (0.5, None, None), "share"),
    ("They hold a third of the city.", "a third", (None, 1 / 3, None), "share"),
    ("They hold two thirds of the city.", "two thirds", (None, 2 / 3, None), "share"),
    ("They hold two-thirds of the city.", "two-thirds", (None, 2 / 3, None), "share"),
    ("They hold three quarters of the city.", "three quarters", (None, 0.75, None), "share"),
    ("They hold a quarter of the city.", "a quarter", (None, 0.25, None), "share"),
    ("They hold nearly three-quarters of the city.", "nearly three-quarters", (None, 0.75, None), "share"),
    ("They hold most of the city.", "most", (0.5, None, None), "share"),
    ("They hold one fifth of the country.", "one fifth", (None, 0.2, None), "share"),
    ("Four out of five houses are gone.", "Four out of five", (None, 0.8, None), "share"),
    ("One in three houses is gone.", "One in three", (None, 1 / 3, None), "share"),
    ("Output fell by 15 per cent.", "15 per cent", (None, 0.15, None), "share"),
    # lengths, areas, weights
    ("The line moved 15 km west.", "15 km", (None, 15, None), "km"),
    ("The line moved 15km west.", "15km", (None, 15, None), "km"),
    ("The line moved ten kilometres west.", "ten kilometres", (None, 10, None), "km"),
    ("The line moved 10 miles west.", "10 miles", (None, 16.09344, None), "km"),
    ("The line moved 300 metres west.", "300 metres", (None, 300, None), "m"),
    ("They took 23 square kilometres.", "23 square kilometres", (None, 23, None), "km2"),
    ("They took 23 sq km.", "23 sq km", (None, 23, None), "km2"),
    ("They took 23 km2.", "23 km2", (None, 23, None), "km2"),
    ("They took 23 km².", "23 km²", (None, 23, None), "km2"),
    ("They lost 500 hectares.", "500 hectares", (None, 5, None), "km2"),
    ("A 12-kilometre corridor was opened.", "12-kilometre", (None, 12, None), "km"),
    ("Some 40 tonnes of aid arrived.", "Some 40 tonnes", (None, 40, None), "tonne"),
    ("The plant lost 300 megawatts.", "300 megawatts", (None, 300, None), "MW"),
    # money and ages
    ("The damage is $1.5 billion.", "$1.5 billion", (None, 1.5e9, None), "USD"),
    ("The damage is $3.2bn.", "$3.2bn", (None, 3.2e9, None), "USD"),
    ("The damage is 40 million euros.", "40 million euros", (None, 4e7, None), "EUR"),
    ("The damage is €40 million.", "€40 million", (None, 4e7, None), "EUR"),
    ("At least $2 million was stolen.", "At least $2 million", (2e6, None, None), "USD"),
    ("A 45-year-old woman was hurt.", "45-year-old", (None, 45, None), "age"),
    ("A woman aged 45 was hurt.", "45", (None, 45, None), "age"),
    ("Ivan Petrenko, 62, was hurt.", "62", (None, 62, None), "age"),
    # superlatives
    ("These include a record 270 missiles.", "a record 270", (None, 270, None), "missile"),
    ("The barrages of missiles grow, with a record 270 launched in October.", "a record 270", (None, 270, None),
     "missile"),
    # upper case
    ("AT LEAST TWELVE SOLDIERS DIED.", "AT LEAST TWELVE", (12, None, None), "person"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "bounds", "unit"), BOUNDS)
def test_bounds(sentence: str, words: str, bounds: tuple[float | None, ...], unit: str) -> None:
    """Each figure is found with its words, its low, best and high, and its unit."""
    found = {quantity.text: quantity for quantity in quantities_of(sentence)}
    assert words in found, found
    quantity = found[words]
    assert (quantity.low, quantity.best, quantity.high) == pytest.approx(bounds, abs=1e-3)
    assert quantity.unit == unit


COUNTED: list[tuple[str, str, dict[str, Any]]] = [
    ("Up to 200 Russian troops entered.", "Up to 200", {"of": "Russian troops", "group": "military"}),
    ("Tens of thousands of civilians have no power.", "Tens of thousands", {"of": "civilians", "group": "civilian"}),
    ("They hold 70 per cent of Pokrovsk.", "70 per cent", {"of": "Pokrovsk"}),
    ("They hold about half of the city.", "about half", {"of": "city", "approximate": True}),
    ("A record 270 missiles came.", "A record 270", {"superlative": "record", "of": "missiles"}),
    ("The strike killed 12 civilians.", "12", {"fate": "killed", "group": "civilian", "of": "civilians"}),
    ("The strike killed 12 and wounded 30.", "12", {"fate": "killed", "unit": "person"}),
    ("The strike killed 12 and wounded 30.", "30", {"fate": "wounded", "unit": "person"}),
    ("At least 12 people were killed and 30 injured.", "At least 12", {"fate": "killed", "low": 12}),
    ("At least 12 people were killed and 30 injured.", "30", {"fate": "wounded", "unit": "person"}),
    ("Five soldiers are missing.", "Five", {"fate": "missing", "group": "military"}),
    ("The army captured 14 fighters.", "14", {"fate": "captured", "group": "military"}),
    ("Some 200 prisoners were exchanged.", "Some 200", {"fate": "captured", "of": "prisoners"}),
    ("About 4,000 residents were evacuated.", "About 4,000", {"fate": "evacuated", "group": "civilian"}),
    ("Around 10,000 people fled the town.", "Around 10,000", {"fate": "displaced"}),
    ("Shelling injured three, including two children.", "three", {"fate": "wounded", "unit": "person"}),
    ("Shelling injured three, including two children.", "two", {"of": "children", "group": "civilian"}),
    ("Russia launched 120 drones and 15 missiles.", "120", {"unit": "drone", "of": "drones"}),
    ("Russia launched 120 drones and 15 missiles.", "15", {"unit": "missile", "of": "missiles"}),
    ("The RSF lost 30 vehicles and 200 fighters.", "200", {"of": "fighters", "unit": "person"}),
    ("Rebels freed 17 hostages.", "17", {"of": "hostages", "fate": "captured"}),
    ("A 270-strong Russian unit came.", "270-strong", {"of": "Russian unit"}),
    ("Nine bodies were found.", "Nine", {"fate": "killed", "unit": "person"}),
    ("They hold 14 of the state's 17 townships.", "14", {"of": "townships", "unit": "region"}),
    ("They hold three of the five bridges.", "three", {"of": "bridges", "unit": "building"}),
    ("Some 3,000 people died; the UN put the figure at 2,900.", "2,900", {"unit": "person", "fate": "killed"}),
    ("Seven people, including two women, were killed.", "Seven", {"fate": "killed"}),
    ("Raids killed seven people, including two women.", "two", {"fate": "killed", "group": "civilian"}),
    ("Sixteen civilians and three children were killed.", "Sixteen", {"fate": "killed"}),
    ("A man, 45, was hurt.", "45", {"unit": "age"}),
    ("The death toll rose to 41.", "41", {"fate": "killed", "unit": "person"}),
]


@pytest.mark.parametrize(("sentence", "words", "expected"), COUNTED)
def test_counted(sentence: str, words: str, expected: dict[str, Any]) -> None:
    """Each figure goes with its own thing, its fate and its group."""
    found = {quantity.text: quantity for quantity in quantities_of(sentence)}
    assert words in found, found
    assert {name: getattr(found[words], name) for name in expected} == expected


NOTHING = [
    "The 7th Corps fired 155mm shells from a T-72.",
    "The Su-34 jets took off.",
    "M23 took the road.",
    "They fired a 105-mm cannon under CTF 50.",
    "Resolution 2334 was adopted in 2016.",
    "The 47th Brigade left on 3 November 2025 at 10:30.",
    "For three days the town was quiet.",
    "One said that no one was left.",
    "They drove Route 66 and BMP-2 carriers.",
    "He is the first of the Kalibr-3M class.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_quantity(sentence: str) -> None:
    """Dates, ordinals, designations and pronouns are no quantities."""
    assert [quantity.text for quantity in quantities_of(sentence)] == []


KNOWN_MISSES = [
    ("The dead number twelve, half of them children.", "half", {"of": "children"}, "of them, not of children"),
    ("Losses doubled.", "doubled", {"best": 2}, "a factor with no base is no quantity"),
    ("The convoy was ten trucks, six of them burnt.", "six", {"unit": "vehicle"}, "of them needs its antecedent"),
]


@pytest.mark.parametrize(("sentence", "words", "expected", "why"), KNOWN_MISSES)
def test_known_miss(
    request: pytest.FixtureRequest, sentence: str, words: str, expected: dict[str, Any], why: str
) -> None:
    """What is not read yet is listed with its reason."""
    request.applymarker(pytest.mark.xfail(reason=why, strict=True))
    test_counted(sentence, words, expected)


@given(st.integers(min_value=2, max_value=999_999))
@settings(max_examples=30, deadline=None)
def test_up_to_is_a_high(number: int) -> None:
    """Whatever the number, "up to" opens the low and "at least" the high."""
    for words, name in (("Up to", "high"), ("At least", "low")):
        (quantity,) = quantities_of(f"{words} {number:,} soldiers left.")
        values = {"low": quantity.low, "best": quantity.best, "high": quantity.high}
        assert values == {"low": None, "best": None, "high": None} | {name: number}


@pytest.mark.parametrize("sentence", [row[0] for row in BOUNDS[:30]])
def test_spans_are_the_words(sentence: str) -> None:
    """Start and end cut exactly the words out of the text."""
    for quantity in quantities_of(sentence):
        assert sentence[quantity.start : quantity.end] == quantity.text
