"""Postings as they are sent: documents as differences, and without words that stand in most of the bodies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from whatworks.search.arrays import Array, begins, ends, starts, varints, within
from whatworks.search.blocks import Posting
from whatworks.search.fields import FIELDS
from whatworks.search.lengths import is_large
from whatworks.search.postings import Table
from whatworks.search.signs import ONCE

_BODY = 1 << len(FIELDS) - 1  # the bit of the field that holds most of the text


def without_common(table: Table, total: int) -> tuple[Table, Array]:
    """A table without the words that stand in most bodies of a large collection, and how many each document loses."""
    if not is_large(total):
        return table, np.zeros(total, np.int64)
    body = (table.masks & _BODY) != 0
    often = np.bincount(table.terms[body])
    common = body & (2 * often > total)[np.minimum(table.terms, len(often) - 1)]
    last = ends(table.fields)[common] - 1  # the body is the last field
    lost = np.bincount(table.documents[common], weights=table.counts[last], minlength=total).astype(np.int64)
    left = Table(
        table.keys, np.where(common, table.masks & ~np.uint8(_BODY), table.masks), np.delete(table.counts, last),
        table.sizes, table.places,
    )  # fmt: skip
    return left, lost


def postings_sent(table: Table) -> Iterator[tuple[int, Posting]]:
    """The number of each term and its posting; a row without fields counts for its places only."""
    terms, held = begins(table.terms), table.masks != 0
    parts = [_differences(table, held), _signs(table, held), _differences(table, np.ones_like(held))]
    parts += [(table.sizes, np.ones(len(held), np.int64)), (table.places.view("u1"), 2 * table.sizes.astype(np.int64))]
    cut = [_cut(values.tobytes(), sizes, terms) for values, sizes in parts]
    for number, documents, signs, everywhere, sizes, places in zip(table.terms[terms].tolist(), *cut, strict=True):
        yield number, Posting(documents, signs, everywhere if everywhere != documents else b"", sizes, places)


def _cut(raw: bytes, sizes: Array, terms: Array) -> Iterator[bytes]:
    """The bytes of each term, given those of all rows, the size of each row, and the first row of each term."""
    bounds = [*starts(sizes)[terms].tolist(), len(raw)]
    return (raw[start:end] for start, end in pairwise(bounds))


def _differences(table: Table, held: Array) -> tuple[Array, Array]:
    """The documents of some rows, each as the difference from the one before it in its term, and the rows' sizes."""
    documents, first = table.documents[held], begins(table.terms[held])
    steps = np.diff(documents, prepend=0)
    steps[first] = documents[first]
    raw, sizes = varints(steps)
    every = np.zeros(len(held), np.int64)
    every[held] = sizes
    return raw, every


def _signs(table: Table, held: Array) -> tuple[Array, Array]:
    """The signs of all rows, and how many bytes each takes."""
    fields = table.fields.astype(np.int64)
    several = np.zeros_like(held)
    several[np.repeat(np.arange(len(held)), fields)[table.counts > 1]] = True
    sizes = held + np.where(several, fields, 0)
    raw = np.zeros(int(sizes.sum()), np.uint8)
    at = starts(sizes)
    raw[at[held]] = np.where(several, table.masks, table.masks | ONCE)[held]
    raw[np.repeat(at[several] + 1, fields[several]) + within(fields[several])] = table.counts[
        np.repeat(several, fields)
    ]
    return raw, sizes
