"""Scores from small blocks are those of a whole lunr index."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search_made import files, real_concepts, real_texts
from search_whole import scores, whole_index
from whatworks.search.fields import FIELDS
from whatworks.search.lengths import rounded
from whatworks.search.normalise import term, tokens
from whatworks.search.rank import ANY_FIELD, Clause, rank
from whatworks.search.reader import Reader

WORDS = ("bin", "bins", "survey", "surveys", "damp", "home", "council", "care", "carer", "the", "waste", "poverty")
pieces = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=2)
documents = st.lists(st.fixed_dictionaries({field.name: pieces for field in FIELDS}), min_size=1, max_size=12)
terms = st.sampled_from(("bin", "survey", "damp", "council", "care", "wast", "nothing"))
clauses = st.lists(
    st.builds(
        Clause,
        terms=terms.map(lambda one: (one,)),
        boost=st.sampled_from((1.0, 0.15, 2.5)),
        fields=st.one_of(st.just(ANY_FIELD), st.integers(1, ANY_FIELD)),
        presence=st.sampled_from((0, 0, 0, 1, -1)),
    ),
    min_size=1,
    max_size=5,
)


def _rank(reader: Reader, some: list[Clause]) -> dict[int, float]:
    entries = reader.entries(one for clause in some for one in clause.terms)
    return rank(some, entries, reader.root.lengths)


@settings(max_examples=150, deadline=None)
@given(documents, clauses)
def test_made_up_documents_score_as_in_a_whole_index(texts: list[dict[str, list[str]]], some: list[Clause]) -> None:
    """Any clauses on any documents: the same documents with the same scores."""
    reader = Reader(files(texts).__getitem__)
    assert _rank(reader, some) == pytest.approx(scores(whole_index(texts), some), abs=1e-9)


def test_real_cases_score_as_in_a_whole_index() -> None:
    """Hundreds of random queries on the real cases, with several terms in a clause too."""
    texts, rng = real_texts(), Random(1)  # noqa: S311 - no secret
    index, reader = whole_index(texts), Reader(files(texts, real_concepts()).__getitem__)
    known = sorted(index.inverted_index)
    for _ in range(400):
        some = [
            Clause(
                tuple(rng.sample(known, rng.choice((1, 1, 1, 4)))),
                rng.choice((1.0, 0.15, 0.5)),
                rng.choice((ANY_FIELD, ANY_FIELD, rng.randint(1, ANY_FIELD))),
                rng.choice((0, 0, 0, 1, -1)),
            )
            for _ in range(rng.randint(1, 5))
        ]
        assert _rank(reader, some) == pytest.approx(scores(index, some), abs=1e-9), some


def test_a_large_collection_leaves_out_words_of_most_bodies_and_rounds_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores are then those of a lunr index of bodies without these words, with these lengths."""
    monkeypatch.setattr("whatworks.search.lengths.MANY", 10)
    rng = Random(2)  # noqa: S311 - no secret
    texts = [_made_up(rng, number % 3) for number in range(40)]
    bodies = [_stems(one["body"][0]) for one in texts]
    common = {one for word in WORDS for one in _stems(word) if sum(one in body for body in bodies) > len(texts) / 2}
    assert "council" in common
    bare = [{**one, "body": [_without(one["body"][0], common)]} for one in texts]
    some = [Clause(("council",)), Clause(("damp",), 0.5)]
    reader = Reader(files(texts).__getitem__)
    assert _rank(reader, some) == pytest.approx(scores(whole_index(bare, rounded), some), abs=1e-9)


def _made_up(rng: Random, councils: int) -> dict[str, list[str]]:
    body = (*rng.choices(WORDS, k=6), *("council",) * councils)
    return {"title": [" ".join(rng.choices(WORDS, k=4))], "body": [" ".join(body)]}


def _without(text: str, common: set[str]) -> str:
    return " ".join(word for word in text.split() if not _stems(word) & common)


def _stems(text: str) -> set[str]:
    return {one for word in tokens(text) if (one := term(word))}


def test_lengths_are_rounded_to_three_binary_digits() -> None:
    """Small ones stay, large ones are an eighth off at most; the lengths of lists of names do not count."""
    body = FIELDS[-1]
    assert [rounded(body, length) for length in range(8)] == list(range(8))
    assert [rounded(body, length) for length in (8, 9, 10, 11, 100, 345, 600)] == [8, 10, 10, 12, 96, 320, 640]
    assert all(abs(rounded(body, length) - length) * 8 <= length for length in range(8, 5000))
    assert {rounded(field, length) for field in FIELDS if field.even for length in (0, 7, 300)} == {1}
