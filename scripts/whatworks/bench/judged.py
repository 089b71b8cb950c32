"""Judged queries, and how well a ranking answers them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

Search = Callable[[str], Sequence[str]]
"""Gives the ids of cases for a query, the best first; what does not fit is not among them."""
_SHOWN = 10
_FIRST = 3
_USEFUL = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, whose it is and of which kind, and the grade of each case that deserves to be found (1 to 3)."""

    query: str
    who: str
    kind: str
    grades: dict[str, int]


@dataclass(frozen=True, slots=True)
class Score:
    """The mean nDCG of the first ten, the share of queries with a useful case among the first three, the unanswered."""

    ndcg: float
    success: float
    unanswered: tuple[str, ...]


def read_judged(path: Path, known: Collection[str]) -> tuple[Judged, ...]:
    """Read judged queries; cases that are not known are left out, and queries that no known case answers."""
    found = []
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        grades = {one: int(grade) for one, grade in row["relevant"].items() if one in known}
        if grades:
            found.append(Judged(str(row["query"]), str(row["who"]), str(row["kind"]), grades))
    return tuple(found)


def judge(search: Search, queries: Sequence[Judged]) -> Score:
    """Ask all queries and score the answers."""
    answers = [search(one.query) for one in queries]
    gains = [ndcg(answer, one.grades) for answer, one in zip(answers, queries, strict=True)]
    successes = [
        any(one.grades.get(case, 0) >= _USEFUL for case in answer[:_FIRST])
        for answer, one in zip(answers, queries, strict=True)
    ]
    unanswered = tuple(one.query for answer, one in zip(answers, queries, strict=True) if not answer)
    return Score(sum(gains) / len(gains), sum(successes) / len(successes), unanswered)


def ndcg(answer: Sequence[str], grades: dict[str, int]) -> float:
    """How much of the possible gain the first ten give; a grade counts 1, 3 or 7, less the later it comes."""
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(case, 0) for case in answer]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:_SHOWN]))
