"""Ten files, each broken in another way, checked in one run: ten exact messages, and none hides another."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import folder
from rule_pages import overlay

from whatworks.check import check_corpus
from whatworks.check.reporters import REPORTERS
from whatworks.corpus import Words

BOMB = "".join(
    f"a{number}: &a{number} [{', '.join([f'*a{number - 1}' if number else 'boo'] * 9)}]\n" for number in range(60)
)
SUPPLIER = 'suppliers:\n  - name: "A small software company"\n'
BROKEN = {
    "bad-date": "published: 24/11/2026\n",
    "invented-council": "councils: [ZZZ]\n",
    "missing-field": f"{SUPPLIER}    kind: company\n",
    "personal-e-mail": 'limits: "Ask firstname.lastname@example.gov.uk."\n',
    "repeated-key": 'title: "What changed"\ntitle: "For whom"\n',
    "tab": f"{SUPPLIER}\tkind: company\n    size: not-known\n",
    "unclosed-quote": 'title: "What changed, and for whom\n',
    "unknown-term": "service_areas: [hihgways]\n",
    "wrong-type": "who_benefits: residents\n",
}
"""What stands in nine files instead of the fields of the valid case; the tenth is the bomb."""

TEXT = """\
alias-bomb.md:2:5: error: this value is used a second time through an alias [CS009 alias]
    2 | a0: &a0 [boo, boo, boo, boo, boo, boo, boo, boo, boo]
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = Write it out again.

bad-date.md:36:12: error: '24/11/2026' is not a day [CS105 bad-date]
   36 | published: 24/11/2026
      |            ^^^^^^^^^^
      = Write '2026-11-24'.

invented-council.md:5:12: error: 'ZZZ' is not the code of a council [CS204 unknown-council]
    5 | councils: [ZZZ]
      |            ^^^
      = Write the three-letter code from the register of councils.

missing-field.md:7:5: error: 'size' is missing [CS102 missing-field]
    7 |   - name: "A small software company"
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = Its size at the time of the work. Use `sme` when a source says no more than that. For example 'size: micro'. \
If nobody knows, write 'size: not-known'.

personal-e-mail.md:28:14: error: 'firstname.lastname@example.gov.uk' looks like a person's e-mail address \
[CS407 personal-data]
   28 | limits: "Ask firstname.lastname@example.gov.uk."
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = Name a role and a page or a shared mailbox instead.

repeated-key.md:4:1: error: 'title' stands here for the second time [CS008 repeated-key]
    4 | title: "For whom"
      | ^^^^^
      = Keep one of the two; make it a list if both are meant.

tab.md:8:1: error: a tab stands here [CS006 tab]
    8 | →kind: company
      | ^
      = Use spaces; YAML does not take tabs in most places.

unclosed-quote.md:3:8: error: a quotation mark opens here and is never closed [CS005 not-yaml]
    3 | title: "What changed, and for whom
      |        ^
      = Put " at the end of the text.

unknown-term.md:10:17: error: 'hihgways' is not one of the services [CS201 unknown-term]
   10 | service_areas: [hihgways]
      |                 ^^^^^^^^
      = Did you mean 'highways' (Roads, lighting and drains)?

wrong-type.md:14:15: error: 'who_benefits' needs a list [CS103 wrong-kind]
   14 | who_benefits: residents
      |               ^^^^^^^^^
      = Write 'who_benefits: [residents]', or each entry on a line with a hyphen.

Why each rule exists, with examples: docs/contribute/rules/, in a page of the rule's name

10 case studies checked: 10 errors, 0 warnings. 'whatworks fix' mends 3 of them.
"""


@pytest.fixture
def broken(tmp_path: Path, words: Words, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal shows of the ten files."""
    files = {f"{name}.md": _titled(overlay(fields, prose=False), name) for name, fields in BROKEN.items()}
    files["alias-bomb.md"] = f"---\n{BOMB}---\n"
    return REPORTERS["text"](check_corpus(folder(tmp_path, dict(files), words, monkeypatch)))


def test_ten_faults_give_ten_exact_messages(broken: str) -> None:
    """Every file's one fault is shown with its line, a marker under it and the way out, in the order of the files."""
    assert broken == TEXT


def test_a_broken_file_hides_no_other_and_no_sound_one(
    tmp_path: Path, words: Words, monkeypatch: pytest.MonkeyPatch, base_text: str
) -> None:
    """Beside a file that cannot be read at all, a sound one still becomes a study."""
    files: dict[str, str | bytes] = {
        "leeds-example.md": base_text, "not-text.md": b"\xff\xfe\x00", "bomb.md": f"---\n{BOMB}---\n",
    }  # fmt: skip
    report = check_corpus(folder(tmp_path, files, words, monkeypatch))
    assert [case.path.name for case in report.cases if case.data is not None] == ["leeds-example.md"]
    assert [one.rule.name for one in report.diagnostics] == ["alias", "not-utf8"]


def _titled(text: str, name: str) -> str:
    """A title and id of its own, unless the title is what is broken."""
    return text.replace("id: leeds-example", f"id: {name}").replace('"What changed, and for whom"\n', f'"{name}"\n')
