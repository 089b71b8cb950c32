"""Everyday words: what people type, and the words that stand in cases for it; they lead one way only.

They stand in small files by the first letters of what is typed, under names that do not change, so that a page asks
for those of a query together with the root, and none costs a round trip.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from whatworks.search.expand import PHRASE, Added, Phrases, heaviest, keep, terms_of
from whatworks.search.normalise import fold, term

WEIGHT = 0.5
"""The weight of a word that an everyday word leads to, if some case has the everyday word too."""
STRANGE = 1.0
"""The same, if none has it: then these stand in its place."""
FILES = 128
"""How many files there are: so many that each is smaller than most blocks."""
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Everyday:
    """Phrases that people type, and the words that cases have for them."""

    typed: tuple[str, ...]
    words: tuple[str, ...]


def everyday_path(number: int) -> str:
    """Where the phrases of a file stand."""
    return f"everyday/{number}.bin"


def file_of(word: str) -> int:
    """The file of what begins with a word, or with its term: their first letters are nearly always the same."""
    number = 0
    for letter in word[:_LETTERS]:
        number = (31 * number + ord(letter)) % FILES
    return number


def write_everyday(entries: Iterable[Everyday]) -> list[bytes]:
    """The files by their numbers: a line for each phrase, its terms and then the words it leads to."""
    lines: list[set[str]] = [set() for _ in range(FILES)]
    for entry in entries:
        for terms in filter(None, map(terms_of, entry.typed)):
            lines[file_of(terms[0])].add(f"{' '.join(terms)}\t{' '.join(entry.words)}")
    return ["\n".join(sorted(found)).encode("utf-8") for found in lines]


def read_everyday(raw: bytes) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The phrases of a file by their terms, each with the words it leads to."""
    for line in raw.decode("utf-8").splitlines():
        typed, _, words = line.partition("\t")
        yield tuple(typed.split()), words.split()


def added_for(terms: Sequence[str], words: Sequence[str], known: Phrases[str], held: Container[str]) -> list[Added]:
    """What to add to a query of these terms, the heaviest first; `held` are the terms that stand in some document."""
    best: dict[str, Added] = {}
    for at, size, meant in known.find(terms):
        is_held = any(one in held for one in terms[at : at + size])
        weight = (WEIGHT if is_held else STRANGE) * (PHRASE if size > 1 else 1.0) / math.sqrt(len(meant))
        for shown in meant:
            keep(best, Added(term(fold(shown)), weight, shown, tuple(words[at : at + size])), terms)
    return heaviest(best)
