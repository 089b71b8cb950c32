"""What is worked out from a case: the band of its cost, when it must be read again, how complete it is."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from samples import make_study

from whatworks.corpus import Words
from whatworks.model.facts import BANDS, completeness, cost_band, review_by, review_months

DAY = datetime.date
BAND_IDS = (*(band for _, band in BANDS), "over-1m", "not-published")
_POUNDS = re.compile(r"£([\d,]+)( million)?")


def cost(amount: str, **changes: Any) -> dict[str, Any]:
    """The price of the work, changed in some parts."""
    return {"kind": "price", "amount": amount, "covers": "The work", "source": "report"} | changes


def band(*costs: dict[str, Any]) -> str:
    """The band of a case with these costs."""
    return cost_band(make_study(costs=list(costs)))


def test_the_bands_are_those_of_the_vocabulary(words: Words) -> None:
    """What a reader is told of a band is where the program draws its edges, in the same order."""
    terms = {term.id: term.definition for term in words["cost-bands"]}
    assert tuple(terms) == BAND_IDS
    edges = [0, *(edge for edge, _ in BANDS)]
    for index, (upper, name) in enumerate(BANDS):
        said = [int(digits.replace(",", "")) * (1_000_000 if million else 1) for digits, million in _said(terms[name])]
        assert said == ([upper] if index == 0 else [edges[index], upper])
    assert _said(terms["over-1m"]) == [("1", " million")]
    assert "or more" in terms["over-1m"]


def _said(definition: str) -> list[tuple[str, str]]:
    return _POUNDS.findall(definition)


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ("0", "under-10k"), ("9999.99", "under-10k"), ("10000", "10k-to-30k"), ("29999", "10k-to-30k"),
        ("30000", "30k-to-100k"), ("99999", "30k-to-100k"), ("100000", "100k-to-250k"), ("249999", "100k-to-250k"),
        ("250000", "250k-to-1m"), ("999999", "250k-to-1m"), ("1000000", "over-1m"), ("4200000", "over-1m"),
        ("under 10000", "under-10k"), ("nearly 10000", "under-10k"), ("up to 10000", "10k-to-30k"),
        ("over 10000", "10k-to-30k"), ("under 1000000", "250k-to-1m"), ("over 1000000", "over-1m"),
        ("under 10001", "10k-to-30k"), ("8000 to 12000", "10k-to-30k"), ("about 9000", "under-10k"),
    ],
)  # fmt: skip
def test_the_edges_of_the_bands(amount: str, found: str) -> None:
    """A sum at an edge belongs to the band that begins there; one that is said to fall short of it does not."""
    assert band(cost(amount)) == found


@pytest.mark.parametrize(
    ("costs", "found"),
    [
        ([cost("5000"), cost("400000", kind="whole")], "under-10k"),
        ([cost("400000", kind="whole"), cost("20000", kind="grant")], "250k-to-1m"),
        ([cost("5000"), cost("40000")], "30k-to-100k"),
        ([cost("under 10000"), cost("10000")], "10k-to-30k"),
        ([cost("10000"), cost("under 10000")], "10k-to-30k"),
        ([cost("12000", unit="GBP a year")], "10k-to-30k"),
        ([cost("12000", unit="GBP a person")], "not-published"),
        ([cost("12000", unit="EUR")], "not-published"),
        ([cost("12", unit="GBP a person"), cost("90000", kind="whole")], "30k-to-100k"),
        *([[cost("12000", kind=kind)], "not-published"] for kind in ("part", "grant", "finance", "each", "wider")),
        ([cost("12000", kind="elsewhere")], "not-published"),
    ],
)
def test_what_counts_for_the_band(costs: list[dict[str, Any]], found: str) -> None:
    """The price comes before the whole cost; a grant, a share, one unit or another place's sum counts for nothing."""
    assert band(*costs) == found


