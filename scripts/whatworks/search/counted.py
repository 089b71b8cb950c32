"""The words of documents, one after the other, each with its document, its field and its place."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whatworks.search.arrays import Array, begins, starts, taken, within
from whatworks.search.fields import FIELDS, SYNONYMS
from whatworks.search.lexicon import STOPPED, Lexicon
from whatworks.search.normalise import tokens

Texts = Mapping[str, Sequence[str]]
"""A document: pieces of text by field, and `SYNONYMS`."""
NOWHERE = 0
"""The place of a word that no phrase is looked for in."""
FIRST_PLACE = 0x100
"""The first place of a document."""
GAP = 10
"""Places left free between two pieces of text, so that no phrase runs from one into the next."""
STEP = 32
"""Every piece begins at a multiple of it after the first place, so that a small edit leaves those that follow as they
were, and most files with them."""
_LAST_PLACE = 0xD000  # what comes later is not searched; a place takes two bytes
_TERMS = next(number for number, field in enumerate(FIELDS) if field.name == "terms")
_OUTSIDE = len(FIELDS)  # stands for the field of terms where a piece has no places
_NAMES = [(number, field.name) for number, field in enumerate(FIELDS)]
_NAMES.insert(_TERMS + 1, (_OUTSIDE, SYNONYMS))  # so that the fields of a document's words rise


@dataclass(frozen=True, slots=True)
class Counted:
    """Columns with a row for each word other than stop words: numbers of words and terms, documents, fields, places.

    Rows stand in the order of documents, fields and places. `lengths` has a row for each document, a column a field.
    """

    words: Array
    terms: Array
    documents: Array
    fields: Array
    places: Array
    lengths: Array


class Chunks(dict[str, int]):
    """What stands between spaces in texts, each with a number; most texts are made of chunks that were met before.

    `words` has the numbers of the words in them, one chunk after the other, `sizes` how many each has.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.words = array("I")
        self.sizes = array("I")
        self.lexicon = lexicon

    def __missing__(self, chunk: str) -> int:
        """The number of a new chunk."""
        self[chunk] = number = len(self)
        words = tokens(chunk)
        self.words.extend(map(self.lexicon.__getitem__, words))
        self.sizes.append(len(words))
        return number


def count(texts: Sequence[Texts], chunks: Chunks) -> Counted:
    """Count documents, which are numbered in their order; new words enter the lexicon of the chunks."""
    read: list[int] = []  # numbers of chunks
    pieces: list[tuple[int, int, int]] = []  # the document, the field and the end of each
    for document, text in enumerate(texts):
        for field, name in _NAMES:
            for piece in text.get(name, ()):
                read += map(chunks.__getitem__, piece.split())
                pieces.append((document, field, len(read)))
    documents, fields, end = np.array(pieces, np.int64).reshape(-1, 3).T
    held, numbers = np.array(chunks.sizes, np.int64), np.array(read, np.int64)
    words = taken(np.array(chunks.words, np.int64), held, numbers)
    sizes = np.diff(np.append(0, np.cumsum(held[numbers]))[end], prepend=0)
    terms = np.array(chunks.lexicon.terms, np.int64)[words]
    return _columns(words, terms, (documents, fields, sizes), len(texts))


def _columns(words: Array, terms: Array, pieces: tuple[Array, Array, Array], total: int) -> Counted:
    """The columns of words in their order, given the document, field and size of each piece of text."""
    document, field, size = pieces
    outside = field == _OUTSIDE
    begin = starts(np.where(outside, 0, -(-(size + GAP) // STEP) * STEP))
    first = begins(document)
    begin += FIRST_PLACE - np.repeat(begin[first], np.diff(first, append=len(document)))
    places = np.where(np.repeat(outside, size), NOWHERE, np.repeat(begin, size) + within(size))
    documents = np.repeat(document, size)
    fields = np.repeat(np.where(outside, _TERMS, field), size)
    told = terms != STOPPED
    lengths = np.bincount((documents * len(FIELDS) + fields)[told], minlength=total * len(FIELDS))
    told &= places < _LAST_PLACE
    return Counted(
        words[told], terms[told], documents[told], fields[told], places[told], lengths.reshape(total, len(FIELDS))
    )
