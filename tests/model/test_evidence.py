"""How evidence is rated: every level and boundary of the published rule, the voices, states and the headline."""

from __future__ import annotations

from typing import Any

import pytest
from samples import SOURCE, make_study, result

from whatworks.model.evidence import LEVELS, Rating, entries_for, headline, rate, ratings
from whatworks.model.study import Study

SOURCES: list[dict[str, Any]] = [
    SOURCE | {"key": kind, "kind": kind}
    for kind in (
        "council", "supplier", "press", "sector-body", "government", "evaluation", "academic", "notice", "other",
    )
] + [{name: value for name, value in SOURCE.items() if name != "url"} | {"key": "unpublished"}]  # fmt: skip
"""One source of each kind under its own name, and a council's document that nobody can read."""
CONFIRMED = {"council": "LDS", "role": "Head of highways", "date": "2026-07-20"}
BARE: dict[str, Any] = {"baseline": None, "result": None, "unit": None, "measure": None, "comparison": None}


def study_of(*outcomes: dict[str, Any], **changes: Any) -> Study:
    """A case about two outcomes, with these entries; None leaves a field of an entry out."""
    entries = [{name: value for name, value in entry.items() if value is not None} for entry in outcomes]
    about = {"about": ["streets-mended", "staff-time"], "sources": SOURCES, "outcomes": entries}
    return make_study(**about | changes)


def rated(entry: dict[str, Any], **changes: Any) -> Rating:
    """The rating of a case that has one entry."""
    return rate(study_of(entry, **changes), "streets-mended")


def level_of(entry: dict[str, Any], **changes: Any) -> str:
    """The id of the level of a case that has one entry."""
    return LEVELS[rated(entry, **changes).level]


MEASURED = result(source="council")
RANDOMISED = result(
    source="evaluation", attested_by="independent", comparison="randomised", compared_with="homes without a letter"
)


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, "measured"),
        ({"baseline": None, "change": "-22"}, "measured"),
        ({"baseline": None, "against": "390", "comparison": "plan", "compared_with": "the plan"}, "measured"),
        ({"baseline": None}, "reported"),
        ({"baseline": None, "result": None}, "reported"),
        (BARE, "reported"),
        ({"result": None}, "reported"),
        ({"baseline": None, "result": None, "against": "390"}, "reported"),
        ({"period": "not-stated"}, "reported"),
        ({"estimated": "true"}, "reported"),
        ({"attested_by": "partner", "source": "press"}, "measured"),
        ({"attested_by": "independent", "source": "press"}, "measured"),
        ({"attested_by": "other", "source": "press"}, "reported"),
        ({"attested_by": "supplier", "source": "press"}, "claimed"),
        ({"attested_by": "council", "source": "supplier"}, "claimed"),
        ({"attested_by": "independent", "source": "supplier"}, "claimed"),
        ({"direction": "no-change"}, "measured"),
        ({"direction": "worsened"}, "measured"),
        ({"direction": "mixed"}, "measured"),
        ({"direction": "unclear"}, "not-shown"),
        ({"where": "wider"}, "measured"),
        ({"where": "LDS"}, "measured"),
        ({"where": "elsewhere"}, "not-shown"),
        ({"kind": "reach", "direction": None}, "not-shown"),
        ({"kind": "forecast", "direction": None}, "not-shown"),
    ],
)
def test_up_to_measured(changes: dict[str, Any], level: str) -> None:
    """A figure needs its other side, a period and a voice without the supplier's interest to count as measured."""
    assert level_of(MEASURED | changes) == level


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, "independent"),
        ({"source": "academic"}, "independent"),
        ({"comparison": "comparison-group"}, "independent"),
        ({"source": "press"}, "compared"),
        ({"source": "government"}, "compared"),
        ({"source": "unpublished"}, "compared"),
        ({"attested_by": "partner"}, "compared"),
        ({"attested_by": "council"}, "compared"),
        ({"attested_by": "other"}, "reported"),
        ({"attested_by": "supplier"}, "claimed"),
        ({"source": "supplier"}, "claimed"),
        ({"period": "not-stated"}, "reported"),
        ({"comparison": "before-after", "compared_with": None}, "measured"),
        ({"comparison": "plan"}, "measured"),
        ({"comparison": "benchmark"}, "measured"),
        ({"direction": "unclear"}, "not-shown"),
        ({"where": "elsewhere"}, "not-shown"),
    ],
)
def test_compared_and_independent(changes: dict[str, Any], level: str) -> None:
    """A group that did without lifts a result; the last step needs no stake and a published evaluation."""
    assert level_of(RANDOMISED | changes) == level


def test_a_comparison_group_needs_no_figure() -> None:
    """A trial that says only which way things went is still a comparison."""
    assert level_of(RANDOMISED | {"baseline": None, "result": None, "unit": None}) == "independent"


