"""`whatworks validate`: its exit status, its formats, what may be named, and that nothing ever makes it fall over."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from commands import CASES, ROOT, run, sentence
from whatworks.check.reporters import REPORTERS

pytestmark = pytest.mark.usefixtures("project")

WARNED = ('title: "What changed, and for whom"', 'title: "A world-class change for everyone"')
ODD = [
    "\t", "\r", "\n", "\u00a0", "\u2028", "\u0085", "\ufeff", "\u200b", "\u202e", "\x00", "\x07", "\x1b[31m", "\x7f",
    "---\n", "- ", ":", ": ", " #", "&a ", "*a", "!!python/object:os.system ", "[", "]", "{", "}", '"', "'", "“", "|",
    ">", "%", "\\x41", "<script>", "](javascript:x)", "## The need\n", "~", "😀", "i̇", "\ud800",
]  # fmt: skip
"""Pieces that mean something to YAML, Markdown, a terminal or a browser; the last is half a character."""


def write(folder: Path, name: str, text: str) -> Path:
    """Write a case whose id is its name."""
    path = folder / f"{name}.md"
    path.write_text(text.replace("id: leeds-example", f"id: {name}"), encoding="utf-8")
    return path


def test_a_sound_folder_is_0() -> None:
    """Nothing to mend, and it says how many were checked."""
    found = run("validate")
    assert (found.exit_code, found.stdout) == (0, "1 case study checked, nothing to mend.\n")


def test_warnings_are_0(cases: Path, base_text: str) -> None:
    """A warning is said and stops nothing."""
    write(cases, "leeds-example", base_text.replace(*WARNED))
    found = run("validate")
    assert found.exit_code == 0
    assert ": warning: " in found.stdout
    assert "0 errors, 1 warning." in found.stdout


def test_errors_are_1(cases: Path, base_text: str) -> None:
    """An error is shown with its place, and the exit status says so."""
    write(cases, "leeds-example", base_text.replace("service_areas: [highways]", "service_areas: [hihgways]"))
    found = run("validate")
    assert found.exit_code == 1
    assert re.search(rf"^{CASES}/leeds-example\.md:\d+:17: error: 'hihgways'", found.stdout)
    assert "1 error, 0 warnings." in found.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("validate", "--content", "nowhere"), "There is no folder nowhere."),
        (("validate", f"{CASES}/nothing.md"), f"There is no file or folder '{CASES}/nothing.md'."),
        (("validate", f"{CASES}/leeds-example.md", "nowhere"), "There is no file or folder 'nowhere'."),
        (("fix", "--content", "nowhere"), "There is no folder nowhere."),
        (("fix", "nothing.md"), "There is no file or folder 'nothing.md'."),
    ],
)
def test_what_is_not_there_is_2(arguments: tuple[str, ...], words: str) -> None:
    """A wrong path is said in one line, so that nobody takes it for a sound folder."""
    assert sentence(run(*arguments)).startswith(words)


def test_without_a_folder_of_cases_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standing in the wrong place is said, with the option that helps."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert "--content" in sentence(run("validate"))


def test_a_broken_vocabulary_is_2(cases: Path) -> None:
    """Nothing can be checked against words that cannot be read; the line is named."""
    (cases / "_vocabulary").mkdir()
    (cases / "_vocabulary" / "stages.yml").write_text("id: stages\nterms: [\n", encoding="utf-8")
    assert re.match(rf"{CASES}/_vocabulary/stages\.yml:\d+: ", sentence(run("validate")))


def test_a_wrong_day_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that cannot be read is not taken for another."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert "SOURCE_DATE_EPOCH" in sentence(run("validate"))


@pytest.mark.parametrize("arguments", [("validate", "--format", "xml"), ("validate", "--nothing"), ("nothing",)])
def test_a_wrong_option_is_2(arguments: tuple[str, ...]) -> None:
    """A slip on the command line is said, and how to get help."""
    found = run(*arguments)
    assert found.exit_code == 2
    assert "--help" in found.stderr


def test_one_file_is_checked_alone(cases: Path, base_text: str) -> None:
    """Naming a file leaves the faults of others unsaid."""
    write(cases, "leeds-other", base_text.replace("councils: [LDS]", "councils: [ZZZ]"))
    found = run("validate", f"{CASES}/leeds-example.md")
    assert (found.exit_code, found.stdout) == (0, "1 case study checked, nothing to mend.\n")
    assert run("validate", f"{CASES}/leeds-other.md").exit_code == 1


def test_a_folder_is_checked_with_the_folders_in_it(cases: Path, base_text: str) -> None:
    """Every case below a named folder, each once, and nothing that begins with an underscore or a dot."""
    for name in ("north", "_drafts", ".hidden"):
        (cases / "more" / name).mkdir(parents=True)
        write(cases / "more" / name, "leeds-other", base_text.replace("What changed, and", "What else changed, and"))
    assert run("validate", f"{CASES}/more").stdout == "1 case study checked, nothing to mend.\n"
    both = run("validate", CASES, f"{CASES}/more", f"{CASES}/leeds-example.md")
    assert both.stdout == "2 case studies checked, nothing to mend.\n"


def test_a_file_is_found_from_where_the_user_stands(
    cases: Path, monkeypatch: pytest.MonkeyPatch, base_text: str
) -> None:
    """In the folder of cases a name alone is enough, and the report names the file as it was."""
    monkeypatch.chdir(cases)
    write(cases, "leeds-example", base_text.replace("councils: [LDS]", "councils: [ZZZ]"))
    found = run("validate", "leeds-example.md")
    assert found.exit_code == 1
    assert found.stdout.startswith("leeds-example.md:")


def test_a_vocabulary_that_is_named_is_no_case(cases: Path) -> None:
    """A list of changed files may hold vocabularies: they are checked as what they are."""
    (cases / "_vocabulary").mkdir()
    own = cases / "_vocabulary" / "stages.yml"
    sound = (ROOT / "case_studies" / "_vocabulary" / "stages.yml").read_text(encoding="utf-8")
    own.write_text(sound, encoding="utf-8")
    assert run("validate", own).exit_code == 0
    own.write_text(sound.replace("  - id: stopped", "  - id: finished"), encoding="utf-8")
    found = run("validate", own)
    assert found.exit_code == 1
    assert "CS507" in found.stdout
    assert "CS102" not in found.stdout


def test_a_folder_that_is_called_like_a_case_hides_nothing(cases: Path, base_text: str) -> None:
    """It is gone into as any other, and the other files are checked."""
    (cases / "dir.md").mkdir()
    write(cases / "dir.md", "leeds-inner", base_text.replace("What changed, and", "What else changed, and"))
    other = base_text.replace("What changed, and", "What never changed, and")
    write(cases, "leeds-other", other.replace("councils: [LDS]", "councils: [ZZZ]"))
    for named in ((), (CASES,)):
        found = run("validate", *named)
        assert found.exit_code == 1
        assert "'ZZZ' is not the code of a council" in found.stdout
        assert found.stdout.endswith("3 case studies checked: 1 error, 0 warnings.\n")


@pytest.mark.parametrize("form", list(REPORTERS))
def test_very_many_faults_of_a_kind_are_counted(form: str, cases: Path, base_text: str) -> None:
    """Every format gives the first twenty and one line for the rest; the exit status is that of all."""
    write(cases, "leeds-example", base_text + "![" * 5000 + "\n")
    found = run("validate", "--format", form)
    assert found.exit_code == 1
    assert "and 4,980 more like this" in found.stdout
    if form == "json":
        assert len(json.loads(found.stdout)["diagnostics"]) == 21


@pytest.mark.parametrize("form", list(REPORTERS))
@pytest.mark.parametrize("faulty", [False, True], ids=["sound", "faulty"])
def test_every_format_says_the_same(form: str, faulty: bool, cases: Path, base_text: str) -> None:
    """The exit status does not depend on the format, and what a machine reads is whole."""
    if faulty:
        write(cases, "leeds-example", base_text.replace("councils: [LDS]", "councils: [ZZZ]"))
    found = run("validate", "--format", form)
    assert (found.exit_code, found.stderr) == (int(faulty), "")
    assert found.stdout.endswith("\n")
    assert ("'ZZZ' is not the code of a council" in found.stdout.replace("&#39;", "'")) == faulty
    if form in ("json", "sarif"):
        json.loads(found.stdout)


def test_text_a_terminal_cannot_show_stops_nothing(cases: Path, base_text: str) -> None:
    """On a terminal that knows no more than ASCII the report is still given whole."""
    write(cases, "leeds-example", base_text.replace("councils: [LDS]", "councils: [“ﷺ”]"))
    environment = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LANG")}
    command = [sys.executable, "-m", "whatworks", "validate", "--format", "json"]
    done = subprocess.run(command, env=environment | {"LC_ALL": "C"}, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    json.loads(done.stdout)


def spoilt(text: str, chance: random.Random) -> bytes:
    """A case after one to four accidents: lines lost, doubled or moved, pieces put in or cut out."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        middle = chance.randrange(len(text) + 1)
        text = chance.choice([
            "\n".join(lines[:at] + lines[at + chance.randint(1, 5):]),
            "\n".join([*lines[:at], lines[at], *lines[at:]]),
            "\n".join([*lines[:at], " " * chance.randint(1, 4) + lines[at].lstrip(), *lines[at + 1:]]),
            text[:middle] + chance.choice(ODD) + text[middle:],
            text[:middle] + text[middle + chance.randint(1, 80):],
            text[:middle] if chance.random() < 0.1 else text[middle:] if chance.random() < 0.05 else text,
        ])  # fmt: skip
    raw = text.encode("utf-8", "surrogatepass")
    return raw[: chance.randrange(len(raw) + 1)] if raw and chance.random() < 0.05 else raw


