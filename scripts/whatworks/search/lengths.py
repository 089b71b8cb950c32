"""How long the fields of all documents are, which decides how much a word in them weighs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whatworks.search.fields import Field

MANY = 4000
"""From so many documents on, terms that stand in the bodies of more than half of them are left out of that field, and
lengths are rounded. Below it the index is lunr's to the letter."""
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Lengths:
    """The lengths of all fields of all documents in terms, by field, and their averages."""

    columns: tuple[Sequence[int], ...]
    averages: tuple[float, ...]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.columns[0])


def is_large(documents: int) -> bool:
    """Whether so many documents are searched that size comes before the letter."""
    return documents >= MANY


def rounded(field: Field, length: int) -> int:
    """A length as a large collection counts it: to three binary digits, or always 1, so that thousands are small."""
    if field.even:
        return 1
    lost = max(length.bit_length() - _DIGITS, 0)
    return (length + (1 << lost >> 1)) >> lost << lost


def averages(columns: Iterable[Sequence[int]]) -> tuple[float, ...]:
    """The average length of each field; 1 for a field that is always empty, so that nothing is divided by nothing."""
    return tuple(sum(column) / len(column) if any(column) else 1.0 for column in columns)
