"""Blocks: the sorted list of terms cut into small files, of which a query needs a few.

A block of terms holds entries in rising order of their keys: the key, its surfaces (the words behind the term, with
spaces between), the documents as differences, and their signs. An entry without surfaces is a pointer: a word whose
first letters are not those of its term stands at its own place too, with the term. A block of places holds the key,
the documents if they are other than those of the term's entry, how many places it has in each, and the places.
`blocks.mjs` reads the same bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whatworks.search.codec import Cursor, sized, text

TYPED = 3
"""Letters that a word must have before it is completed while it is typed."""
_TARGET = 8192  # bytes before compression, about 4 kB after it


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


@dataclass(frozen=True, slots=True)
class Entry:
    """What a block says of a key. A pointer has a `target` and nothing else."""

    key: str
    surfaces: tuple[str, ...] = ()
    target: str = ""
    documents: tuple[int, ...] = ()
    signs: bytes = b""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a term stands: how often by document (of `documents`, or of the entry if there are none), and the places.

    The places of all documents follow each other as characters.
    """

    documents: tuple[int, ...]
    sizes: bytes
    places: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block before it is compressed, and the least text that its keys do not stand before."""

    start: str
    raw: bytes


def term_entry(term: str, surfaces: Iterable[str], posting: Posting) -> bytes:
    """A term's entry in a block of terms."""
    return b"".join((text(term), text(" ".join(surfaces)), sized(posting.documents), sized(posting.signs)))


def place_entry(term: str, posting: Posting) -> bytes:
    """A term's entry in a block of places."""
    return b"".join((text(term), sized(posting.all_documents), sized(posting.sizes), sized(posting.places)))


def pointers(surfaces: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, bytes]]:
    """Key and entry of each word that would not be found at the place of its term; given are the words of each term."""
    for term, words in surfaces.items():
        for word in words:
            if word[:TYPED] != term[:TYPED]:
                yield word, b"".join((text(word), text(""), text(term)))


def cut(entries: Iterable[tuple[str, bytes]]) -> Iterator[Block]:
    """Entries by rising key, as many in a block as fit; what is too large for any stands alone."""
    start, last, size = "", "", 0
    parts: list[bytes] = []
    for key, raw in entries:
        if parts and size + len(raw) > _TARGET:
            yield Block(start, b"".join(parts))
            start, parts, size = _between(last, key), [], 0
        parts.append(raw)
        size += len(raw)
        last = key
    if parts:
        yield Block(start, b"".join(parts))


def find(starts: Sequence[str], key: str) -> int:
    """The number of the block that a key stands in, if it stands in any."""
    return max(bisect_right(starts, key) - 1, 0)


def span(starts: Sequence[str], start: str) -> range:
    """The numbers of the blocks that hold the keys beginning with some letters."""
    return range(find(starts, start), find(starts, start + "\U0010ffff") + 1) if starts else range(0)


def read_terms(raw: bytes) -> Iterator[Entry]:
    """The entries of a block of terms."""
    cursor = Cursor(raw)
    while not cursor.ended:
        key, surfaces = cursor.text(), cursor.text()
        if surfaces:
            yield Entry(key, tuple(surfaces.split(" ")), "", _sums(cursor.sized()), cursor.sized())
        else:
            yield Entry(key, target=cursor.text())


def read_places(raw: bytes) -> Iterator[tuple[str, Places]]:
    """The entries of a block of places."""
    cursor = Cursor(raw)
    while not cursor.ended:
        yield cursor.text(), Places(_sums(cursor.sized()), cursor.sized(), cursor.sized().decode("utf-16-le"))


def _between(last: str, key: str) -> str:
    """The shortest start of a key that the last key of the block before does not reach."""
    shared = next((at for at, (a, b) in enumerate(zip(last, key, strict=False)) if a != b), min(len(last), len(key)))
    return key[: shared + 1]


def _sums(raw: bytes) -> tuple[int, ...]:
    cursor, documents, last = Cursor(raw), [], 0
    while not cursor.ended:
        last += cursor.varint()
        documents.append(last)
    return tuple(documents)
