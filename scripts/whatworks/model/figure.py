"""Figures as contributors type them: exact about what is known, including ranges and "up to".

figure = [word " "] number [" to " number] [" of " [word " "] number]
word   = "over" | "under" | "about" | "up to" | "at least" | "nearly"
number = ["-"] digits ["." digits]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

WORDS = ("over", "under", "about", "up to", "at least", "nearly")

_WORD = "|".join(WORDS)
_NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?:(?P<word>{_WORD}) )?(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))?"
    rf"(?: of (?:(?P<of_word>{_WORD}) )?(?P<of>{_NUMBER}))?",
    re.ASCII,
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, range or share; the numbers stay as typed, so that 1.50 is not shown as 1.5."""

    low: str
    high: str = ""
    word: str = ""
    of: str = ""
    of_word: str = ""

    @property
    def top(self) -> float:
        """The largest amount that the figure speaks of, without its sign."""
        return max(abs(float(number)) for number in (self.low, self.high) if number)

    def __str__(self) -> str:
        """The figure in the grammar, as it was typed."""
        parts = [self.word, self.low, f"to {self.high}" if self.high else ""]
        parts += ["of" if self.of else "", self.of_word, self.of]
        return " ".join(part for part in parts if part)


@lru_cache(maxsize=4096)
def parse_figure(text: str) -> Figure | None:
    """The figure that a text spells, or None where the grammar does not allow it."""
    match = _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    return Figure(match["low"], match["high"] or "", match["word"] or "", match["of"] or "", match["of_word"] or "")
