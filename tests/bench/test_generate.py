"""Made-up cases: they pass every check, the same seed gives the same bytes, and they are like the real ones."""

from __future__ import annotations

import datetime
import statistics
from collections import Counter
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from whatworks.bench.generate import cases, generate
from whatworks.bench.prose import words
from whatworks.bench.tally import Tally
from whatworks.check import check_corpus, check_document
from whatworks.corpus import Corpus, builtin_vocabulary, open_corpus, read_words
from whatworks.text.frontmatter import Document, read

TODAY = datetime.date(2026, 11, 24)
REAL = builtin_vocabulary().parent
CORPUS = Corpus(REAL, read_words(builtin_vocabulary()), TODAY)


def documents(number: int, seed: int = 1) -> list[Document]:
    """Made-up cases, read."""
    return [read(f"case_studies/{case_id}.md", text.encode()) for case_id, text in cases(number, seed)]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_every_seed_gives_valid_cases(seed: int) -> None:
    """Whatever the seed, no check has anything to say."""
    assert [check_document(one, CORPUS) for one in documents(4, seed)] == [()] * 4


def test_a_folder_of_fifty_is_valid_as_a_whole(tmp_path: Path) -> None:
    """Ids and titles are unique, and nothing that can only be seen of all cases together is wrong."""
    generate(tmp_path / "cases", 50)
    corpus = open_corpus(tmp_path / "cases", TODAY)
    assert len(corpus.files) == 50
    assert check_corpus(corpus).diagnostics == ()


def test_the_same_seed_gives_the_same_bytes_and_fewer_are_the_first_of_more() -> None:
    """Runs can be repeated, and sizes compared; another seed gives other cases."""
    assert list(cases(10, 7)) == list(cases(30, 7))[:10]
    assert list(cases(10, 7)) != list(cases(10, 8))


def test_titles_are_unique_in_a_large_collection() -> None:
    """No two of two thousand have the same."""
    titles = [text.split('title: "', 1)[1].split('"', 1)[0] for _, text in cases(2000)]
    assert len(set(titles)) == 2000


def test_cases_are_as_large_as_real_ones() -> None:
    """Text, outcomes and sources are those of the real cases, or a little more."""
    made, real = documents(200), [read(path.name, path.read_bytes()) for path in sorted(REAL.glob("*.md"))]
    assert statistics.median(len(one.source.text) for one in made) > statistics.median(
        len(one.source.text) for one in real
    )
    for field in ("outcomes", "sources", "councils", "helped"):
        assert abs(_average(made, field) - _average(real, field)) < 0.5
    assert all(400 <= len(one.body_text.split()) <= 620 for one in made)


def test_terms_are_as_frequent_as_in_real_cases() -> None:
    """The commonest outcome of the real cases is common here too, and no term of the vocabulary is never drawn."""
    drawn = Counter(term for one in documents(1500) for term in one.data["about"])
    tally = Tally.of_real_cases().terms["about"]
    assert drawn.most_common(1)[0][0] in tally.things[:3]
    assert set(drawn) == CORPUS.words["outcomes"].usable


def test_words_follow_zipfs_law() -> None:
    """The tenth word is about a tenth as frequent as the first, and the hundredth a hundredth."""
    rng = Random(3)  # noqa: S311 - the same words every time
    counted = [count for _, count in Counter(words(rng, 400_000)).most_common()]
    assert 7 < counted[0] / counted[9] < 14
    assert 70 < counted[0] / counted[99] < 140
    assert len(counted) > 10_000


def _average(found: list[Document], field: str) -> float:
    lengths = [len(value) for one in found if isinstance(value := one.data.get(field), list)]
    return statistics.mean(lengths)
