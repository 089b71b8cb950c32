"""`whatworks new`: the template has every field, is sound once filled in, and never writes over anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import CASES, run, sentence
from whatworks.corpus import read_file
from whatworks.model.spec import specs
from whatworks.model.study import HEADINGS, Study

pytestmark = pytest.mark.usefixtures("project")

GOOD = {
    "summary": '"One page takes reports of damp and tells tenants what became of them."',
    "suppliers.kind": "company",
    "service_areas": "[housing]",
    "about": "[decent-homes]",
    "technologies": "[sensors]",
    "need": '"Tenants rang again because nobody told them what became of their report."',
    "who_benefits": "[tenants]",
    "stage": "not-known",
    "started": '"2024-01"',
    "outcomes.claim": '"Repairs were made sooner"',
    "outcomes.direction": "improved",
    "outcomes.period": '"2024"',
    "outcomes.attested_by": "council",
    "outcomes.source": "report",
    "costs.kind": "price",
    "costs.amount": "up to 125000",
    "costs.covers": '"The first year"',
    "costs.source": "report",
    "procurement.route": "[grant]",
    "limits": '"Nobody looked at who reports and who does not."',
    "submitted_by": "supplier",
    "interests": '"The author works for the supplier."',
    "sources.key": "report",
    "sources.title": '"Damp: what we learned"',
    "sources.publisher": '"Leeds City Council"',
    "sources.kind": "council",
}
"""What a contributor types, by field; two of them stand ready as comments."""
_LINE = re.compile(r"(?P<lead>[ ]*(?:- )?)(?P<hash># )?(?P<name>\w+):(?P<value>.*)")


def filled(template: str) -> str:
    """A template with the good values in it; the help stays."""
    lines: list[str] = []
    top = ""
    waiting = dict(GOOD)
    for line in template.split("\n"):
        match = _LINE.fullmatch(line)
        if match and not match["lead"] and not line.startswith("# "):
            top = match["name"]
        name = match["name"] if match else ""
        full = f"{top}.{name}" if match and match["lead"] else name
        fits = match is not None and not match["value"].strip(' "[]')
        if match and fits and full in waiting:
            line = f"{match['lead']}{name}: {waiting.pop(full)}"
        elif line == '  - ""':
            line = '  - "Officers tried it first."'
        lines.append(line)
        if line.startswith("## "):
            lines += ["", "Not known."]
    assert waiting == {}
    return "\n".join(lines)


@pytest.fixture
def made(cases: Path) -> str:
    """The template as the command wrote it."""
    arguments = ("--title", "Damp is mended sooner", "--council", "leeds city council", "--supplier", 'A "small" firm')
    found = run("new", "leeds-acme-damp-sensors", *arguments)
    path = f"{CASES}/leeds-acme-damp-sensors.md"
    assert found.exit_code == 0
    assert found.stdout == f"Wrote {path}. Fill it in, then: whatworks validate {path}\n"
    return (cases / "leeds-acme-damp-sensors.md").read_text(encoding="utf-8")


def test_every_needed_field_stands_ready(made: str, cases: Path) -> None:
    """Each field that a case or an entry needs is there to fill in, and no other is."""
    document = read_file(cases / "leeds-acme-damp-sensors.md")
    assert document.faults == ()
    assert set(document.data) == {name for name, spec in specs(Study).items() if spec.required}
    for name, spec in specs(Study).items():
        if spec.required and spec.part is not None and not spec.shorthand:
            value = document.data[name]
            entry = value[0] if isinstance(value, list) else value
            assert set(entry) == {inner for inner, one in specs(spec.part).items() if one.required}, name
    assert [line.removeprefix("## ") for line in made.split("\n") if line.startswith("## ")] == list(HEADINGS)


def test_every_field_has_its_help(made: str) -> None:
    """Optional fields too are there, as comments, each with what it means and which words it takes."""
    for name, spec in specs(Study).items():
        assert re.search(rf"^(?:# )?{name}:", made, re.MULTILINE), name
        assert f"# {spec.label} (" in made, name
    assert "in-use, finished, stopped" in re.sub(r"\n# ", " ", made)
    assert max(len(line) for line in made.split("\n")) <= 110


def test_what_was_given_is_filled_in(made: str, cases: Path) -> None:
    """Id, title, council, supplier and today's date need not be typed again."""
    data = read_file(cases / "leeds-acme-damp-sensors.md").data
    assert (data["id"], data["title"], data["councils"]) == (
        "leeds-acme-damp-sensors", "Damp is mended sooner", ["LDS"],
    )  # fmt: skip
    assert (data["published"], data["last_reviewed"]) == ("2026-11-24", "2026-11-24")
    assert '  - name: "A \\"small\\" firm"\n' in made


