"""What a document holds, counted once: its words, its terms, how often each stands in which field, and where.

It is kept as a few texts and bytes, because thousands of documents are read and merged on every build.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import byteorder

from whatworks.search.fields import FIELDS
from whatworks.search.normalise import term, tokens

ONCE = 0x80
"""In a sign: the term stands once in each of the fields, and no counts follow."""
BETWEEN = b"\xff"
"""Between the signs of a document; no sign holds this byte."""
GAP = 10
"""Places left free between two pieces of text, so that no phrase runs from one into the next."""
_ALL_FIELDS = (1 << len(FIELDS)) - 1
_MOST = 200  # a term that stands more often in one field counts as if it stood so often
_MOST_PLACES = 255
_LAST_PLACE = 0xFFFF


class Lexicon(dict[str, str]):
    """Terms by folded word; a word that is new is looked at once."""

    def __missing__(self, word: str) -> str:
        """The term of a new word, kept from now on."""
        self[word] = found = term(word)
        return found


@dataclass(frozen=True, slots=True)
class Counted:
    """A document's words (other than stop words) and terms, separated by spaces.

    `signs` holds a sign for each term: a byte with a bit for each field in which it stands, then a count for each
    of these fields, lowest bit first, or no counts under `ONCE`. `places` holds, term by term, the places of the
    term in the document as two bytes each, `sizes` how many of them. `lengths` are terms by field.
    """

    words: str
    terms: str
    signs: bytes
    sizes: bytes
    places: bytes
    lengths: tuple[int, ...]


def count(texts: Mapping[str, Sequence[str]], lexicon: Lexicon) -> Counted:
    """Count a document, given as pieces of text by field."""
    words: dict[str, None] = {}
    places: dict[str, list[int]] = {}
    by_field: list[Counter[str]] = []
    place = 0
    for field in FIELDS:
        counts: Counter[str] = Counter()
        for piece in texts.get(field.name, ()):
            found = tokens(piece)
            words.update(dict.fromkeys(found))
            terms = [lexicon[word] for word in found]
            for at, one in enumerate(terms, place):
                if one:
                    places.setdefault(one, []).append(at)
            counts.update(terms)
            place += len(terms) + GAP
        del counts[""]
        by_field.append(counts)
    return Counted(
        words=" ".join(word for word in words if lexicon[word]),
        terms=" ".join(places),
        signs=BETWEEN.join(_signs(places, by_field)),
        sizes=bytes(min(len(found), _MOST_PLACES) for found in places.values()),
        places=_pairs([min(at, _LAST_PLACE) for found in places.values() for at in found[:_MOST_PLACES]]),
        lengths=tuple(counts.total() for counts in by_field),
    )


def sign_counts(signs: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """The sign that begins at a place: (field, count) pairs, and where the next begins."""
    mask = signs[at]
    at += 1
    fields = [bit for bit in range(len(FIELDS)) if mask >> bit & 1]
    if mask & ONCE:
        return [(field, 1) for field in fields], at
    return list(zip(fields, signs[at : at + len(fields)], strict=True)), at + len(fields)


def make_sign(counts: Sequence[tuple[int, int]]) -> bytes:
    """The sign of a term that stands so often in these fields, given in rising order."""
    mask = sum(1 << field for field, _ in counts)
    if mask != _ALL_FIELDS and all(number == 1 for _, number in counts):
        return bytes((mask | ONCE,))
    return bytes((mask, *(min(number, _MOST) for _, number in counts)))


def _signs(terms: Mapping[str, object], by_field: Sequence[Counter[str]]) -> Iterator[bytes]:
    found: dict[str, list[tuple[int, int]]] = {one: [] for one in terms}
    for field, counts in enumerate(by_field):
        for one, number in counts.items():
            found[one].append((field, number))
    known: dict[tuple[tuple[int, int], ...], bytes] = _KNOWN
    for counts_of_one in found.values():
        key = tuple(counts_of_one)
        sign = known.get(key)
        if sign is None:
            sign = known[key] = make_sign(key)
        yield sign


def _pairs(numbers: list[int]) -> bytes:
    """Numbers as two bytes each, the low one first."""
    packed = array("H", numbers)
    if byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


_KNOWN: dict[tuple[tuple[int, int], ...], bytes] = {}
