"""What a case yields for everything but its own page: its row in lists, its facets, ratings and feed entry.

Cards are small and can be kept, so that a rebuild reads only the files that changed.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from whatworks.corpus import Words
from whatworks.model.evidence import Rating, State, headline, ratings
from whatworks.model.facts import cost_band
from whatworks.model.study import Study
from whatworks.model.wording import Shown, outcome_figure
from whatworks.site.facets import FACETS, Values
from whatworks.site.links import ROOT
from whatworks.site.marks import WORDS, direction, ladder, shape
from whatworks.site.templates import render

_LONGEST_COUNTED = 48
_SIDE = "\x01"  # where the side notes of a row go; they differ between the outcomes of a case


@dataclass(frozen=True, slots=True)
class Card:
    """The small part of a case that lists, feeds and neighbours need.

    `councils` are the codes of those that took part; the facet also leads from those that stand in their place now.
    """

    id: str
    title: str
    summary: str
    published: datetime.date
    reviewed: datetime.date
    started: int
    councils: tuple[str, ...]
    facets: dict[str, Values]
    levels: dict[str, tuple[int, State]]
    level: int
    state: State
    cost: str
    stands: bool
    """Whether lists show it: a case that was withdrawn or replaced keeps its page and nothing else."""
    _row: str

    def row(self, words: Words, outcome: str = "") -> str:
        """The case's row in a list; on an outcome's page with the rating of that outcome."""
        level, state = self.levels.get(outcome, (self.level, self.state))
        return self._row.replace(_SIDE, _side(state, level, words["evidence-levels"].terms[level].label, self.cost))

    def ids(self, facet: str) -> tuple[str, ...]:
        """The ids of a facet that the case has."""
        return tuple(one for one, _ in self.facets[facet])


def make_card(study: Study, words: Words) -> Card:
    """Compute a case's card."""
    rated = ratings(study)
    best = headline(study, rated)
    band = cost_band(study)
    assert study.published is not None and study.last_reviewed is not None  # noqa: S101, PT018 - required fields
    return Card(
        id=study.id,
        title=study.title,
        summary=study.summary,
        published=study.published,
        reviewed=study.last_reviewed,
        started=study.started.year if study.started else 0,
        councils=study.councils,
        facets={facet.id: facet.values(study, rated, words) for facet in FACETS},
        levels=_levels(rated, words),
        level=best.level,
        state=best.state,
        cost="Cost not published" if band == "not-published" else words["cost-bands"].label_of(band),
        stands=study.record_status != "withdrawn" and not study.superseded_by,
        # plain text from here on: a Markup would escape what is put into its holes
        _row=str(_row(study, best, words)),
    )


def period(study: Study) -> str:
    """When the work was done, in few words."""
    start = str(study.started.year) if study.started else ""
    if study.ended and study.ended.year != (study.started.year if study.started else 0):
        return f"{start} to {study.ended.year}" if start else f"until {study.ended.year}"
    return start


def headline_figure(study: Study) -> Shown | None:
    """The figure of the first outcome, which is the headline; of a use or forecast with its word."""
    return outcome_figure(study.outcomes[0]) if study.outcomes else None


def _counted(study: Study, shown: Shown | None) -> str:
    """What the headline counts, in few words: its measure if that is short, else its unit."""
    if shown is None:
        return ""
    measure = study.outcomes[0].measure
    what = measure if shown.unit == "per cent" or not shown.unit or shown.amount.startswith("£") else shown.unit
    if len(what) > _LONGEST_COUNTED:
        what = what[:_LONGEST_COUNTED].rsplit(" ", 1)[0].rstrip(",;") + "…"
    return " ".join(part for part in (what, shown.note) if part)


def figure_class(amount: str) -> str:
    """The class that keeps a long figure inside its column."""
    short, middle = 6, 10
    return "fig" if len(amount) <= short else "fig fig-m" if len(amount) <= middle else "fig fig-l"


def _levels(rated: tuple[Rating, ...], words: Words) -> dict[str, tuple[int, State]]:
    """Level and state by outcome; a heading has the best of its narrower terms."""
    found: dict[str, tuple[int, State]] = {}
    for rating in rated:
        found[rating.outcome] = (rating.level, rating.state)
        broader = words["outcomes"].by_id[rating.outcome].broader
        if broader and found.get(broader, (-1,))[0] < rating.level:
            found[broader] = (rating.level, rating.state)
    return found


def _row(study: Study, best: Rating, words: Words) -> str:
    shown = headline_figure(study)
    councils = [words.councils.by_code[code].short_name for code in study.councils]
    most = 3
    return render(
        "row",
        study=study,
        shown=shown,
        counts=_counted(study, shown),
        css=figure_class(shown.amount) if shown else "",
        state=best.state,
        word=WORDS[best.state],
        shape=shape(best.state),
        councils=", ".join(councils[:most]) + (f" and {len(councils) - most} more" if len(councils) > most else ""),
        services=", ".join(words["service-areas"].label_of(one) for one in study.service_areas),
        period=period(study),
        ROOT=Markup(ROOT),
        SIDE=Markup(_SIDE),
    )


@cache
def _side(state: str, level: int, label: str, cost: str) -> str:
    return (
        f'<ul class="side-notes"><li>{direction(state)}</li><li>{ladder(level, label)}</li>'
        f"<li>{Markup.escape(cost)}</li></ul>"
    )
