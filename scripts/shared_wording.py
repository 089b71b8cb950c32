"""Runs of words that two texts share, names aside: what tells copied wording from a name that both must use."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_RUN = 7
"""Words in a row that a case may share with its sheet, names not counted."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
_OPENING = "\"'\u2018\u201c(-# "
_MIDDLE = re.compile(r"[^.:?!\s][^.:?!]*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as compared, and whether it is part of a name."""

    word: str
    name: bool


def tokens(text: str, names: Iterable[tuple[str, ...]] = ()) -> list[Token]:
    """The words of a text, case-folded; capitals within a sentence and known names are marked as names."""
    found = []
    for match in _WORD.finditer(text):
        within = _MIDDLE.search(text[: match.start()].rstrip(_OPENING)) is not None
        folded = match[0].casefold().replace("\u2019", "'")
        found.append(Token(folded, match[0][0].isupper() and within))
    return _mark(found, names)


def _mark(found: list[Token], names: Iterable[tuple[str, ...]]) -> list[Token]:
    words = [token.word for token in found]
    for name in names:
        for start in range(len(words) - len(name) + 1):
            if tuple(words[start : start + len(name)]) == name:
                found[start : start + len(name)] = [Token(word, True) for word in name]
    return found


def shared_runs(mine: list[Token], told: list[list[Token]]) -> Iterator[list[Token]]:
    """The longest runs of own words, each reported once, that also stand in one of the told texts."""
    starts: dict[tuple[str, ...], list[tuple[list[Token], int]]] = {}
    for other in told:
        for at in range(len(other) - 3):
            starts.setdefault(tuple(token.word for token in other[at : at + 4]), []).append((other, at))
    done = 0
    for at in range(len(mine) - 3):
        here = starts.get(tuple(token.word for token in mine[at : at + 4]), [])
        end = at + max((_length(mine, at, other, place) for other, place in here), default=0)
        if end > done and sum(not token.name for token in mine[at:end]) > LONGEST_RUN:
            done = end
            yield mine[at:end]


def _length(mine: list[Token], at: int, other: list[Token], place: int) -> int:
    pairs = zip(mine[at:], other[place:], strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0].word == pair[1].word, pairs))