def test_300_accidents_never_make_it_fall_over(cases: Path) -> None:
    """Whatever is in a file, the answer is a report that a machine can read, and exit status 0 or 1."""
    chance = random.Random(20261124)  # noqa: S311 - the same accidents every time
    real = (ROOT / "case_studies" / "milton-keynes-valon-planning-validation.md").read_text(encoding="utf-8")
    (cases / "leeds-example.md").unlink()
    for number in range(300):
        (cases / f"case-{number}.md").write_bytes(spoilt(real, chance))
    found = run("validate", "--format", "json")
    diagnostics = json.loads(found.stdout)["diagnostics"]
    assert found.exit_code == 1
    assert {one["path"] for one in diagnostics} == {f"{CASES}/case-{number}.md" for number in range(300)}
    assert all(one["line"] >= 1 and one["column"] >= 1 and one["message"] for one in diagnostics)


def test_accidents_in_every_other_format(cases: Path) -> None:
    """The other formats hold up too, with nothing in them that could steer a terminal."""
    chance = random.Random(300)  # noqa: S311
    real = (ROOT / "case_studies" / "milton-keynes-valon-planning-validation.md").read_text(encoding="utf-8")
    for number in range(40):
        (cases / f"case-{number}.md").write_bytes(spoilt(real, chance))
    for form in ("text", "github", "summary", "sarif"):
        found = run("validate", "--format", form)
        assert found.exit_code == 1
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", found.stdout)
    json.loads(found.stdout)
