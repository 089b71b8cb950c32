"""Case studies that nobody wrote, as many as are wanted: the same seed gives the same bytes.

Every one passes the checks. Terms are as frequent as they are in the real cases; numbers and lengths are those
of the first 133 real cases (between the tenth that is shortest and the tenth that is longest), so that a made-up
case costs what a real one costs.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from whatworks.bench.prose import firm, paragraph, phrase
from whatworks.bench.tally import Tally
from whatworks.model.councils import Council
from whatworks.model.spec import NOT_KNOWN
from whatworks.model.study import HEADINGS
from whatworks.site.links import slug

_FIRST_DAY = datetime.date(2024, 1, 1)
_DAYS = 600  # all of them past, whatever the machine's clock says
_WORDS = (400, 600)  # of the text; the first real cases have 320 to 476, and later ones may be longer

# How many of the cases have no such entry, one, two and so on.
_COUNCILS = (0, 111, 19, 3, 2, 2, 0, 1, 0, 0, 1)
_SUPPLIERS = (0, 130, 8, 2)
_PARTNERS = (27, 34, 25, 24, 17, 8)
_SERVICES = (0, 70, 65, 5)
_ABOUT = (0, 45, 81, 14)
_TECHNOLOGIES = (0, 95, 34, 10)
_WHO = (0, 11, 55, 60, 14)
_OUTCOMES = (0, 10, 27, 27, 26, 26, 14, 4, 3, 1, 1)  # 3.8 on average, and about nine values in each
_COSTS = (56, 61, 17, 6)
_ROUTES = (0, 62, 4)
_HELPED = (0, 7, 26, 64, 39, 2)
_HINDERED = (0, 27, 46, 37, 16, 6)
_SOURCES = (0, 1, 7, 12, 26, 34, 37, 10, 8, 4)

_FIGURES = {"result": 356, "": 64, "baseline result": 54, "change": 40, "result against": 20}
_UNITS = ("per cent", "per cent", "per cent", "GBP", "GBP", "GBP a year", "people", "homes", "days", "hours", "meals")
_WITH_OTHERS = ("plan", "benchmark", "comparison-group", "randomised")
_KNOWN_SUPPLIER = 0.3  # of the suppliers have a case already, so that a few have many


def generate(folder: Path, number: int, seed: int = 1) -> None:
    """Write so many cases into a new folder. Fewer cases of the same seed are the first of more."""
    folder.mkdir(parents=True)
    for case_id, text in cases(number, seed):
        (folder / f"{case_id}.md").write_bytes(text.encode())


def cases(number: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """So many cases: the id and the text of each."""
    maker = _Maker(Random(seed), Tally.of_real_cases(), [], set())  # noqa: S311 - nothing here is secret
    for index in range(number):
        yield maker.case(index)


@dataclass(slots=True)
class _Maker:
    """Makes one case after another; remembers the suppliers, who come back, and the titles, which do not."""

    rng: Random
    tally: Tally
    suppliers: list[str]
    titles: set[str]

    def case(self, index: int) -> tuple[str, str]:
        """The id and the text of the next case."""
        councils = self.tally.councils.some(self.rng, self._number(_COUNCILS))
        names = [self._supplier() for _ in range(self._number(_SUPPLIERS))]
        case_id = f"{slug(f'{councils[0].short_name} {names[0]}')}-{index}"
        lines = ["---", f"id: {case_id}", *self._what(councils, list(dict.fromkeys(names))), *self._when()]
        lines += [*self._known(councils), "---", "", *self._body()]
        return case_id, "\n".join(lines) + "\n"

    def _what(self, councils: Sequence[Council], suppliers: Sequence[str]) -> Iterator[str]:
        yield f'title: "{self._title()}"'
        yield f'summary: "{self._sentence(214, 250)}"'
        yield f"councils: [{', '.join(one.code for one in councils)}]"
        yield "suppliers:"
        for supplier in suppliers:
            yield f'  - {{name: "{supplier}", kind: {self._term("suppliers.kind")}, {self._size()}}}'
        if partners := self._number(_PARTNERS):
            yield "partners:"
            yield from (f'  - "{phrase(self.rng, 14, 53)}"' for _ in range(partners))
        for field, numbers in (("service_areas", _SERVICES), ("about", _ABOUT), ("technologies", _TECHNOLOGIES)):
            yield f"{field}: {self._terms(field, numbers)}"
        yield f'need: "{self._sentence(120, 200)}"'
        yield f"who_benefits: {self._terms('who_benefits', _WHO)}"

    def _when(self) -> Iterator[str]:
        stage, year = self._term("stage"), self.rng.randint(2008, 2021)
        yield f"stage: {stage}"
        yield f"started: {self._date(year)}"
        if stage in ("finished", "stopped"):
            yield f"ended: {self._date(year + self.rng.randint(1, 2))}"
            yield f'end_reason: "{self._sentence(77, 151)}"'
        elif stage != NOT_KNOWN:
            yield f"stage_as_of: {self._date(year + self.rng.randint(1, 2))}"

    def _known(self, councils: Sequence[Council]) -> Iterator[str]:
        kinds = [self._term("sources.kind") for _ in range(self._number(_SOURCES))]
        yield "outcomes:"
        for _ in range(self._number(_OUTCOMES)):
            yield from self._outcome(kinds, councils)
        yield from self._costs(len(kinds))
        yield "procurement:"
        route = self._term("procurement.route")
        yield f"  route: {route if route == NOT_KNOWN else self._terms('procurement.route', _ROUTES)}"
        yield f'  note: "{self._sentence(87, 190)}"'
        yield f"  source: source-{self.rng.randrange(len(kinds))}"
        for field, numbers in (("helped", _HELPED), ("got_in_the_way", _HINDERED)):
            yield f"{field}:"
            for _ in range(self._number(numbers)):
                yield f'  - {{text: "{self._sentence(45, 100)}", factor: {self._term(f"{field}.factor")}}}'
        yield f'limits: "{self._sentence(202, 249)}"'
        writer = self._term("submitted_by")
        yield f"submitted_by: {writer}"
        if writer != "third-party":
            yield f'interests: "The author works for the {writer}."'
        yield "sources:"
        for number, kind in enumerate(kinds):
            yield f"  - {self._source(number, kind)}"
        day = _FIRST_DAY + datetime.timedelta(self.rng.randrange(_DAYS))
        yield from (f"published: {day}", f"last_reviewed: {day}")

    def _outcome(self, kinds: Sequence[str], councils: Sequence[Council]) -> Iterator[str]:
        rng, kind, source = self.rng, self._term("outcomes.kind"), self.rng.randrange(len(kinds))
        yield f'  - claim: "{phrase(rng, 40, 92)}"'
        yield f"    kind: {kind}"
        if kind == "result":
            yield f"    direction: {self._term('outcomes.direction')}"
        if self._chance(0.3):
            yield f"    outcome: {self._term('outcomes.outcome')}"
        figures = rng.choices(list(_FIGURES), list(_FIGURES.values()))[0].split()
        yield from (f"    {one}: {self._figure(negative=one == 'change')}" for one in figures)
        if figures:
            yield f'    measure: "{phrase(rng, 18, 50)}"'
            yield f"    unit: {rng.choice(_UNITS)}"
        yield from self._comparison(figures)
        yield f'    period: "{rng.choice(("not-stated", "2019", "2016 to 2020", "April 2018 to March 2019"))}"'
        if len(councils) > 1 and self._chance(0.3):
            yield f"    where: {councils[0].code}"
        if self._chance(0.08):
            yield "    estimated: true"
        voice = self._term("outcomes.attested_by")
        yield f"    source: source-{source}"
        # Nobody independent speaks in the supplier's own document.
        yield f"    attested_by: {'supplier' if kinds[source] == 'supplier' else voice}"

    def _comparison(self, figures: Sequence[str]) -> Iterator[str]:
        others = "against" in figures or (bool(figures) and self._chance(0.06))
        if others:
            yield f"    comparison: {self.rng.choice(_WITH_OTHERS)}"
            yield f'    compared_with: "{phrase(self.rng, 20, 52)}"'
        elif "baseline" in figures or "change" in figures:
            yield "    comparison: before-after"

    def _costs(self, sources: int) -> Iterator[str]:
        number = self._number(_COSTS)
        yield "costs:" if number else f"costs: {NOT_KNOWN}"
        for _ in range(number):
            yield f"  - kind: {self._term('costs.kind')}"
            yield f"    amount: {self.rng.randint(5, 900) * 1000}"
            yield f'    covers: "{phrase(self.rng, 35, 98)}"'
            yield f"    paid_by: [{self._term('costs.paid_by')}]"
            yield f"    source: source-{self.rng.randrange(sources)}"

    def _source(self, number: int, kind: str) -> str:
        rng = self.rng
        date = f', date: "{self._date(rng.randint(2010, 2023))}"' if self._chance(0.6) else ""
        url = f"https://www.example.org/{slug(phrase(rng, 30, 60))}/{rng.randrange(10**6)}"
        title, publisher = phrase(rng, 29, 83), phrase(rng, 8, 37)
        return f'{{key: source-{number}, title: "{title}", publisher: "{publisher}", kind: {kind}, url: "{url}"{date}}}'

    def _body(self) -> Iterator[str]:
        """The text: what was done takes half of it, as in the real ones."""
        number = self.rng.randint(*_WORDS)
        for heading, share in zip(HEADINGS, (2, 5, 2, 1), strict=True):
            yield from (f"## {heading}", "")
            for _ in range(share):
                yield from (paragraph(self.rng, number // 10), "")

    def _title(self) -> str:
        title = phrase(self.rng, 79, 97)
        while title in self.titles:
            title = phrase(self.rng, 79, 97)
        self.titles.add(title)
        return title

    def _supplier(self) -> str:
        if self.suppliers and self._chance(_KNOWN_SUPPLIER):
            return self.rng.choice(self.suppliers)  # one who was named often is taken more often
        self.suppliers.append(firm(self.rng))
        return self.suppliers[-1]

    def _size(self) -> str:
        size = self._term("suppliers.size")
        return f"size: {size}" if size == NOT_KNOWN else f'size: {size}, size_basis: "{phrase(self.rng, 30, 80)}"'

    def _terms(self, field: str, numbers: Sequence[int]) -> str:
        found = self.tally.terms[field].some(self.rng, self._number(numbers))
        return f"[{', '.join(['none'] if 'none' in found else found)}]"

    def _term(self, field: str) -> str:
        return str(self.tally.terms[field].draw(self.rng))

    def _figure(self, negative: bool = False) -> str:
        rng = self.rng
        amount = f"{'-' if negative and self._chance(0.7) else ''}{int(10 ** rng.uniform(0.5, 4))}"
        word = rng.choice(("over", "about", "up to", "nearly")) if self._chance(0.25) else ""
        return f"{word} {amount}".strip()

    def _date(self, year: int) -> str:
        return f"{year}-{self.rng.randint(1, 12):02}" if self._chance(0.5) else str(year)

    def _sentence(self, least: int, most: int) -> str:
        return f"{phrase(self.rng, least - 1, most - 1)}."

    def _number(self, weights: Sequence[int]) -> int:
        return self.rng.choices(range(len(weights)), weights)[0]

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share
