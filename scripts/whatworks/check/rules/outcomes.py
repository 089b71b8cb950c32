"""Each outcome as a whole: its figures, direction, comparison and place fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whatworks.check.diagnostics import Finding
from whatworks.corpus import Corpus
from whatworks.model.spec import NOT_KNOWN
from whatworks.text.frontmatter import Document, Path, Value

_FIGURES = ("baseline", "result", "change", "against")
_WITH_OTHERS = ("plan", "benchmark", "comparison-group", "randomised")
_ELSEWHERE = ("wider", "elsewhere")
_LIKE_FORECAST = re.compile(
    r"(?i)\b(?:is|are|was|were)? ?(?:expected to|forecast to|projected to|predicted to|would)\b"
)

Entry = dict[str, Value]


def check_outcomes(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001 - the form of all checks
    """Every entry of `outcomes`."""
    entries = document.data.get("outcomes")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            path: Path = ("outcomes", index)
            yield from _direction(entry, path)
            yield from _figures(entry, path)
            yield from _comparison(entry, path)
            yield from _place(entry, path, document.data)
            yield from _wording(entry, path)


def _direction(entry: Entry, path: Path) -> Iterator[Finding]:
    kind = entry.get("kind", "result")
    if kind == "result" and "direction" not in entry:
        yield Finding(
            "result-without-direction", path, "this result does not say which way things went",
            "Add 'direction: improved', no-change, worsened, mixed or unclear, seen from the people of the outcome; "
            "or 'kind: reach' if it only counts use.",
        )  # fmt: skip
    elif kind in ("reach", "forecast") and "direction" in entry:
        yield Finding(
            "direction-without-result", (*path, "direction"), f"a {kind} has no direction",
            "Delete the line, or leave 'kind' out if this is a result.", key=True,
        )  # fmt: skip


def _figures(entry: Entry, path: Path) -> Iterator[Finding]:
    given = [name for name in _FIGURES if name in entry]
    if not given:
        return
    for name, rule, example in (
        ("unit", "figure-without-unit", "unit: per cent"),
        ("measure", "figure-without-measure", 'measure: "calls about street faults"'),
    ):
        if name not in entry:
            yield Finding(
                rule,
                (*path, given[0]),
                f"the figure '{entry[given[0]]}' has no {name}",
                f"Add '{example}' or the like.",
            )
    if "baseline" in entry and "result" not in entry:
        yield Finding(
            "baseline-without-result", (*path, "baseline"), "the figure from before stands here without the one after",
            "Add 'result', or give the difference as 'change' instead.",
        )  # fmt: skip


def _comparison(entry: Entry, path: Path) -> Iterator[Finding]:
    comparison = entry.get("comparison", "none")
    compares = next((name for name in ("baseline", "change", "against") if name in entry), "")
    if comparison == "none" and compares:
        usual = "before-after" if compares != "against" else "benchmark"
        yield Finding(
            "change-without-comparison", (*path, compares), f"'{compares}' is a comparison, but 'comparison' says none",
            f"Add 'comparison: {usual}', or what fits.",
        )  # fmt: skip
    needs = comparison in _WITH_OTHERS or "against" in entry
    if needs and "compared_with" not in entry:
        at = "against" if "against" in entry else "comparison"
        yield Finding(
            "compared-with-what", (*path, at), "it is not said with whom or what this was compared",
            "Add 'compared_with', such as \"the first estimate\" or \"households without a letter\".",
        )  # fmt: skip


def _place(entry: Entry, path: Path, data: dict[str, Value]) -> Iterator[Finding]:
    where = entry.get("where", "elsewhere")
    councils = data.get("councils")
    if isinstance(councils, list) and where not in (*councils, *_ELSEWHERE, NOT_KNOWN):
        yield Finding(
            "where-not-in-case", (*path, "where"), f"'{where}' is not one of the case's councils",
            "Add it to 'councils', or write 'wider' or 'elsewhere'.",
        )  # fmt: skip


def _wording(entry: Entry, path: Path) -> Iterator[Finding]:
    claim = entry.get("claim")
    if entry.get("kind", "result") == "result" and isinstance(claim, str) and (match := _LIKE_FORECAST.search(claim)):
        yield Finding(
            "forecast-as-result", (*path, "claim"),
            f"'{match[0].strip()}' sounds like a forecast, but this is a result",
            "Write 'kind: forecast', or say what did happen.",
        )  # fmt: skip
