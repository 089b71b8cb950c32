"""Dates as exactly as they are known: what may be typed, what it can mean, and how it is written."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from whatworks.model.dates import WORDS, When, add_months, parse_day, parse_when

DAY = datetime.date
_real_days = st.dates(DAY(1000, 1, 1), DAY(2999, 12, 31))
_forms = st.builds(
    lambda word, day, length: word + day.isoformat()[:length],
    st.sampled_from(["", *(f"{word} " for word in WORDS)]),
    _real_days,
    st.sampled_from([len("2014"), len("2014-11"), len("2014-11-03")]),
)


def as_typed(when: When) -> str:
    """A date as a contributor types it."""
    return f"{when.word} {when.iso}".strip()


@pytest.mark.parametrize(
    ("typed", "when", "words", "earliest", "latest"),
    [
        ("2014", When(2014), "2014", DAY(2014, 1, 1), DAY(2014, 12, 31)),
        ("2014-11", When(2014, 11), "November 2014", DAY(2014, 11, 1), DAY(2014, 11, 30)),
        ("2014-12", When(2014, 12), "December 2014", DAY(2014, 12, 1), DAY(2014, 12, 31)),
        ("2014-11-03", When(2014, 11, 3), "3 November 2014", DAY(2014, 11, 3), DAY(2014, 11, 3)),
        ("2024-02", When(2024, 2), "February 2024", DAY(2024, 2, 1), DAY(2024, 2, 29)),
        ("2023-02", When(2023, 2), "February 2023", DAY(2023, 2, 1), DAY(2023, 2, 28)),
        ("2024-02-29", When(2024, 2, 29), "29 February 2024", DAY(2024, 2, 29), DAY(2024, 2, 29)),
        ("about 2014", When(2014, word="about"), "about 2014", DAY(2014, 1, 1), DAY(2014, 12, 31)),
        ("before 2019-03", When(2019, 3, 0, "before"), "before March 2019", DAY(2019, 3, 1), DAY(2019, 3, 31)),
        ("after 2019-03-07", When(2019, 3, 7, "after"), "after 7 March 2019", DAY(2019, 3, 7), DAY(2019, 3, 7)),
    ],
)
def test_what_a_date_means(typed: str, when: When, words: str, earliest: datetime.date, latest: datetime.date) -> None:
    """A date is no more exact than it was typed: it has a first and a last day, and its own words."""
    found = parse_when(typed)
    assert found == when
    assert (str(found), found and found.earliest, found and found.latest) == (words, earliest, latest)


@pytest.mark.parametrize(
    "typed",
    [
        "", "2014-13", "2014-00", "2014-11-00", "2014-02-30", "2023-02-29", "2014-1", "2014-11-3", "14-11", "0214",
        "3000", "20141103", "2014/11", "03/11/2014", "3 November 2014", "November 2014", "2014-11-03T10:00", " 2014",
        "2014 ", "2014\n", "About 2014", "about  2014", "about", "since 2014", "about before 2014", "2014 to 2016",
        "201\u0664", "\uff12\uff10\uff11\uff14", "not-known", "-2014",
    ],
)  # fmt: skip
def test_what_is_no_date(typed: str) -> None:
    """Days that never were, other orders and other words are refused, so that no month is taken for a day."""
    assert parse_when(typed) is None


@given(_forms)
def test_a_date_is_kept_as_it_was_typed(typed: str) -> None:
    """Reading and writing gives every form back, and its first day is never after its last."""
    when = parse_when(typed)
    assert when is not None
    assert as_typed(when) == typed
    assert when.earliest <= when.latest


@given(st.one_of(texts, st.text(alphabet="0123456789- about", max_size=14)))
def test_any_text_is_a_date_that_stays_or_none(typed: str) -> None:
    """Whatever stands there, the answer is a date that spells the same text, or nothing."""
    when = parse_when(typed)
    assert when is None or as_typed(when) == typed


@given(_real_days, _real_days)
def test_days_are_ordered_by_time(one: datetime.date, other: datetime.date) -> None:
    """Dates sort as the calendar does."""
    first, second = parse_when(one.isoformat()), parse_when(other.isoformat())
    assert first is not None
    assert second is not None
    assert (first < second) == (one < other)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2014-11-03", DAY(2014, 11, 3)), ("2014-11", None), ("2014", None), ("about 2014-11-03", None), ("soon", None)],
)
def test_only_a_full_date_is_a_day(typed: str, day: datetime.date | None) -> None:
    """Where a day is asked for, a month or an "about" is no answer."""
    assert parse_day(typed) == day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (DAY(2026, 11, 24), 12, DAY(2027, 11, 24)),
        (DAY(2026, 11, 24), 1, DAY(2026, 12, 24)),
        (DAY(2026, 11, 24), 2, DAY(2027, 1, 24)),
        (DAY(2024, 2, 29), 12, DAY(2025, 2, 28)),
        (DAY(2024, 2, 29), 48, DAY(2028, 2, 29)),
        (DAY(2026, 1, 31), 1, DAY(2026, 2, 28)),
        (DAY(2028, 1, 31), 1, DAY(2028, 2, 29)),
        (DAY(2026, 3, 31), 1, DAY(2026, 4, 30)),
        (DAY(2026, 11, 24), 0, DAY(2026, 11, 24)),
    ],
)
def test_months_later(day: datetime.date, months: int, later: datetime.date) -> None:
    """The same day of a later month, or its last where the month is shorter."""
    assert add_months(day, months) == later


@given(_real_days, st.integers(0, 60))
def test_months_later_is_in_the_right_month(day: datetime.date, months: int) -> None:
    """Never a day of the month before or after, and never a later day of the month than it was."""
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
