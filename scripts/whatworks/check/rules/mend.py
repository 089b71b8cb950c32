"""What people type for figures and dates, and what they would have to type instead."""

from __future__ import annotations

import re

from whatworks.model.dates import MONTHS, parse_when
from whatworks.model.figure import parse_figure

_MONTH = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in list(_MONTH.items())} | {"sept": 9}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DASHED = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_SCALE = re.compile(r"(?i)(\d+(?:\.\d+)?)\s*(k|m|bn|million|thousand|billion)\b")
_FACTORS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_SYNONYMS = (
    (re.compile(r"(?i)\b(?:approximately|approx\.?|around|circa|c\.|roughly|some)\s*(?=-?\d)|^~\s*"), "about "),
    (re.compile(r"(?i)\b(?:more than|above|greater than)\s+|^>\s*"), "over "),
    (re.compile(r"(?i)\b(?:less than|fewer than|below)\s+|^<\s*"), "under "),
    (re.compile(r"(?i)\b(?:almost|just under)\s+"), "nearly "),
    (re.compile(r"(?i)\b(?:out of)\b|(?<=\d)\s*/\s*(?=\d)"), " of "),
)
_HINT = "Write a number, with 'over', 'under', 'about', 'up to', 'at least' or 'nearly' if need be, '60 to 80' or '326 of 706'"


def mend_figure(typed: str) -> tuple[str | None, bool, str]:
    """What a figure should be, whether that is certain, and the words that help."""
    text = typed.strip().replace("−", "-").replace("\u00a0", " ")
    plain = _THOUSANDS.sub("", text)
    if parse_figure(plain):
        return plain, True, f"Write '{plain}': no commas, and a plain hyphen for minus."
    sign = "per cent" if "%" in plain or "per cent" in plain.casefold() else "GBP" if "£" in plain else ""
    plain = re.sub(r"(?i)%|£|\bper ?cent\b|\bGBP\b|\+$|^\+", "", plain)
    plain = _SCALE.sub(_written_out, plain)
    plain = _DASHED.sub(" to ", plain)
    for pattern, word in _SYNONYMS:
        plain = pattern.sub(word, plain)
    plain = re.sub(r"\s+", " ", plain).strip()
    unit = f" and put '{sign}' into 'unit'" if sign else ""
    if parse_figure(plain):
        return plain, False, f"Write '{plain}'{unit}."
    return None, False, f"{_HINT}; signs and words belong in 'unit' and 'claim'."


def _written_out(match: re.Match[str]) -> str:
    whole, _, part = match[1].partition(".")
    zeros = _FACTORS[match[2].casefold()]
    digits = whole + part.ljust(zeros, "0")
    return digits.lstrip("0") or "0" if len(part) <= zeros else match[0]


def mend_date(typed: str) -> tuple[str | None, str]:
    """What a date should be, if there is no doubt about it, and the words that help."""
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", typed.strip().casefold().replace(",", " "))
    word = ""
    if match := re.match(r"(about|around|circa|c\.|before|by|after|since)\s*(?=\S)", text):
        word = {"before": "before ", "by": "before ", "after": "after ", "since": "after "}.get(match[1], "about ")
        text = text[match.end() :]
    parts = re.split(r"[\s/.\-]+", text)
    mended = _from_parts([part for part in parts if part])
    if mended is not None and parse_when(word + mended) is not None:
        return word + mended, f"Write '{word + mended}'."
    return None, "Write '2014', '2014-11' or '2014-11-03', with 'about', 'before' or 'after' if need be."


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
