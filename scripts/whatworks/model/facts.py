"""What is computed from a study and never typed: cost band, review date, completeness."""

from __future__ import annotations

import datetime

from whatworks.model.dates import add_months
from whatworks.model.figure import Figure
from whatworks.model.study import Study

BANDS = (
    (10_000, "under-10k"),
    (30_000, "10k-to-30k"),
    (100_000, "30k-to-100k"),
    (250_000, "100k-to-250k"),
    (1_000_000, "250k-to-1m"),
)
"""Upper ends in pounds, exclusive, and the ids of the bands below them."""
_OPEN_STAGES = ("planned", "trial", "in-use")
_SHORT_OF = ("under", "nearly")


def cost_band(study: Study) -> str:
    """The band of what the partnership cost, by its price or else its whole cost; `not-published` without either."""
    for kind in ("price", "whole"):
        amounts = [
            cost.amount
            for cost in study.costs
            if cost.kind == kind and cost.amount is not None and cost.unit in ("GBP", "GBP a year")
        ]
        if amounts:
            return _band(max(amounts, key=lambda amount: (amount.top, amount.word not in _SHORT_OF)))
    return "not-published"


def _band(amount: Figure) -> str:
    """The band of a sum; "under 10000" lies below the edge that it names."""
    short = amount.word in _SHORT_OF
    return next((band for end, band in BANDS if amount.top < end or (short and amount.top == end)), "over-1m")


def review_months(stage: str, submitted_by: str) -> int:
    """For how many months a review holds."""
    if stage not in _OPEN_STAGES:
        return 36
    return 24 if submitted_by == "third-party" else 12


def review_by(study: Study) -> datetime.date:
    """The day by which a case must be read again.

    12 months after the last review while it is planned, in trial or in use (24 if a third party wrote it, since
    nobody there is watching), 36 otherwise; an earlier day that is typed holds.
    """
    assert study.last_reviewed is not None  # noqa: S101 - a required field
    computed = add_months(study.last_reviewed, review_months(study.stage, study.submitted_by))
    return computed if study.review_by is None else min(computed, study.review_by)


def completeness(study: Study) -> tuple[int, int]:
    """How many of the questions that readers ask most are answered, and how many there are."""
    procurement = study.procurement
    answers = (
        study.outcomes, study.costs, procurement and procurement.route, study.started, study.stage, study.helped,
        study.got_in_the_way, study.technologies, study.do_differently, study.what_it_takes, study.works_best_where,
        study.contact, any(supplier.size for supplier in study.suppliers),
        procurement and procurement.months_to_live is not None,
    )  # fmt: skip
    return sum(bool(answer) for answer in answers), len(answers)
