"""Files that are no plain text in UTF-8 although their name says so, known by how they begin."""

from __future__ import annotations

import re

_BAD = "\ufffd"  # what a byte that is not UTF-8 is read as
_PLAIN = "Save it as plain text, UTF-8, and rename that file."
_BEGINNINGS = (
    (r"%PDF-", "this is a PDF", "Copy its text into a file made by 'whatworks new'."),
    (r"\{\\rtf", "this is a rich text file (RTF)", _PLAIN),
    (r"PK\x03\x04", "this is a Word document or another archive", _PLAIN),
    (rf"{_BAD}{_BAD}\x11", "this is an old Word document", _PLAIN),
    (r"(?i:\s*<(?:!doctype\s+html|html|head|body)\b)", "this is a web page (HTML)",
     "Copy its text into a file made by 'whatworks new'."),
    (rf"{_BAD}PNG|GIF8|{_BAD}{_BAD}{_BAD}{_BAD}\0\x10JFIF", "this is an image", "Put images into _media."),
    # Every second byte of the first letters is nothing where they are plain ones.
    (rf"{_BAD}{{2}}\0\0|\0\0{_BAD}{{2}}|(?:{_BAD}{{2}})?(?:(?:[^\0{_BAD}]\0){{2}}|(?:\0[^\0{_BAD}]){{2}})",
     "this is UTF-16 or UTF-32, which some programs call Unicode", "Save the file as UTF-8."),
)  # fmt: skip
_KNOWN = tuple((re.compile(pattern), message, hint) for pattern, message, hint in _BEGINNINGS)


def known_as(text: str) -> tuple[str, str] | None:
    """What a file is that was read as text and is none, and what to do; nothing where we do not know."""
    return next(((message, hint) for pattern, message, hint in _KNOWN if pattern.match(text)), None)
