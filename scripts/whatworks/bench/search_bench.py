"""The search measured beside Pagefind and a single lunr file on the same made-up cases: `whatworks bench search`."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from whatworks.bench.finders import SLOWER, Finding, lunr_finding, our_finding, pagefind_finding
from whatworks.bench.generate import generate
from whatworks.bench.measure import run
from whatworks.bench.pagefind import write_pages
from whatworks.bench.peers import WITH_SEARCH
from whatworks.bench.report import Mark, aligned, beside, machine
from whatworks.bench.search_cost import Case, Cost, in_turns, lunr_cost, our_cost, pagefind_cost, read_all
from whatworks.corpus import Corpus

OURS, PAGEFIND, LUNR = "whatworks", "pagefind", "lunr"
_LUNR_MOST = 1_000
"""Cases up to which a single lunr file is made: its size grows with them, and soon no browser could read it."""
_QUERIES = 6
_LARGE = 10_000
_MEANT = (
    "cold: all that a first query loads beside the page and its style; rounds: round trips after the page;",
    f"key: from a key to the answer once its files are there, the processor {SLOWER} times slower. Ours ends with the",
    "rows laid out in the page, the others show nothing.",
)
_KILO, _MEGA = 1_000, 1_000_000
_COLUMNS = (
    ("cases", 8), ("search", 11), ("index s", 15), ("index CPU s", 15), ("index MB", 15), ("cold kB", 15),
    ("at most kB", 15), ("rounds", 9), ("key ms", 15),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What a search costs on so many cases: to index them, and to ask."""

    tool: str
    cases: int
    index: Cost
    finding: Finding


def measure_searches(sizes: Sequence[int], tell: Callable[[str], None]) -> list[Measured]:
    """Measure every search on corpora of the given numbers of cases.

    Raises:
        WhatWorksError: the site could not be built.

    """
    found: list[Measured] = []
    for number in sizes:
        with tempfile.TemporaryDirectory(prefix="whatworks-search-") as name:
            tell(f"{number:,} cases: writing them, and building the site")
            found += _measure(Path(name), number, tell)
    return found


def _measure(folder: Path, number: int, tell: Callable[[str], None]) -> list[Measured]:
    generate(folder / "corpus", number)
    own = folder / "own"
    WITH_SEARCH.prepare(folder / "corpus", own)
    run(WITH_SEARCH.build(), own)
    corpus, cases = read_all(folder / "corpus")
    queries = made_queries(corpus, cases)
    pages = folder / "pages"
    write_pages(own / "site", [study.id for study, _ in cases], pages)
    tell(f"{number:,} cases: indexing them, by ours and by Pagefind in turns")
    ours, pagefind = in_turns(partial(our_cost, corpus, cases), partial(pagefind_cost, pages))
    tell(f"{number:,} cases: asking ours, then Pagefind")
    found = [
        Measured(OURS, number, ours, our_finding(own / "site", queries)),
        Measured(PAGEFIND, number, pagefind, pagefind_finding(pages, queries)),
    ]
    if number <= _LUNR_MOST:
        tell(f"{number:,} cases: a single lunr file")
        cost, index = lunr_cost(corpus, cases)
        shown = {study.id: [study.title, study.summary] for study, _ in cases}
        found.append(Measured(LUNR, number, cost, lunr_finding(folder / "lunr", index, shown, queries)))
    return found


def made_queries(corpus: Corpus, cases: Sequence[Case], seed: int = 1) -> list[str]:
    """What people may ask: words of titles, everyday words for outcomes, places with services. All find something."""
    rng, words = Random(seed), corpus.words  # noqa: S311 - nothing here is secret
    found = []
    for turn in range(_QUERIES):
        study, _ = rng.choice(cases)
        service = words["service-areas"].by_id[study.service_areas[0]].label
        if turn % 3 == 0:
            found.append(" ".join(rng.sample([one for one in study.title.split() if len(one) > 4], 2)).lower())
        elif turn % 3 == 1:
            outcome = words["outcomes"].by_id[study.outcome_ids[0]]
            found.append(outcome.synonyms[0] if outcome.synonyms else outcome.label)
        else:
            found.append(f"{words.councils.by_code[study.councils[0]].short_name} {service.split()[0]}".lower())
    return found


def table(results: Sequence[Measured]) -> str:
    """The results in lines for a terminal; a number in brackets is how many times ours it is."""
    lines = [aligned([head for head, _ in _COLUMNS], _COLUMNS)]
    ours = {one.cases: one for one in results if one.tool == OURS}
    for one in results:
        base = ours[one.cases]
        cells = (
            f"{one.cases:,}", one.tool, beside(one.index.seconds, base.index.seconds),
            beside(one.index.cpu, base.index.cpu), beside(one.index.size / _MEGA, base.index.size / _MEGA),
            beside(one.finding.bytes_median / _KILO, base.finding.bytes_median / _KILO),
            beside(one.finding.bytes_most / _KILO, base.finding.bytes_most / _KILO), str(one.finding.rounds),
            beside(one.finding.keystroke, base.finding.keystroke),
        )  # fmt: skip
        lines.append(aligned(cells, _COLUMNS))
    lines += ["", *_MEANT, "", "Marks"]
    lines += [f"  {one.told()}" for one in marks(results)]
    return "\n".join(lines) + "\n"


def marks(results: Sequence[Measured]) -> list[Mark]:
    """The marks that these results can speak of."""
    by_key = {(one.tool, one.cases): one for one in results}
    found = []
    for number in dict.fromkeys(one.cases for one in results):
        ours, other = by_key[OURS, number], by_key[PAGEFIND, number]
        name = f"at {number:,}"
        found.append(Mark(f"index {name}, where Pagefind's is 1", 0.25, ours.index.seconds / other.index.seconds))
        found.append(Mark(f"kB of a cold query {name}", 150, ours.finding.bytes_most / _KILO))
        found.append(Mark(f"round trips {name}", 3, ours.finding.rounds))
        found.append(Mark(f"ms from a key to the answer {name}", 50, ours.finding.keystroke))
    return found


def as_json(results: Sequence[Measured]) -> str:
    """The same with the facts of the machine."""
    told: dict[str, Any] = {
        "machine": machine(),
        "results": [asdict(one) for one in results],
        "marks": [{**asdict(mark), "met": mark.met} for mark in marks(results)],
    }
    return json.dumps(told, indent=1) + "\n"
