"""The scores of documents, as lunr defines them, added up from the postings of the query's terms.

A field scores by BM25 with lunr's parameters and rounding; a document's score is, over all fields, the dot product
of the query and the field divided by the length of the query's vector.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whatworks.search.blocks import Entry
from whatworks.search.fields import FIELDS
from whatworks.search.lengths import Lengths
from whatworks.search.signs import read_sign

K1 = 1.2
B = 0.75
ANY_FIELD = (1 << len(FIELDS)) - 1
"""The fields of a clause that names none, as bits."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Terms that a document may (0), must (1: one of them) or must not (-1) hold in one of the fields."""

    terms: tuple[str, ...]
    boost: float = 1.0
    fields: int = ANY_FIELD
    presence: int = 0


def rank(clauses: Sequence[Clause], entries: Mapping[str, Entry], lengths: Lengths) -> dict[int, float]:
    """The scores of the documents that fit, by their numbers, in no order."""
    if not clauses:
        return {}
    scores = _sums(_vectors(clauses, entries), entries, lengths)
    if all(clause.presence < 0 for clause in clauses):
        scores = dict.fromkeys(range(lengths.documents), 0.0)
    for clause in clauses:
        if clause.presence:
            held = _held(clause, entries)
            scores = {one: score for one, score in scores.items() if (one in held) == (clause.presence > 0)}
    return scores


def idf(entry: Entry, documents: int) -> float:
    """How telling a term is: lunr counts each field of a document in which it stands."""
    held, at = 0, 0
    while at < len(entry.signs):
        counts, at = read_sign(entry.signs, at)
        held += len(counts)
    return math.log(1 + abs((documents - held + 0.5) / (held + 0.5)))


def _vectors(clauses: Sequence[Clause], entries: Mapping[str, Entry]) -> list[dict[str, float]]:
    """The query by field: the weights of its terms."""
    vectors: list[dict[str, float]] = [{} for _ in FIELDS]
    for clause in clauses:
        for term in clause.terms if clause.presence >= 0 else ():
            for field, vector in enumerate(vectors):
                if clause.fields >> field & 1 and term in entries:
                    vector[term] = vector.get(term, 0.0) + clause.boost
    return vectors


def _sums(vectors: Sequence[dict[str, float]], entries: Mapping[str, Entry], lengths: Lengths) -> dict[int, float]:
    """The scores of all documents that hold a term of the query in a field that it is asked in."""
    sizes = [math.sqrt(sum(weight * weight for weight in vector.values())) for vector in vectors]
    scores: dict[int, float] = {}
    for term in dict.fromkeys(term for vector in vectors for term in vector):
        asked = [vector.get(term, 0.0) / size if size else 0.0 for vector, size in zip(vectors, sizes, strict=True)]
        wanted = sum(1 << field for field, vector in enumerate(vectors) if term in vector)
        for document, field, weight in _weights(entries[term], lengths):
            if wanted >> field & 1:
                scores[document] = scores.get(document, 0.0) + asked[field] * weight
    return scores


def _weights(entry: Entry, lengths: Lengths) -> Iterator[tuple[int, int, float]]:
    """Document, field and weight of a term wherever it stands; the weight is rounded as lunr rounds it."""
    telling, at = idf(entry, lengths.documents), 0
    for document in entry.documents:
        counts, at = read_sign(entry.signs, at)
        for field, count in counts:
            norm = K1 * (1 - B + B * (lengths.columns[field][document] / lengths.averages[field]))
            yield document, field, round(telling * ((K1 + 1) * count) / (norm + count) * FIELDS[field].boost, 3)


def _held(clause: Clause, entries: Mapping[str, Entry]) -> set[int]:
    """The documents that hold a term of a clause in one of its fields."""
    held = set()
    for term in clause.terms:
        entry, at = entries.get(term), 0
        for document in entry.documents if entry else ():
            assert entry is not None  # noqa: S101 - or there were no documents
            counts, at = read_sign(entry.signs, at)
            if any(clause.fields >> field & 1 for field, _ in counts):
                held.add(document)
    return held
