"""A text and the places in it: character offsets inside, lines and columns only where a person looks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in Unicode code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of a text: offsets in characters, `end` just past the last one."""

    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """A file's text under the path that diagnostics name (with `/`, relative to where the user stands)."""

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        # Only "\n" ends a line, as git and GitHub count; U+2028 and U+0085 do not.
        starts = [0]
        at = self.text.find("\n")
        while at != -1:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of a character offset; an offset past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its line break."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end == -1 else end].rstrip("\r")
