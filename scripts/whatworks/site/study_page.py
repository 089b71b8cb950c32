"""The page of a case: what changed first, then how sure, what it cost, how it was bought, and the story."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from whatworks.corpus import Words
from whatworks.model.councils import RURALITY, TYPES, Council
from whatworks.model.evidence import Rating, headline, ratings
from whatworks.model.facts import completeness, review_by
from whatworks.model.study import Cost, Outcome, Study, Supplier
from whatworks.model.wanted import Wanted
from whatworks.model.wording import cost_figure, outcome_figure
from whatworks.shell import Page
from whatworks.site.card import figure_class, period
from whatworks.site.facets import BY_ID
from whatworks.site.linked_data import json_ld
from whatworks.site.links import address, slug, study_path
from whatworks.site.related import Neighbour
from whatworks.site.settings import Settings
from whatworks.site.templates import render
from whatworks.text.markdown import Section, sections
from whatworks.text.markdown import render as render_markdown

_READ_IN = {
    "council": "read in the council's own document",
    "supplier": "read in the supplier's own document",
    "press": "read in the press",
    "sector-body": "read on a sector body's page",
    "government": "read in a government document",
    "evaluation": "read in an evaluation",
    "academic": "read in an academic study",
    "notice": "read in a public notice",
    "other": "",
}
_FIFTHS = {"1": "most deprived fifth", "2": "second most deprived fifth", "3": "middle fifth for deprivation",
           "4": "second least deprived fifth", "5": "least deprived fifth"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome as the page tells it."""

    entry: Outcome
    state: str
    amount: str
    unit: str
    note: str
    css: str
    measure: str
    says: str
    read_in: str
    source: int


def study_page(
    study: Study,
    body: str,
    neighbours: Sequence[Neighbour],
    wishes: Sequence[Wanted],
    words: Words,
    settings: Settings,
    today: datetime.date,
) -> Page:
    """The page of a case, ready to be poured."""
    path = study_path(study.id)
    rated = ratings(study)
    best = headline(study, rated)
    numbers = _numbers(study)
    content = render(
        "study",
        ROOT="../../",
        study=study,
        best=best,
        rated=rated,
        word=lambda vocabulary, term: words[vocabulary].label_of(term),
        councils=[_council(words.councils.by_code[code], words) for code in study.councils],
        suppliers=[_supplier(one, words) for one in study.suppliers],
        results=[_told(one, study, words, numbers) for one in study.outcomes if one.kind == "result"],
        others=[_told(one, study, words, numbers) for one in study.outcomes if one.kind != "result"],
        cost_lines=[_cost(cost, words, numbers) for cost in study.costs],
        stage=_stage(study, words, today),
        provenance=_provenance(study),
        confirmed=[(words.councils.by_code[one.council].name, one) for one in study.confirmations],
        adopted=[(words.councils.by_code[one.council].name, one) for one in study.adoptions],
        times=_times(study),
        tell=settings.tell(path),
        numbers=numbers,
        sources=sorted(study.sources, key=lambda one: numbers[one.key]),
        body=[_section(section) for section in sections(body).sections],
        neighbours=neighbours,
        wishes=wishes,
        tags=_tags(study, rated, words),
        review_by=review_by(study),
        overdue=review_by(study) < today,
        answered=completeness(study),
        period=period(study),
        settings=settings,
    )
    head = (
        f'<link rel="alternate" type="application/json" href="../../api/v1/studies/{study.id}.json">'
        f'<script type="application/ld+json">{json_ld(study, words, settings)}</script>'
    )
    return Page(path, study.title, study.summary, address(settings.site_url, path), head, "find", str(content))


def _numbers(study: Study) -> dict[str, int]:
    """The numbers of the sources: in the order in which the page cites them, then the rest."""
    cited = [entry.source for entry in study.outcomes if entry.kind == "result"]
    cited += [entry.source for entry in study.outcomes if entry.kind != "result"]
    cited += [cost.source for cost in study.costs]
    cited += [study.procurement.source] if study.procurement else []
    known = {source.key for source in study.sources}
    keys = dict.fromkeys(key for key in (*cited, *(source.key for source in study.sources)) if key in known)
    return {key: number for number, key in enumerate(keys, 1)}


def _told(entry: Outcome, study: Study, words: Words, numbers: dict[str, int]) -> Told:
    shown = outcome_figure(entry)
    state = entry.direction if entry.kind == "result" else entry.kind
    source = study.source_by_key[entry.source]
    said = words["voices"].label_of(entry.attested_by)
    if source.kind == "supplier" and entry.attested_by not in ("supplier", "other"):
        said = f"Supplier says that {_WHO[entry.attested_by]} says"
    return Told(
        entry=entry,
        state=state or "unclear",
        amount=shown.amount if shown else "",
        unit=shown.unit if shown else "",
        note=shown.note if shown else "",
        css=figure_class(shown.amount) if shown else "",
        measure=_measure(entry, study, words),
        says=said,
        read_in=_READ_IN[source.kind],
        source=numbers[entry.source],
    )


