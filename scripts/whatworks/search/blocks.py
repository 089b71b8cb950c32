"""Blocks: the sorted list of terms cut into small files, of which a query needs a few.

A block holds entries in rising order of their keys: `shared` (bytes of the key before), the rest of the key, the
number of surfaces and the surfaces (each as bytes shared with the key, and the rest), then the documents as
differences and the signs. An entry without surfaces is a pointer: a word whose first letters are not those of its
term stands at its own place too, with the term. `blocks.mjs` reads the same bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whatworks.search.codec import Cursor, sized, text, varint
from whatworks.search.merged import Merged, Posting

TYPED = 3
"""Letters that a word must have before it is completed while it is typed."""
_TARGET = 8192  # bytes before compression, about 5 kB after it


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


def term_blocks(merged: Merged) -> list[Block]:
    """All entries as blocks."""
    entries: list[tuple[str, bytes]] = []
    for term, posting in merged.postings.items():
        if posting.documents:
            words = merged.surfaces[term]
            entries.append((term, _entry(term, words, posting)))
            entries += [(word, varint(0) + text(term)) for word in words if word[:TYPED] != term[:TYPED]]
    return list(_cut(sorted(entries)))


def place_blocks(merged: Merged) -> list[Block]:
    """The places of all terms as blocks."""
    return list(_cut(sorted((term, _places(posting)) for term, posting in merged.postings.items())))


def find(starts: Sequence[str], key: str) -> int:
    """The number of the block that a key stands in, if it stands in any."""
    return max(bisect_right(starts, key) - 1, 0)


def span(starts: Sequence[str], start: str) -> range:
    """The numbers of the blocks that hold the keys beginning with some letters."""
    return range(find(starts, start), find(starts, start + "\U0010ffff") + 1) if starts else range(0)


def read_terms(raw: bytes) -> Iterator[Entry]:
    """The entries of a block of terms."""
    for key, cursor in _keys(raw):
        number = cursor.varint()
        if not number:
            yield Entry(key, target=cursor.text())
            continue
        whole = key.encode("utf-8")
        surfaces = tuple((whole[: cursor.varint()] + cursor.sized()).decode("utf-8") for _ in range(number))
        yield Entry(key, surfaces, "", _sums(cursor.sized()), cursor.sized())


def read_places(raw: bytes) -> Iterator[tuple[str, Places]]:
    """The entries of a block of places."""
    for key, cursor in _keys(raw):
        yield key, Places(_sums(cursor.sized()), cursor.sized(), cursor.sized().decode("utf-16-le"))


def _keys(raw: bytes) -> Iterator[tuple[str, Cursor]]:
    cursor, key = Cursor(raw), b""
    while not cursor.ended:
        key = key[: cursor.varint()] + cursor.sized()
        yield key.decode("utf-8"), cursor


def _entry(term: str, surfaces: Sequence[str], posting: Posting) -> bytes:
    whole = term.encode("utf-8")
    words = b"".join([_after(whole, surface.encode("utf-8")) for surface in surfaces])
    return b"".join((varint(len(surfaces)), words, sized(posting.documents), sized(posting.signs)))


def _places(posting: Posting) -> bytes:
    return b"".join((sized(posting.all_documents), sized(posting.sizes), sized(posting.places)))


def _cut(entries: Iterable[tuple[str, bytes]]) -> Iterator[Block]:
    """Entries in order, as many in a block as fit; what is too large for any stands alone."""
    start, last, before, size = "", "", b"", 0
    parts: list[bytes] = []
    for key, raw in entries:
        if parts and size + len(raw) > _TARGET:
            yield Block(start, b"".join(parts))
            start, before, parts, size = _between(last, key), b"", [], 0
        whole = key.encode("utf-8")
        parts += (_after(before, whole), raw)
        size += len(raw) + len(whole)
        before, last = whole, key
    if parts:
        yield Block(start, b"".join(parts))


def _between(last: str, key: str) -> str:
    """The shortest start of a key that the last key of the block before does not reach."""
    return key[: _shared(last, key) + 1]


def _after(before: bytes, whole: bytes) -> bytes:
    """What must be said of a text that follows another: how many bytes it shares, and the rest."""
    shared = len(before) if whole.startswith(before) else _shared(before, whole)
    return varint(shared) + sized(whole[shared:])


def _shared(a: str | bytes, b: str | bytes) -> int:
    """How long the start is that two texts have in common."""
    most = min(len(a), len(b))
    return next((at for at in range(most) if a[at] != b[at]), most)


def _sums(raw: bytes) -> tuple[int, ...]:
    cursor, documents, last = Cursor(raw), [], 0
    while not cursor.ended:
        last += cursor.varint()
        documents.append(last)
    return tuple(documents)
