"""The bytes of the search files: numbers of variable length, texts, and gzip without a time stamp."""

from __future__ import annotations

import gzip
from functools import cache

_SEVEN = 7
_MORE = 0x80


@cache
def varint(number: int) -> bytes:
    """A number in seven bits a byte, lowest first; all bytes but the last have the high bit."""
    out = bytearray()
    while number >= _MORE:
        out.append(number & 0x7F | _MORE)
        number >>= _SEVEN
    out.append(number)
    return bytes(out)


def text(value: str) -> bytes:
    """A text with its length in bytes before it."""
    raw = value.encode("utf-8")
    return varint(len(raw)) + raw


def sized(raw: bytes) -> bytes:
    """Bytes with their number before them."""
    return varint(len(raw)) + raw


def packed(raw: bytes) -> bytes:
    """Compressed; the same bytes give the same bytes."""
    return gzip.compress(raw, 6, mtime=0)


def unpacked(raw: bytes) -> bytes:
    """What was packed."""
    return gzip.decompress(raw)


class Cursor:
    """Reads through bytes from the start."""

    __slots__ = ("at", "raw")

    def __init__(self, raw: bytes, at: int = 0) -> None:
        self.raw = raw
        self.at = at

    @property
    def ended(self) -> bool:
        """Whether all was read."""
        return self.at >= len(self.raw)

    def varint(self) -> int:
        """The next number."""
        number = shift = 0
        while True:
            byte = self.raw[self.at]
            self.at += 1
            number |= (byte & 0x7F) << shift
            if byte < _MORE:
                return number
            shift += _SEVEN

    def take(self, size: int) -> bytes:
        """So many bytes."""
        self.at += size
        return self.raw[self.at - size : self.at]

    def sized(self) -> bytes:
        """Bytes that have their number before them."""
        return self.take(self.varint())

    def text(self) -> str:
        """The next text."""
        return self.sized().decode("utf-8")
