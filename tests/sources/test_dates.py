"""Dates of publication: what is read, and what is left alone because it could mean two days."""

import pytest

from contested.sources.dates import date_at_head, date_in_address, date_in_name, read_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-07", "2025-11-07"),
        ("2025-11-07T10:15:00+02:00", "2025-11-07T10:15:00+02:00"),
        ("2025-11-07T10:15:00Z", "2025-11-07T10:15:00+00:00"),
        ("2025/11/7", "2025-11-07"),
        ("20251107", "2025-11-07"),
        ("2025-11", None),
        ("Fri, 07 Nov 2025 10:15:00 GMT", "2025-11-07T10:15:00+00:00"),
        ("7 November 2025", "2025-11-07"),
        ("November 7, 2025", "2025-11-07"),
        ("Sept. 3rd, 2024", "2024-09-03"),
        ("Published on 7 Nov 2025 at 14:30", "2025-11-07"),
        ("07/11/2025", None),
        ("4:58 PM ET", None),
        ("yesterday", None),
        ("2025-02-30", None),
        ("", None),
    ],
)
def test_a_stated_date_is_read_only_where_it_means_one_day(value, expected):
    """Two readings, or none, give no date."""
    assert read_date(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- THE ARMY SAID TODAY", "1990-01-03"),
        ("Sun 10 Jul 2016 Shells fell near the northern road", "2016-07-10"),
        ("7 November 2025\n\nShells fell near the northern road", "2025-11-07"),
        ("Shells fall again\nPublished: November 7, 2025 10:30\nMore of it", "2025-11-07"),
        ("GOMA, Democratic Republic of Congo, January 27, 2025 (Example Wire) - Rebels said", "2025-01-27"),
        ("KHARTOUM, 2023-05-02 — The army said", "2023-05-02"),
        ("Posted on April 2 2017 by J. Doe Shells fell near the road", "2017-04-02"),
        ("Date of publication 3 October 2017 Shells fell near the road", "2017-10-03"),
        ("Shells hit camp near Goma Monitor EW Wednesday 29 Jan 2025 Shells fell near the road", "2025-01-29"),
        ("The army said on Wednesday 29 January 2025 that shells fell", None),
        ("Shells fell Wednesday 29 January 2025 near the road", None),
        ("On 24 February 2022 Russian troops crossed the border.", None),
        ("In Kyiv, on 24 February 2022 - the first day - sirens", None),
        ("KYIV, Nov 7 (Reuters) - The mayor said", None),
        ("The army said so on May 3, 2024.", None),
        ("", None),
    ],
)
def test_only_a_date_that_heads_the_text_dates_it(text, expected):
    """A date inside prose is about the news, not about the report."""
    assert date_at_head(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2025/11/07/bridge-hit", "2025-11-07"),
        ("https://example.org/war/2025-11-7", "2025-11-07"),
        ("https://example.org/2025/11/bridge", None),
        ("https://example.org/a/20251107123", None),
        ("", None),
    ],
)
def test_an_address_may_hold_the_date(url, expected):
    """Year, month and day as parts of its path."""
    assert date_in_address(url) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("agency-2025-11-07.txt", "2025-11-07"),
        ("20251107_front.html", "2025-11-07"),
        ("2025.11.07 dispatch.txt", "2025-11-07"),
        ("000_0a0431e8a19a1583.txt", None),
        ("20259907.txt", None),
        ("report.txt", None),
    ],
)
def test_a_file_name_may_hold_the_date(name, expected):
    """Only whole, possible days are read."""
    assert date_in_name(name) == expected
