"""Fields that have to fit each other: sources, dates, parties and how it was bought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut
from whatworks.check.rules.files import SLUG, kebab
from whatworks.check.suggest import nearest
from whatworks.corpus import Corpus
from whatworks.model.dates import When, add_months, parse_day, parse_when
from whatworks.model.facts import review_months
from whatworks.model.spec import NOT_KNOWN
from whatworks.text.frontmatter import Document, Path

OPEN_STAGES = ("planned", "trial", "in-use")
ENDED_STAGES = ("finished", "stopped")
_OCID = re.compile(r"ocds-[a-z0-9]{6}-[A-Za-z0-9./_-]{1,48}")
_BOUGHT = {
    "open-procedure", "competitive-procedure", "framework", "dynamic-market", "quotation", "direct-award", "tender",
}  # fmt: skip
_ROUTES_OF = {
    "pa2023": _BOUGHT | {"concession"},
    "pcr2015": _BOUGHT,
    "scotland": _BOUGHT | {"concession"},
    "concessions2016": {"concession"},
    "none": {
        "challenge", "grant", "spin-out", "asset-transfer", "loan", "partnership", "free", "residents-buy",
        "quotation", "direct-award",
    },
}  # fmt: skip


def check_sources(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001 - the form of all checks
    """Every key that is cited is the key of one source."""
    kinds: dict[str, Any] = {}
    for path, source in _parts(document, "sources"):
        key = source.get("key")
        if isinstance(key, str) and key in kinds:
            yield Finding("repeated-source", (*path, "key"), f"'{key}' is the key of two sources", "Rename one.")
        elif isinstance(key, str):
            kinds[key] = source.get("kind")
    mended = {kebab(key) for key in kinds if not SLUG.fullmatch(key)}  # a badly written key has its own finding
    for path, cited in _citations(document):
        if kinds and cited not in kinds and cited not in mended:
            near = _meant(cited, document) or nearest(cited, kinds, 0.75)
            yield Finding(
                "unknown-source", path, f"'{cut(cited)}' is not the key of a source",
                f"Did you mean '{near}'?" if near else f"The keys of 'sources' are: {', '.join(kinds)}.",
                replace=near or None, safe=bool(_meant(cited, document)),
            )  # fmt: skip
    for path, outcome in _parts(document, "outcomes"):
        if outcome.get("attested_by") == "independent" and kinds.get(str(outcome.get("source"))) == "supplier":
            yield Finding(
                "independent-in-supplier-document", (*path, "source"),
                "an independent word was read in the supplier's own document", "Cite the independent report itself.",
            )  # fmt: skip


def _meant(cited: str, document: Document) -> str:
    """The key of the one source whose title or address was written in its place."""
    found = {
        str(source.get("key"))
        for _, source in _parts(document, "sources")
        if cited in (source.get("title"), source.get("url"))
    }
    return found.pop() if len(found) == 1 else ""


def check_dates(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Dates stand in order, none that must be past lies ahead, and a stage has the dates that it needs."""
    data = document.data
    started, ended = _when(data.get("started")), _when(data.get("ended"))
    if started and ended and started.word != "about" and ended.latest < started.earliest:
        yield Finding(
            "end-before-start", ("ended",), f"it ended ({ended}) before it began ({started})", "Check both dates."
        )
    yield from _future(document, corpus)
    yield from _stage(data)
    yield from _reviewed(data, corpus)
    reviewed = _day(data.get("last_reviewed"))
    asked = _day(data.get("review_by"))
    if asked and reviewed and not isinstance(data.get("stage", ""), list):
        latest = add_months(reviewed, review_months(str(data.get("stage")), str(data.get("submitted_by"))))
        if asked > latest:
            yield Finding(
                "late-review", ("review_by",), f"'{asked}' is later than the rule allows, {latest}",
                "Leave the field out; the date is computed from the last review.",
            )  # fmt: skip


def _reviewed(data: dict[str, Any], corpus: Corpus) -> Iterator[Finding]:
    published, reviewed = _day(data.get("published")), _day(data.get("last_reviewed"))
    if published and reviewed and reviewed < published <= corpus.today:
        yield Finding(
            "review-before-publication", ("last_reviewed",), "the last review lies before the publication",
            "A new case was last reviewed on the day of its publication.",
        )  # fmt: skip


