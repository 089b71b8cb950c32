"""What every test may use: the real words and councils, a valid case, and Hypothesis held still."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest
from folders import WHEN

from whatworks.corpus import Corpus, Words, open_corpus

ROOT = Path(__file__).parents[1]

# The same examples in every run: a failure can be repeated, and a run takes the same time every time.
hypothesis.settings.register_profile("still", derandomize=True, deadline=None, max_examples=60, database=None)
hypothesis.settings.load_profile("still")


@pytest.fixture(scope="session")
def words() -> Words:
    """The vocabularies and councils of the real collection."""
    return open_corpus(ROOT / "case_studies", WHEN).words


@pytest.fixture(scope="session")
def corpus(words: Words) -> Corpus:
    """A folder of case studies with the real words; what is in it is for a test to say."""
    return Corpus(ROOT / "case_studies", words, WHEN)


@pytest.fixture(scope="session")
def base_text() -> str:
    """A case study that is complete, valid and as short as it can be."""
    return (ROOT / "tests" / "check" / "base.md").read_text(encoding="utf-8")
