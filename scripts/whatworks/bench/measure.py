"""Runs of whole programs, as a person would start them: how long, how much memory, how large the result.

The tools take turns, so that a slow minute of the machine meets all of them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whatworks.bench.generate import generate
from whatworks.bench.peers import Tool, forget
from whatworks.errors import WhatWorksError

_ONCE_FROM = 5_000  # cases; larger corpora are built once, smaller ones three times
_TIMES = 3
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes of a unit in which the system tells peak memory."""
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://www.example.org/"}


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a program: seconds by the clock on the wall and of all cores, and bytes of memory at its peak.

    The peak is that of its largest process.
    """

    seconds: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of a tool on a corpus: medians of all runs. Bytes and files are those of its site."""

    tool: str
    version: str
    does: str
    cases: int
    runs: int
    validate: Run | None
    cold: Run
    edit: Run
    files: int
    size: int


def measure_all(sizes: Sequence[int], tools: Sequence[Tool], tell: Callable[[str], None]) -> list[Result]:
    """Measure every tool on corpora of the given numbers of cases; `tell` is told what is going on.

    Raises:
        WhatWorksError: a tool is not installed, or a run of one failed.

    """
    found: list[Result] = []
    for number in sizes:
        # A folder for each size, so that the disk need not hold the sites of all of them.
        with tempfile.TemporaryDirectory(prefix="whatworks-bench-") as name:
            tell(f"{number:,} cases: writing them")
            corpus = Path(name) / "corpus"
            generate(corpus, number)
            for tool in tools:
                tool.prepare(corpus, Path(name) / tool.name)
            found += measure(tools, Path(name), number, tell)
    return found


def measure(tools: Sequence[Tool], folder: Path, number: int, tell: Callable[[str], None]) -> list[Result]:
    """Measure tools whose cases are laid out in the folder: a cold build, and another after one edit."""
    times = 1 if number >= _ONCE_FROM else _TIMES
    runs: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for turn in range(1, times + 1):
        for tool in tools:
            tell(f"{number:,} cases: {tool.name}, {turn} of {times}")
            own = folder / tool.name
            if tool.validate is not None:
                runs[tool.name, "validate"].append(run(tool.validate(), own))
            forget(own)
            runs[tool.name, "cold"].append(run(tool.build(), own))
            edit_one(own / tool.cases)
            runs[tool.name, "edit"].append(run(tool.build(), own))
    return [_result(tool, folder, number, runs) for tool in tools]


def _result(tool: Tool, folder: Path, number: int, runs: dict[tuple[str, str], list[Run]]) -> Result:
    files, size = _extent(folder / tool.name / "site")
    return Result(
        tool=tool.name,
        version=tool.version(),
        does=tool.does,
        cases=number,
        runs=len(runs[tool.name, "cold"]),
        validate=_middle(runs[tool.name, "validate"]) if tool.validate else None,
        cold=_middle(runs[tool.name, "cold"]),
        edit=_middle(runs[tool.name, "edit"]),
        files=files,
        size=size,
    )


def edit_one(cases: Path) -> Path:
    """Put one word into the summary of one case: it stands on the case's page, in its lists, feeds and data."""
    paths = sorted(cases.glob("*.md"))
    path = paths[len(paths) // 2]
    path.write_bytes(path.read_bytes().replace(b'summary: "', b'summary: "Edited ', 1))
    return path


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a program to its end in a folder.

    Raises:
        WhatWorksError: the program failed.

    """
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=os.environ | _ENVIRONMENT, stdout=said, stderr=said)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise WhatWorksError(f"'{' '.join(command)}' failed:\n{said.read().decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT)


def _middle(runs: Sequence[Run]) -> Run:
    seconds, cpu = (statistics.median(times) for times in ([one.seconds for one in runs], [one.cpu for one in runs]))
    return Run(seconds, cpu, max(one.peak for one in runs))


def _extent(site: Path) -> tuple[int, int]:
    """How many files a site has, and their bytes together."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
