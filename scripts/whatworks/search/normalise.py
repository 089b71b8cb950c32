"""Text to search terms, with lunr's own stop words and stemmer.

`docs/assets/js/search/normalise.mjs` does the same around lunr.js, and a test feeds both one table of words.
"""

from __future__ import annotations

import re
import unicodedata

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS

from whatworks.search import spellings

STOP_WORDS = frozenset(WORDS)
"""lunr's words that say nothing."""
_BETTER = dict(spellings.STARTS)
_STARTS = re.compile("|".join(_BETTER))
_MARKS = re.compile(r"[\u0300-\u036f]+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u0060\u00b4]")
_INITIALS = re.compile(r"\b([A-Za-z])&([A-Za-z])\b", re.ASCII)
_ASCII_WORD = re.compile("[a-z0-9]+").findall
_BETWEEN = re.compile(r"[\W_]+")
_WHOLE = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)


class Stemmer(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """lunr.py's stemmer with the step 1c of lunr.js.

    A final y becomes i only after a consonant that is not the first letter. Without this an index made here would
    not know "survey" or "Barnsley" in the page.
    """

    b: str
    k: int

    def step1c(self) -> None:
        """Turn a final y into i."""
        word: str = self.b
        if word[self.k] == "y" and self.k > 1 and word[self.k - 1] not in "aeiou":
            self.b = word[: self.k] + "i" + word[self.k + 1 :]


def fold(text: str) -> str:
    """Text in lower case without accents and apostrophes, and with one space for all that is no letter or digit.

    Two initials with an ampersand are one word, such as A&E.
    """
    text = _initials(text)
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)))
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.lower().translate(_WHOLE)))
        return _BETWEEN.sub(" ", text).strip()
    return _BETWEEN.sub(" ", text.replace("'", "").replace("`", "").lower()).strip()


def tokens(text: str) -> list[str]:
    """The words of a text, folded; of folded text lunr's tokenizer makes the same."""
    if text.isascii():  # most texts are, and this is twice as fast
        return _ASCII_WORD(_initials(text).replace("'", "").replace("`", "").lower())
    return fold(text).split()


def _initials(text: str) -> str:
    return _INITIALS.sub(r"\1\2", text) if "&" in text else text


def term(word: str) -> str:
    """The term of a folded word, or nothing for a stop word. Folding left nothing that lunr's trimmer would trim."""
    return "" if word in STOP_WORDS else _stem(spelt(word))


def spelt(word: str) -> str:
    """A word in the spelling that the index uses: British, regular plurals."""
    if word in spellings.WORDS:
        return spellings.WORDS[word]
    start = _STARTS.match(word)
    if start:
        return _BETTER[start[0]] + word[start.end() :]
    for end, better, least in spellings.ENDS if "z" in word else ():
        if word.endswith(end) and len(word) >= least:
            return word[: -len(end)] + better
    return word


_STEMMER = Stemmer()


def _stem(word: str) -> str:
    if word.isdigit():  # as the stemmer would leave it
        return word
    stemmed: str = _STEMMER.stem(word)
    return stemmed
