"""What people type for figures and dates, and what they would have to type instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from whatworks.model.dates import MONTHS, parse_when
from whatworks.model.figure import parse_figure


class Mended(NamedTuple):
    """What should stand there, if that can be told, whether it is certain, and the words that help."""

    text: str | None
    safe: bool
    hint: str


_LONGEST = 80
"""Characters; what is longer is no slip of a figure or date, and trying would take long."""
_MINUS = "\u2212"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DASHED = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")  # noqa: RUF001 - the dashes people type
_SCALE = re.compile(
    r"(?i)(?:(?<![\d.])(?P<low>\d+(?:\.\d+)?)(?P<to>\s*[-–—]\s*|\s+to\s+))?"  # noqa: RUF001 - the dashes people type
    r"(?P<number>\d+(?:\.\d+)?)\s*(?P<scale>k|m|bn|million|thousand|billion)\b"
)
_FACTORS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_SYNONYMS = (
    (re.compile(r"(?i)\b(?:approximately|approx\.?|around|circa|c\.|roughly|some)\s*(?=-?\d)|^~\s*"), "about "),
    (re.compile(r"(?i)\b(?:more than|above|greater than)\s+|^>\s*"), "over "),
    (re.compile(r"(?i)\b(?:less than|fewer than|below)\s+|^<\s*"), "under "),
    (re.compile(r"(?i)\b(?:almost|just under)\s+"), "nearly "),
    (re.compile(r"(?i)\b(?:out of)\b"), " of "),
    (re.compile(r"(?i)^(?:from\s+(?=\S+ to )|between\s+(?=\S+ and ))"), ""),
    (re.compile(r"(?i)(?<=\d) and (?=-?\d)"), " to "),
)
_IN_DOUBT = (
    (re.compile(r"(?i)%|£|\bper ?cent(?:age)?\b|\bGBP\b|\bpounds?\b"), ""),
    (re.compile(r"\+$|^\+"), ""),
    (re.compile(r"(?<=\d)[ \u00a0](?=\d{3}\b)"), ""),
    (re.compile(r"(?<=\d)\s*/\s*(?=\d)|(?<=\d) in (?=\d)"), " of "),
)
_UNIT_AFTER = re.compile(r"(?P<figure>.*\d)\s+(?P<unit>[a-z][a-z ]*)", re.IGNORECASE)
_FIGURE_HINT = (
    "Write a number, with 'over', 'under', 'about', 'up to', 'at least' or 'nearly' if need be, '60 to 80' or "
    "'326 of 706'; signs and words belong in 'unit' and 'claim'."
)


def mend_figure(typed: str) -> Mended:
    """What a figure should be."""
    if len(typed) > _LONGEST:
        return Mended(None, False, _FIGURE_HINT)
    plain = _THOUSANDS.sub("", typed.strip().replace(_MINUS, "-").replace("\u00a0", " "))
    if parse_figure(plain):
        return Mended(plain, True, f"Write '{plain}': no commas, and a plain hyphen for minus.")
    plain = _tidy(plain, _SYNONYMS)
    if parse_figure(plain):
        return Mended(plain, True, f"Write '{plain}'.")
    sign = "per cent" if re.search(r"(?i)%|per ?cent", plain) else "GBP" if re.search("£|GBP|pound", plain) else ""
    plain = _SCALE.sub(_written_out, _tidy(plain, _IN_DOUBT))
    plain = _tidy(_DASHED.sub(" to ", plain), _SYNONYMS)
    after = _UNIT_AFTER.fullmatch(plain)
    if not parse_figure(plain) and not sign and after is not None:
        plain, sign = after["figure"], after["unit"]
    if parse_figure(plain):
        unit = f" and put '{sign}' into 'unit'" if sign else ""
        return Mended(plain, False, f"Write '{plain}'{unit}.")
    return Mended(None, False, _FIGURE_HINT)


def _tidy(text: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, word in table:
        text = pattern.sub(word, text)
    return re.sub(r"\s+", " ", text).strip()


def _written_out(match: re.Match[str]) -> str:
    """A number with its zeros, and the lower end of a range with the same: 5-6k is 5000 to 6000, but 500-1k is not."""
    zeros, low = _FACTORS[match["scale"].casefold()], match["low"]
    if any(len(number.partition(".")[2]) > zeros for number in (low or "", match["number"])):
        return match[0]
    scaled = low is not None and float(low) < float(match["number"])
    before = "" if low is None else f"{_with_zeros(low, zeros) if scaled else low}{match['to']}"
    return before + _with_zeros(match["number"], zeros)


def _with_zeros(number: str, zeros: int) -> str:
    whole, _, part = number.partition(".")
    return (whole + part.ljust(zeros, "0")).lstrip("0") or "0"


_MONTH = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in list(_MONTH.items())} | {"sept": 9}
_WORD = re.compile(r"(about|around|circa|c\.|~|before|by|after|since)\s*(?=\S)")
_WORDS = {"before": "before ", "by": "before ", "after": "after ", "since": "after "}
_TIME_OF_DAY = re.compile(r"(?<=\d)[t ]\d\d?:\d\d.*")
_PART_OF_YEAR = re.compile(r"(?:early|mid|late|spring|summer|autumn|winter|q[1-4]|end of|start of)[ -]*(\d{4})")
_TWO_YEARS = re.compile(r"(\d{4})\s*[/–-]\s*(?:\d\d)?(\d\d)")  # noqa: RUF001 - the dashes people type
_DATE_HINT = "Write '2014', '2014-11' or '2014-11-03', with 'about', 'before' or 'after' if need be."


def mend_date(typed: str) -> Mended:
    """What a date should be."""
    if len(typed) > _LONGEST:
        return Mended(None, False, _DATE_HINT)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", typed.strip().casefold().replace(",", " "))
    if match := _PART_OF_YEAR.fullmatch(text):
        return Mended(f"about {match[1]}", False, f"Write 'about {match[1]}', or the month if it is known.")
    if (match := _TWO_YEARS.fullmatch(text)) and int(match[1]) % 100 + 1 == int(match[2]):
        year = match[1]
        return Mended(None, False, f"Write one date: '{year}-04' if a financial year is meant, else 'about {year}'.")
    word = ""
    if match := _WORD.match(text):
        word = _WORDS.get(match[1], "about ")
        text = text[match.end() :]
    parts = [part for part in re.split(r"[\s/.\-]+", _TIME_OF_DAY.sub("", text)) if part]
    new = _from_parts(parts)
    if new is not None and parse_when(word + new) is not None:
        return Mended(word + new, True, f"Write '{word + new}'.")
    return _day_first(parts, word)


def _day_first(parts: list[str], word: str) -> Mended:
    """A date that can be read in two ways, or whose year has two digits: day first, as people here write it."""
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) <= 2:
        day, month, year = int(parts[0]), int(parts[1]), parts[2]
        new = f"{word}{'20' if len(year) == 2 else ''}{year}-{month:02}-{day:02}"
        if parse_when(new) is not None:
            return Mended(new, False, f"Write '{new}' if {day} {MONTHS[month - 1]} is meant.")
    if len(parts) == 3 and len(parts[0]) == 4:
        return Mended(None, False, "There is no such day; write year, month and day.")
    return Mended(None, False, _DATE_HINT)


def _from_parts(parts: list[str]) -> str | None:
    numbers = [str(_MONTH.get(part, part)) for part in parts]
    named = [part in _MONTH for part in parts]
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    if len(parts) == 1 and len(numbers[0]) == 4:
        return numbers[0]
    if len(parts) == 2:
        year, month = (numbers[1], numbers[0]) if len(numbers[1]) == 4 else (numbers[0], numbers[1])
        return f"{year}-{int(month):02}"
    if len(parts) == 3:
        if len(numbers[0]) == 4:
            return f"{numbers[0]}-{int(numbers[1]):02}-{int(numbers[2]):02}"
        first, second, year = numbers
        if named[0]:
            first, second = second, first
        doubtful = not any(named) and int(first) <= 12 and first != second
        return None if doubtful or len(year) != 4 else f"{year}-{int(second):02}-{int(first):02}"
    return None
