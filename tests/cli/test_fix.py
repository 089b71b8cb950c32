"""`whatworks fix`: what it mends in files, what it leaves, and what it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from commands import CASES, ROOT, run

pytestmark = pytest.mark.usefixtures("project")

SLIPS = [
    ("stage: not-known", "Stage: not-known"),
    ("kind: company", "kind: Company"),
    ("published: 2026-11-24", "published: 24/11/2026"),
]
"""What people type, the right first."""


def slipped(text: str, *slips: tuple[str, str]) -> str:
    """A case with these slips; each was there to be spoilt."""
    for right, wrong in slips:
        assert right in text
        text = text.replace(right, wrong, 1)
    return text


def test_what_is_certain_is_mended_in_the_file(cases: Path, base_text: str) -> None:
    """The file is as it was before the slips, byte for byte, and is then sound."""
    path = cases / "leeds-example.md"
    path.write_text(slipped(base_text, *SLIPS[:2]), encoding="utf-8")
    found = run("fix")
    assert found.exit_code == 0
    assert found.stdout == (
        f"mended {CASES}/leeds-example.md\n1 file mended. Run 'whatworks validate' to see what is left.\n"
    )
    assert path.read_text(encoding="utf-8") == base_text
    assert run("validate").exit_code == 0


def test_twice_is_once(cases: Path, base_text: str) -> None:
    """A second run finds nothing more to do."""
    (cases / "leeds-example.md").write_text(slipped(base_text, *SLIPS), encoding="utf-8")
    run("fix")
    before = (cases / "leeds-example.md").read_bytes()
    assert run("fix").stdout == "0 files mended. Run 'whatworks validate' to see what is left.\n"
    assert (cases / "leeds-example.md").read_bytes() == before


def test_a_sound_file_is_not_touched(cases: Path) -> None:
    """A file that needs nothing keeps its bytes and its time."""
    path = cases / "leeds-example.md"
    os.utime(path, ns=(1, 1))
    before = path.read_bytes()
    assert run("fix").stdout.startswith("0 files mended.")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, 1)


def test_what_is_not_certain_is_left(cases: Path, base_text: str) -> None:
    """A word that might mean something else is for a person to change."""
    path = cases / "leeds-example.md"
    path.write_text(slipped(base_text, ("[highways]", "[hihgways]")), encoding="utf-8")
    before = path.read_bytes()
    assert run("fix").exit_code == 0
    assert path.read_bytes() == before
    assert run("validate").exit_code == 1


def test_only_what_is_named_is_mended(cases: Path, base_text: str) -> None:
    """A file that was not named stays, whatever is in it."""
    text = slipped(base_text, SLIPS[0])
    for name in ("leeds-example", "leeds-other"):
        (cases / f"{name}.md").write_text(text.replace("id: leeds-example", f"id: {name}"), encoding="utf-8")
    assert run("fix", f"{CASES}/leeds-other.md").stdout.startswith(f"mended {CASES}/leeds-other.md\n1 file mended.")
    assert (cases / "leeds-example.md").read_text(encoding="utf-8") == text


def test_lines_of_windows_stay(cases: Path, base_text: str) -> None:
    """Line endings are the writer's."""
    path = cases / "leeds-example.md"
    windows = base_text.replace("\n", "\r\n").encode()
    path.write_bytes(windows.replace(b"kind: company", b"kind: Company"))
    run("fix")
    assert path.read_bytes() == windows


def test_what_is_no_text_is_left(cases: Path) -> None:
    """Bytes that are no UTF-8 are not guessed at."""
    raw = b"---\nid: caf\xe9\n---\n"
    (cases / "leeds-cafe.md").write_bytes(raw)
    assert run("fix").stdout.startswith("0 files mended.")
    assert (cases / "leeds-cafe.md").read_bytes() == raw


def test_wanted_outcomes_are_mended_too(cases: Path) -> None:
    """A wish is mended by the rules of wishes."""
    real = next(iter(sorted((ROOT / CASES / "_wanted").glob("*.md"))))
    (cases / "_wanted").mkdir()
    path = cases / "_wanted" / real.name
    text = real.read_text(encoding="utf-8")
    path.write_text(slipped(text, ("basis:", "Basis:")), encoding="utf-8")
    assert run("fix").stdout.startswith(f"mended {CASES}/_wanted/{real.name}\n")
    assert path.read_text(encoding="utf-8") == text


def test_a_vocabulary_is_never_mended(cases: Path) -> None:
    """A vocabulary that is named is not taken for a case."""
    (cases / "_vocabulary").mkdir()
    path = cases / "_vocabulary" / "stages.yml"
    path.write_bytes((ROOT / CASES / "_vocabulary" / "stages.yml").read_bytes() + b"# \xc2\xa0 a note\n")
    before = path.read_bytes()
    assert run("fix", path).stdout.startswith("0 files mended.")
    assert path.read_bytes() == before
