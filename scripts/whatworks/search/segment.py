"""Some hundred documents merged: what each of their terms has to say, ready to be joined with other segments.

Segments are kept between builds. After an edit one of them is made anew, and the rest is joined as it is. So a
segment is a handful of long texts and bytes, which are read and written in no time, and not thousands of objects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import sub
from typing import Any, NamedTuple

from whatworks.search.counted import BETWEEN, Counted, make_sign, sign_counts
from whatworks.search.fields import FIELDS

SIZE = 255
"""Documents in a segment, so that a number of documents is one byte."""
BODY = len(FIELDS) - 1
"""The number of the field that holds most of the text, always the last."""
_BODY_BIT = 1 << BODY


class Row(NamedTuple):
    """Documents that hold a term, numbered from 0 in their segment: first, last, differences after the first, signs."""

    first: int
    last: int
    after_first: bytes
    signs: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """Some documents that follow each other. `lengths` are terms by field and document; `words` counts documents.

    The columns hold a value for each term: the signs stand between `BETWEEN`, terms and places between spaces.
    """

    documents: int
    lengths: tuple[tuple[int, ...], ...]
    words: str
    word_counts: bytes
    terms: str
    counts: bytes
    firsts: bytes
    lasts: bytes
    afters: bytes
    signs: bytes
    sizes: bytes
    places: str
    bodies: bytes
    bare: dict[str, tuple[Row, bytes]]
    """For terms that more than half of the bodies hold: the row without the body, and how often it stood in each."""

    def parts(self) -> Iterator[tuple[str, int, int, bytes, bytes, bytes, str, int]]:
        """Term by term: first and last document, differences after the first, signs, sizes, places, bodies."""
        at = 0
        columns = zip(
            self.terms.split(" "), self.counts, self.firsts, self.lasts, self.signs.split(BETWEEN),
            self.places.split(" "), self.bodies, strict=True,
        )  # fmt: skip
        for number, (one, count, first, last, signs, places, bodies) in enumerate(columns):
            end = at + count
            after = self.afters[at - number : end - number - 1]  # one number less for each term before
            yield one, first, last, after, signs, self.sizes[at:end], places, bodies
            at = end


def make_segment(documents: Iterable[Counted]) -> Segment:
    """Merge documents; their numbers are their places in the order given."""
    flat: dict[str, list[Any]] = {}
    words: Counter[str] = Counter()
    lengths: list[tuple[int, ...]] = []
    for number, counted in enumerate(documents):
        _add(number, counted, flat)
        words.update(counted.words.split())
        lengths.append(counted.lengths)
    held = [found[0::3] for found in flat.values()]
    signs = [found[1::3] for found in flat.values()]
    places = [found[2::3] for found in flat.values()]
    bodies = [sum([sign[0] & _BODY_BIT for sign in found]) // _BODY_BIT for found in signs]
    common = len(lengths) // 2
    return Segment(
        documents=len(lengths),
        lengths=tuple(zip(*lengths, strict=True)),
        words=" ".join(words),
        word_counts=bytes(words.values()),
        terms=" ".join(flat),
        counts=bytes(map(len, held)),
        firsts=bytes([documents[0] for documents in held]),
        lasts=bytes([documents[-1] for documents in held]),
        afters=b"".join([differences(found) for found in held]),
        signs=BETWEEN.join([b"".join(found) for found in signs]),
        sizes=b"".join([bytes(map(len, found)) for found in places]),
        places=" ".join(["".join(found) for found in places]),
        bodies=bytes(bodies),
        bare={
            one: without_body(found, some)
            for one, found, some, number in zip(flat, held, signs, bodies, strict=True)
            if number > common
        },
    )


def without_body(documents: Sequence[int], signs: Sequence[bytes]) -> tuple[Row, bytes]:
    """The row of a term without the body, and how often the term stood in the body of each document."""
    bare = [_bare(sign) for sign in signs]
    left = [(document, sign) for document, (sign, _) in zip(documents, bare, strict=True) if sign]
    kept = [document for document, _ in left]
    row = Row(kept[0], kept[-1], differences(kept), b"".join([sign for _, sign in left])) if left else NOTHING
    return row, bytes([count for _, count in bare])


def differences(documents: Sequence[int]) -> bytes:
    """How much each document but the first differs from the one before."""
    return bytes(map(sub, documents[1:], documents))


NOTHING = Row(-1, -1, b"", b"")
"""A row without documents."""


def _add(number: int, counted: Counted, flat: dict[str, list[Any]]) -> None:
    """Add number, sign and places to each term's list: one list a term, since this is done millions of times."""
    if not counted.terms:
        return
    places = counted.places.split(" ")
    for one, sign, place in zip(counted.terms.split(" "), counted.signs.split(BETWEEN), places, strict=True):
        if one in flat:
            flat[one] += (number, sign, place)
        else:
            flat[one] = [number, sign, place]


@cache
def _bare(sign: bytes) -> tuple[bytes, int]:
    """A sign without the body, and how often the term stood there."""
    counts, _ = sign_counts(sign, 0)
    if counts[-1][0] != BODY:
        return sign, 0
    return (make_sign(counts[:-1]) if len(counts) > 1 else b""), counts[-1][1]
