"""Compares case studies with the fact sheets they were written from: a tool for editors.

A fact sheet is a YAML document with the same `id` as the case. Three things are looked for: figures that the
sheet does not give, dates that it does not give, and wording that was copied from it. Sources that the sheet
does not list are noted and do not count as findings. Exit status: 0 nothing found, 1 something found, 2 could
not run.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from shared_wording import shared_runs, tokens
from whatworks.model.dates import MONTHS, When
from whatworks.model.decode import decode
from whatworks.model.figure import Figure
from whatworks.model.study import Study
from whatworks.text.frontmatter import read

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "p": -2, "pence": -2}
_IN_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100", "thousand": "1000",
    "half": "50", "a quarter": "25", "three quarters": "75",
}  # fmt: skip
_NUMBER = re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+|\d+)(\.\d+)?(?:[ -]?({'|'.join(_SCALES)})\b)?", re.IGNORECASE)
_SPELT = re.compile(rf"\b({'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
_ISO = re.compile(r"\b([12]\d{3})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?\b")
_SPAN = re.compile(r"\b([12]\d)(\d\d) ?(?:/|-|to|and) ?(\d\d)\b")
_SAID = re.compile(rf"\b(?:(\d\d?)(?:st|nd|rd|th)? )?({'|'.join(MONTHS)})(?:,? ([12]\d{{3}}))?\b")
_OWN_TEXT = (
    "title", "summary", "need", "limits", "end_reason", "outcomes", "costs", "procurement", "helped",
    "got_in_the_way", "do_differently", "relationship", "works_best_where", "what_it_takes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a case that its sheet does not bear out, or bears out word for word."""

    case: str
    what: str
    detail: str

    def __str__(self) -> str:
        """One line for the terminal."""
        return f"{self.case}: {self.what}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Case:
    """A case as far as it is compared: what its front matter says, and the texts that are its own."""

    study: Study
    texts: tuple[str, ...]


Sheet = dict[str, Any]


def read_sheets(folder: Path) -> dict[str, Sheet]:
    """The fact sheets of a folder by their ids; other documents in it are passed over."""
    sheets: dict[str, Sheet] = {}
    for path in sorted(folder.glob("*.yaml")):
        documents = yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        sheets.update((one["id"], one) for one in documents if isinstance(one, dict) and "outcomes" in one)
    return sheets


def read_case(path: Path) -> Case:
    """A case file; the file must have passed `whatworks validate`."""
    document = read(path.name, path.read_bytes())
    own = [text for key in _OWN_TEXT for text in strings(document.data.get(key))]
    paragraphs = re.split(r"\n\s*\n|\n(?=[-*] )", document.body_text)
    return Case(decode(Study, document.data), (*own, *paragraphs))


