"""Work that is shared out gives what work in one process gives, in the same order, and its faults are told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from whatworks.errors import WhatWorksError
from whatworks.shares import cores, in_background, in_shares
from whatworks.site.output import text
from whatworks.tree import Tree

# A test runner has threads of its own, beside which nothing is forked; so these run by themselves.
SHARED = """
import os
from whatworks.shares import in_background, in_shares
found = in_shares(range(1000), lambda number: (number * number, os.getpid()), 3)
assert [square for square, _ in found] == [number * number for number in range(1000)]
begun = in_background(os.getpid, 2)
print(len({process for _, process in found}), begun() != os.getpid())
"""
FAULTY = """
import os, sys
from whatworks.errors import WhatWorksError
from whatworks.shares import in_shares
parent = os.getpid()
def work(number):
    if os.getpid() != parent:
        FAULT
try:
    in_shares(range(1000), work, 2)
except WhatWorksError as error:
    print(error)
"""


def run(code: str) -> str:
    """What a program of these lines says."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
def test_many_pieces_are_shared_out() -> None:
    """Three processes take part, the answers stand in the order of the pieces, and a background is a process too."""
    assert run(SHARED) == "3 True"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise WhatWorksError('This file cannot be read.')", "This file cannot be read."),
        ("os._exit(3)", "A helper process ended without an answer; see above."),
        ("raise RecursionError", "A helper process ended without an answer; see above."),
    ],
)
def test_a_fault_in_another_process_is_told(fault: str, said: str) -> None:
    """Our own errors come back with their words; a process that dies does not leave the other waiting."""
    assert run(FAULTY.replace("FAULT", fault)) == said


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_few_pieces_are_worked_on_here(jobs: int) -> None:
    """What is not worth a process is done in this one, faults included."""
    assert in_shares("abc", str.upper, jobs) == ["A", "B", "C"]
    assert in_shares([], str.upper, jobs) == []
    assert in_background(lambda: 1, 1)() == 1
    with pytest.raises(WhatWorksError, match="no"):
        in_shares([1], _refuse, jobs)


def test_there_is_a_core() -> None:
    """At least one process can run, and never more than help."""
    assert 1 <= cores() <= 8


def test_a_tree_written_by_several_is_whole(tmp_path: Path) -> None:
    """Every file stands where it belongs, whoever wrote it."""
    pages = {f"{number % 7}/{number}/index.html": f"Page {number}" for number in range(500)}
    with Tree(tmp_path / "site", tmp_path / "cache" / "manifest.pickle", "", jobs=2) as tree:
        for path, content in pages.items():
            tree.add(text(path, content))
    assert {path: (tmp_path / "site" / path).read_text(encoding="utf-8") for path in pages} == pages


def _refuse(number: int) -> None:
    raise WhatWorksError(f"no {number}")
