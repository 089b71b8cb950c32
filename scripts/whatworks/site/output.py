"""A file of the site, before it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """Where a file stands, what decides its content, and how to make it.

    Two outputs with the same signature have the same bytes, so one that was written before is kept as it is.
    """

    path: str
    signature: str
    make: Callable[[], bytes]
    group: str = ""
    """Files of one group are made one after the other: what was read for one serves the others."""


def signature(parts: Iterable[str]) -> str:
    """One short text that stands for all parts in their order."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()


def text(path: str, content: str) -> Output:
    """A file whose content is at hand."""
    return Output(path, signature((content,)), lambda: content.encode("utf-8"))
