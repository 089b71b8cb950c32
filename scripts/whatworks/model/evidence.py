"""How well it is known that something changed: levels and directions computed by the published rule.

The rule is on the page "How evidence is rated". Level says how well a change is known, never how good
it is; direction is kept apart. Nothing here is ever typed by a contributor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whatworks.model.study import Cited, Outcome, Study

LEVELS = ("not-shown", "claimed", "reported", "measured", "compared", "independent")
"""Ids of the levels, weakest first; a level is an index into this."""
NOT_SHOWN, CLAIMED, REPORTED, MEASURED, COMPARED, INDEPENDENT = range(6)

State = Literal["improved", "no-change", "worsened", "mixed", "unclear", "forecast", "reach", "none"]
"""What is known of a case and an outcome: a direction, or why there is none."""

_COUNTING = ("improved", "no-change", "worsened", "mixed")
_WITH_OTHERS = ("comparison-group", "randomised")
_TRUSTED = ("council", "partner", "independent")


@dataclass(frozen=True, slots=True)
class Rating:
    """How well one outcome of a case is known. `best` is the entry that decides it, if any."""

    outcome: str
    level: int
    state: State
    reason: str
    next_step: str
    best: Outcome | None = None


def counts(entry: Outcome) -> bool:
    """Whether an entry is a result of these councils that says which way things went."""
    return entry.kind == "result" and entry.direction in _COUNTING and entry.where != "elsewhere"


def voice(study: Study, entry: Outcome) -> str:
    """Whose word a result is for the rule: the weaker of who says it and whose document says it.

    The supplier's own document makes every word the supplier's. A council's word also needs a public source,
    a confirmation, or the council as the writer; a confirmation turns the supplier's word into the council's.
    """
    source = study.source_by_key.get(entry.source)
    said = entry.attested_by
    if source is not None and source.kind == "supplier":
        said = "supplier"
    if said == "council" and not _public(source) and study.submitted_by != "council" and not _confirmed(study):
        said = "supplier"
    if said == "supplier" and _confirmed(study):
        said = "council"
    return said


def level(study: Study, entry: Outcome) -> int:
    """The level of one entry."""
    if not counts(entry):
        return NOT_SHOWN
    said = voice(study, entry)
    if said == "supplier":
        return CLAIMED
    dated = entry.period not in ("", "not-stated")
    if entry.comparison in _WITH_OTHERS and dated and said in _TRUSTED:
        source = study.source_by_key.get(entry.source)
        evaluated = source is not None and source.kind in ("evaluation", "academic")
        return INDEPENDENT if said == "independent" and evaluated else COMPARED
    if _two_sided(entry) and dated and not entry.estimated and said in _TRUSTED:
        return MEASURED
    return REPORTED


def entries_for(study: Study, outcome: str) -> tuple[Outcome, ...]:
    """The entries that speak of an outcome; one without an outcome speaks of the first of `about`."""
    first = study.about[0] if study.about else ""
    return tuple(entry for entry in study.outcomes if (entry.outcome or first) == outcome)


def rate(study: Study, outcome: str) -> Rating:
    """The rating of one outcome of a case: the best of its results."""
    entries = entries_for(study, outcome)
    best = max(entries, key=lambda entry: level(study, entry), default=None)
    reached = NOT_SHOWN if best is None else level(study, best)
    if reached == NOT_SHOWN:
        best = None
    return Rating(outcome, reached, state(entries), _reason(study, entries, best), _next_step(study, best), best)


def ratings(study: Study) -> tuple[Rating, ...]:
    """The ratings of every outcome that the case bears on, in its own order."""
    return tuple(rate(study, outcome) for outcome in study.outcome_ids)


def headline(study: Study, rated: tuple[Rating, ...]) -> Rating:
    """The best rating among the outcomes that the case is about; the first of equals."""
    return max((one for one in rated if one.outcome in study.about), key=lambda one: one.level)


def state(entries: tuple[Outcome, ...]) -> State:
    """The direction of the results, *mixed* if they differ; without results, the next best thing that is known."""
    directions = {entry.direction for entry in entries if counts(entry)}
    if len(directions) > 1:
        return "mixed"
    for direction in _COUNTING:
        if direction in directions:
            return direction  # type: ignore[return-value]
    if any(entry.kind == "result" for entry in entries):
        return "unclear"
    kinds = {entry.kind for entry in entries}
    return "reach" if "reach" in kinds else "forecast" if "forecast" in kinds else "none"


def _two_sided(entry: Outcome) -> bool:
    return entry.change is not None or (
        entry.result is not None and (entry.baseline is not None or entry.against is not None)
    )


def _public(source: Cited | None) -> bool:
    return source is not None and bool(source.url)


def _confirmed(study: Study) -> bool:
    return any(one.scope in ("all", "outcomes") for one in study.confirmations)


_SAYS = {
    "council": "Council says",
    "supplier": "Supplier says",
    "independent": "An independent voice says",
    "partner": "Partner says",
    "other": "Others say",
}
_READ = {
    "council": "read in the council's own document",
    "supplier": "read in the supplier's own document",
    "press": "read in the press",
    "sector-body": "read on a sector body's page",
    "government": "read in a government document",
    "evaluation": "read in an evaluation",
    "academic": "read in an academic study",
    "notice": "read in a public notice",
}


def _reason(study: Study, entries: tuple[Outcome, ...], best: Outcome | None) -> str:
    if best is None:
        return _why_not_shown(study, entries)
    source = study.source_by_key.get(best.source)
    parts = [_SAYS[best.attested_by]]
    if source is not None and source.kind in _READ:
        parts.append(_READ[source.kind])
    return f"{', '.join(parts)}; {_how_measured(best)}."


def _why_not_shown(study: Study, entries: tuple[Outcome, ...]) -> str:
    if not entries:
        return "Nothing published says what changed."
    if any(entry.kind == "result" and entry.where == "elsewhere" for entry in entries):
        return "Results are known from other places only."
    known = state(entries)
    ended = study.stage in ("finished", "stopped")
    says = {
        "unclear": "What was found does not say which way things went",
        "reach": "Use or delivery is known, not what changed for people",
        "forecast": "There is only a forecast",
    }
    return f"{says.get(known, 'No result was published')}{', and the work has ended' if ended else ''}."


def _how_measured(entry: Outcome) -> str:
    if entry.estimated:
        return "an estimate, not a measurement"
    if entry.comparison == "randomised":
        return "compared at random with others"
    if entry.comparison == "comparison-group":
        return "compared with a group that did without"
    if _two_sided(entry):
        undated = entry.period in ("", "not-stated")
        side = "with the change from before" if entry.change else "with a figure from before"
        side = side if entry.against is None else "with a figure to compare"
        return f"{side}{', but no period' if undated else ''}"
    if entry.result is not None:
        return "a figure, but none from before"
    return "no figure"


def _next_step(study: Study, best: Outcome | None) -> str:
    """What would lift the outcome by one level."""
    if best is None:
        return "To reach Claimed: say what changed for people, and which way."
    reached = level(study, best)
    if reached == CLAIMED:
        return "To reach Reported: the council, or someone else who knows, says so in public."
    if reached == REPORTED:
        return f"To reach Measured: {_missing_for_measured(best)}."
    if reached == MEASURED:
        return "To reach Compared: compare with a similar group or place that did without."
    if reached == COMPARED:
        return "To reach Independent: an evaluation by people with no stake in it, published in full."
    return "This is the highest level."


def _missing_for_measured(entry: Outcome) -> str:
    if entry.attested_by == "other":
        return "the council, a partner or an independent voice gives the figures"
    if entry.estimated:
        return "measure a sample before and after"
    if not _two_sided(entry):
        return "give a figure from before and after" if entry.result is None else "give the figure from before"
    return "say when it was measured"
