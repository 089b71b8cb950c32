"""What a page writes for the figures that contributors type (MODEL.md section 5, "The page writes")."""

from __future__ import annotations

from typing import Any

import pytest
from samples import result

from whatworks.model.decode import decode
from whatworks.model.study import Cost, Outcome
from whatworks.model.wording import cost_figure, outcome_figure

_BARE: dict[str, Any] = {"baseline": None, "result": None, "unit": "per cent"}
SHOWN = [
    ({"baseline": "31", "result": "86"}, "31 → 86 per cent"),
    ({"change": "-53"}, "\u221253 per cent"),
    ({"change": "28"}, "+28 per cent"),
    ({"change": "0"}, "0 per cent"),
    ({"change": "-8.5 to -10"}, "\u22128.5 to \u221210 per cent"),
    ({"change": "up to -18", "unit": "days"}, "up to \u221218 days"),
    ({"change": "about 20"}, "about 20 per cent"),
    ({"change": "-2400", "unit": "GBP a month"}, "\u2212£2,400 a month"),
    ({"result": "43", "against": "20", "comparison": "plan"}, "43 per cent against 20 planned"),
    ({"result": "50", "against": "26.6", "comparison": "randomised"}, "50 per cent against 26.6"),
    ({"result": "326 of 706", "unit": "people"}, "326 of 706 people"),
    ({"result": "2165 of over 8200", "unit": "people"}, "2,165 of over 8,200 people"),
    ({"result": "60 to 80"}, "60 to 80 per cent"),
    ({"result": "over 1300000", "unit": "GBP"}, "over £1.3 million"),
    ({"result": "1234567", "unit": "GBP"}, "£1,234,567"),
    ({"result": "0.09", "unit": "GBP a report"}, "£0.09 a report"),
    ({"result": "0.09", "against": "5.88", "unit": "GBP a contact"}, "£0.09 a contact against £5.88"),
    ({"kind": "reach", "result": "10000000", "unit": "look-ups"}, "10 million look-ups"),
    ({"kind": "forecast", "result": "2400000", "unit": "GBP a year"}, "£2.4 million a year expected"),
    ({"baseline": "1.50", "result": "1.40", "unit": "days"}, "1.50 → 1.40 days"),
    ({"baseline": "5600000", "result": "5450000", "unit": "GBP"}, "£5.6 million → £5.45 million"),
    ({"result": "-400", "unit": "GBP"}, "\u2212£400"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "written"), SHOWN, ids=[written for _, written in SHOWN])
def test_every_form_of_figure_is_written_as_decided(changes: dict[str, Any], written: str) -> None:
    """Typed figures are written with arrows, true minus signs, commas, pounds and whole millions."""
    assert str(outcome_figure(decode(Outcome, result(**_BARE | changes)))) == written


def test_both_levels_are_shown_rather_than_their_difference() -> None:
    """Where the figures from before and after are known, the change is left to the reader."""
    entry = decode(Outcome, result(baseline="400", result="310", change="-90", unit="calls"))
    assert str(outcome_figure(entry)) == "400 → 310 calls"


def test_an_outcome_without_a_figure_shows_none() -> None:
    """A claim is enough, and no figure is invented for it."""
    assert outcome_figure(decode(Outcome, result(baseline=None, result=None, unit=None, measure=None))) is None


@pytest.mark.parametrize(
    ("amount", "unit", "written"),
    [
        ("125000", "GBP", "£125,000"),
        ("up to 125000", "GBP", "up to £125,000"),
        ("90000 to 120000", "GBP a year", "£90,000 to £120,000 a year"),
        ("0", "GBP", "£0"),
        ("2.38", "GBP a person", "£2.38 a person"),
        ("1250000", "GBP", "£1.25 million"),
        ("nearly 7", "days of work", "nearly 7 days of work"),
    ],
)
def test_costs_are_written_with_their_unit(amount: str, unit: str, written: str) -> None:
    """A sum stands with its sign of currency and what it is for."""
    cost = {"kind": "price", "amount": amount, "unit": unit, "covers": "The work", "source": "report"}
    assert cost_figure(decode(Cost, cost)) == written
