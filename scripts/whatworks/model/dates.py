"""Dates as exactly as they are known: `2014`, `2014-11`, `2014-11-03`, `about 2014`, `before 2019-03`."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

WORDS = ("about", "before", "after")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_WHEN = re.compile(
    rf"(?:(?P<word>{'|'.join(WORDS)}) )?(?P<year>[12]\d{{3}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII
)
_DAYS_BEFORE_29 = 28


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date known to the year, month or day; 0 stands for what is not known. Orders by time."""

    year: int
    month: int = 0
    day: int = 0
    word: str = ""

    @property
    def earliest(self) -> datetime.date:
        """The first day that the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that the date can mean."""
        if self.day:
            return self.earliest
        year, month = (self.year, self.month + 1) if self.month else (self.year + 1, 1)
        if month > len(MONTHS):
            year, month = year + 1, 1
        return datetime.date(year, month, 1) - datetime.timedelta(days=1)

    @property
    def iso(self) -> str:
        """The date in ISO 8601, no more exact than it is known."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    def __str__(self) -> str:
        """The date in words, such as "about March 2014"."""
        day = str(self.day) if self.day else ""
        month = MONTHS[self.month - 1] if self.month else ""
        return " ".join(part for part in (self.word, day, month, str(self.year)) if part)


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When | None:
    """The date that a text spells, or None where it is not one of the forms above or no real day."""
    match = _WHEN.fullmatch(text)
    if match is None:
        return None
    when = When(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0), match["word"] or "")
    if when.month > len(MONTHS) or (match["month"] == "00") or (match["day"] == "00"):
        return None
    try:
        when.earliest  # noqa: B018 - asks whether there is such a day
    except ValueError:
        return None
    return when


def parse_day(text: str) -> datetime.date | None:
    """The day that `YYYY-MM-DD` spells, or None."""
    when = parse_when(text)
    return when.earliest if when is not None and when.day and not when.word else None


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, _DAYS_BEFORE_29):
        try:
            return datetime.date(year, month + 1, min(day.day, number))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