def test_an_independent_voice_without_comparison_is_measured() -> None:
    """Independence alone does not make a before and after a comparison."""
    assert level_of(MEASURED | {"attested_by": "independent", "source": "evaluation"}) == "measured"


@pytest.mark.parametrize(
    ("source", "changes", "level"),
    [
        ("council", {}, "measured"),
        ("press", {}, "measured"),
        ("unpublished", {}, "claimed"),
        ("unpublished", {"submitted_by": "supplier"}, "claimed"),
        ("unpublished", {"submitted_by": "council"}, "measured"),
        ("unpublished", {"confirmations": [CONFIRMED | {"scope": "all"}]}, "measured"),
        ("unpublished", {"confirmations": [CONFIRMED | {"scope": "outcomes"}]}, "measured"),
        ("unpublished", {"confirmations": [CONFIRMED | {"scope": "costs"}]}, "claimed"),
        ("supplier", {"submitted_by": "council"}, "claimed"),
    ],
)
def test_a_councils_word_must_be_one_that_others_can_check(source: str, changes: dict[str, Any], level: str) -> None:
    """The council's word counts if it is public, if the council wrote it here, or if it confirmed it."""
    assert level_of(MEASURED | {"source": source}, **changes) == level


@pytest.mark.parametrize(("scope", "level"), [("all", "measured"), ("outcomes", "measured"), ("costs", "claimed")])
def test_a_confirmation_turns_the_suppliers_word_into_the_councils(scope: str, level: str) -> None:
    """It does so within its scope, whoever printed the word."""
    confirmations = [CONFIRMED | {"scope": scope}]
    assert level_of(MEASURED | {"attested_by": "supplier"}, confirmations=confirmations) == level
    assert level_of(MEASURED | {"source": "supplier"}, confirmations=confirmations) == level


def test_a_confirmation_among_several_is_enough() -> None:
    """One that covers the costs does not take away from one that covers the outcomes."""
    confirmations = [CONFIRMED | {"scope": "costs"}, CONFIRMED | {"scope": "outcomes"}]
    assert level_of(MEASURED | {"attested_by": "supplier"}, confirmations=confirmations) == "measured"


@pytest.mark.parametrize("voice", ["partner", "independent", "other"])
def test_a_word_that_is_not_the_councils_needs_no_public_source(voice: str) -> None:
    """Only the supplier's own document takes such a word away from who said it."""
    assert level_of(MEASURED | BARE | {"attested_by": voice, "source": "unpublished"}) == "reported"


def test_the_best_entry_decides() -> None:
    """The level of an outcome is that of its best result, and the weaker ones beside it do no harm."""
    claimed = MEASURED | {"attested_by": "supplier"}
    found = rate(study_of(claimed, MEASURED, claimed), "streets-mended")
    assert (LEVELS[found.level], found.best and found.best.attested_by) == ("measured", "council")


def test_the_first_of_equals_is_the_best() -> None:
    """Among results on one level the writer's order holds."""
    found = rate(study_of(MEASURED | {"claim": "First"}, MEASURED | {"claim": "Second"}), "streets-mended")
    assert found.best is not None
    assert found.best.claim == "First"


REACH = result(kind="reach", direction=None)
FORECAST = result(kind="forecast", direction=None)
UNCLEAR = result(direction="unclear")
ELSEWHERE = result(where="elsewhere")


@pytest.mark.parametrize(
    ("entries", "state"),
    [
        ([result(direction=direction)], direction)
        for direction in ("improved", "no-change", "worsened", "mixed", "unclear")
    ]
    + [
        ([result(), result(direction="worsened")], "mixed"),
        ([result(), result(direction="no-change")], "mixed"),
        ([result(), result()], "improved"),
        ([result(), UNCLEAR], "improved"),
        ([result(direction="worsened"), result(where="elsewhere")], "worsened"),
        ([result(), REACH, FORECAST], "improved"),
        ([UNCLEAR, REACH, FORECAST], "unclear"),
        ([REACH, FORECAST], "reach"),
        ([FORECAST, REACH], "reach"),
        ([FORECAST], "forecast"),
        ("not-known", "none"),
    ],
)
def test_states(entries: Any, state: str) -> None:
    """Results say which way, *mixed* where they differ; without one, use comes before a forecast."""
    assert rate(study_of(outcomes=entries), "streets-mended").state == state


