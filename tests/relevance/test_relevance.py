"""The search answers the judged queries well enough."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from search_made import files, real_concepts, real_everyday, real_texts
from whatworks.bench.judged import judge, ndcg, read_judged
from whatworks.corpus import builtin_vocabulary, open_corpus
from whatworks.search.answer import answer
from whatworks.search.reader import Reader

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "number", "least", "first"), [("queries.yaml", 60, 0.75, 0.9), ("more_queries.yaml", 110, 0.7, 0.85)]
)
def test_the_judged_queries_are_answered(name: str, number: int, least: float, first: float) -> None:
    """As issue and page promise: nDCG of 0.75 and more, and nothing without an answer; of harder queries a bit less."""
    ids = [path.stem for path in open_corpus(builtin_vocabulary().parent, datetime.date(2026, 11, 24)).files]
    reader = Reader(files(real_texts(), real_concepts(), real_everyday()).__getitem__)
    judged = read_judged(HERE / name, ids)
    score = judge(lambda query: [ids[number] for number, _ in answer(reader, query).cases], judged)
    assert len(judged) == number
    assert score.ndcg >= least
    assert score.success >= first
    assert score.unanswered == ()


def test_ndcg() -> None:
    """The best order has 1, an empty answer 0, and a good case counts less the later it comes."""
    grades = {"a": 3, "b": 1}
    assert ndcg(["a", "b"], grades) == 1
    assert ndcg([], grades) == 0
    assert 1 > ndcg(["b", "a"], grades) > ndcg(["x", "b", "a"], grades) > 0
