"""The page of a rule is its test: its faulty examples have the faults that stand in them, and its good ones none.

How a page is read, and how a fault is announced in an example, is told in `rule_pages`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from folders import faults, folder, with_images
from rule_pages import MENDED, NAME, PAGES, RIGHT, WRONG, Example, Page, read_page

from whatworks.check import check_corpus
from whatworks.check.fix import fix_text
from whatworks.check.table import BY_NAME, RULES
from whatworks.corpus import Words

NOT_IN_BLOCKS = {
    "not-utf8": "its fault is a byte that no text can hold; see test_files",
    "too-large": "its fault is the size of the file; see test_files",
    "not-a-file": "its fault is what stands in place of the file; see test_links",
    "wordy": "its fault is a text of more than 1,200 words; see test_files",
}
"""Rules whose examples are only told, with the reason; their faults are tested in Python."""

NAMES = [rule.name for rule in RULES]
TESTED = [name for name in NAMES if name not in NOT_IN_BLOCKS]
_TITLE = re.compile(r'^---\ntitle: "(?P<title>[^"\n]+)"\ndescription: "(?P<description>[^"\n]+)"\n---\n')


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Every page of a rule, by its name."""
    return {path.stem: read_page(path) for path in PAGES.glob("*.md")}


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    """A rule without a page, or a page of a rule that is gone, cannot stay."""
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_page_has_its_parts(name: str, pages: dict[str, Page]) -> None:
    """Each page says in people's words what the fault is, why it matters, and shows it wrong and right."""
    rule, text = BY_NAME[name], pages[name].text
    front = _TITLE.match(text)
    assert front is not None, "title and description"
    assert f"\n# {front['title']}\n\n`{rule.code}` · `{name}` · {rule.severity}\n\n" in text
    assert len(front["description"]) <= 160
    reason = text.partition(f"· {rule.severity}\n\n")[2].partition("\n## ")[0]
    assert 80 <= len(reason) <= 1200
    assert list(pages[name].sections)[:2] == [WRONG[rule.severity], RIGHT]
    assert all(pages[name].sections.values()), "every part has an example"


@pytest.mark.parametrize("name", TESTED)
def test_faulty_examples_have_exactly_the_announced_faults(
    name: str, pages: dict[str, Page], words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines, codes and messages are those of the page: none is missing and none is added."""
    rule = BY_NAME[name]
    for number, example in enumerate(pages[name].sections[WRONG[rule.severity]]):
        assert rule.code in {code for _, _, code, _ in example.faults}, "an example of this rule"
        assert _faults(example, words, tmp_path / str(number), monkeypatch) == sorted(example.faults)


@pytest.mark.parametrize("name", TESTED)
def test_good_examples_have_no_fault(
    name: str, pages: dict[str, Page], words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page calls right passes every rule, not only its own."""
    for number, example in enumerate(pages[name].sections[RIGHT]):
        assert example.faults == []
        assert _faults(example, words, tmp_path / str(number), monkeypatch) == []


@pytest.mark.parametrize("name", TESTED)
def test_fix_makes_what_the_page_shows(
    name: str, pages: dict[str, Page], words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mended examples are those of the page, one for each example that can be mended, in the same order."""
    mended = iter(pages[name].sections.get(MENDED, []))
    for number, example in enumerate(pages[name].sections[WRONG[BY_NAME[name].severity]]):
        root = tmp_path / str(number)
        with_images(root)
        corpus = folder(root, dict(example.files), words, monkeypatch)
        safe = [one for one in check_corpus(corpus).diagnostics if one.fix is not None and one.fix.safe]
        if safe:
            shown = next(mended, Example({}, []))
            fixed = {name: fix_text(name, text, corpus) for name, text in example.files.items() if name.endswith(".md")}
            assert {name: fixed[name] for name in shown.files} == shown.files
            assert shown.files, "a part that shows what `whatworks fix` makes of it"
    assert list(mended) == [], "nothing is shown that is not made"


def test_pages_are_read_as_they_say(pages: dict[str, Page]) -> None:
    """A comment announces a fault on its line and is taken out, so that lines and columns are those of the file."""
    page = pages["figure-without-unit"]
    (example,) = page.sections[WRONG["error"]]
    ((name, line, code, message),) = example.faults
    assert (name, code, message) == (NAME, "CS303", "the figure '31' has no unit")
    assert example.files[NAME].split("\n")[line - 1] == "    result: 31"


def _faults(
    example: Example, words: Words, root: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[str, int, str, str]]:
    with_images(root)
    return sorted(faults(folder(root, dict(example.files), words, monkeypatch)))