def strings(value: Any) -> Iterator[str]:
    """Every text in plain data, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in strings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in strings(part))


def numbers_in(text: str) -> set[Decimal]:
    """The numbers that a text gives, in digits or words, scaled and unscaled."""
    found = {Decimal(_IN_WORDS[match[1].lower()]) for match in _SPELT.finditer(text)}
    for whole, fraction, scale in _NUMBER.findall(text):
        number = Decimal(whole.replace(",", "") + fraction)
        found |= {number, number.scaleb(_SCALES.get(scale.lower(), 0))}
    return found


def figures_of(study: Study) -> Iterator[tuple[str, Figure]]:
    """Every figure in the front matter, with what it belongs to."""
    for entry in study.outcomes:
        for figure in (entry.baseline, entry.result, entry.change, entry.against):
            if figure is not None:
                yield entry.claim, figure
    yield from ((cost.covers, cost.amount) for cost in study.costs if cost.amount is not None)


def check_figures(study: Study, sheet: Sheet) -> Iterator[Finding]:
    """Numbers in figures that are nowhere in the sheet; signs are for the writer to judge."""
    told = (text for text in strings({**sheet, "id": "", "sources": []}) if not text.startswith("http"))
    known = numbers_in(" | ".join(told))
    for where, figure in figures_of(study):
        for number in (figure.low, figure.high, figure.of):
            if number and abs(Decimal(number)) not in known:
                yield Finding(study.id, "figure not in the sheet", f"{number} ({where})")


def dates_in(text: str) -> set[str]:
    """The dates that a text gives, as `2014`, `2014-11` or `2014-11-03`, the less exact ones included."""
    found = {f"{century}{year}" for century, *years in _SPAN.findall(text) for year in years}
    exact = {"-".join(part for part in match if part) for match in _ISO.findall(text)}
    return found | {date[:length] for date in exact | _said(text) for length in (4, 7, 10)}


def _said(text: str) -> set[str]:
    """Dates in words; a month without a year takes the next one that the sentence names."""
    found = set()
    for match in _SAID.finditer(text):
        day, month, year = match.groups()
        if year is None:
            later = re.search(r"\b[12]\d{3}\b", text[match.end() : match.end() + 40])
            year = later[0] if later else ""
        found.add("-".join(part for part in (year, f"{MONTHS.index(month) + 1:02}", day and f"{day:0>2}") if part))
    return {date for date in found if date[:4].isdigit()}


def check_dates(study: Study, sheet: Sheet) -> Iterator[Finding]:
    """Dates that are neither in the sheet nor in its sources; sources the sheet does not list have no date there."""
    known = dates_in("\n".join(strings({**sheet, "id": ""})))
    for name, date in (("started", study.started), ("ended", study.ended), ("stage_as_of", study.stage_as_of)):
        if date is not None and not known & _spellings(date):
            yield Finding(study.id, "date not in the sheet", f"{name} {date}")
    published = {_address(source["url"]): source["published"] for source in sheet["sources"]}
    for source in study.sources:
        given = published.get(_address(source.url)) if source.url else ""
        if source.date is not None and given is not None and source.date.iso not in (dates_in(given) or known):
            yield Finding(study.id, "date not in the sheet", f"source {source.key} {source.date}")


def beyond(study: Study, sheet: Sheet) -> Iterator[Finding]:
    """Sources that the sheet does not list: nothing to compare them with, so an editor has to look at them."""
    listed = {_address(source["url"]) for source in sheet["sources"]}
    for source in study.sources:
        if source.url and _address(source.url) not in listed:
            yield Finding(study.id, "source beyond the sheet", source.url)


def _spellings(date: When) -> set[str]:
    """How a sheet may give a date: "before March 2019" is also the February in which something was over."""
    if date.word != "before":
        return {date.iso}
    last = date.earliest - datetime.timedelta(days=1)
    return {date.iso, last.isoformat()[: len(date.iso)]}


def _address(url: str) -> str:
    """An address without what differs between copies: scheme, a dot after the host, a slash at the end."""
    host, _, path = url.split("//", 1)[-1].partition("/")
    return f"{host.rstrip('.')}/{path}".rstrip("/")


def names_of(study: Study, sheet: Sheet) -> set[tuple[str, ...]]:
    """The names that both sides must use: bodies, publishers and titles."""
    given = [
        *(one.name for one in study.suppliers), *study.partners, sheet["supplier"]["name"], *sheet["councils"],
        *sheet["other_partners"], *(text for one in sheet["sources"] for text in (one["title"], one["publisher"])),
    ]  # fmt: skip
    return {words for name in given if len(words := tuple(token.word for token in tokens(name))) > 1}


def check_wording(case: Case, sheet: Sheet) -> Iterator[Finding]:
    """Runs of words that a case's own text shares with its sheet."""
    names = names_of(case.study, sheet)
    told = [tokens(text) for text in strings({**sheet, "id": "", "sources": []})]
    for text in case.texts:
        mine = tokens(text, names)
        for run in shared_runs(mine, told):
            yield Finding(case.study.id, "copied wording", " ".join(token.word for token in run))


def compare(case: Case, sheet: Sheet) -> Iterator[Finding]:
    """Everything found in one case."""
    yield from check_figures(case.study, sheet)
    yield from check_dates(case.study, sheet)
    yield from check_wording(case, sheet)


def main(arguments: list[str] | None = None) -> int:
    """Compare every case that has a sheet, print what was found, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--facts", type=Path, required=True, help="folder of fact sheets (*.yaml)")
    parser.add_argument("--content", type=Path, default=Path("case_studies"), help="folder of case studies")
    options = parser.parse_args(arguments)
    sheets = read_sheets(options.facts)
    if not sheets:
        parser.error(f"there are no fact sheets in {options.facts}")
    cases = [read_case(path) for path in sorted(options.content.glob("*.md"))]
    known = [case for case in cases if case.study.id in sheets]
    findings = [finding for case in known for finding in compare(case, sheets[case.study.id])]
    notes = [note for case in known for note in beyond(case.study, sheets[case.study.id])]
    total = f"{len(known)} of {len(cases)} cases compared: {len(findings)} findings, {len(notes)} notes."
    print(*findings, *notes, total, sep="\n")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
