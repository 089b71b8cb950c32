"""Signs: in which fields of a document a term stands, and how often, in as few bytes as possible.

A sign is a byte with a bit for each field in which the term stands, then a byte for each of these fields, lowest bit
first, that says how often; or no more bytes under `ONCE`. `rank.mjs` reads the same.
"""

from __future__ import annotations

from whatworks.search.fields import FIELDS

ONCE = 0x80
"""In a sign: the term stands once in each of the fields."""


def read_sign(signs: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """The sign that begins at a place: (field, count) pairs, and where the next begins."""
    mask = signs[at]
    at += 1
    fields = [bit for bit in range(len(FIELDS)) if mask >> bit & 1]
    if mask & ONCE:
        return [(field, 1) for field in fields], at
    return list(zip(fields, signs[at : at + len(fields)], strict=True)), at + len(fields)
