"""Which documents hold each term, how often in which field, and where: one table, kept between builds.

After an edit only the documents that changed are counted; the rows of the others stay, under their new numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from whatworks.search.arrays import Array, begins, order, taken, within
from whatworks.search.counted import NOWHERE, Chunks, Counted, Texts, count
from whatworks.search.fields import FIELDS
from whatworks.search.lexicon import Lexicon

Named = tuple[str, str]
"""A document's id and what stands for its content."""
_BATCH = 500  # documents that are counted together: arrays of more are no faster, and take more memory
_MOST = 0xFF  # a term that stands more often in one field counts as if it stood so often
_MOST_PLACES = 127
_HIGH = 32  # bits of a key below the first of its two numbers
_LOW = (1 << _HIGH) - 1


@dataclass(frozen=True, slots=True)
class Table:
    """A row for each term and document that holds it, sorted by term, then document.

    A key holds both numbers. A mask has a bit for each field in which the term stands; `counts` say how often, for
    each of these fields, `sizes` how many places the row has; the counts and the places of all rows follow each other.
    """

    keys: Array
    masks: Array
    counts: Array
    sizes: Array
    places: Array

    @property
    def terms(self) -> Array:
        """The number of each row's term."""
        return self.keys >> _HIGH

    @property
    def documents(self) -> Array:
        """The number of each row's document."""
        return self.keys & _LOW

    @property
    def fields(self) -> Array:
        """In how many fields each row's term stands."""
        return np.bitwise_count(self.masks)


@dataclass(slots=True)
class Postings:
    """Documents in the order of their numbers, the length of each field of each, and their table.

    `words` are the keys of words and the documents that hold them, in no order.
    """

    documents: tuple[Named, ...] = ()
    lengths: Array = field(default_factory=lambda: np.empty((0, len(FIELDS)), np.int64))
    lexicon: Lexicon = field(default_factory=Lexicon)
    table: Table = field(
        default_factory=lambda: Table(*(np.empty(0, kind) for kind in ("i8", "u1", "u1", "u1", "<u2")))
    )
    words: Array = field(default_factory=lambda: np.empty(0, np.int64))


def renew(old: Postings | None, wanted: Sequence[Named], texts: Callable[[int], Texts]) -> Postings:
    """The postings of the documents wanted, with what still holds of older ones; `texts` gives the others' texts."""
    old = old or Postings()
    before = {named: number for number, named in enumerate(old.documents)}
    new = [number for number, named in enumerate(wanted) if named not in before]
    lengths = np.zeros((len(wanted), len(FIELDS)), np.int64)
    moved = np.full(len(old.documents), -1)
    for number, named in enumerate(wanted):
        if named in before:
            moved[before[named]] = number
            lengths[number] = old.lengths[before[named]]
    tables, words = [_under(moved, old.table)], [_moved(moved, old.words)[1]]
    chunks = Chunks(old.lexicon)
    for at in range(0, len(new), _BATCH):
        numbers = np.array(new[at : at + _BATCH])
        counted = count([texts(number) for number in new[at : at + _BATCH]], chunks)
        lengths[numbers] = counted.lengths
        documents = numbers[counted.documents]
        tables.append(_table(counted, documents))
        words.append(_pairs(counted.words, documents))
    return Postings(tuple(wanted), lengths, old.lexicon, _joined(tables), np.concatenate(words))


def frequencies(postings: Postings) -> Iterator[tuple[str, int]]:
    """Every word that stands in some document, in alphabetical order, and in how many documents."""
    numbers = np.bincount(postings.words >> _HIGH, minlength=len(postings.lexicon)).tolist()
    return ((word, numbers[number]) for word, number in sorted(postings.lexicon.items()) if numbers[number])


def _table(counted: Counted, documents: Array) -> Table:
    """The table of counted documents, given the numbers of the documents of its rows."""
    by_term = order(counted.terms)
    terms, documents = counted.terms[by_term], documents[by_term]
    fields, places = counted.fields[by_term], counted.places[by_term]
    runs = begins(terms, documents, fields)
    rows = begins(terms, documents)
    counts = np.minimum(np.diff(runs, append=len(terms)), _MOST)
    if not len(rows):
        return Postings().table
    row_of_run = np.searchsorted(rows, runs, side="right") - 1
    masks = np.bitwise_or.reduceat(1 << fields[runs], begins(row_of_run))
    placed = places != NOWHERE
    sizes = np.add.reduceat(placed, rows, dtype=np.int64)
    kept = within(sizes) < _MOST_PLACES
    return Table(
        keys=terms[rows] << _HIGH | documents[rows],
        masks=masks.astype("u1"),
        counts=counts.astype("u1"),
        sizes=np.minimum(sizes, _MOST_PLACES).astype("u1"),
        places=places[placed][kept].astype("<u2"),
    )


def _pairs(words: Array, documents: Array) -> Array:
    """The keys of words and their documents, sorted, each once."""
    by_word = order(words)
    keys = words[by_word].astype(np.int64) << _HIGH | documents[by_word]
    return keys[begins(keys)]


def _moved(moved: Array, keys: Array) -> tuple[Array, Array]:
    """Which keys have a document that stays, and these keys under its new number."""
    numbers = moved[keys & _LOW]
    stay = np.flatnonzero(numbers >= 0)
    return stay, keys[stay] & ~_LOW | numbers[stay]


def _under(moved: Array, table: Table) -> Table:
    """The rows of documents that stay, under their new numbers; not sorted."""
    return _chosen(table, *_moved(moved, table.keys))


def _joined(tables: Sequence[Table]) -> Table:
    """The rows of all tables, sorted."""
    keys, masks, counts, sizes, places = (
        np.concatenate([getattr(table, name) for table in tables]) for name in Table.__slots__
    )
    by_key = np.argsort(keys, kind="stable")  # they are runs that are sorted already
    return _chosen(Table(keys, masks, counts, sizes, places), by_key, keys[by_key])


def _chosen(table: Table, rows: Array, keys: Array) -> Table:
    """Some rows of a table, in their order, under new keys."""
    return Table(
        keys,
        table.masks[rows],
        taken(table.counts, table.fields, rows),
        table.sizes[rows],
        taken(table.places, table.sizes, rows),
    )