def test_an_entry_without_an_outcome_speaks_of_the_first_of_about() -> None:
    """A named outcome is its own, even one of a side effect that the case is not about."""
    study = study_of(
        MEASURED, MEASURED | {"outcome": "staff-time"}, MEASURED | {"outcome": "safer", "direction": "worsened"}
    )
    assert [len(entries_for(study, one)) for one in ("streets-mended", "staff-time", "safer")] == [1, 1, 1]
    assert [(one.outcome, one.state) for one in ratings(study)] == [
        ("streets-mended", "improved"), ("staff-time", "improved"), ("safer", "worsened"),
    ]  # fmt: skip


def test_unlike_directions_of_unlike_outcomes_are_not_mixed() -> None:
    """Fewer offences and more robberies are two findings, not one that is both."""
    study = study_of(MEASURED, MEASURED | {"outcome": "staff-time", "direction": "worsened"})
    assert [one.state for one in ratings(study)] == ["improved", "worsened"]


def test_the_headline_is_the_best_of_what_the_case_is_about() -> None:
    """A side effect that is better known does not take the place of what the case is about."""
    study = study_of(
        MEASURED | {"attested_by": "supplier"},
        MEASURED | {"outcome": "staff-time", "attested_by": "partner", "estimated": "true"},
        RANDOMISED | {"outcome": "safer"},
    )
    found = headline(study, ratings(study))
    assert (found.outcome, LEVELS[found.level]) == ("staff-time", "reported")


def test_the_headline_is_the_first_of_equals() -> None:
    """Where two outcomes are known as well, the first of `about` stands on top; so too where nothing is shown."""
    study = study_of(MEASURED | {"outcome": "staff-time"}, MEASURED)
    assert headline(study, ratings(study)).outcome == "streets-mended"
    nothing = study_of(outcomes="not-known")
    assert (headline(nothing, ratings(nothing)).outcome, headline(nothing, ratings(nothing)).level) == (
        "streets-mended", 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (MEASURED, "Council says, read in the council's own document; with a figure from before."),
        (
            result(source="council", baseline=None, change="-22"),
            "Council says, read in the council's own document; with the change from before.",
        ),
        (
            result(source="press", baseline=None, against="390", comparison="benchmark", attested_by="partner"),
            "Partner says, read in the press; with a figure to compare.",
        ),
        (result(source="press", baseline=None), "Council says, read in the press; a figure, but none from before."),
        (result(source="other", attested_by="other", **BARE), "Others say; no figure."),
        (
            MEASURED | {"period": "not-stated", "source": "notice"},
            "Council says, read in a public notice; with a figure from before, but no period.",
        ),
        (
            MEASURED | {"estimated": "true", "source": "sector-body"},
            "Council says, read on a sector body's page; an estimate, not a measurement.",
        ),
        (
            MEASURED | {"source": "supplier"},
            "Council says, read in the supplier's own document; with a figure from before.",
        ),
        (RANDOMISED, "An independent voice says, read in an evaluation; compared at random with others."),
        (
            RANDOMISED | {"comparison": "comparison-group", "source": "academic"},
            "An independent voice says, read in an academic study; compared with a group that did without.",
        ),
        (result(direction="unclear"), "What was found does not say which way things went, and the work has ended."),
        (ELSEWHERE, "Results are known from other places only."),
        (REACH, "Use or delivery is known, not what changed for people, and the work has ended."),
        (FORECAST, "There is only a forecast, and the work has ended."),
    ],
)
def test_reasons(entry: dict[str, Any], words: str) -> None:
    """The page says whose word it is, where it was read and how it was measured; or why nothing is shown."""
    assert rated(entry).reason == words


def test_a_running_case_has_not_ended() -> None:
    """That the work has ended is said only where it has."""
    assert rated(FORECAST, stage="in-use").reason == "There is only a forecast."
    assert rated(result(), outcomes="not-known").reason == "Nothing published says what changed."


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (REACH, "To reach Claimed: say what changed for people, and which way."),
        (
            MEASURED | {"attested_by": "supplier"},
            "To reach Reported: the council, or someone else who knows, says so in public.",
        ),
        (
            MEASURED | {"attested_by": "other"},
            "To reach Measured: the council, a partner or an independent voice gives the figures.",
        ),
        (MEASURED | {"estimated": "true"}, "To reach Measured: measure a sample before and after."),
        (result(source="council", baseline=None), "To reach Measured: give the figure from before."),
        (result(source="council", **BARE), "To reach Measured: give a figure from before and after."),
        (MEASURED | {"period": "not-stated"}, "To reach Measured: say when it was measured."),
        (MEASURED, "To reach Compared: compare with a similar group or place that did without."),
        (
            RANDOMISED | {"source": "press"},
            "To reach Independent: an evaluation by people with no stake in it, published in full.",
        ),
        (RANDOMISED, "This is the highest level."),
    ],
)
def test_next_steps(entry: dict[str, Any], words: str) -> None:
    """Each outcome says what would lift it by one level."""
    assert rated(entry).next_step == words
