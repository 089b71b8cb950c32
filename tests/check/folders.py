"""Folders of case studies for tests: written, entered and checked."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from whatworks.check import Report, check_corpus
from whatworks.corpus import MEDIA, VOCABULARY, Corpus, Words, read_words

WHEN = datetime.date(2026, 11, 24)
"""The day on which all tests take place."""
TINY_PNG = b"\x89PNG\r\n\x1a\n"


def folder(root: Path, files: dict[str, str | bytes], words: Words, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """A content folder with these files, on the real words or its own; whoever asks stands in it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    monkeypatch.chdir(root)
    own = root / VOCABULARY
    used = read_words(own) if own.is_dir() else Words(words.vocabularies, words.councils)
    return Corpus(root, used, WHEN)


def with_images(root: Path) -> None:
    """Two pictures of the case `leeds-example`, one of them too large."""
    images = root / MEDIA / "leeds-example"
    images.mkdir(parents=True)
    (images / "map.png").write_bytes(TINY_PNG)
    (images / "poster.png").write_bytes(TINY_PNG.ljust(600 * 1024, b"\0"))


def faults(corpus: Corpus) -> list[tuple[str, int, str, str]]:
    """File, line, code and message of every diagnostic of a folder."""
    return told(check_corpus(corpus))


def told(report: Report) -> list[tuple[str, int, str, str]]:
    """File, line, code and message of every diagnostic of a report."""
    return [
        (one.source.path, one.source.position(one.span.start).line, one.rule.code, one.message)
        for one in report.diagnostics
    ]
