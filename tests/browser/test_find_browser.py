"""Where the browser tests look for a Chromium, and what they say if there is none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pytest
from find_browser import NAMES, NONE_FOUND, VARIABLE, NoBrowserError, find_browser


class Machine:
    """A machine with some programs; `installs` says what each installer brings."""

    def __init__(self, *programs: str, installs: dict[str, str] | None = None) -> None:
        self.programs = set(programs)
        self.installs = installs or {}
        self.ran: list[str] = []

    def which(self, name: str) -> str | None:
        """Where a program stands."""
        return f"/bin/{name}" if name in self.programs else None

    def run(self, command: Sequence[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        """Run a program: installers bring what they bring, and a broken program ends badly."""
        line = " ".join(command).replace(sys.executable, "python")
        name = Path(command[0]).name
        self.ran.append(line)
        if line in self.installs:
            self.programs.add(self.installs[line])
        known = name in self.programs or line in self.installs or line == "apt-get update"
        return subprocess.CompletedProcess(command, 0 if known and f"broken {name}" not in self.programs else 1)


APT = "apt-get install -y --no-install-recommends chromium"
OWN = "python -m playwright install chromium"


class Put(Protocol):
    """Puts the search on a machine: as root or not, with Debian or without, with a browser named or not."""

    def __call__(self, machine: Machine, *, root: bool = False, debian: bool = True, named: str = "") -> Machine:
        """The machine itself."""


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Put:
    """A way to put the search on a machine."""

    def put(machine: Machine, *, root: bool = False, debian: bool = True, named: str = "") -> Machine:
        debian_file = tmp_path / "debian_version"
        if debian:
            debian_file.touch()
        monkeypatch.setattr("find_browser._DEBIAN", debian_file)
        monkeypatch.setattr("shutil.which", machine.which)
        monkeypatch.setattr("subprocess.run", machine.run)
        monkeypatch.setattr("os.geteuid", lambda: 0 if root else 1000)
        monkeypatch.setenv(VARIABLE, named)
        return machine

    return put


def test_the_variable_comes_first(on: Put) -> None:
    """A named browser is taken, whatever else there is."""
    on(Machine("chromium", "mine"), named="/opt/mine")
    assert find_browser() == "/opt/mine"


def test_a_named_browser_that_does_not_start_is_said(on: Put) -> None:
    """A mistake in the variable is not covered up by another browser."""
    on(Machine("chromium"), named="/opt/gone")
    with pytest.raises(NoBrowserError, match="/opt/gone"):
        find_browser()


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_on_the_path_is_taken(on: Put, name: str) -> None:
    """Nothing is installed where a browser is there."""
    machine = on(Machine(name, "apt-get"), root=True)
    assert find_browser() == f"/bin/{name}"
    assert machine.ran == [f"/bin/{name} --version"]


def test_a_name_that_is_only_a_hint_is_passed_over(on: Put) -> None:
    """A program that does not start is no browser."""
    on(Machine("chromium", "broken chromium", "google-chrome"))
    assert find_browser() == "/bin/google-chrome"


def test_root_on_debian_installs_the_package(on: Put) -> None:
    """The lists are refreshed first, or a fresh machine knows no package."""
    machine = on(Machine("apt-get", installs={APT: "chromium"}), root=True)
    assert find_browser() == "/bin/chromium"
    assert machine.ran[:2] == ["apt-get update", APT]


@pytest.mark.parametrize(("root", "debian"), [(False, True), (True, False)])
def test_elsewhere_playwright_brings_its_own(on: Put, root: bool, debian: bool) -> None:
    """Without rights or without Debian no package is asked for."""
    machine = on(Machine("apt-get", installs={OWN: "own"}), root=root, debian=debian)
    assert find_browser() is None
    assert machine.ran == [OWN]


def test_if_none_can_be_had_one_sentence_says_so(on: Put) -> None:
    """After every attempt has failed the message says what to do."""
    machine = on(Machine("apt-get"), root=True)
    with pytest.raises(NoBrowserError) as caught:
        find_browser()
    assert str(caught.value) == NONE_FOUND
    assert machine.ran == ["apt-get update", APT, OWN]
