"""Every word of a collection and its term, each under a number."""

from __future__ import annotations

from whatworks.search.normalise import term

STOPPED = 0
"""The number of the empty term, which all stop words have."""


class Lexicon(dict[str, int]):
    """The numbers of folded words, given in the order in which they are first met, and kept between builds.

    `terms` has the number of each word's term, by the number of the word.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terms: list[int] = []
        self._numbers = {"": STOPPED}

    def __missing__(self, word: str) -> int:
        """The number of a new word; its term is looked up once."""
        self[word] = number = len(self)
        self.terms.append(self._numbers.setdefault(term(word), len(self._numbers)))
        return number

    @property
    def names(self) -> list[str]:
        """All terms, by their numbers."""
        return list(self._numbers)