def test_without_costs_nothing_is_published() -> None:
    """That nothing is known is a band of its own, not the cheapest."""
    assert cost_band(make_study(costs="not-known")) == "not-published"


@pytest.mark.parametrize(
    ("stage", "submitted_by", "months"),
    [
        *((stage, "supplier", 12) for stage in ("planned", "trial", "in-use")),
        *((stage, "council", 12) for stage in ("planned", "trial", "in-use")),
        *((stage, "third-party", 24) for stage in ("planned", "trial", "in-use")),
        *((stage, "supplier", 36) for stage in ("finished", "stopped", "not-known")),
        *((stage, "third-party", 36) for stage in ("finished", "stopped", "not-known")),
    ],
)
def test_how_long_a_review_holds(stage: str, submitted_by: str, months: int) -> None:
    """A year while it runs, two if nobody there is watching, three once it is over."""
    study = make_study(stage=stage, submitted_by=submitted_by, last_reviewed="2026-11-24")
    assert review_months(study.stage, study.submitted_by) == months
    assert review_by(study) == DAY(2026 + months // 12, 11, 24)


@pytest.mark.parametrize(
    ("reviewed", "stage", "day"),
    [
        ("2024-02-29", "finished", DAY(2027, 2, 28)),
        ("2028-02-29", "in-use", DAY(2030, 2, 28)),
        ("2025-02-28", "finished", DAY(2028, 2, 28)),
    ],
)
def test_a_review_of_29_february_ends_on_the_last_day_of_a_shorter_one(
    reviewed: str, stage: str, day: datetime.date
) -> None:
    """There is always such a day, and it never slips into March."""
    assert review_by(make_study(last_reviewed=reviewed, stage=stage)) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2027-06-30", DAY(2027, 6, 30)), ("2029-11-24", DAY(2029, 11, 24)), ("2031-01-01", DAY(2029, 11, 24))],
)
def test_a_typed_day_only_shortens(typed: str, day: datetime.date) -> None:
    """Nobody can put the next review off."""
    assert review_by(make_study(last_reviewed="2026-11-24", stage="finished", review_by=typed)) == day


NOTHING: dict[str, Any] = {
    "outcomes": "not-known", "costs": "not-known", "procurement": {"route": "not-known"}, "started": "not-known",
    "stage": "not-known", "helped": "not-known", "got_in_the_way": "not-known", "technologies": ["none"],
}  # fmt: skip
ANSWERS: list[dict[str, Any]] = [
    {"costs": [cost("5000")]},
    {"procurement": {"route": ["grant"]}},
    {"procurement": {"route": "not-known", "months_to_live": "0"}},
    {"started": "2014"},
    {"stage": "finished"},
    {"helped": ["Officers tried it first."]},
    {"got_in_the_way": ["A move of offices."]},
    {"do_differently": "Start sooner."},
    {"what_it_takes": ["A technician"]},
    {"works_best_where": "In towns."},
    {"contact": {"council": {"role": "Highways team"}}},
    {"suppliers": [{"name": "A firm", "kind": "company", "size": "micro", "size_basis": "Nine people"}]},
]


@pytest.mark.parametrize("answer", ANSWERS, ids=[", ".join(answer) for answer in ANSWERS])
def test_each_answer_counts_once(answer: dict[str, Any]) -> None:
    """Not-known is legal and honest, and no answer; "no technology" and "no months" are answers."""
    nothing, of = completeness(make_study(**NOTHING))
    assert completeness(make_study(**NOTHING | answer)) == (nothing + 1, of)


def test_nothing_counts_more_than_there_is() -> None:
    """A case that answers everything has all of the answers; "no technology" is the only one of the emptiest."""
    everything: dict[str, Any] = {}
    for answer in ANSWERS:
        everything |= answer
    everything["procurement"] = {"route": ["grant"], "months_to_live": "3"}
    answered, of = completeness(make_study(**everything))
    assert answered == of
    assert completeness(make_study(**NOTHING))[0] == 1
