"""Arrays of pieces of different lengths, that follow each other in one array."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_SEVEN = 7
_MORE = 0x80


def ends(sizes: Array) -> Array:
    """Where each piece ends."""
    return np.cumsum(sizes, dtype=np.int64)


def starts(sizes: Array) -> Array:
    """Where each piece starts."""
    return ends(sizes) - sizes


def within(sizes: Array) -> Array:
    """For each member of every piece, its place in its piece, from 0."""
    found: Array = np.arange(np.sum(sizes, dtype=np.int64)) - np.repeat(starts(sizes), sizes)
    return found


def taken(values: Array, sizes: Array, chosen: Array) -> Array:
    """The members of the chosen pieces, one piece after the other."""
    found: Array = values[np.repeat(starts(sizes)[chosen], sizes[chosen]) + within(sizes[chosen])]
    return found


def order(numbers: Array) -> Array:
    """Where numbers from 0 up stand when they are sorted; equal ones stay in their order."""
    # Small numbers are sorted by their digits, which takes a tenth of the time.
    return np.argsort(numbers.astype(np.min_scalar_type(int(numbers.max(initial=0)))), kind="stable")


def begins(*numbers: Array) -> Array:
    """Where a run of the same numbers begins."""
    new = np.ones(len(numbers[0]), dtype=np.bool_)
    new[1:] = False
    for one in numbers:
        new[1:] |= one[1:] != one[:-1]
    return np.flatnonzero(new)


def varints(numbers: Array) -> tuple[Array, Array]:
    """Numbers as `codec.varint` writes them: all their bytes, and how many each has."""
    sizes = np.ones(len(numbers), dtype=np.int64)
    longest = int(numbers.max(initial=0)).bit_length()
    for bits in range(_SEVEN, longest, _SEVEN):
        sizes += numbers >= 1 << bits
    place = within(sizes)
    raw = np.repeat(numbers, sizes) >> (place * _SEVEN) & (_MORE - 1)
    return (raw | np.where(place < np.repeat(sizes, sizes) - 1, _MORE, 0)).astype(np.uint8), sizes
