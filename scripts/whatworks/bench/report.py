"""What was measured, for people and for machines: seconds, ratios, growth, and the marks that we set ourselves."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from whatworks.bench.measure import Result
from whatworks.bench.peers import HUGO, OURS

_MEGA = 1_000_000
_COLUMNS = (
    ("cases", 7), ("tool", 13), ("validate", 10), ("cold build", 17), ("of all cores", 17), ("one edit", 17),
    ("peak MB", 17), ("output MB", 17), ("files", 9),
)  # fmt: skip
_SMALL, _LARGE = 1_000, 10_000  # cases, of which the marks speak


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: what is measured, how much is allowed, and how much it was."""

    name: str
    most: float
    value: float

    @property
    def met(self) -> bool:
        """Whether it was met."""
        return self.value <= self.most

    def told(self) -> str:
        """The mark in a line."""
        return f"{'met   ' if self.met else 'MISSED'}  {self.name}: {self.value:.2f}, at most {self.most:g}"


def table(results: Sequence[Result]) -> str:
    """The results in lines for a terminal; a number in brackets is how many times ours it is."""
    ours = {one.cases: one for one in results if one.tool == OURS.name}
    lines = [aligned([head for head, _ in _COLUMNS], _COLUMNS)]
    for one in results:
        base = ours.get(one.cases, one)
        cells = (
            f"{one.cases:,}", one.tool, f"{one.validate.seconds:.2f}" if one.validate else "",
            beside(one.cold.seconds, base.cold.seconds), beside(one.cold.cpu, base.cold.cpu),
            beside(one.edit.seconds, base.edit.seconds), beside(one.cold.peak / _MEGA, base.cold.peak / _MEGA),
            beside(one.size / _MEGA, base.size / _MEGA), f"{one.files:,}",
        )  # fmt: skip
        lines.append(aligned(cells, _COLUMNS))
    lines += ["", "Growth: 1 is in step with the cases, 2 with their square."]
    lines += [f"  {name}, {what}: {value:.2f}" for (name, what), value in exponents(results).items()]
    lines += ["", "Marks"]
    lines += [f"  {mark.told()}" for mark in marks(results)]
    return "\n".join(lines) + "\n"


def as_json(results: Sequence[Result]) -> str:
    """The same with the facts of the machine, without which seconds mean nothing."""
    ours = {one.cases: one for one in results if one.tool == OURS.name}
    data = {
        "machine": machine(),
        "results": [asdict(one) for one in results],
        "ratios": [_ratios(one, ours[one.cases]) for one in results if one.cases in ours],
        "exponents": [
            {"tool": name, "what": what, "exponent": round(value, 3)}
            for (name, what), value in exponents(results).items()
        ],
        "marks": [{**asdict(mark), "met": mark.met} for mark in marks(results)],
    }
    return json.dumps(data, indent=1) + "\n"


def exponents(results: Sequence[Result]) -> dict[tuple[str, str], float]:
    """How time grows from the second largest corpus to the largest, by tool and stage: the slope between logarithms.

    What a program does once, whatever the size, makes its slope flatter than its work for each case is.
    """
    found: dict[tuple[str, str], float] = {}
    for tool in dict.fromkeys(one.tool for one in results):
        measured = sorted((one for one in results if one.tool == tool), key=lambda one: one.cases)
        if len(measured) < 2:
            continue
        small, large = measured[-2:]
        steps = math.log(large.cases / small.cases)
        found[tool, "cold build"] = math.log(large.cold.seconds / small.cold.seconds) / steps
        if small.validate and large.validate:
            found[tool, "validate"] = math.log(large.validate.seconds / small.validate.seconds) / steps
    return found


def marks(results: Sequence[Result]) -> list[Mark]:
    """The marks that these results can speak of."""
    by_key = {(one.tool, one.cases): one for one in results}
    small, large = by_key.get((OURS.name, _SMALL)), by_key.get((OURS.name, _LARGE))
    hugo = by_key.get((HUGO.name, _LARGE))
    found = []
    if small is not None:
        assert small.validate is not None  # noqa: S101 - ours can validate
        found.append(Mark("seconds to validate 1,000", 2.0, small.validate.seconds))
        found.append(Mark("seconds after one edit at 1,000", 1.0, small.edit.seconds))
    if large is not None and hugo is not None:
        found.append(Mark("cold build of 10,000, where Hugo's is 1", 1.0, large.cold.seconds / hugo.cold.seconds))
    if small is not None and large is not None:
        found.append(Mark("growth of the cold build", 1.1, exponents([small, large])[OURS.name, "cold build"]))
    return found


def machine() -> dict[str, Any]:
    """The machine, and how busy it was with other things when it was asked."""
    return {
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": [round(load, 2) for load in os.getloadavg()],
    }


def _ratios(one: Result, ours: Result) -> dict[str, Any]:
    return {
        "tool": one.tool,
        "cases": one.cases,
        "cold": round(one.cold.seconds / ours.cold.seconds, 2),
        "cold_cpu": round(one.cold.cpu / ours.cold.cpu, 2),
        "edit": round(one.edit.seconds / ours.edit.seconds, 2),
        "peak": round(one.cold.peak / ours.cold.peak, 2),
        "output": round(one.size / ours.size, 2),
    }


def beside(value: float, ours: float) -> str:
    """A figure, and in brackets how many times ours it is."""
    return f"{value:.2f} ({value / ours:.2f})"


def aligned(cells: Sequence[str], columns: Sequence[tuple[str, int]]) -> str:
    """The cells of a line under the heads of their columns."""
    return "".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, columns, strict=True))
