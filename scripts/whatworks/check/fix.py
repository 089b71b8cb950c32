"""Applies the safe fixes: edits of their spans and nothing else, until nothing changes."""

from __future__ import annotations

from pathlib import PurePosixPath

from whatworks.check import check_document
from whatworks.check.diagnostics import Edit
from whatworks.check.rules import CHECKS, WISH_CHECKS, Check
from whatworks.corpus import WANTED, Corpus
from whatworks.text.frontmatter import Document, read

_ROUNDS = 4


def fix_text(path: str, text: str, corpus: Corpus) -> str:
    """The text after all safe fixes; unchanged where they would not lessen the faults.

    Fixing twice is the same as fixing once, and the text outside the edited spans is not touched.
    """
    best, least, tried = text, _weight(path, text, corpus), 0
    while tried < _ROUNDS and (edits := _safe_edits(path, text, corpus)):
        text = apply(text, edits)
        weight = _weight(path, text, corpus)
        # What mends a file may need two steps that only help together, such as both of its fences.
        best, least, tried = (text, weight, 0) if weight < least else (best, least, tried + 1)
    return best


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


def _safe_edits(path: str, text: str, corpus: Corpus) -> list[Edit]:
    found = check_document(_read(path, text), corpus, _checks(path))
    return [edit for one in found if one.fix is not None and one.fix.safe for edit in one.fix.edits]


def _weight(path: str, text: str, corpus: Corpus) -> tuple[bool, int]:
    """Faults as `fix` counts them: a file that can be read is better than one that cannot, whatever is found in it."""
    document = _read(path, text)
    return not document.readable, len(check_document(document, corpus, _checks(path)))


def _checks(path: str) -> tuple[Check, ...]:
    return WISH_CHECKS if PurePosixPath(path).parent.name == WANTED else CHECKS


def _read(path: str, text: str) -> Document:
    return read(path, text.encode("utf-8", "surrogatepass"))
