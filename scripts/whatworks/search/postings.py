"""Documents merged into postings: for each term the documents that hold it, how often in which field, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from whatworks.search.counted import BETWEEN, Counted, Lexicon, make_sign, sign_counts
from whatworks.search.fields import FIELDS

BODY = len(FIELDS) - 1
"""The number of the field that holds most of the text, always the last."""
_MANY = 1000
"""From so many documents on, words that stand in more than half of them are left out of the body's postings."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The documents of a term in rising order, each with its sign, and with the places of the term.

    `all_documents` is there if the body is left out: the documents that have places, body included.
    """

    documents: list[int]
    signs: list[bytes]
    places: list[str]
    all_documents: list[int] | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """All documents together. `lengths` are terms by field, then by document; `words` counts documents by word."""

    postings: Mapping[str, Posting]
    lengths: tuple[list[int], ...]
    words: Counter[str]
    surfaces: Mapping[str, list[str]]


def merge(documents: Iterable[Counted], lexicon: Lexicon) -> Merged:
    """Merge documents; their numbers are their places in the order given."""
    flat: dict[str, list[Any]] = {}
    words: Counter[str] = Counter()
    lengths: tuple[list[int], ...] = tuple([] for _ in FIELDS)
    total = 0
    for number, counted in enumerate(documents):
        _add(number, counted, flat)
        words.update(counted.words.split())
        for column, length in zip(lengths, counted.lengths, strict=True):
            column.append(length)
        total = number + 1
    postings = {one: Posting(found[0::3], found[1::3], found[2::3]) for one, found in flat.items()}
    if total >= _MANY:
        postings = {one: _without_body(posting, total, lengths[BODY]) for one, posting in postings.items()}
    return Merged(postings, lengths, words, _surfaces(words, lexicon))


def left_out(documents: int, with_body: int) -> bool:
    """Whether a term that stands in so many bodies is left out of the body's postings."""
    return documents >= _MANY and 2 * with_body > documents


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


def _without_body(posting: Posting, total: int, lengths: list[int]) -> Posting:
    """A posting without the body if too many bodies hold the term; the bodies' lengths are made shorter."""
    bit = 1 << BODY
    if not left_out(total, sum(count for sign, count in Counter(posting.signs).items() if sign[0] & bit)):
        return posting
    kept: list[tuple[int, bytes]] = []
    for document, sign in zip(posting.documents, posting.signs, strict=True):
        counts, _ = sign_counts(sign, 0)
        if counts[-1][0] == BODY:
            lengths[document] -= counts.pop()[1]
        if counts:
            kept.append((document, make_sign(counts)))
    documents, signs = [document for document, _ in kept], [sign for _, sign in kept]
    return Posting(documents, signs, posting.places, posting.documents)


def _surfaces(words: Iterable[str], lexicon: Mapping[str, str]) -> dict[str, list[str]]:
    """The words behind each term, sorted."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(lexicon[word], []).append(word)
    return found


def columns(lengths: Sequence[Sequence[int]]) -> tuple[float, ...]:
    """The average length of each field, at least a little, so that nothing is divided by nothing."""
    return tuple(sum(column) / len(column) if column and any(column) else 1.0 for column in lengths)
