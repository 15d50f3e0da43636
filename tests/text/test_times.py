"""Time expressions: what is found, its TIMEX3 value and the days it covers.

Sentences are invented; unless a row says otherwise the report appeared on Friday 7 November 2025.
"""

from __future__ import annotations

from functools import cache

import pytest

from contested.model import Anchor, Document, Time
from contested.packs import NamedTime, Pack
from contested.reading import Reading
from contested.text.sentences import parse_texts
from contested.text.times import find_times

PUBLISHED = "2025-11-07"


@cache
def times_of(text: str, published: str | None = PUBLISHED, packs: tuple[Pack, ...] = ()) -> tuple[Time, ...]:
    """Return the times of one invented report."""
    document = Document(id="t", path="t", sha256="", outlet="test", published=published, text=text)
    return find_times(Reading(document=document, packs=packs, parse=next(parse_texts([text])))).times


VALUES = [
    # written out
    ("The garrison left on 3 November 2025.", "3 November 2025", "DATE", "2025-11-03"),
    ("The garrison left on November 3, 2025, at night.", "November 3, 2025", "DATE", "2025-11-03"),
    ("The garrison left on the 3rd of November 2025.", "the 3rd of November 2025", "DATE", "2025-11-03"),
    ("The garrison left on 2025-11-03.", "2025-11-03", "DATE", "2025-11-03"),
    ("The map is dated 03.11.2025.", "03.11.2025", "DATE", "2025-11-03"),
    ("The map is dated 13/10/2025.", "13/10/2025", "DATE", "2025-10-13"),
    ("Since February 24, 2022, the border has been shut.", "February 24, 2022", "DATE", "2022-02-24"),
    ("The bridge fell on Tuesday, Nov. 4, officials said.", "Tuesday, Nov. 4", "DATE", "2025-11-04"),
    ("The bridge fell on 4 November.", "4 November", "DATE", "2025-11-04"),
    ("The bridge fell on Oct. 30.", "Oct. 30", "DATE", "2025-10-30"),
    ("The town was shelled on December 28.", "December 28", "DATE", "2024-12-28"),
    ("The delegations will meet on 12 January.", "12 January", "DATE", "2026-01-12"),
    ("Fighting began in April 2023.", "April 2023", "DATE", "2023-04"),
    ("The war began in 2014.", "2014", "DATE", "2014"),
    ("The truce of 2015 never held.", "2015", "DATE", "2015"),
    ("The army of the 1990s was smaller.", "the 1990s", "DATE", "199"),
    ("Its guns date from the '80s.", "the '80s", "DATE", "198"),
    ("The 2014-15 campaign was shorter.", "2014-15", "DATE", "2014"),
    ("On 3 November 12 people were killed.", "3 November", "DATE", "2025-11-03"),
    ("The bridge fell in the first week of November.", "the first week of November", "DATE", "2025-11"),
    ("Between 2 and 4 November, 12-15 bombs fell.", "4 November", "DATE", "2025-11-04"),
    ("They came on the night of October 26-27 and stayed.", "the night of October 26-27", "TIME", "2025-10-26TNI"),
    # months
    ("A record 270 missiles were launched in October.", "October", "DATE", "2025-10"),
    ("The town fell in December.", "December", "DATE", "2024-12"),
    ("The town fell in May.", "May", "DATE", "2025-05"),
    ("The mission will end in March.", "March", "DATE", "2026-03"),
    ("The mission will end by December.", "December", "DATE", "2025-12"),
    ("They have held the hill since last August.", "last August", "DATE", "2025-08"),
    ("The corridor was opened in June last year.", "June last year", "DATE", "2024-06"),
    ("Elections are planned for early March.", "early March", "DATE", "2026-03"),
    ("The offensive slowed in mid-October.", "mid-October", "DATE", "2025-10"),
    ("The offensive slowed in late October.", "late October", "DATE", "2025-10"),
    ("Clashes broke out at the beginning of October.", "the beginning of October", "DATE", "2025-10"),
    ("The city was taken in early 2024.", "early 2024", "DATE", "2024"),
    ("It has been besieged since the end of 2023.", "the end of 2023", "DATE", "2023"),
    # weekdays
    ("The spokesman said on Tuesday that the road was open.", "Tuesday", "DATE", "2025-11-04"),
    ("The spokesman said on Friday that the road was open.", "Friday", "DATE", "2025-11-07"),
    ("The delegations will meet on Monday.", "Monday", "DATE", "2025-11-10"),
    ("The delegations meet on Monday.", "Monday", "DATE", "2025-11-10"),
    ("The general plans to visit the front on Sunday.", "Sunday", "DATE", "2025-11-09"),
    ("The village was lost last Friday.", "last Friday", "DATE", "2025-10-31"),
    ("Talks resume next Tuesday.", "next Tuesday", "DATE", "2025-11-11"),
    ("The depot burned on Wednesday night.", "Wednesday night", "TIME", "2025-11-05TNI"),
    ("The depot burned late on Thursday.", "Thursday", "DATE", "2025-11-06"),
    ("Early Thursday the sirens sounded.", "Early Thursday", "DATE", "2025-11-06"),
    ("It strikes the market on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
    # words for days
    ("The army said today that it had left.", "today", "DATE", "2025-11-07"),
    ("Two soldiers died yesterday.", "yesterday", "DATE", "2025-11-06"),
    ("Two soldiers died the day before yesterday.", "the day before yesterday", "DATE", "2025-11-05"),
    ("The convoy leaves tomorrow morning.", "tomorrow morning", "TIME", "2025-11-08TMO"),
    ("The convoy leaves tonight.", "tonight", "TIME", "2025-11-07TNI"),
    ("Drones struck the port overnight.", "overnight", "TIME", "2025-11-07TNI"),
    ("Drones struck the port last night.", "last night", "TIME", "2025-11-06TNI"),
    ("Drones struck the port this morning.", "this morning", "TIME", "2025-11-07TMO"),
    # weeks, months, years from the report
    ("This week new footage appeared.", "This week", "DATE", "2025-W45"),
    ("Last week the front moved.", "Last week", "DATE", "2025-W44"),
    ("Last month the front moved.", "Last month", "DATE", "2025-10"),
    ("The dam broke last year.", "last year", "DATE", "2024"),
    ("Reserves will arrive next week.", "next week", "DATE", "2025-W46"),
    ("Reserves will arrive next year.", "next year", "DATE", "2026"),
    ("The dam broke earlier this year.", "earlier this year", "DATE", "2025"),
    ("The hill was lost earlier this month.", "earlier this month", "DATE", "2025-11"),
    ("Power will be back by the end of the year.", "the end of the year", "DATE", "2025"),
    ("Exports fell in the third quarter.", "the third quarter", "DATE", "2025-Q3"),
    ("Exports fell in the first half of 2025.", "the first half of 2025", "DATE", "2025-H1"),
    ("The fort is from the 19th century.", "the 19th century", "DATE", "18"),
    ("Two weeks ago the village was quiet.", "Two weeks ago", "DATE", "2025-10-24"),
    ("Three days ago the village was quiet.", "Three days ago", "DATE", "2025-11-04"),
    ("Two years ago the village was quiet.", "Two years ago", "DATE", "2023"),
    ("A month ago the village was quiet.", "A month ago", "DATE", "2025-10"),
    ("Years ago the village was quiet.", "Years ago", "DATE", "PAST_REF"),
    # seasons and feasts
    ("The barrages degrade morale ahead of winter.", "winter", "DATE", "2025-WI"),
    ("The grid survived last winter.", "last winter", "DATE", "2024-WI"),
    ("The offensive began this summer.", "this summer", "DATE", "2025-SU"),
    ("The offensive began in the summer of 2022.", "the summer of 2022", "DATE", "2022-SU"),
    ("The offensive stalled last spring.", "last spring", "DATE", "2025-SP"),
    ("It began in the fall and went on.", "the fall", "DATE", "2025-FA"),
    ("It may be over by spring.", "spring", "DATE", "2026-SP"),
    ("A truce was agreed for Christmas.", "Christmas", "DATE", "2025-12-25"),
    ("A truce was agreed for Easter.", "Easter", "DATE", "2026-04-05"),
    # clock
    ("The blast was heard at 03:15 on Tuesday.", "03:15", "TIME", "2025-11-04T03:15"),
    ("The blast was heard at 5.30pm.", "5.30pm", "TIME", "2025-11-07T17:30"),
    ("The blast was heard around 7:15 p.m. and again later.", "around 7:15 p.m.", "TIME", "2025-11-07T19:15"),
    ("The blast was heard at 10 a.m. Thursday.", "10 a.m. Thursday", "TIME", "2025-11-06T10:00"),
    ("The blast was heard at noon.", "noon", "TIME", "2025-11-07T12:00"),
    ("The ceasefire takes effect on Monday at midnight.", "midnight", "TIME", "2025-11-10T24:00"),
    ("The blast was heard at 0900 GMT.", "0900 GMT", "TIME", "2025-11-07T09:00"),
    ("The blast was heard at 5 o'clock.", "5 o'clock", "TIME", "2025-11-07T05:00"),
    ("They attacked at dawn on Thursday.", "dawn", "TIME", "2025-11-06TDA"),
    ("They attacked on the night of 4 November.", "the night of 4 November", "TIME", "2025-11-04TNI"),
    ("They attacked on the night of 5-6 November.", "the night of 5-6 November", "TIME", "2025-11-05TNI"),
    ("They attacked in the early hours of Thursday.", "the early hours of Thursday", "TIME", "2025-11-06TMO"),
    ("The curfew ends at 0600.", "0600", "TIME", "2025-11-07T06:00"),
    ("The drill runs October 25-26, 2016.", "October 25", "DATE", "2016-10-25"),
    # durations
    ("The city has been defended for more than a year.", "more than a year", "DURATION", "P1Y"),
    ("For months they have shelled the city.", "months", "DURATION", "PXM"),
    ("The battle lasted three days.", "three days", "DURATION", "P3D"),
    ("The battle lasted several weeks.", "several weeks", "DURATION", "PXW"),
    ("The battle lasted nearly two months.", "nearly two months", "DURATION", "P2M"),
    ("The battle lasted at least 48 hours.", "at least 48 hours", "DURATION", "PT48H"),
    ("The battle lasted a couple of weeks.", "a couple of weeks", "DURATION", "P2W"),
    ("The battle lasted a week and a half.", "a week", "DURATION", "P1W"),
    ("The balance has shifted in recent weeks.", "recent weeks", "DURATION", "PXW"),
    ("Soldiers have been trying to dislodge them in recent days.", "recent days", "DURATION", "PXD"),
    ("Over the past three months 40 villages changed hands.", "the past three months", "DURATION", "P3M"),
    ("In the last 24 hours 12 attacks were repelled.", "the last 24 hours", "DURATION", "PT24H"),
    ("In the past week 12 attacks were repelled.", "the past week", "DURATION", "P1W"),
    ("Over the last day 12 attacks were repelled.", "the last day", "DURATION", "P1D"),
    ("They may attack in the coming days.", "the coming days", "DURATION", "PXD"),
    ("They may attack in the next few weeks.", "the next few weeks", "DURATION", "PXW"),
    ("They must leave within 48 hours.", "48 hours", "DURATION", "PT48H"),
    ("The two-week truce collapsed.", "two-week", "DURATION", "P2W"),
    ("A decade of war has emptied the town.", "A decade", "DURATION", "P10Y"),
    ("The front has been frozen for two decades.", "two decades", "DURATION", "P20Y"),
    # references with no date
    ("Now a lot depends on the infantry.", "Now", "DATE", "PRESENT_REF"),
    ("The brigade is currently in reserve.", "currently", "DATE", "PRESENT_REF"),
    ("The unit recently released a video.", "recently", "DATE", "PAST_REF"),
    ("The unit will be relieved soon.", "soon", "DATE", "FUTURE_REF"),
    ("Nobody knows the future.", "the future", "DATE", "FUTURE_REF"),
    ("At the moment the bridge stands.", "At the moment", "DATE", "PRESENT_REF"),
    # sets
    ("The market is shelled every day.", "every day", "SET", "P1D"),
    ("The market is shelled daily.", "daily", "SET", "P1D"),
    ("The market opens twice a week.", "a week", "SET", "P1W"),
    ("The guns fire 500 shells a day.", "a day", "SET", "P1D"),
    ("Convoys run every two weeks.", "every two weeks", "SET", "P2W"),
    ("Floods come each July.", "each July", "SET", "XXXX-07"),
    ("Patrols pass every night.", "every night", "SET", "XXXX-XX-XXTNI"),
    # stepping from another time
    ("The town fell on 2 November. The following day it was retaken.", "The following day", "DATE", "2025-11-03"),
    ("The town fell on 2 November. The next day it was retaken.", "The next day", "DATE", "2025-11-03"),
    ("The town fell on 2 November. The previous day it was calm.", "The previous day", "DATE", "2025-11-01"),
    ("The town fell on 2 November. Two days earlier it was calm.", "Two days earlier", "DATE", "2025-10-31"),
    ("The town fell on 2 November. A week later it was retaken.", "A week later", "DATE", "2025-11-09"),
    ("The town fell on 2 November. That day it rained.", "That day", "DATE", "2025-11-02"),
    ("The town fell on Nov. 2 and was retaken on the 4th.", "the 4th", "DATE", "2025-11-04"),
    ("They met on October 24 and 25.", "25", "DATE", "2025-10-25"),
    # all capitals
    ("TWELVE SOLDIERS DIED ON 30 DEC 89 IN THE NORTH.", "30 DEC 89", "DATE", "1989-12-30"),
    ("THE ARMY SAID YESTERDAY THAT IT HELD THE ROAD.", "YESTERDAY", "DATE", "2025-11-06"),
    ("THE ARMY SAID ON TUESDAY THAT IT HELD THE ROAD.", "TUESDAY", "DATE", "2025-11-04"),
]

KNOWN_MISSES = [
    # (sentence, words, type, value, why it is missed)
    ("They met on April 24 and 25, in 2024.", "April 24", "DATE", "2024-04-24", "the year stands in another phrase"),
    (
        "Since the storm the road is shut.",
        "Since the storm",
        "DATE",
        "XXXX",
        "a time named by an event needs the event",
    ),
    ("The third day of the truce was quiet.", "The third day", "DATE", "XXXX-XX-XX", "counts from an event's begin"),
    ("In Ramadan the guns fell silent.", "Ramadan", "DATE", "2025-03", "lunar feasts need another calendar"),
    ("A year and a half ago the village was quiet.", "A year and a half ago", "DATE", "2024-05", "fractions of a unit"),
]


def check(sentence: str, words: str, kind: str, value: str) -> None:
    found = {time.text: (time.type.value, time.value) for time in times_of(sentence)}
    assert found.get(words) == (kind, value), found


@pytest.mark.parametrize(("sentence", "words", "kind", "value"), VALUES)
def test_value(sentence: str, words: str, kind: str, value: str) -> None:
    """Each expression is found with exactly its words, type and value."""
    check(sentence, words, kind, value)


@pytest.mark.parametrize(("sentence", "words", "kind", "value", "why"), KNOWN_MISSES)
def test_known_miss(request: pytest.FixtureRequest, sentence: str, words: str, kind: str, value: str, why: str) -> None:
    """What is not read yet is listed with its reason, and the list is told when it is."""
    request.applymarker(pytest.mark.xfail(reason=why, strict=True))
    check(sentence, words, kind, value)


INTERVALS = [
    ("The city was taken in early 2024.", "early 2024", ("2024-01-01", "2024-05-01")),
    ("It was defended for more than a year.", "more than a year", ("2024-11-07", "2025-11-07")),
    ("For months they have shelled the city.", "months", (None, "2025-11-07")),
    ("They tried it in recent days.", "recent days", ("2025-10-31", "2025-11-07")),
    ("They may attack in the coming days.", "the coming days", ("2025-11-07", "2025-11-14")),
    ("The unit recently released a video.", "recently", (None, "2025-11-07")),
    ("The barrages come ahead of winter.", "winter", ("2025-12-01", "2026-02-28")),
    ("Drones struck the port overnight.", "overnight", ("2025-11-06", "2025-11-07")),
    ("The depot burned on Wednesday night.", "Wednesday night", ("2025-11-05", "2025-11-06")),
    ("Last week the front moved.", "Last week", ("2025-10-27", "2025-11-02")),
    ("The 2014-15 campaign was shorter.", "2014-15", ("2014-01-01", "2015-12-31")),
    ("The battle lasted three days.", "three days", (None, None)),
    ("They must leave within 48 hours.", "48 hours", ("2025-11-07", "2025-11-09")),
    ("The offensive slowed in mid-October.", "mid-October", ("2025-10-11", "2025-10-21")),
]


@pytest.mark.parametrize(("sentence", "words", "interval"), INTERVALS)
def test_interval(sentence: str, words: str, interval: tuple[str | None, str | None]) -> None:
    """An expression covers the days that its words may mean, open where they do not say."""
    assert {time.text: time.interval for time in times_of(sentence)}[words] == interval


NOTHING = [
    "The army may retreat and march on the capital.",
    "It will fall sooner or later if the second brigade leaves.",
    "A 52-year-old man of the 7th Corps drove a T-72.",
    "The sun sat low over the minute detail of the plan.",
    "They will fight for as long as it takes.",
    "Some 2000 soldiers crossed.",
    "But the fall of the town could open the way, and its fall would be a loss.",
    "Prices may fall and new fronts spring up.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_time(sentence: str) -> None:
    """Words that only look like times are left alone."""
    assert [time.text for time in times_of(sentence)] == []


UNDATED = [
    ("Troops left on Tuesday.", "XXXX-WXX-2"),
    ("Troops left in May.", "XXXX-05"),
    ("Troops left yesterday.", "XXXX-XX-XX"),
    ("Troops left on 3 May.", "XXXX-05-03"),
    ("Troops left last week.", "XXXX-WXX"),
    ("Troops left this year.", "XXXX"),
    ("Troops left at 5 pm.", "XXXX-XX-XXT17:00"),
]


@pytest.mark.parametrize(("sentence", "value"), UNDATED)
def test_undated_report(sentence: str, value: str) -> None:
    """Without a date of publication a relative time stays open: nothing is invented."""
    (time,) = times_of(sentence, None)
    assert (time.value, time.anchor, time.interval) == (value, Anchor.UNKNOWN, (None, None))


def test_section_date() -> None:
    """A date that heads a section is the day of what stands below it."""
    text = "Monday, 3 November 2025\n\nTroops left the town today.\n\n4 November\n\nThey came back yesterday."
    found = [(time.value, time.anchor) for time in times_of(text, "2025-11-20")]
    assert found[1] == ("2025-11-03", Anchor.SECTION)
    assert found[3] == ("2025-11-03", Anchor.SECTION)


def test_dateline() -> None:
    """A report without a date of its own takes that of its dateline."""
    text = "PORT SUDAN, November 4, 2025 (Agency) - The army said on Monday that it held the road."
    assert [time.value for time in times_of(text, None)] == ["2025-11-04", "2025-11-03"]


def test_named_time() -> None:
    """A pack's named times are found by their phrases and need no anchor."""
    pack = Pack(
        name="p", title="P", about="a", source="s", parties=(), countries=(),
        named_times=(NamedTime(phrases=("the full-scale invasion",), value="2022-02-24"),),
    )  # fmt: skip
    (time,) = times_of("Since the full-scale invasion the border is shut.", PUBLISHED, (pack,))
    assert (time.text, time.value, time.anchor) == ("the full-scale invasion", "2022-02-24", Anchor.NONE)


def test_fallback_is_told() -> None:
    """A step from a time that the report never names is resolved by its own date, with a warning."""
    text = "Two days earlier the bridge was whole."
    document = Document(id="t", path="t", sha256="", outlet="test", published=PUBLISHED, text=text)
    reading = find_times(Reading(document=document, parse=next(parse_texts([text]))))
    assert [time.anchor for time in reading.times] == [Anchor.FALLBACK]
    assert [warning.code for warning in reading.warnings] == ["time_anchor_fallback"]


@pytest.mark.parametrize("row", VALUES[:40])
def test_spans_are_the_words(row: tuple[str, str, str, str]) -> None:
    """Start and end cut exactly the words out of the text."""
    for time in times_of(row[0]):
        assert row[0][time.start : time.end] == time.text
