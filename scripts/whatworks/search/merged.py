"""Postings as they are sent: documents as differences, and without words that stand in most of the bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import sub

from whatworks.search.codec import varint
from whatworks.search.counted import BETWEEN, SPACE, make_sign, sign_counts
from whatworks.search.fields import FIELDS, Field
from whatworks.search.postings import Row, numbers

MANY = 4000
"""From so many documents on, terms that stand in the bodies of more than half of them are left out of that field, and
lengths are rounded. Below it the index is lunr's to the letter."""
_DIGITS = 3
_BODY = len(FIELDS) - 1  # the field that holds most of the text
_BODY_BIT = 1 << _BODY


@dataclass(frozen=True, slots=True)
class Posting:
    """A term's documents as differences, their signs, how many places it has in each, and all places.

    `all_documents` is there if the body is left out: the documents that have places, those of the body included.
    """

    documents: bytes
    signs: bytes
    all_documents: bytes
    sizes: bytes
    places: bytes


def is_common(row: Row, total: int) -> bool:
    """Whether so many of all documents hold a term that its body may be left out."""
    return is_large(total) and 2 * len(numbers(row)) > total


def is_large(documents: int) -> bool:
    """Whether so many documents are searched that size comes before the letter."""
    return documents >= MANY


def rounded(field: Field, length: int) -> int:
    """A length as a large collection counts it: to three binary digits, or always 1, so that thousands are small."""
    if field.even:
        return 1
    lost = max(length.bit_length() - _DIGITS, 0)
    return (length + (1 << lost >> 1)) >> lost << lost


def averages(lengths: Iterable[Sequence[int]]) -> tuple[float, ...]:
    """The average length of each field; 1 for a field that is always empty, so that nothing is divided by nothing."""
    return tuple(sum(column) / len(column) if any(column) else 1.0 for column in lengths)


def posting(row: Row, lengths: list[int]) -> Posting:
    """A row as it is sent; the bodies' `lengths` are made shorter by what is left out."""
    documents = numbers(row)
    sizes = bytes(map(len, row.places.split(SPACE)))
    places = row.places.replace(SPACE, "").encode("utf-16-le")
    everywhere = _differences(documents)
    total = len(lengths)
    if not is_common(row, total) or 2 * _bodies(row) <= total:
        return Posting(everywhere, row.signs.replace(BETWEEN, b""), b"", sizes, places)
    bare = [_bare(sign) for sign in row.signs.split(BETWEEN)]
    for document, (_, count) in zip(documents, bare, strict=True):
        lengths[document] -= count
    left = [document for document, (sign, _) in zip(documents, bare, strict=True) if sign]
    return Posting(_differences(left), b"".join([sign for sign, _ in bare]), everywhere, sizes, places)


def _bodies(row: Row) -> int:
    """In how many bodies a term stands."""
    return sum([sign[0] & _BODY_BIT for sign in row.signs.split(BETWEEN)]) // _BODY_BIT


@cache
def _bare(sign: bytes) -> tuple[bytes, int]:
    """A sign without the body, and how often the term stood there."""
    counts, _ = sign_counts(sign, 0)
    if counts[-1][0] != _BODY:
        return sign, 0
    return (make_sign(counts[:-1]) if len(counts) > 1 else b""), counts[-1][1]


def _differences(documents: Sequence[int]) -> bytes:
    """Rising numbers as differences, the first from 0."""
    if not documents:
        return b""
    return varint(documents[0]) + b"".join(map(varint, map(sub, documents[1:], documents)))