def check_wish_dates(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """No date of a wish lies ahead, and the last review does not lie before the publication."""
    yield from _future(document, corpus)
    yield from _reviewed(document.data, corpus)


def _future(document: Document, corpus: Corpus) -> Iterator[Finding]:
    paths: list[Path] = [("started",)] if document.data.get("stage") != "planned" else []
    paths += [("said",), ("status_as_of",)]
    paths += [("ended",), ("stage_as_of",), ("published",), ("last_reviewed",)]
    paths += [(*path, "date") for path, _ in _parts(document, "sources")]
    for path in paths:
        when = _when(_at(document, path))
        if when and when.earliest > corpus.today:
            yield Finding("future-date", path, f"'{when.iso}' lies in the future", f"Today is {corpus.today}.")


def _stage(data: dict[str, Any]) -> Iterator[Finding]:
    stage = data.get("stage")
    if stage in OPEN_STAGES:
        if "stage_as_of" not in data:
            yield Finding(
                "stage-without-date", ("stage",), f"'{stage}' can change: since when was that the last word?",
                "Add 'stage_as_of' with the date of the last word, or not-known.",
            )  # fmt: skip
        for name in ("ended", "end_reason"):
            if name in data:
                yield Finding(
                    "end-of-running-case", (name,), f"'{name}' stands here, but the stage is '{stage}'",
                    "Write 'stage: finished' or 'stopped', or delete the line.", key=True,
                )  # fmt: skip
    if stage in ENDED_STAGES:
        for name, example in (("ended", "2025-12"), ("end_reason", '"The pilot ended as planned."')):
            if name not in data:
                yield Finding(
                    "end-without-reason",
                    ("stage",),
                    f"'{stage}' needs '{name}'",
                    f"Add '{name}: {example}', or not-known.",
                )


def check_parties(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Councils, suppliers, confirmations and the writer."""
    data = document.data
    codes = data.get("councils")
    councils = [code for code in codes if isinstance(code, str)] if isinstance(codes, list) else []
    lead = data.get("lead_council")
    if isinstance(lead, str) and lead and councils and lead not in councils:
        yield Finding("lead-not-in-case", ("lead_council",), f"'{lead}' is not one of 'councils'", "Add it there.")
    if data.get("stage") in OPEN_STAGES:
        yield from _ended(councils, data, corpus)
    for path, confirmation in _parts(document, "confirmations"):
        code = confirmation.get("council")
        if isinstance(code, str) and councils and code not in councils:
            yield Finding(
                "confirmed-by-stranger", (*path, "council"), f"'{code}' is not one of 'councils'", "Add it there."
            )
    sizes = corpus.words["supplier-sizes"].usable - {NOT_KNOWN}
    for path, supplier in _parts(document, "suppliers"):
        if supplier.get("size") in sizes and "size_basis" not in supplier:
            yield Finding(
                "size-without-basis", (*path, "size"), "it is not said how the size is known",
                "Add 'size_basis' with what a source says, or write 'size: not-known'.",
            )  # fmt: skip
    third = data.get("submitted_by") == "third-party"
    if data.get("submitted_by") in ("supplier", "council") and "interests" not in data:
        yield Finding(
            "interests-missing", ("submitted_by",), "the writer's interest is not said",
            "Add 'interests', such as \"The author works for the supplier.\"",
        )  # fmt: skip
    if third and "contact" in data:
        yield Finding(
            "third-party-contact", ("contact",), "a third party names a contact",
            "Leave it out unless they agreed to be asked.", key=True,
        )  # fmt: skip
    technologies = data.get("technologies")
    if isinstance(technologies, list) and "none" in technologies and len(technologies) > 1:
        yield Finding(
            "no-technology-and-some", ("technologies",), "'none' stands beside other technologies", "Delete 'none'."
        )


def _ended(councils: list[str], data: dict[str, Any], corpus: Corpus) -> Iterator[Finding]:
    """Councils that had ended before the work began, or that nothing shows to have been there at the time."""
    started = _when(data.get("started"))
    for index, code in enumerate(councils):
        council = corpus.words.councils.by_code.get(code)
        if council and council.end_date and not (started and started.earliest.isoformat() <= council.end_date):
            now = " and ".join(one.name for one in corpus.words.councils.successors(code)) or "no other council"
            yield Finding(
                "ended-council", ("councils", index), f"{council.name} ended on {council.end_date}; today it is {now}",
                "Name the council of the time of the work; 'started' shows which that was.",
            )  # fmt: skip


def check_buying(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001
    """The route exists under the regime, and the identifier has the standard's form."""
    procurement = document.data.get("procurement")
    if not isinstance(procurement, dict):
        return
    regime, routes = procurement.get("regime"), procurement.get("route")
    if isinstance(regime, str) and regime in _ROUTES_OF and isinstance(routes, list):
        for index, route in enumerate(routes):
            if route not in _ROUTES_OF[regime] | _ROUTES_OF["none"]:
                yield Finding(
                    "route-not-in-regime", ("procurement", "route", index),
                    f"'{route}' does not exist under '{regime}'", "Check both, or leave 'regime' out.",
                )  # fmt: skip
    ocid = procurement.get("ocid")
    if isinstance(ocid, str) and ocid and not _OCID.fullmatch(ocid):
        yield Finding(
            "bad-ocid", ("procurement", "ocid"), f"'{cut(ocid)}' is not an open contracting identifier",
            "It begins with ocds- and six letters or digits, as in 'ocds-h6vhtk-04f8a1'.",
        )  # fmt: skip


def _citations(document: Document) -> Iterator[tuple[Path, str]]:
    places: list[Path] = [("procurement", "source")]
    for name in ("outcomes", "costs", "adoptions", "answers"):
        places += [(*path, "source") for path, _ in _parts(document, name)]
    for path in places:
        cited = _at(document, path)
        if isinstance(cited, str) and cited:
            yield path, cited


def _parts(document: Document, name: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    entries = document.data.get(name)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (name, index), entry


def _at(document: Document, path: Path) -> Any:
    value: Any = document.data
    for part in path:
        if isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def _when(value: Any) -> When | None:
    return parse_when(value) if isinstance(value, str) else None


def _day(value: Any) -> Any:
    return parse_day(value) if isinstance(value, str) else None
