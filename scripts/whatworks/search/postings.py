"""Segments joined: for each term of all documents the documents that hold it, how often in which field, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from whatworks.search.codec import varint
from whatworks.search.counted import sign_counts
from whatworks.search.fields import FIELDS
from whatworks.search.segment import BODY, NOTHING, Row, Segment, without_body

MANY = 4000
"""From so many documents on, terms that stand in the bodies of more than half of them are left out of that field."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A term's documents as differences, their signs, and its places.

    `all_documents` is there if the body is left out: the documents that have places, those of the body included.
    """

    documents: bytes
    signs: bytes
    all_documents: bytes
    sizes: bytes
    places: str


@dataclass(frozen=True, slots=True)
class Merged:
    """All documents together. `lengths` are terms by field, then by document; `words` counts documents by word."""

    postings: Mapping[str, Posting]
    lengths: tuple[list[int], ...]
    words: Mapping[str, int]
    surfaces: Mapping[str, list[str]]


def join(segments: Sequence[Segment], lexicon: Mapping[str, str]) -> Merged:
    """Join segments; their documents are numbered on."""
    found: dict[str, list[Any]] = {}
    at_base: dict[int, Segment] = {}
    words: dict[str, int] = {}
    lengths: tuple[list[int], ...] = tuple([] for _ in FIELDS)
    base = 0
    for segment in segments:
        at_base[base] = segment
        _join(segment, base, found)
        for word, number in zip(segment.words.split(), segment.word_counts, strict=True):
            words[word] = words.get(word, 0) + number
        for column, some in zip(lengths, segment.lengths, strict=True):
            column += some
        base += segment.documents
    postings = {one: _posting(one, parts, at_base, lengths[BODY]) for one, parts in found.items()}
    return Merged(postings, lengths, words, _surfaces(words, lexicon))


def averages(lengths: Iterable[Sequence[int]]) -> tuple[float, ...]:
    """The average length of each field; 1 for a field that is always empty, so that nothing is divided by nothing."""
    return tuple(sum(column) / len(column) if any(column) else 1.0 for column in lengths)


def _join(segment: Segment, base: int, found: dict[str, list[Any]]) -> None:
    """Add what a segment says to each term's list: eight values at once, since this is done a million times."""
    for one, first, last, after, signs, sizes, places, bodies in segment.parts() if segment.terms else ():
        if one in found:
            found[one] += (base, first, last, after, signs, sizes, places, bodies)
        else:
            found[one] = [base, first, last, after, signs, sizes, places, bodies]


def _posting(one: str, parts: list[Any], at_base: Mapping[int, Segment], lengths: list[int]) -> Posting:
    bases, firsts, lasts, afters, signs = (parts[at::8] for at in range(5))
    documents, sizes, places = _row(bases, firsts, lasts, afters), b"".join(parts[5::8]), "".join(parts[6::8])
    total = len(lengths)
    if total < MANY or 2 * sum(parts[7::8]) <= total:
        return Posting(documents, b"".join(signs), b"", sizes, places)
    rows = [
        _without_body(one, base, Row(*row), at_base[base], lengths)
        for base, *row in zip(bases, firsts, lasts, afters, signs, strict=True)
    ]
    kept = [(base, row) for base, row in zip(bases, rows, strict=True) if row is not NOTHING]
    bare = _row(
        [base for base, _ in kept],
        [row.first for _, row in kept],
        [row.last for _, row in kept],
        [row.after_first for _, row in kept],
    )
    return Posting(bare, b"".join([row.signs for row in rows]), documents, sizes, places)


def _row(bases: Sequence[int], firsts: Sequence[int], lasts: Sequence[int], afters: Sequence[bytes]) -> bytes:
    """The documents of several segments as differences."""
    before, pieces = 0, list[bytes]()
    for base, first, last, after in zip(bases, firsts, lasts, afters, strict=True):
        pieces += (varint(base + first - before), after if after.isascii() else b"".join(map(varint, after)))
        before = base + last
    return b"".join(pieces)


def _without_body(one: str, base: int, row: Row, segment: Segment, lengths: list[int]) -> Row:
    """A term's row without the body; the bodies' lengths are made shorter by what is left out."""
    documents = list(accumulate((row.first, *row.after_first)))
    bare, counts = segment.bare.get(one) or without_body(documents, _signs(row.signs))
    for document, count in zip(documents, counts, strict=True):
        lengths[base + document] -= count
    return bare


def _signs(signs: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(signs):
        start = at
        _, at = sign_counts(signs, at)
        found.append(signs[start:at])
    return found


def _surfaces(words: Iterable[str], lexicon: Mapping[str, str]) -> dict[str, list[str]]:
    """The words behind each term, sorted."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(lexicon[word], []).append(word)
    return found
