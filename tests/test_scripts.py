"""The doors for people who look for scripts: each does what its command does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "scripts"
CASES = "case_studies"
Run = subprocess.CompletedProcess[str]


@pytest.fixture
def project(tmp_path: Path, base_text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with one sound case."""
    (tmp_path / CASES).mkdir()
    (tmp_path / CASES / "leeds-example.md").write_text(base_text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")
    return tmp_path


def run(*command: str | Path, isolated: bool = False) -> Run:
    """Run a script with the Python of the tests; isolated, it finds none of our packages."""
    options = ["-I", "-S"] if isolated else []
    return subprocess.run([sys.executable, *options, *command], capture_output=True, text=True, check=False)


def test_validate_is_the_command(project: Path) -> None:
    """The same words and exit status, for a sound and for a faulty folder, with the command's options."""
    door, command = [SCRIPTS / "validate.py"], ["-m", "whatworks", "validate"]
    for change, status in ((("", ""), 0), (("councils: [LDS]", "councils: [ZZZ]"), 1)):
        path = project / CASES / "leeds-example.md"
        path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
        for options in ([], ["--format", "json", f"{CASES}/leeds-example.md"]):
            by_door, by_command = run(*door, *options), run(*command, *options)
            assert (by_door.returncode, by_door.stdout, by_door.stderr) == (status, by_command.stdout, "")


def test_new_writes_the_template(project: Path) -> None:
    """A case is started, and the way on is said."""
    found = run(SCRIPTS / "new.py", "leeds-acme-damp-sensors", "--council", "Leeds")
    assert (found.returncode, found.stderr) == (0, "")
    assert (project / CASES / "leeds-acme-damp-sensors.md").is_file()
    refused = run(SCRIPTS / "new.py", "leeds-acme-damp-sensors")
    assert refused.returncode == 2
    assert refused.stderr.startswith("whatworks: ")


@pytest.mark.parametrize("name", ["validate.py", "new.py"])
def test_without_the_environment_the_way_to_it_is_said(name: str, tmp_path: Path) -> None:
    """Whoever runs a script with a Python that knows none of our libraries is told what to do, in one line."""
    door = tmp_path / name
    door.write_bytes((SCRIPTS / name).read_bytes())
    found = run(door, isolated=True)
    assert found.returncode == 1
    assert found.stderr == (
        f"The environment is missing. Run 'make site' once, then: .venv/bin/python scripts/{name}\n"
    )