def test_filled_in_it_is_sound(made: str, cases: Path) -> None:
    """With a value for each field and nothing else changed, the checks find nothing to mend."""
    (cases / "leeds-acme-damp-sensors.md").write_text(filled(made), encoding="utf-8")
    found = run("validate")
    assert found.stdout == "2 case studies checked, nothing to mend.\n"


def test_left_as_it_is_it_is_refused(made: str) -> None:
    """An empty template says field by field what is missing, and never passes."""
    assert made
    found = run("validate")
    assert found.exit_code == 1
    assert "'summary' has no value" in found.stdout
    assert "'The need' has no text" in found.stdout


@pytest.mark.parametrize(
    "title", ["Two\nlines", 'A "quoted" \\ title: #1', "\x1b[31mRed\u202e", "\u2028", "--- x", "é😀"]
)
def test_any_title_can_be_read_back(title: str, cases: Path) -> None:
    """Whatever was given on the command line, the file can be read and the title is on one line."""
    assert run("new", "leeds-title", "--title", title, "--supplier", title).exit_code == 0
    document = read_file(cases / "leeds-title.md")
    assert document.faults == ()
    seen = "".join(character if character.isprintable() else " " for character in title)
    assert document.data["title"] == " ".join(seen.split())


@pytest.mark.parametrize("council", ["LDS", "lds", " Leeds ", "leeds", "Leeds City Council"])
def test_a_council_is_found_by_any_name(council: str, cases: Path) -> None:
    """Code and name both do, in any case of letters."""
    run("new", "leeds-council", "--council", council)
    assert read_file(cases / "leeds-council.md").data["councils"] == ["LDS"]


@pytest.mark.parametrize(
    ("case_id", "better"),
    [
        ("Leeds Damp", "'leeds-damp'"), ("leeds_damp", "'leeds-damp'"), ("leeds--damp", "'leeds-damp'"),
        ("../leeds", "'leeds'"), ("leeds-", "'leeds'"), ("???", "'leeds-acme-damp-sensors'"),
        ("a" * 81, f"'{'a' * 80}'"), ("a" * 400, f"'{'a' * 80}'"), ("LEEDS", "'leeds'"),
    ],
)  # fmt: skip
def test_a_bad_id_is_refused(case_id: str, better: str, cases: Path) -> None:
    """An id that could not be an address is not taken, and one that could is offered."""
    before = sorted(cases.parent.rglob("*"))
    assert better in sentence(run("new", case_id))
    assert sorted(cases.parent.rglob("*")) == before


def test_nothing_is_written_over(cases: Path) -> None:
    """A file that exists stays as it is."""
    before = (cases / "leeds-example.md").read_bytes()
    assert sentence(run("new", "leeds-example")).startswith(f"{CASES}/leeds-example.md exists already.")
    assert (cases / "leeds-example.md").read_bytes() == before


def test_a_council_that_does_not_exist_is_refused(cases: Path) -> None:
    """Nothing is written with a code that the checks would refuse."""
    assert "'Atlantis'" in sentence(run("new", "atlantis-flood", "--council", "Atlantis"))
    assert not (cases / "atlantis-flood.md").exists()


def test_without_a_folder_of_cases_nothing_is_made() -> None:
    """A wrong folder is said, not made."""
    assert sentence(run("new", "leeds-damp", "--content", "nowhere")).startswith("There is no folder nowhere.")
    assert not Path("nowhere").exists()
