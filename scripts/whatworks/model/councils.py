"""The register of UK councils: codes, names old and new, and what is known of each place.

Facts: mySociety, UK local authority names and codes (2025-07) and local authority similarity 1.2.0,
CC BY 4.0, resting on figures of ONS and other UK statistics offices under the Open Government Licence v3.0.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

TYPES = {
    "district": "District council",
    "unitary": "Unitary authority",
    "metropolitan-borough": "Metropolitan borough",
    "london-borough": "London borough",
    "county": "County council",
    "welsh-council": "Welsh council",
    "scottish-council": "Scottish council",
    "ni-district": "Northern Ireland council",
    "city-corporation": "City corporation",
    "combined-authority": "Combined authority",
    "strategic-authority": "Strategic authority",
}
RURALITY = {
    "urban": "Urban",
    "urban-with-rural": "Urban with rural areas",
    "rural": "Rural",
    "sparse-rural": "Rural and thinly settled",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A council, past or present. `population` is of 2020, 0 if not known; dates are ISO days or ""."""

    code: str
    name: str
    short_name: str
    gss_code: str
    type: str
    nation: str
    region: str
    county: str
    combined_authority: str
    start_date: str
    end_date: str
    replaced_by: tuple[str, ...]
    population: int
    latitude: str
    longitude: str
    rurality: str
    deprivation_quintile: str
    other_names: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The last part of the council's address: its code in lower case, which outlives its name."""
        return self.code.lower()


@dataclass(frozen=True)
class Register:
    """All councils."""

    councils: tuple[Council, ...]

    @cached_property
    def by_code(self) -> dict[str, Council]:
        """Councils by code."""
        return {council.code: council for council in self.councils}

    @cached_property
    def by_name(self) -> dict[str, str]:
        """Codes by every name in use, in lower case; a living council wins a name that an ended one had."""
        names: dict[str, str] = {}
        for council in sorted(self.councils, key=lambda council: bool(council.end_date)):
            for name in (council.name, council.short_name, *council.other_names):
                names.setdefault(name.casefold(), council.code)
        return names

    def successors(self, code: str) -> tuple[Council, ...]:
        """The councils that stand today where an ended one stood, through every later change."""
        found: dict[str, Council] = {}
        waiting = list(self.by_code[code].replaced_by)
        seen = {code}
        while waiting:
            council = self.by_code.get(waiting.pop(0))
            if council is None or council.code in seen:
                continue
            seen.add(council.code)
            if council.replaced_by:
                waiting.extend(council.replaced_by)
            else:
                found[council.code] = council
        return tuple(found.values())

    def __iter__(self) -> Iterator[Council]:
        return iter(self.councils)


def read_register(path: Path) -> Register:
    """Read the register's CSV; its columns are described beside it."""
    with path.open(encoding="utf-8", newline="") as lines:
        return Register(tuple(_council(row) for row in csv.DictReader(lines)))


def _council(row: dict[str, str]) -> Council:
    plain = (
        "code", "name", "short_name", "gss_code", "type", "nation", "region", "county", "combined_authority",
        "start_date", "end_date", "latitude", "longitude", "rurality", "deprivation_quintile",
    )  # fmt: skip
    return Council(
        **{name: row[name] for name in plain},
        replaced_by=tuple(row["replaced_by"].split()),
        population=int(row["population_2020"] or 0),
        other_names=tuple(name for name in row["other_names"].split("|") if name),
    )
