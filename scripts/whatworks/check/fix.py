"""Applies the safe fixes: edits of their spans and nothing else, until nothing changes."""

from __future__ import annotations

from whatworks.check import check_document
from whatworks.check.diagnostics import Diagnostic, Edit
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read

_ROUNDS = 10


def fix_text(path: str, text: str, corpus: Corpus) -> str:
    """The text after all safe fixes; unchanged where they would not lessen the faults.

    Fixing twice is the same as fixing once, and the text outside the edited spans is not touched.
    """
    for _ in range(_ROUNDS):
        before = _check(path, text, corpus)
        fixed = apply(text, [edit for one in before if one.fix is not None and one.fix.safe for edit in one.fix.edits])
        if fixed == text or _weight(_check(path, fixed, corpus)) >= _weight(before):
            return text
        text = fixed
    return text


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


def _check(path: str, text: str, corpus: Corpus) -> tuple[Diagnostic, ...]:
    return check_document(read(path, text.encode("utf-8", "surrogatepass")), corpus)


def _weight(diagnostics: tuple[Diagnostic, ...]) -> tuple[bool, int]:
    """Faults as `fix` counts them: a file that can be read is better than one that cannot, whatever is found in it."""
    unreadable = any(one.rule.code < "CS014" for one in diagnostics)
    return unreadable, len(diagnostics)
