"""The table of spellings holds what the code that reads it expects."""

from __future__ import annotations

from whatworks.search import spellings


def test_every_ending_has_the_letter_that_is_looked_for_first() -> None:
    """A word without a z is not looked at twice."""
    assert all("z" in end for end, _, _ in spellings.ENDS)


def test_no_start_begins_another() -> None:
    """So that their order does not matter."""
    starts = [start for start, _ in spellings.STARTS]
    assert not [(a, b) for a in starts for b in starts if a != b and b.startswith(a)]


def test_better_words_are_not_mended_again() -> None:
    """One step is enough."""
    assert not spellings.WORDS.keys() & set(spellings.WORDS.values())
