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
_MOST_READ = 4_000_000
"""Characters that may be read in rounds which only move the place where reading ends further down.

A case of the usual length is mended of more than a hundred bad lines; the largest file keeps nobody waiting.
"""


class _Look(NamedTuple):
    """A text on its way: its safe edits, and what tells whether it is better than another.

    A file that can be read is better than one that cannot, whatever is found in it. `reached` is the line at which
    reading ended; of a file that could be read it is 0.
    """

    text: str
    weight: tuple[bool, int]
    reached: int
    edits: list[Edit]


def fix_text(path: str, text: str, corpus: Corpus) -> str:
    """The text after all safe fixes; unchanged where they would not lessen the faults.

    Fixing twice is the same as fixing once, and the text outside the edited spans is not touched.
    """
    return _mended(path, _look(path, text, corpus), corpus)


def _mended(path: str, now: _Look, corpus: Corpus) -> str:
    best = now
    reached, moved, tried = best.reached, 0, 0
    while tried < _TRIES and now.edits:
        now = _look(path, apply(now.text, now.edits), corpus)
        if now.weight < best.weight:
            best, reached, moved, tried = now, now.reached, 0, 0
        elif now.reached > reached and moved < _MOST_READ:
            reached, moved, tried = now.reached, moved + len(now.text), 0
        else:
            tried += 1
    return best.text


def promised(document: Document, found: tuple[Diagnostic, ...], corpus: Corpus) -> tuple[Diagnostic, ...]:
    """The diagnostics of a document, whose fixes are called safe only if `fix_text` would keep something of them."""
    now = _told(document, found)
    if not now.edits or _mended(document.source.path, now, corpus) != now.text:
        return found
    return tuple(one if one.fix is None else replace(one, fix=replace(one.fix, safe=False)) for one in found)


def apply(text: str, edits: list[Edit]) -> str:
    """Apply edits; of two that overlap the earlier wins."""
    chosen: list[Edit] = []
    for edit in sorted(edits):
        if (
            not chosen
            or edit.span.start > chosen[-1].span.end
            or (edit.span.start == chosen[-1].span.end and edit.span.start > chosen[-1].span.start)
        ):
            chosen.append(edit)
    parts, at = [], 0
    for edit in chosen:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _look(path: str, text: str, corpus: Corpus) -> _Look:
    document = read(path, text.encode("utf-8", "surrogatepass"))
    return _told(document, every_fault(document, corpus, _checks(path)))


def _told(document: Document, found: tuple[Diagnostic, ...]) -> _Look:
    unread = not document.readable
    reached = document.source.position(found[-1].span.start).line if unread and found else 0
    edits = [edit for one in found if one.fix is not None and one.fix.safe for edit in one.fix.edits]
    return _Look(document.source.text, (unread, len(found)), reached, edits)


def _checks(path: str) -> tuple[Check, ...]:
    return WISH_CHECKS if PurePosixPath(path).parent.name == WANTED else CHECKS
