"""What somebody typed, read: words, "phrases", -words, field:words and word*; never an error.

`query.mjs` reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whatworks.search.blocks import TYPED
from whatworks.search.fields import FIELDS
from whatworks.search.normalise import fold, tokens

_PART = re.compile(r'([+-]?)(?:([^\W\d_]+):(?=[^\s:]))?(?:"([^"]*)(?:"|$)|(\S+))')
_QUOTES = re.compile("[\u201c\u201d\u201e\u00ab\u00bb]")
_NAMES = {name: number for number, field in enumerate(FIELDS) for name in (field.name, *field.also)}


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a query: folded words that stand together.

    `field` is the number of a field or -1; `presence` is 1 for what must be there, -1 for what must not, else 0.
    A `phrase` is searched word by word in order; the last word of a `prefix` is only its beginning. The `last` word of
    a query may be one, should it be no word.
    """

    words: tuple[str, ...]
    field: int = -1
    presence: int = 0
    phrase: bool = False
    prefix: bool = False
    last: bool = False


def read_query(typed: str, typing: bool = False) -> tuple[Item, ...]:
    """The parts of a query; a last word of three letters and more may go on, and does while `typing`."""
    typed = _QUOTES.sub('"', typed)
    items = [item for part in _PART.finditer(typed) for item in _items(part)]
    if items and not typed[-1].isspace():
        last = items[-1]
        if not last.phrase and last.presence >= 0 and len(last.words[-1]) >= TYPED:
            items[-1] = replace(last, prefix=typing or last.prefix, last=True)
    return tuple(items)


def _items(part: re.Match[str]) -> Iterator[Item]:
    sign, name, quoted, plain = part.groups()
    field = _NAMES.get(fold(name or ""), -1)
    presence = {"-": -1, "+": 1}.get(sign, 0)
    before = tokens(name) if name and field < 0 else []
    found = tokens(quoted if quoted is not None else plain)
    if quoted is not None and len(found) > 1:
        yield from (Item((word,), -1, presence) for word in before)
        yield Item(tuple(found), field, presence or 1, phrase=True)
    elif presence < 0 and len(before) + len(found) > 1:
        yield Item((*before, *found), field, presence, phrase=True)
    else:
        starts = quoted is None and plain.endswith("*") and len(plain) > TYPED
        words = (*before, *found)
        for number, word in enumerate(words, 1):
            last = number == len(words)
            required = presence or (1 if quoted is not None else 0)
            yield Item((word,), field, required, prefix=starts and last and len(word) >= TYPED)
