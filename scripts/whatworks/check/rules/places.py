"""The code of a council: what was written in its place, and which council is most likely meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut
from whatworks.check.suggest import nearest
from whatworks.corpus import Words
from whatworks.model.councils import Register
from whatworks.model.spec import Spec
from whatworks.text.frontmatter import Path

_WORD = re.compile(r"[^\W_]+")
_SHARED = frozenset({
    "council", "city", "borough", "boroughs", "district", "county", "london", "royal", "metropolitan", "unitary",
    "combined", "mayoral", "authority", "corporation", "boro", "the", "of", "and", "upon", "on", "all", "greater",
    "mbc", "mdc", "lbc", "lb", "rb", "dc", "cc", "bc", "cbc", "mb",
})  # fmt: skip
"""What many names have, and by which no council can be told from another."""
_MOST_OFFERED = 6
_LONGEST = 80  # characters; no name is longer
_SHORTEST = 4  # letters; a shorter word is like too many names


def check_council(spec: Spec, value: str, path: Path, words: Words) -> Iterator[Finding]:
    """The finding on a value that is no code of the register."""
    register = words.councils
    if value in register.by_code or value in spec.also:
        return
    upper = value.strip().upper()
    code = register.by_name.get(value.casefold().strip()) or (upper if upper in register.by_code else "")
    if code:
        yield Finding(
            "council-by-name", path, f"'{cut(value)}' is named where a code belongs",
            f"Write '{code}' for {register.by_code[code].name}.", replace=code, safe=True,
        )  # fmt: skip
        return
    found = likely(value, register)
    offered = [f"'{code}' ({register.by_code[code].name})" for code in found]
    also = f" or {' or '.join(spec.also)}" if spec.also else ""
    yield Finding(
        "unknown-council", path, f"'{cut(value)}' is not the code of a council",
        f"Did you mean {' or '.join(offered)}?" if offered
        else f"Write the three-letter code from the register of councils{also}.",
        replace=found[0] if len(found) == 1 else None,
    )  # fmt: skip


def likely(value: str, register: Register) -> list[str]:
    """Codes of the councils that are most likely meant: all that fit equally well, none if these are too many."""
    typed = frozenset(_WORD.findall(value[:_LONGEST].casefold()))
    asked = typed - _SHARED
    if not asked:
        return []
    names = _names(register)
    for found in (
        [codes for words, codes in names.items() if typed <= words],
        [codes for words, codes in names.items() if asked == words - _SHARED],
        [codes for words, codes in names.items() if asked <= words],
    ):
        if found:
            living = _living(found, register)
            return living if len(living) <= _MOST_OFFERED else []
    plain = {_told(words - _SHARED): codes for words, codes in names.items()}
    near = nearest(_told(asked), plain, cutoff=0.78) if len(_told(asked)) >= _SHORTEST else ""
    return _living([plain[near]], register) if near else []


def _told(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


@lru_cache(maxsize=4)
def _names(register: Register) -> dict[frozenset[str], tuple[str, ...]]:
    """Codes by the words of every name that has a distinctive one."""
    names: dict[frozenset[str], tuple[str, ...]] = {}
    for council in register:
        for name in (council.name, council.short_name, *council.other_names):
            words = frozenset(_WORD.findall(name.casefold()))
            if words - _SHARED:
                names[words] = (*names.get(words, ()), council.code)
    return names


def _living(found: list[tuple[str, ...]], register: Register) -> list[str]:
    """Each code once, in order, without councils that have ended if others are there."""
    codes = dict.fromkeys(code for codes in found for code in codes)
    return [code for code in codes if not register.by_code[code].end_date] or list(codes)
