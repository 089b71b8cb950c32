"""The same data for machines: one JSON a case, one of all, and a table."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from whatworks.corpus import Words
from whatworks.model.dates import When
from whatworks.model.evidence import LEVELS, headline, ratings
from whatworks.model.facts import completeness, cost_band, review_by
from whatworks.model.figure import Figure
from whatworks.model.spec import specs
from whatworks.model.study import Outcome, Study
from whatworks.model.wording import outcome_figure
from whatworks.site.collection import Collection
from whatworks.site.links import address, study_path, wish_path
from whatworks.site.output import Output, signature, text

_NOTHING = ("", (), None, False)
LICENCE = "CC-BY-4.0"
COUNCIL_FACTS = (
    "Council facts: mySociety, UK local authority names and codes (2025-07) and local authority similarity 1.2.0, "
    "CC BY 4.0, resting on figures of ONS and other UK statistics offices under the Open Government Licence v3.0."
)
_COLUMNS = (
    "id", "title", "summary", "url", "councils", "council_names", "nations", "regions", "suppliers", "service_areas",
    "outcomes",
    "evidence_level", "direction", "cost_band", "procurement_route", "stage", "started", "technologies", "who_benefits",
    "published", "last_reviewed",
)  # fmt: skip


def open_data(collection: Collection) -> Iterator[Output]:
    """Every data file."""
    url = collection.settings.site_url
    for card in (*collection.cards, *collection.gone):
        path = f"api/v1/studies/{card.id}.json"
        yield Output(
            path,
            signature((collection.keys[card.id], url)),
            lambda card=card: _dump(study_data(collection.tell(card.id).study, collection.words, url)),  # type: ignore[misc]
            group=card.id,
        )
    everything = signature((url, *collection.marks.values()))
    yield Output("api/v1/studies.json", everything, lambda: _dump(_index(collection, url)))
    yield Output("data/studies.csv", everything, lambda: _table(collection).encode("utf-8"))
    if collection.wishes:
        wishes = [
            {
                "url": address(url, wish_path(wish.id)),
                "wanted": _plain(wish),
                "councils": [_council(one, collection.words) for one in wish.councils],
            }
            for wish in collection.wishes
        ]
        yield text("api/v1/wanted.json", _dump({"licence": LICENCE, "count": len(wishes), "wanted": wishes}).decode())


def _index(collection: Collection, url: str) -> dict[str, Any]:
    """All cases in short."""
    return {
        "licence": LICENCE,
        "attribution": COUNCIL_FACTS,
        "count": len(collection.cards),
        "studies": [_brief(card, url) for card in collection.cards],
    }


def study_data(study: Study, words: Words, url: str) -> dict[str, Any]:
    """A case as JSON: its fields as typed, figures and dates taken apart, and what is computed under `computed`."""
    rated = ratings(study)
    best = headline(study, rated)
    done, all_ = completeness(study)
    computed = {
        "evidence": {"level": best.level, "id": LEVELS[best.level], "outcome": best.outcome, "reason": best.reason,
                     "next_step": best.next_step},
        "outcomes": [
            {"outcome": one.outcome, "label": words["outcomes"].label_of(one.outcome), "level": one.level,
             "id": LEVELS[one.level], "direction": one.state, "reason": one.reason}
            for one in rated
        ],
        "cost_band": cost_band(study),
        "review_by": str(review_by(study)),
        "completeness": {"answered": done, "of": all_},
        "councils": [_council(code, words) for code in study.councils],
    }  # fmt: skip
    return {
        "url": address(url, study_path(study.id)),
        "licence": study.licence,
        "attribution": COUNCIL_FACTS,
        "study": _plain(study),
        "computed": computed,
    }


def _plain(value: Any) -> Any:
    """Values as JSON; what is empty is left out."""
    if isinstance(value, (str, int)):  # a union takes three times as long, and this is asked of everything
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Figure):
        parts = {"low": value.low, "high": value.high, "of": value.of}
        numbers = {name: float(number) for name, number in parts.items() if number}
        return {"text": str(value), **numbers, **({"word": value.word} if value.word else {})}
    if isinstance(value, When):
        return {"text": f"{value.word} {value.iso}".strip(), "iso": value.iso}
    if isinstance(value, datetime.date):
        return str(value)
    names = specs(type(value))  # type: ignore[arg-type]
    shown = {name: _plain(one) for name in names if (one := getattr(value, name)) not in _NOTHING}
    if isinstance(value, Outcome) and (told := outcome_figure(value)) is not None:
        shown["figure"] = str(told)
    return shown


def _council(code: str, words: Words) -> dict[str, Any]:
    council = words.councils.by_code[code]
    return {
        "code": code, "name": council.name, "gss_code": council.gss_code, "type": council.type,
        "nation": council.nation, "region": council.region, "rurality": council.rurality,
        "deprivation_quintile": council.deprivation_quintile,
        "now": [one.code for one in words.councils.successors(code)] if council.end_date else [],
    }  # fmt: skip


def _brief(card: Any, url: str) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "summary": card.summary,
        "url": address(url, study_path(card.id)),
        "data": address(url, f"api/v1/studies/{card.id}.json"),
        "published": str(card.published),
        "last_reviewed": str(card.reviewed),
        "evidence_level": card.level,
        "direction": card.state,
        **{facet: list(card.ids(facet)) for facet in card.facets},
        "councils": list(card.councils),
    }


def _table(collection: Collection) -> str:
    """All cases as CSV (RFC 4180); several values in one cell stand behind `|`."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(_COLUMNS)
    url = collection.settings.site_url
    for card in collection.cards:
        names = [collection.words.councils.by_code[code].name for code in card.councils]
        row = (
            card.id, card.title, card.summary, address(url, study_path(card.id)), _cell(card.councils),
            _cell(names), _cell(card.ids("nations")), _cell(card.ids("regions")),
            _cell([label for _, label in card.facets["suppliers"]]), _cell(card.ids("services")), _cell(card.levels),
            card.level, card.state, _cell(card.ids("costs")), _cell(card.ids("procurement")), _cell(card.ids("stages")),
            card.started or "", _cell(card.ids("technologies")), _cell(card.ids("who")), card.published, card.reviewed,
        )  # fmt: skip
        writer.writerow([_safe(str(cell)) for cell in row])
    return lines.getvalue()


def _cell(values: Iterable[str]) -> str:
    return "|".join(values)


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _dump(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
