"""What a document holds: its words, its terms, how often each stands in which field, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from whatworks.search.fields import FIELDS, REPEATED, SYNONYMS
from whatworks.search.normalise import STOP_WORDS, term, tokens

ONCE = 0x80
"""In a sign: the term stands once in each of the fields, and no counts follow."""
SPACE = " "
"""Between words, between terms, and between the places of a term's documents; a place is never this character."""
BETWEEN = b"\xff"
"""Between the signs of a term's documents; no sign holds this byte."""
FIRST_PLACE = 0x100
"""The first place of a document. Places are kept as characters of a text, and a space stands between documents."""
GAP = 10
"""Places left free between two pieces of text, so that no phrase runs from one into the next."""
_NOWHERE = "\xff"  # the place of a term that no phrase is looked for in; its character stands for the field of terms
_TERMS = next(number for number, field in enumerate(FIELDS) if field.name == "terms")
_ALL_FIELDS = (1 << len(FIELDS)) - 1
_MOST = 200  # a term that stands more often in one field counts as if it stood so often
_MOST_PLACES = 127
_LAST_PLACE = 0xD000  # before the characters that stand for no character; what comes later is not searched


class Lexicon(dict[str, str]):
    """Terms by folded word; a word that is new is looked at once. So are pieces of text that many documents share."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        super().__init__(known or {})
        self._pieces: dict[str, tuple[list[str], list[str], int]] = {}

    def __reduce__(self) -> tuple[type[Lexicon], tuple[dict[str, str]]]:
        """What is kept of it."""
        return Lexicon, (dict(self),)

    def __missing__(self, word: str) -> str:
        """The term of a new word, kept from now on."""
        self[word] = found = term(word)
        return found

    def read(self, piece: str) -> tuple[list[str], list[str], int]:
        """The words of a text, their terms (empty for stop words), and how many terms there are."""
        words = tokens(piece)
        terms = list(map(self.__getitem__, words))
        return words, terms, len(terms) - terms.count("")

    def read_again(self, piece: str) -> tuple[list[str], list[str], int]:
        """The same, for a text that will be asked for again."""
        found = self._pieces.get(piece)
        if found is None:
            found = self._pieces[piece] = self.read(piece)
        return found


class Counted(NamedTuple):
    """A document's words other than stop words, and its terms, each with its sign and its places.

    They stand in texts, with `SPACE` or `BETWEEN` between them: millions of small objects would travel slowly.
    A sign is a byte with a bit for each field in which the term stands, then a count for each of these fields, lowest
    bit first, or no counts under `ONCE`. Places are characters of a text. `lengths` are terms by field.
    """

    words: str
    terms: str
    signs: bytes
    places: str
    lengths: tuple[int, ...]


def count(texts: Mapping[str, Sequence[str]], lexicon: Lexicon) -> Counted:
    """Count a document, given as pieces of text by field, and `SYNONYMS`, which count as terms and have no places."""
    words: list[str] = []
    places: defaultdict[str, str] = defaultdict(str)
    field_at = [_TERMS] * FIRST_PLACE
    lengths = []
    for number, field in enumerate(FIELDS):
        read, length = lexicon.read_again if field.name in REPEATED else lexicon.read, 0
        for piece in texts.get(field.name, ()):
            found, terms, held = read(piece)
            words += found
            length += held
            start = len(field_at)
            # One short step a word, since millions of them are taken; stop words fall under the empty term.
            for one, place in zip(terms, _PLACES[start : start + len(terms)], strict=False):
                places[one] += place
            field_at += [number] * (len(terms) + GAP)
        lengths.append(length)
    for piece in texts.get(SYNONYMS, ()):
        found, terms, held = lexicon.read_again(piece)
        words += found
        lengths[_TERMS] += held
        for one in terms:
            places[one] += _NOWHERE
    places.pop("", None)
    return Counted(
        words=SPACE.join([word for word in dict.fromkeys(words) if word not in STOP_WORDS]),
        terms=SPACE.join(places),
        signs=BETWEEN.join([
            _ONCE[field_at[ord(found)]] if len(found) == 1 else _sign(tuple([field_at[ord(place)] for place in found]))
            for found in places.values()
        ]),
        places=SPACE.join([found.rstrip(_NOWHERE)[:_MOST_PLACES] for found in places.values()]),
        lengths=tuple(lengths),
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


@cache
def _sign(fields: tuple[int, ...]) -> bytes:
    """The sign of a term that stands in these fields, one for each time it stands there."""
    return make_sign(sorted(Counter(fields).items()))


_ONCE = [make_sign([(field, 1)]) for field in range(len(FIELDS))]
_PLACES = [chr(place) for place in range(_LAST_PLACE)]
