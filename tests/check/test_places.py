"""Where a fault stands, to the column: what an editor underlines is what is wrong, and no more."""

from __future__ import annotations

import pytest
from rule_pages import NAME, overlay

from whatworks.check import check_document
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read

OUTCOME = """\
outcomes:
  - claim: "Fewer people ring"
    direction: improved
{lines}
    period: "2024"
    attested_by: council
    source: report
"""


@pytest.mark.parametrize(("block", "name", "marked"), [
    ("service_areas: [highways, wsate]\n", "unknown-term", "wsate"),
    ('service_areas: [highways, "wsate"]\n', "unknown-term", '"wsate"'),
    ("service_areas:\n  - highways\n  - wsate  # bins\n", "unknown-term", "wsate"),
    ("Who Benefits: [residents]\n", "unknown-field", "Who Benefits"),
    ("costs:\n", "empty-value", "costs"),
    ("published: 24/11/2026\n", "bad-date", "24/11/2026"),
    ("title: “For 😀 people”\n", "curly-quotes", "“For 😀 people”"),
    ('title: "A 😀 tbc b"\n', "placeholder", "tbc"),
    ("limits: Ranked #1 here\n", "cut-by-comment", "#1 here"),
    ("title: &name What changed\n", "alias", "&name"),
    ('title: "What changed"\ntitle: "For whom"\n', "repeated-key", "title"),
    (OUTCOME.format(lines="    result: 31\n    measure: calls"), "figure-without-unit", "31"),
    (OUTCOME.format(lines="    kind: reach"), "direction-without-result", "direction"),
    (OUTCOME.format(lines="    where: BRD"), "where-not-in-case", "BRD"),
    ("suppliers:\n  - {name: Acme, kind: company, size: small}\n", "size-without-basis", "small"),
    ("sources:\n  - key: report\n    title: x\n    kind: council\n", "missing-field", "key: report"),
])  # fmt: skip
def test_fields_are_marked_to_the_column(block: str, name: str, marked: str, corpus: Corpus) -> None:
    """The value, or the name of the field where that is wrong, without quotes' neighbours, commas or comments."""
    assert _marked(overlay(block, prose=False), name, corpus) == [marked]


@pytest.mark.parametrize(("text", "name", "marked"), [
    ("It was <b>quick</b>.\n", "raw-html", ["<b>", "</b>"]),
    ("Read it [here](https://www.example.gov.uk/).\n", "bare-link-text", ["here"]),
    ("Read [the report](report.pdf).\n", "unsafe-link", ["report.pdf"]),
    ("![](map.png)\n", "image-without-text", ["![](map.png)"]),
    ("😀 is innovative, and unique.\n", "superlative", ["innovative", "unique"]),
    ("Ring 07700 900123 now.\n", "personal-data", ["07700 900123"]),
    ("Seen\u200b.\n", "hidden-character", ["\u200b"]),
])  # fmt: skip
def test_prose_is_marked_to_the_column(text: str, name: str, marked: list[str], corpus: Corpus) -> None:
    """Words, tags and links are marked where they stand, every one of them."""
    assert _marked(overlay(text, prose=True), name, corpus) == marked


def test_columns_count_characters_not_bytes(corpus: Corpus) -> None:
    """A column is a place among the characters of the line, whatever their size."""
    document = read(NAME, overlay('title: "£😀é <tbc x>"\n', prose=False).encode())
    (found,) = check_document(document, corpus)
    assert document.source.position(found.span.start) == (3, 13)
    assert document.source.position(found.span.end) == (3, 20)


def test_a_fault_over_many_lines_is_marked_on_its_first(corpus: Corpus) -> None:
    """An editor is not painted red over half a file."""
    document = read(NAME, overlay("suppliers:\n  name: x\n  kind: company\n  size: not-known\n", prose=False).encode())
    (found,) = check_document(document, corpus)
    assert document.source.text[slice(*found.span)] == "name: x"


def _marked(text: str, name: str, corpus: Corpus) -> list[str]:
    document = read(NAME, text.encode())
    return [text[slice(*one.span)] for one in check_document(document, corpus) if one.rule.name == name]