_WHO = {"council": "the council", "independent": "an independent voice", "partner": "a partner"}


def _measure(entry: Outcome, study: Study, words: Words) -> str:
    """What was measured, against what, when and where, in one or two short sentences."""
    parts = [_capital(entry.measure)] if entry.measure else []
    if entry.compared_with:
        parts.append(f"{'compared with' if parts else 'Compared with'} {entry.compared_with}")
    if entry.period and entry.period != "not-stated":
        parts.append(entry.period if parts else _capital(entry.period))
    sentences = [", ".join(parts)] if parts else []
    if entry.period == "not-stated":
        sentences.append("Period not stated")
    if entry.comparison == "randomised":
        sentences.append("A randomised trial")
    if entry.estimated:
        sentences.append("An estimate, not a measurement")
    if entry.where == "elsewhere":
        sentences.append("From other places, not from this council")
    elif entry.where == "wider":
        sentences.append("For a wider programme that includes this council")
    elif entry.where and len(study.councils) > 1:
        sentences.append(f"In {words.councils.by_code[entry.where].short_name}")
    return ". ".join(sentences) + ("." if sentences else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _council(council: Council, words: Words) -> dict[str, Any]:
    facts = [TYPES.get(council.type, ""), council.region if council.region != council.nation else "", council.nation]
    context = [RURALITY.get(council.rurality, ""), _FIFTHS.get(council.deprivation_quintile, "")]
    if council.population:
        context.insert(0, f"{council.population:,} people")
    now = words.councils.successors(council.code) if council.end_date else ()
    return {
        "council": council,
        "facts": ", ".join(filter(None, facts)),
        "context": "; ".join(filter(None, context)).capitalize(),
        "now": now,
    }


def _supplier(supplier: Supplier, words: Words) -> dict[str, Any]:
    kind = words["supplier-kinds"].label_of(supplier.kind).lower() if supplier.kind else ""
    size = words["supplier-sizes"].label_of(supplier.size).lower() if supplier.size else "size not known"
    return {
        "name": supplier.name,
        "slug": slug(supplier.name),
        "what": ", ".join(filter(None, (kind, size))),
        "more": "; ".join(filter(None, (supplier.part, supplier.size_basis))),
    }


def _cost(cost: Cost, words: Words, numbers: dict[str, int]) -> dict[str, Any]:
    payers = ", ".join(words["payers"].label_of(one).lower() for one in cost.paid_by)
    return {
        "amount": cost_figure(cost),
        "kind": words["cost-kinds"].label_of(cost.kind),
        "covers": cost.covers,
        "payers": payers,
        "source": numbers[cost.source],
    }


def _stage(study: Study, words: Words, today: datetime.date) -> str:
    """Where the work stands, with the date of the last word where it can have changed."""
    label = words["stages"].label_of(study.stage) if study.stage else "Stage not known"
    if study.stage in ("finished", "stopped"):
        return f"{label}{f' {study.ended}' if study.ended else ', date not known'}"
    if study.stage_as_of is None:
        return f"{label}, date not known" if study.stage else label
    recent = (today.year - study.stage_as_of.year) < 1
    return f"{label}, {study.stage_as_of}" if recent else f"{label} when last heard of, {study.stage_as_of}"


def _times(study: Study) -> list[str]:
    """How many months it took to a contract, and from there into use."""
    bought = study.procurement
    counted = (
        ((bought.months_to_contract, "from first talk to contract"), (bought.months_to_live, "from contract to use"))
        if bought
        else ()
    )
    return [f"{count} {'month' if count == 1 else 'months'} {what}" for count, what in counted if count is not None]


def _provenance(study: Study) -> str:
    return {
        "third-party": "Written from published sources.",
        "supplier": "Supplied by the supplier.",
        "council": "Supplied by the council.",
    }[study.submitted_by]


def _section(section: Section) -> dict[str, Any]:
    # Ids of ours only: the fixed headings give them.
    anchor = slug(section.title) if section.title != "What changed" else "what-changed-in-words"
    title = section.title if section.title != "What changed" else "What changed, in words"
    return {"id": anchor, "title": title, "html": Markup(_outlined(render_markdown(section.text)))}


def _outlined(html: str) -> str:
    """A section whose headings begin one level below its own, so that the page's outline has no gap."""
    first = html.find("<h3>")
    if -1 < html.find("<h4>") < (first if first > -1 else len(html)):
        return html.replace("<h4>", "<h3>").replace("</h4>", "</h3>")
    return html


def _tags(study: Study, rated: tuple[Rating, ...], words: Words) -> list[tuple[str, str, str]]:
    found = []
    for name in ("technologies", "who", "procurement", "regions", "years"):
        found += [(name, one, label) for one, label in BY_ID[name].values(study, rated, words)]
    return [
        (
            name,
            one,
            f"Bought: {label[:1].lower()}{label[1:]}"
            if name == "procurement"
            else f"Began: {label.lower()}"
            if name == "years"
            else label,
        )
        for name, one, label in found
    ]
