"""Typing mistakes: the nearest known word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

LEAST = 4
"""Letters that a word must have to be mended."""
_LONG = 6  # from so many letters on there may be two slips, or one that changes the consonants
_VOWELS = re.compile("[aeiouy]+")
_AGAIN = re.compile(r"(.)\1+")
_NEAR = 0.5


def mend(word: str, known: Mapping[str, int]) -> str:
    """The known word that is fewest slips away, then the most frequent, then the first; or nothing.

    Most slips leave the consonants as they were. Of others only one is mended, and only in a long word: what is
    further from a known word is another word. `known` has the number of documents by word; its words begin with the
    same letter.
    """
    if len(word) < LEAST or word.isdigit():
        return ""
    free, most = (0, 1) if len(word) < _LONG else (1, 2)
    found = ((slips(word, one, most), -number, one) for one, number in known.items() if not one.isdigit())
    own = consonants(word)
    fit = (near for near in found if near[0] <= free or (near[0] <= most and consonants(near[2]) == own))
    return min(fit, default=(0, 0, ""))[2]


def consonants(word: str) -> str:
    """A word without its vowels, and with one consonant where there are two of a kind."""
    return _AGAIN.sub(r"\1", _VOWELS.sub("", word))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that shares most pairs of letters, if it shares half of them."""
    if len(word) < LEAST or word.isdigit():
        return ""
    own = _pairs(word)
    found = ((-_alike(own, _pairs(one)), one) for one in known if len(one) >= LEAST)
    best = min((near for near in found if near[0] <= -_NEAR), default=(0.0, ""))
    return best[1]


def slips(a: str, b: str, most: int) -> int:
    """How many letters must be added, left out, changed or swapped with the next; more than `most` is `most + 1`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def _pairs(word: str) -> Counter[str]:
    return Counter(word[at : at + 2] for at in range(len(word) - 1))


def _alike(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / (a.total() + b.total())
