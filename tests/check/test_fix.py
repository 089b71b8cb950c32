"""Mending changes what is certain and nothing else, and is done when it is done."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_pages import BASE, NAME, overlay

from conftest import ROOT
from strategies import mutations, texts
from whatworks.check import check_document, check_file
from whatworks.check.diagnostics import Edit
from whatworks.check.fix import apply, fix_text
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read
from whatworks.text.source import Span

REAL = (ROOT / "case_studies" / "milton-keynes-valon-planning-validation.md").read_text(encoding="utf-8")
spoilt = st.one_of(mutations(BASE), mutations(REAL), texts.map(lambda text: overlay(f"title: {text}\n", prose=False)))


def _weight(text: str, corpus: Corpus) -> tuple[bool, int]:
    document = read(NAME, text.encode("utf-8", "surrogatepass"))
    return not document.readable, len(check_document(document, corpus))


@given(text=spoilt)
def test_twice_is_once(text: str, corpus: Corpus) -> None:
    """What has been mended is not mended again."""
    once = fix_text(NAME, text, corpus)
    assert fix_text(NAME, once, corpus) == once


@given(text=spoilt)
def test_never_more_faults(text: str, corpus: Corpus) -> None:
    """A file that could be read has fewer faults afterwards or is the same; one that could not may show what it has."""
    once = fix_text(NAME, text, corpus)
    assert once == text or _weight(once, corpus) < _weight(text, corpus)


@given(text=texts, edits=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.text(max_size=4)), max_size=8))
def test_text_outside_the_edits_is_untouched(text: str, edits: list[tuple[int, int, str]]) -> None:
    """Every character that no edit covers is still there, in order; of two edits that overlap one is made."""
    spans = [(Span(min(a, len(text)), min(a + b, len(text))), new) for a, b, new in edits]
    changed = apply(text, [Edit(span, new) for span, new in spans])
    covered = {at for span, _ in spans for at in range(span.start, span.end)}
    kept = "".join(character for at, character in enumerate(text) if at not in covered)
    remaining = iter(changed)
    assert all(character in remaining for character in kept)


@pytest.mark.parametrize(("edits", "result"), [
    ([(0, 1, "x")], "xbc"),
    ([(0, 2, "x"), (1, 3, "y")], "xc"),
    ([(1, 1, "-"), (1, 2, "B")], "a-bc"),
    ([(1, 2, "B"), (2, 3, "C")], "aBC"),
    ([(0, 1, "x"), (0, 1, "x")], "xbc"),
    ([], "abc"),
])  # fmt: skip
def test_edits_are_applied_together(edits: list[tuple[int, int, str]], result: str) -> None:
    """Neighbours are both made; of those that overlap or begin at one place, the first: a later round sees the rest."""
    assert apply("abc", [Edit(Span(start, end), new) for start, end, new in edits]) == result


COMMENTED = """\
# How we came to these words: see the minutes.
service_areas: [Waste]   # bins, mostly
Stage: 'not-known'  # asked twice
suppliers:
  # The smaller of the two.
  - name: 'A small software company'  # as on its website
    kind: Company
    size: "not-known"
"""


def test_comments_quotes_and_order_are_kept(corpus: Corpus) -> None:
    """Only the words that were wrong change; comments, quotation marks and the order of lines stay the writer's."""
    text = overlay(COMMENTED, prose=False)
    mended = fix_text(NAME, text, corpus)
    changes = [line for line in difflib.ndiff(text.split("\n"), mended.split("\n")) if line[0] in "+-"]
    assert sorted(changes) == sorted([
        "- service_areas: [Waste]   # bins, mostly", "+ service_areas: [waste]   # bins, mostly",
        "- Stage: 'not-known'  # asked twice", "+ stage: 'not-known'  # asked twice",
        "-     kind: Company", "+     kind: company",
    ])  # fmt: skip


def test_line_endings_are_kept(corpus: Corpus) -> None:
    """A file from Windows stays one."""
    text = overlay(COMMENTED, prose=False).replace("\n", "\r\n")
    assert fix_text(NAME, text, corpus) == fix_text(NAME, text.replace("\r\n", "\n"), corpus).replace("\n", "\r\n")


def test_what_is_not_certain_is_left(corpus: Corpus) -> None:
    """A fix that could change the meaning is offered and never made."""
    text = overlay("service_areas: [bins]\n", prose=False)
    (found,) = check_document(read(NAME, text.encode()), corpus)
    assert found.fix is not None
    assert not found.fix.safe
    assert fix_text(NAME, text, corpus) == text


@pytest.mark.parametrize("count", [5, 40])
def test_a_list_of_any_length_is_mended(count: int, corpus: Corpus) -> None:
    """Each round mends the one line at which reading ends, and goes on while that moves down."""
    entry = '  {0} name: "Company {1}"\n    kind: company\n    size: not-known\n'
    typed, right = ("suppliers:\n" + "".join(entry.format(sign, at) for at in range(count)) for sign in "–-")  # noqa: RUF001
    assert fix_text(NAME, overlay(typed, prose=False), corpus) == overlay(right, prose=False)


def test_more_faults_than_are_shown_are_mended(corpus: Corpus) -> None:
    """What is only counted in a report is mended all the same."""
    assert fix_text(NAME, BASE + "wo\u200brd " * 50 + "\n", corpus) == BASE + "word " * 50 + "\n"


@pytest.mark.parametrize("typed", [
    '**title:** "x"', "councils: Sutton Council", "who_benefits:\n  1. tenants", "who_benefits:\n  – dragons",  # noqa: RUF001
    "helped: – Officers were asked.", "helped: -Officers were asked.", "Stage: not-known", "who_benefits: [Residents]",  # noqa: RUF001
])  # fmt: skip
def test_what_is_promised_is_kept(typed: str, corpus: Corpus, tmp_path: Path) -> None:
    """A report says 'mends' exactly where something is mended, and says it no more of what is left."""
    path = tmp_path / NAME
    path.write_text(overlay(f"{typed}\n", prose=False), encoding="utf-8")
    for _ in range(2):
        before = path.read_text(encoding="utf-8")
        found = check_file(path, corpus).diagnostics
        promised = any(one.fix is not None and one.fix.safe for one in found)
        path.write_text(fix_text(str(path), before, corpus), encoding="utf-8")
        assert promised == (path.read_text(encoding="utf-8") != before)
    assert not promised


def test_a_sound_case_is_left(corpus: Corpus) -> None:
    """Nothing is tidied that is not wrong."""
    assert fix_text(NAME, BASE, corpus) == BASE
