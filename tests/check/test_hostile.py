"""Files made to keep the checks busy: every pattern ends in good time, however long the text that almost fits it."""

from __future__ import annotations

import time

import pytest
from rule_pages import BASE, NAME, overlay

from whatworks.check import check_document
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read

MANY = 60_000
PIECES = [
    " ", "[", "![", "[a](", "](", "`", "```\n", "<", "<a ", "# \n", "#", "a", "a.", "a@", "a@a.", "0", "1,", "07", "-",
    "_", ":", "a:b ", '"a', "“", "“a ", "\\", "{", "&", "**", "a ", "the need ", "world ", "\n", "- ", "|",
    "<table ", " dot ", "a at a dot ", "(at)", "â€", "[insert ", "not-known", "\u043e", "https://", "[a](b) and ",
]  # fmt: skip
"""What patterns repeat: of each so many that a pattern which goes back over them would take minutes."""
SECONDS = 8
"""Of the processor's time; what ends takes a tenth of it, what does not end takes a hundred times as long."""


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_keeps_the_checks_busy(piece: str, corpus: Corpus) -> None:
    """In the body, as a heading, as a value and as a line of its own."""
    text = (piece * MANY)[:MANY]
    line = text.replace("\n", " ")
    quoted = line.replace("\\", "/").replace('"', "'")
    files = [
        f"{BASE}{text}x\n",
        f"{BASE}# {line}x\n",
        overlay(f"title: {line}x\n", prose=False),
        overlay(f'title: "{quoted}"\n', prose=False),
        overlay(f"limits: x\n{line}x\n", prose=False),
        overlay(f'started: "{quoted}"\nservice_areas: ["{quoted}"]\ncouncils: ["{quoted}"]\n', prose=False),
    ]
    began = time.process_time()
    for raw in files:
        check_document(read(NAME, raw.encode()), corpus)
    assert time.process_time() - began < SECONDS
