"""Letters of other scripts that look like Latin ones, and how a word is shown in a message."""

from __future__ import annotations

_LONGEST = 60

_CYRILLIC_AND_GREEK = "авекмнорстухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅαοιρνυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LATIN = "abekmhopctyxijsdhqwABEKMHOPCTYXIJSaoipvuxABEZHIKMNOPTYX"
_LOOK_ALIKE = dict(zip(_CYRILLIC_AND_GREEK, _LATIN, strict=True))
_TO_LATIN = str.maketrans(_LOOK_ALIKE)


def cut(text: str, longest: int = _LONGEST) -> str:
    """A text as a message shows it: not too long, and with a sign where something was left off."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def latin(word: str) -> str:
    """A word with the Latin letters that its look-alikes stand for."""
    return word.translate(_TO_LATIN)


def look_alike(word: str) -> str:
    """What is to be said of the first letter that is not the Latin one it looks like; "" where all are."""
    for letter in word:
        if letter in _LOOK_ALIKE:
            return f"'{letter}' in '{cut(word)}' is not the Latin letter {_LOOK_ALIKE[letter]}"
    return ""
