"""The search answers the judged queries well enough."""

from __future__ import annotations

import datetime
from pathlib import Path

from search_made import files, real_concepts, real_everyday, real_texts
from whatworks.bench.judged import judge, ndcg, read_judged
from whatworks.corpus import builtin_vocabulary, open_corpus
from whatworks.search.answer import answer
from whatworks.search.reader import Reader

QUERIES = Path(__file__).with_name("queries.yaml")


def test_the_judged_queries_are_answered() -> None:
    """As issue and page promise: nDCG of 0.75 and more, and nothing without an answer."""
    ids = [path.stem for path in open_corpus(builtin_vocabulary().parent, datetime.date(2026, 11, 24)).files]
    reader = Reader(files(real_texts(), real_concepts(), real_everyday()).__getitem__)
    judged = read_judged(QUERIES, ids)
    score = judge(lambda query: [ids[number] for number, _ in answer(reader, query).cases], judged)
    assert len(judged) == 60
    assert score.ndcg >= 0.75
    assert score.success >= 0.9
    assert score.unanswered == ()


def test_ndcg() -> None:
    """The best order has 1, an empty answer 0, and a good case counts less the later it comes."""
    grades = {"a": 3, "b": 1}
    assert ndcg(["a", "b"], grades) == 1
    assert ndcg([], grades) == 0
    assert 1 > ndcg(["b", "a"], grades) > ndcg(["x", "b", "a"], grades) > 0
