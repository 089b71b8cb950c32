"""All documents merged: for each term the documents that hold it, how often in which field, and where.

Postings are kept between builds. After an edit only the terms of the documents that changed are touched.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from whatworks.search.counted import BETWEEN, SPACE, Counted
from whatworks.shares import in_spans


class Row(NamedTuple):
    """A term's documents, rising, as four bytes each; their signs between `BETWEEN`, their places between spaces."""

    documents: bytes
    signs: bytes
    places: str


class Document(NamedTuple):
    """What is remembered of a document: its id, what stands for its content, its terms, words and lengths."""

    id: str
    key: str
    terms: str
    words: str
    lengths: tuple[int, ...]


@dataclass(slots=True)
class Postings:
    """Documents in the order of their numbers, a row for each term, and the number of documents of each word.

    `encoded` may hold what was made of a row, by term; it is forgotten when the row changes.
    """

    documents: list[Document] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    encoded: dict[str, tuple[bytes, bytes]] = field(default_factory=dict, compare=False)


Named = tuple[str, str]
"""A document's id and what stands for its content."""
Count = Callable[[int], Counted]
"""Counts the document with a number."""


def renew(old: Postings | None, wanted: Sequence[Named], count: Count, jobs: int = 1) -> Postings:
    """The postings of the documents wanted, made from older ones if most of these still hold.

    If many are to be counted, so many processes share that.
    """
    kept = {one.id: (number, one) for number, one in enumerate(old.documents)} if old else {}
    same = [number for number, (one, key) in enumerate(wanted) if one in kept and kept[one][1].key == key]
    if old is None or 2 * len(same) < len(wanted):
        return _made(wanted, count, jobs)
    moved = {kept[wanted[number][0]][0]: number for number in same}
    return _patched(
        old, wanted, moved, {number: count(number) for number in range(len(wanted)) if number not in set(same)}
    )


def row_of(documents: Iterable[int], signs: Iterable[bytes], places: Iterable[str]) -> Row:
    """A row; the documents are in rising order."""
    return Row(array("I", documents).tobytes(), BETWEEN.join(signs), SPACE.join(places))


def numbers(row: Row) -> array[int]:
    """The documents of a row."""
    found = array("I")
    found.frombytes(row.documents)
    return found


def _made(wanted: Sequence[Named], count: Count, jobs: int) -> Postings:
    """All counted and merged: each process takes a span of the documents, and their rows follow each other."""
    first, *others = in_spans(len(wanted), partial(_span, wanted, count), jobs)
    for other in others:
        first.documents += other.documents
        first.words.update(other.words)
        for one, row in other.rows.items():
            first.rows[one] = _together(first.rows[one], row) if one in first.rows else row
    return first


def _span(wanted: Sequence[Named], count: Count, span: range) -> Postings:
    """The postings of some of the documents, in their own order and under their own numbers."""
    made = Postings()
    flat: defaultdict[str, list[Any]] = defaultdict(list)
    for number in span:
        counted = count(number)
        made.documents.append(_document(*wanted[number], counted))
        made.words.update(counted.words.split())
        _add(number, counted, flat)
    made.rows = {one: row_of(found[0::3], found[1::3], found[2::3]) for one, found in flat.items()}
    return made


def _together(one: Row, other: Row) -> Row:
    """Two rows of a term; the documents of the first come first."""
    return Row(one.documents + other.documents, one.signs + BETWEEN + other.signs, one.places + SPACE + other.places)


def _document(one: str, key: str, counted: Counted) -> Document:
    return Document(one, key, counted.terms, counted.words, counted.lengths)


def _add(number: int, counted: Counted, flat: defaultdict[str, list[Any]]) -> None:
    """Add number, sign and places to each term's list: one list a term, since this is done millions of times."""
    parts = zip(counted.terms.split(), counted.signs.split(BETWEEN), counted.places.split(SPACE), strict=True)
    for one, sign, place in parts if counted.terms else ():
        flat[one] += (number, sign, place)


def _patched(old: Postings, wanted: Sequence[Named], moved: dict[int, int], new: dict[int, Counted]) -> Postings:
    """Old postings with some documents taken out, others moved to new numbers, and new ones put in."""
    gone = [one for number, one in enumerate(old.documents) if number not in moved]
    flat: defaultdict[str, list[Any]] = defaultdict(list)
    for number, counted in sorted(new.items()):
        _add(number, counted, flat)
    touched = {one for document in gone for one in document.terms.split()} | flat.keys()
    stays = all(before == after for before, after in moved.items())
    for one in touched if stays else [*old.rows, *(flat.keys() - old.rows.keys())]:
        old.encoded.pop(one, None)
        row = _patch(old.rows.get(one), moved, flat.get(one, []))
        if row is None:
            old.rows.pop(one, None)
        else:
            old.rows[one] = row
    back = {after: before for before, after in moved.items()}
    documents = [
        _document(one, key, new[number]) if number in new else old.documents[back[number]]
        for number, (one, key) in enumerate(wanted)
    ]
    for document in gone:
        old.words.subtract(document.words.split())
    for counted in new.values():
        old.words.update(counted.words.split())
    return Postings(documents, old.rows, +old.words, old.encoded)


def _patch(row: Row | None, moved: dict[int, int], flat: list[Any]) -> Row | None:
    """A row with the documents that stay, under their new numbers, and with those put in; None if nothing is left."""
    held = list(zip(flat[0::3], flat[1::3], flat[2::3], strict=True))
    if row is not None:
        parts = zip(numbers(row), row.signs.split(BETWEEN), row.places.split(SPACE), strict=True)
        held += [(moved[number], sign, place) for number, sign, place in parts if number in moved]
    if not held:
        return None
    held.sort()
    return row_of(*zip(*held, strict=True))
