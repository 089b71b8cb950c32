"""`whatworks build`: a small folder becomes a site; faulty cases are refused, or left out where that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result
from small_site import CONFIG, Engine

import whatworks.build
from commands import CASES, run
from whatworks.engine import EngineError

Build = Callable[..., Result]
FAULT = ("councils: [LDS]", "councils: [ZZZ]")


@pytest.fixture
def engine() -> Engine:
    """Writes the shells without a theme, so that a build takes no longer than it must."""
    return Engine()


@pytest.fixture
def build(project: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Runs the command in a project of one sound case and one hand-written page."""
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("About", encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.setattr(whatworks.build, "Plan", partial(whatworks.build.Plan, render=engine))
    return partial(run, "build", "--no-search")


def add_faulty(cases: Path, base_text: str) -> None:
    """Put a case with an error beside the sound one."""
    text = base_text.replace(*FAULT).replace("id: leeds-example", "id: leeds-faulty")
    (cases / "leeds-faulty.md").write_text(text.replace("What changed, and", "Nothing, and"), encoding="utf-8")


def test_a_small_folder_becomes_a_site(build: Build, project: Path) -> None:
    """Every case has its page, and the command says how many there are and where to look; a second run writes less."""
    found = build()
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout.startswith("1 case study published.\n")
    assert found.stdout.endswith("The site is in site/. To look at it: python -m http.server --directory site\n")
    page = (project / "site" / "studies" / "leeds-example" / "index.html").read_text(encoding="utf-8")
    assert "What changed, and for whom" in page
    again = build("--out", "site")
    assert again.exit_code == 0
    assert " files, 0 of them new or changed, in " in again.stdout


def test_faulty_cases_are_refused(build: Build, project: Path, cases: Path, base_text: str, engine: Engine) -> None:
    """An error stops the build before anything is rendered; its place is said, and the last site stays."""
    (project / "site").mkdir()
    (project / "site" / "404.html").write_text("The last site", encoding="utf-8")
    add_faulty(cases, base_text)
    found = build()
    assert (found.exit_code, found.stdout, engine.runs) == (2, "", 0)
    assert f"{CASES}/leeds-faulty.md:5:12: error: 'ZZZ' is not the code of a council" in found.stderr
    assert found.stderr.splitlines()[-1].startswith("whatworks: 1 error")
    assert [path.name for path in (project / "site").iterdir()] == ["404.html"]


def test_faulty_cases_can_be_left_out(build: Build, project: Path, cases: Path, base_text: str) -> None:
    """Asked for, the sound ones are published; the others are listed and counted."""
    add_faulty(cases, base_text)
    found = build("--leave-out-faulty")
    assert found.exit_code == 0
    assert "'ZZZ' is not the code of a council" in found.stdout
    assert "1 case study published, 1 left out.\n" in found.stdout
    assert [path.name for path in sorted((project / "site" / "studies").iterdir()) if path.is_dir()] == [
        "leeds-example"
    ]


def test_a_fault_of_a_page_is_said(build: Build, project: Path, engine: Engine) -> None:
    """What the engine says of a hand-written page reaches the terminal, without a trace of the program."""
    engine.broken = EngineError(("Doc file 'about.md' contains a link 'gone.md', which is not found.",))
    found = build()
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("whatworks: The hand-written pages could not be built:\nDoc file 'about.md'")
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "words"), [(("--content", "nowhere"), "nowhere"), (("--config", "nothing.yml"), "nothing.yml")]
)
def test_what_is_not_there_is_said(
    arguments: tuple[str, str], words: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong folder or configuration is named, and no site appears."""
    monkeypatch.chdir(project)
    found = run("build", *arguments)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("whatworks: ")
    assert words in found.stderr
    assert not (project / "site").exists()
