"""Applies the safe fixes: edits of their spans and nothing else, until nothing changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from whatworks.check.diagnostics import Diagnostic, Edit
from whatworks.check.document import every_fault
from whatworks.check.rules import CHECKS, WISH_CHECKS, Check
from whatworks.corpus import WANTED, Corpus
from whatworks.text.frontmatter import Document, read

_TRIES = 4
"""Rounds in a row that may lessen nothing: what mends a file may need steps that only help together."""
_FURTHEST = 100
"""Rounds that may only move the place where reading ends further down: a list of so many bad lines is mended."""


def fix_text(path: str, text: str, corpus: Corpus) -> str:
    """The text after all safe fixes; unchanged where they would not lessen the faults.

    Fixing twice is the same as fixing once, and the text outside the edited spans is not touched.
    """
    best = now = _look(path, text, corpus)
    reached, moved, tried = best.reached, 0, 0
    while tried < _TRIES and now.edits:
        now = _look(path, apply(now.text, now.edits), corpus)
        if now.weight < best.weight:
            best, reached, moved, tried = now, now.reached, 0, 0
        elif now.reached > reached and moved < _FURTHEST:
            reached, moved, tried = now.reached, moved + 1, 0
        else:
            tried += 1
    return best.text


def promised(document: Document, found: tuple[Diagnostic, ...], corpus: Corpus) -> tuple[Diagnostic, ...]:
    """The diagnostics of a document, whose fixes are called safe only if `fix_text` would keep something of them."""
    text = document.source.text
    safe = any(one.fix is not None and one.fix.safe for one in found)
    if not safe or fix_text(document.source.path, text, corpus) != text:
        return found
    return tuple(one if one.fix is None else replace(one, fix=replace(one.fix, safe=False)) for one in found)


def apply(text: str, edits: list[Edit]) -> str:
    """Apply edits from the end backwards; of two that overlap the earlier wins."""
    chosen: list[Edit] = []
    for edit in sorted(edits):
        if (
            not chosen
            or edit.span.start > chosen[-1].span.end
            or (edit.span.start == chosen[-1].span.end and edit.span.start > chosen[-1].span.start)
        ):
            chosen.append(edit)
    for edit in reversed(chosen):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


class _Look(NamedTuple):
    """A text on its way: its safe edits, and what tells whether it is better than another.

    A file that can be read is better than one that cannot, whatever is found in it. `reached` is the line at which
    reading ended; of a file that could be read it is 0.
    """

    text: str
    weight: tuple[bool, int]
    reached: int
    edits: list[Edit]


def _look(path: str, text: str, corpus: Corpus) -> _Look:
    document = read(path, text.encode("utf-8", "surrogatepass"))
    found = every_fault(document, corpus, _checks(path))
    unread = not document.readable
    reached = document.source.position(found[-1].span.start).line if unread and found else 0
    edits = [edit for one in found if one.fix is not None and one.fix.safe for edit in one.fix.edits]
    return _Look(text, (unread, len(found)), reached, edits)


def _checks(path: str) -> tuple[Check, ...]:
    return WISH_CHECKS if PurePosixPath(path).parent.name == WANTED else CHECKS
