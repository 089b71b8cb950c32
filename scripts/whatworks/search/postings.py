"""Documents merged into postings: for each term the documents that hold it, how often in which field, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from whatworks.search.counted import BETWEEN, Counted, Lexicon, make_sign, sign_counts
from whatworks.search.fields import FIELDS

BODY = len(FIELDS) - 1
"""The number of the field that holds most of the text, always the last."""
_MANY = 1000
"""From so many documents on, words that stand in more than half of them are left out of the body's postings."""


@dataclass(slots=True)
class Posting:
    """The documents of a term in rising order, each with its sign, and with the places of the term.

    `all_documents` is there if the body is left out: the documents that have places, body included.
    """

    documents: list[int] = field(default_factory=list)
    signs: list[bytes] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
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
    postings: dict[str, Posting] = {}
    words: Counter[str] = Counter()
    lengths: tuple[list[int], ...] = tuple([] for _ in FIELDS)
    total = 0
    for number, counted in enumerate(documents):
        _add(number, counted, postings)
        words.update(counted.words.split())
        for column, length in zip(lengths, counted.lengths, strict=True):
            column.append(length)
        total = number + 1
    if total >= _MANY:
        for posting in postings.values():
            _leave_out_body(posting, total, lengths[BODY])
    return Merged(postings, lengths, words, _surfaces(words, lexicon))


def left_out(documents: int, with_body: int) -> bool:
    """Whether a term that stands in so many bodies is left out of the body's postings."""
    return documents >= _MANY and 2 * with_body > documents


def _add(number: int, counted: Counted, postings: dict[str, Posting]) -> None:
    """Add a document to the postings of its terms. This is done six million times for 10,000 cases."""
    if not counted.terms:
        return
    for one, sign, places in zip(
        counted.terms.split(" "), counted.signs.split(BETWEEN), counted.places.split(" "), strict=True
    ):
        try:
            posting = postings[one]
        except KeyError:
            posting = postings[one] = Posting()
        posting.documents.append(number)
        posting.signs.append(sign)
        posting.places.append(places)


def _leave_out_body(posting: Posting, total: int, lengths: list[int]) -> None:
    bit = 1 << BODY
    if not left_out(total, sum(count for sign, count in Counter(posting.signs).items() if sign[0] & bit)):
        return
    posting.all_documents = posting.documents
    kept: list[tuple[int, bytes]] = []
    for document, sign in zip(posting.documents, posting.signs, strict=True):
        counts, _ = sign_counts(sign, 0)
        if counts[-1][0] == BODY:
            lengths[document] -= counts.pop()[1]
        if counts:
            kept.append((document, make_sign(counts)))
    posting.documents = [document for document, _ in kept]
    posting.signs = [sign for _, sign in kept]


def _surfaces(words: Iterable[str], lexicon: Mapping[str, str]) -> dict[str, list[str]]:
    """The words behind each term, sorted."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(lexicon[word], []).append(word)
    return found


def columns(lengths: Sequence[Sequence[int]]) -> tuple[float, ...]:
    """The average length of each field, at least a little, so that nothing is divided by nothing."""
    return tuple(sum(column) / len(column) if column and any(column) else 1.0 for column in lengths)
