"""What stands in place of a case and is no file: it is named, never opened, and never published."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from small_site import CONFIG, Engine

import whatworks.build
from commands import CASES, run

pytestmark = pytest.mark.usefixtures("project")

HIDDEN = "What nobody outside may read"


def _link(path: Path) -> None:
    outside = Path("secret.txt").absolute()
    outside.write_text(f"{HIDDEN}\n", encoding="utf-8")
    path.symlink_to(outside)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nothing.md"))


def _folder(path: Path) -> None:
    path.symlink_to("/etc", target_is_directory=True)


KINDS = {_link: "link", _endless: "link", _nowhere: "link", _folder: "link", os.mkfifo: "device"}


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("folder", ["", "_wanted"])
def test_it_is_named_and_not_opened(make: Callable[[Path], None], folder: str, cases: Path) -> None:
    """At 1:1, as an error, and the other files are checked; `fix` leaves it alone."""
    (cases / folder).mkdir(exist_ok=True)
    make(cases / folder / "leeds-odd.md")
    found = run("validate")
    assert found.exit_code == 1
    name = (Path(CASES) / folder / "leeds-odd.md").as_posix()
    assert found.stdout.startswith(f"{name}:1:1: error: this is a {KINDS[make]}, not a file [CS019 not-a-file]\n")
    assert "1 error, 0 warnings." in found.stdout
    assert HIDDEN not in found.stdout
    assert run("fix").stdout.startswith("0 files mended.")


def test_a_link_that_is_named_is_not_opened(cases: Path) -> None:
    """Nor where the user asks for it by name; a folder of outcomes or words that is a link is not gone into."""
    _link(cases / "leeds-odd.md")
    found = run("validate", f"{CASES}/leeds-odd.md")
    assert (found.exit_code, HIDDEN in found.stdout) == (1, False)


def test_a_folder_that_is_a_link_is_not_gone_into(cases: Path) -> None:
    """The folders that we know by name are no way out either."""
    outside = cases.parent / "outside"
    outside.mkdir()
    for name in ("secret.md", "secret.yml", "councils.csv"):
        (outside / name).write_text(HIDDEN, encoding="utf-8")
    for name in ("_wanted", "_vocabulary", "more.md"):
        (cases / name).symlink_to(outside, target_is_directory=True)
    found = run("validate")
    assert found.stdout.count("[CS019 not-a-file]") == 1
    assert HIDDEN not in found.stdout + found.stderr


def test_nothing_behind_a_link_is_published(project: Path, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a case nor an image, whether the file or the folder of the images is the link."""
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("About", encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.setattr(whatworks.build, "Plan", partial(whatworks.build.Plan, render=Engine()))
    outside = project / "outside"
    outside.mkdir()
    (outside / "secret.png").write_text(HIDDEN, encoding="utf-8")
    (cases / "_media").mkdir()
    (cases / "_media" / "leeds-example").symlink_to(outside, target_is_directory=True)
    os.mkfifo(cases / "leeds-pipe.md")
    _endless(cases / "leeds-odd.md")
    assert run("build", "--no-search").exit_code == 2
    found = run("build", "--no-search", "--leave-out-faulty")
    assert "1 case study published, 2 left out." in found.stdout
    assert not list((project / "site").rglob("secret*"))
