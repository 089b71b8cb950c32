"""Figures in words: what a page writes for what a contributor typed.

`31 → 86 per cent`, `43 per cent against 20`, `326 of 706`, `£1.3 million a year`. The typed
digits are kept; only thousands get commas, and whole millions are written out.
"""

from __future__ import annotations

from dataclasses import dataclass

from whatworks.model.figure import Figure
from whatworks.model.study import Cost, Outcome

MINUS = "\u2212"
ARROW = "\u2192"
_MILLION = 1_000_000
_MOST_PLACES = 2  # 1.25 million is read at a glance, 1.2345 million is not


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as a page shows it: the amount, what it counts, and what stands beside it."""

    amount: str
    unit: str = ""
    note: str = ""

    def __str__(self) -> str:
        """The whole in one line."""
        return " ".join(part for part in (self.amount, self.unit, self.note) if part)


def outcome_figure(entry: Outcome) -> Shown | None:
    """The figure of an outcome; None where there is none."""
    money, unit = _unit(entry.unit)
    if entry.baseline is not None and entry.result is not None:
        return Shown(f"{figure(entry.baseline, money)} {ARROW} {figure(entry.result, money)}", unit)
    if entry.change is not None:
        return Shown(_signed(entry.change, money), unit)
    if entry.result is None:
        return None
    against = "" if entry.against is None else f"against {figure(entry.against, money)}{_planned(entry)}"
    ending = {"reach": "", "forecast": "expected"}.get(entry.kind, "")
    return Shown(figure(entry.result, money), unit, against or ending)


def cost_figure(cost: Cost) -> str:
    """The sum of a cost, with its unit."""
    assert cost.amount is not None  # noqa: S101 - a required field
    money, unit = _unit(cost.unit)
    return f"{figure(cost.amount, money)} {unit}".strip()


def figure(value: Figure, money: bool = False) -> str:
    """A figure in words, such as `over £1.3 million` or `60 to 80`."""
    text = number(value.low, money)
    if value.high:
        text = f"{text} to {number(value.high, money)}"
    if value.of:
        text = " ".join(part for part in (text, "of", value.of_word, number(value.of, money)) if part)
    return f"{value.word} {text}" if value.word else text


def number(typed: str, money: bool = False) -> str:
    """A typed number as it is read: a true minus, commas, millions in words."""
    sign = MINUS if typed.startswith("-") else ""
    whole, _, part = typed.lstrip("-").partition(".")
    pound = "£" if money else ""
    if not part and int(whole) >= _MILLION:
        millions = f"{int(whole) / _MILLION:.6f}".rstrip("0").rstrip(".")
        if len(millions.partition(".")[2]) <= _MOST_PLACES:
            return f"{sign}{pound}{millions} million"
    return f"{sign}{pound}{int(whole):,}{'.' + part if part else ''}"


def _signed(value: Figure, money: bool) -> str:
    text = figure(value, money)
    rises = not value.low.startswith("-") and float(value.low) != 0 and not value.word and not value.high
    return f"+{text}" if rises else text


def _unit(unit: str) -> tuple[bool, str]:
    """Whether it is money, and what is left of the unit to write after the amount."""
    money = unit == "GBP" or unit.startswith("GBP ")
    return money, unit.removeprefix("GBP").strip() if money else unit


def _planned(entry: Outcome) -> str:
    return " planned" if entry.comparison == "plan" else ""
