"""The nearest word: for a slip of the keyboard, a synonym, or a word half remembered."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from whatworks.model.vocabulary import Vocabulary

_MOST_COMPARED = 80  # characters; nobody mistypes more than this
_SHORT = 3  # characters; a word as short as that is like too many others
_WORD = re.compile(r"[^\W_]+")


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str:
    """The word most like the given one, or "" where none is like it."""
    found = difflib.get_close_matches(word[:_MOST_COMPARED].casefold(), list(words), n=1, cutoff=cutoff)
    return found[0] if found else ""


def nearest_term(word: str, vocabulary: Vocabulary) -> str:
    """The id of the usable term that a word most likely means, by id, label or synonym; or ""."""
    usable = {said: term for said, term in vocabulary.by_word.items() if term in vocabulary.usable}
    plain = word.casefold().strip()
    bare = plain.partition("(")[0].strip()
    for form in (plain, plain.replace("_", "-").replace(" ", "-"), plain.replace("-", " ").replace("_", " "), bare):
        if form in usable:
            return usable[form]
    if len(plain) <= _SHORT:
        return ""
    said = nearest(plain, usable, cutoff=0.7) or _containing(plain, usable)
    return usable.get(said, "")


def about(word: str, vocabulary: Vocabulary) -> list[str]:
    """The ids of the usable terms that have an abbreviation among their words; those with most mentions first."""
    sought = word.strip().upper()
    if not sought.isalnum() or len(sought) > _SHORT:
        return []
    said = {
        term.id: sum(sought in _WORD.findall(name) for name in (term.label, *term.synonyms))
        for term in vocabulary
        if term.id in vocabulary.usable
    }
    return sorted((term for term, times in said.items() if times), key=lambda term: (-said[term], term))


def means_exactly(word: str, term: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is the term's own id or label but for case, spaces and hyphens."""
    flat = _flat(word)
    return flat in (_flat(term), _flat(vocabulary.label_of(term)))


def _flat(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum())


def _containing(word: str, words: Iterable[str]) -> str:
    shortest = 4
    if len(word) < shortest:
        return ""
    return min((said for said in words if word in said), key=len, default="")
