"""What people and machines are told: exact texts, escapes, and the fields that other tools rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from rule_pages import NAME, overlay

from strategies import texts
from whatworks.check import Checked, Report, check_document
from whatworks.check.diagnostics import Diagnostic, Edit, Fix
from whatworks.check.reporters import REPORTERS
from whatworks.check.reporters.text import printable
from whatworks.check.rules.collection import Claims
from whatworks.check.table import BY_NAME, RULES
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import read
from whatworks.text.source import Source, Span

EMPTY = Report((), ())


def _one(
    name: str = "unknown-term",
    text: str = "a: 😀x\n",
    span: tuple[int, int] = (3, 5),
    path: str = "case_studies/leeds-example.md",
    message: str = "'x' is not a word",
    hint: str = "Write 'y'.",
    fix: Fix | None = None,
) -> Diagnostic:
    return Diagnostic(Source(path, text), Span(*span), BY_NAME[name], "a", message, hint, fix)


def _report(*diagnostics: Diagnostic) -> Report:
    return Report((), diagnostics)


FIXED = _one(fix=Fix((Edit(Span(3, 5), "y"),), safe=True))
PAGE = "https://github.com/what-works/what-works/blob/main/docs/contribute/rules"


def test_text_of_a_fault() -> None:
    """Place, line, marker under the place (two columns wide for a wide sign), hint, where to read more, total."""
    assert REPORTERS["text"](_report(FIXED)) == (
        "case_studies/leeds-example.md:1:4: error: 'x' is not a word [CS201 unknown-term]\n"
        "    1 | a: 😀x\n"
        "      |    ^^^\n"
        "      = Write 'y'.\n"
        "\n"
        "Why each rule exists, with examples: docs/contribute/rules/, in a page of the rule's name\n"
        "\n"
        "0 case studies checked: 1 error, 0 warnings. 'whatworks fix' mends 1 of them.\n"
    )


def test_text_when_all_is_well() -> None:
    """One line says that there is nothing to do."""
    assert REPORTERS["text"](EMPTY) == "0 case studies checked, nothing to mend.\n"


def test_wanted_outcomes_are_counted_by_their_name() -> None:
    """Nobody is told of more cases than there are."""
    files = (Path("cases/one.md"), Path("cases/_wanted/one.md"), Path("cases/_wanted/two.md"))
    report = Report(tuple(Checked(path, (), Claims("", "", ""), None) for path in files))
    assert REPORTERS["text"](report) == "1 case study and 2 wanted outcomes checked, nothing to mend.\n"


def test_text_shows_the_part_of_a_long_line_that_matters() -> None:
    """A line of a thousand characters is cut around the fault, and the marker stays under it."""
    text = "x" * 500 + "WRONG" + "y" * 500
    lines = REPORTERS["text"](_report(_one(text=text, span=(500, 505)))).split("\n")
    at = lines[1].index("WRONG")
    assert len(lines[1]) <= 110
    assert lines[2][at:] == "^^^^^"


@pytest.mark.parametrize(("typed", "shown"), [
    ("\x1b[31mred", "\ufffd[31mred"), ("a\rb", "a\ufffdb"), ("a\u202eb", "a\ufffdb"), ("\ud800", "\ufffd"),
    ("a\tb", "a→b"), ("£é😀", "£é😀"),
])  # fmt: skip
def test_text_cannot_steer_a_terminal(typed: str, shown: str) -> None:
    """Escapes, returns and marks of direction are shown as a sign; a tab as an arrow."""
    assert printable(typed) == shown


@given(text=texts)
def test_every_format_takes_every_text(text: str, corpus: Corpus) -> None:
    """Whatever a file holds, each format is text that can be written, and those for machines are JSON."""
    document = read(NAME, overlay(f"title: {text}\n", prose=False).encode("utf-8", "surrogatepass"))
    report = Report((), check_document(document, corpus))
    for name, reporter in REPORTERS.items():
        told = reporter(report)
        told.encode("utf-8")
        assert told.endswith("\n")
        if name in ("json", "sarif"):
            json.loads(told)
        if name == "text":
            assert "\x1b" not in told


def test_github_escapes_what_would_end_a_property_or_message() -> None:
    """Per cent signs and line breaks are escaped everywhere, colons and commas in properties too."""
    told = REPORTERS["github"](_report(_one(path="a,b:c%.md", message="50% of\nit, a: b", hint="Do: it, now.")))
    assert told.split("\n")[0] == (
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=4,endColumn=6,title=CS201 unknown-term"
        "::50%25 of%0Ait, a: b. Do: it, now."
    )


def test_github_puts_errors_first_and_says_that_it_shows_ten() -> None:
    """GitHub shows ten of each kind a step, so errors come first and the reader learns of the rest."""
    warning = _one("superlative", span=(0, 1))
    told = REPORTERS["github"](_report(warning, *[_one(span=(3, 4))] * 11)).split("\n")
    assert [line.split(" ")[0] for line in told[:12]] == ["::error"] * 11 + ["::warning"]
    assert told[12] == "GitHub shows 10 errors and 10 warnings; all are in the summary of this run."


def test_github_gives_columns_only_within_one_line() -> None:
    """GitHub refuses columns of a fault that runs over several lines."""
    told = REPORTERS["github"](_report(_one(text="ab\ncd\n", span=(1, 4))))
    assert told.startswith("::error file=case_studies/leeds-example.md,line=1,endLine=2,title=")


def test_questions_end_as_questions() -> None:
    """Message and hint are sentences, and a question is not given a full stop."""
    assert _one(message="what was meant?", hint="Say it.").told == "what was meant? Say it."
    assert _one(message="it is wrong", hint="").told == "it is wrong."


def test_summary_escapes_markdown_and_html() -> None:
    """Nothing that a contributor typed becomes a link, a mention, a picture or a cell of its own."""
    told = REPORTERS["summary"](_report(_one(message="a|b <img> [x](y) *z* `c` @who #1 !", hint="")))
    row = told.split("\n")[6]
    assert row.startswith(
        f"| case&#95;studies/leeds-example.md:1:4 | error [CS201]({PAGE}/unknown-term.md) | a&#124;b "
    )
    shown = row.split(" | ")[2]
    assert not set("|<>[]*`@!") & set(shown)
    assert shown.replace("&#", "").count("#") == 0


def test_summary_is_cut_before_github_refuses_it() -> None:
    """A summary stays below a megabyte and says how many faults are missing."""
    told = REPORTERS["summary"](_report(*[_one(message="x" * 9000)] * 200))
    assert len(told.encode()) < 1_000_000
    assert "more are not shown; run `whatworks validate` to see them." in told.split("\n")[-2]


def test_json_is_what_the_design_promises() -> None:
    """An object with `diagnostics`; each has these fields and no others, and columns count code points."""
    told = json.loads(REPORTERS["json"](_report(FIXED, _one(fix=None))))
    place = {"line": 1, "column": 4, "end_line": 1, "end_column": 6}
    first = {
        "path": "case_studies/leeds-example.md", **place, "severity": "error", "code": "CS201", "rule": "unknown-term",
        "field": "a", "message": "'x' is not a word", "hint": "Write 'y'.",
        "fix": {"safe": True, "edits": [{**place, "text": "y"}]},
    }  # fmt: skip
    assert told == {"diagnostics": [first, {**first, "fix": None}]}


def test_json_is_ordered_by_path_place_and_code(corpus: Corpus) -> None:
    """The same faults come in the same order every time."""
    document = read(NAME, overlay("title: “tbc\nservice_areas: [wsate, bnis]\n", prose=False).encode())
    found = json.loads(REPORTERS["json"](Report((), check_document(document, corpus))))["diagnostics"]
    keys = [(one["path"], one["line"], one["column"], one["code"]) for one in found]
    assert keys == sorted(keys)
    assert len(keys) >= 3


def test_sarif_has_the_fields_that_code_scanning_reads() -> None:
    """Version, rules with help, code points as columns, and a result that refers to its rule, place and fix."""
    told = json.loads(REPORTERS["sarif"](_report(_one(path="a folder/é.md", fix=Fix((Edit(Span(3, 3), "y"),), True)))))
    assert told["version"] == "2.1.0"
    (run,) = told["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all(rule["shortDescription"]["text"] and rule["helpUri"] == f"{PAGE}/{rule['name']}.md" for rule in rules)
    (result,) = run["results"]
    region = {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 6}
    artifact = {"uri": "a%20folder/%C3%A9.md"}
    change = {"deletedRegion": {**region, "endColumn": 4}, "insertedContent": {"text": "y"}}
    assert result == {
        "ruleId": "CS201", "level": "error", "message": {"text": "'x' is not a word. Write 'y'."},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "fixes": [{
            "description": {"text": "Write 'y'."},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}],
        }],
    }  # fmt: skip


def test_sarif_refers_only_to_rules_that_it_describes(corpus: Corpus) -> None:
    """Every result names a rule of the table."""
    document = read(NAME, overlay("title: “tbc”\nservice_areas: wsate\n", prose=False).encode())
    told: dict[str, Any] = json.loads(REPORTERS["sarif"](Report((), check_document(document, corpus))))
    (run,) = told["runs"]
    described = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= described


def test_names_that_are_no_text_are_told(tmp_path: Path) -> None:
    """A file's name may hold bytes that are not UTF-8; every format can still be written."""
    name = str(tmp_path / "caf\udce9.md")
    for reporter in REPORTERS.values():
        assert "caf" in reporter(_report(_one(path=name))).encode("utf-8").decode()
