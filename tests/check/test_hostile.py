"""Files made to keep the checks busy: every pattern ends in good time, however long the text that almost fits it."""

from __future__ import annotations

import re
import time

import pytest
from rule_pages import BASE, NAME, overlay

from whatworks.check import check_document
from whatworks.check.document import MOST_OF_A_KIND
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read

MANY = 60_000
PIECES = [
    " ", "[", "![", "[a](", "](", "`", "```\n", "<", "<a ", "# \n", "#", "a", "a.", "a@", "a@a.", "0", "1,", "07", "-",
    "_", ":", "a:b ", '"a', "“", "“a ", "\\", "{", "&", "**", "a ", "the need ", "world ", "\n", "- ", "|",
    ": ", " #", '" #', "- N: ", "(name: ", "a: [", "\x0b", "\u2028",
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
        overlay(f"helped:\n  - A: {line}\rx\n", prose=False),
        overlay(f'started: "{quoted}"\nservice_areas: ["{quoted}"]\ncouncils: ["{quoted}"]\n', prose=False),
    ]
    began = time.process_time()
    for raw in files:
        check_document(read(NAME, raw.encode()), corpus)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(("name", "text"), [
    ("bad-image", BASE + "![" * MANY),
    ("hidden-character", BASE + "a\u200b" * MANY),
    ("unknown-section", BASE + "## x\n" * (MANY // 2)),
    ("repeated-key", BASE.replace("---\n", "---\n" + "a:\n" * MANY, 1)),
])  # fmt: skip
def test_many_faults_of_a_kind_are_told_once(name: str, text: str, corpus: Corpus) -> None:
    """The first ones are shown at their places, and one more says how many follow, as bad as they are."""
    found = [one for one in check_document(read(NAME, text.encode()), corpus) if one.rule.name == name]
    assert len(found) == MOST_OF_A_KIND + 1
    assert re.match(r"and [\d,]+ more like this", found[-1].message)
    assert found[-1].span.start > found[-2].span.start


def test_hidden_characters_in_a_row_are_one_finding(corpus: Corpus) -> None:
    """What was pasted as one thing is found, told and deleted as one."""
    (found,) = check_document(read(NAME, f"{BASE}a{chr(0x200B) * MANY}b\n".encode()), corpus)
    assert found.message == "60,000 invisible characters (U+200B and so on) stand here"
    assert found.fix is not None
    assert [edit.span.end - edit.span.start for edit in found.fix.edits] == [MANY]
