"""Finds a Chromium for the browser tests, and installs one where that is possible.

In this order: what WHATWORKS_CHROMIUM names, a browser on the PATH, Debian's package (as root), Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

VARIABLE = "WHATWORKS_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE_FOUND = (
    "No Chromium could be found or installed for the browser tests: install one (on Debian: apt-get install chromium), "
    f"or name it in the variable {VARIABLE}."
)
_DEBIAN = Path("/etc/debian_version")
_SECONDS_TO_START = 30
_SECONDS_TO_INSTALL = 600


class NoBrowserError(Exception):
    """There is no Chromium, and none can be had; the message says what to do."""


def find_browser() -> str | None:
    """The path of a Chromium that starts, or None for the one that Playwright has installed itself.

    Raises:
        NoBrowserError: there is none, and none can be installed.

    """
    named = os.environ.get(VARIABLE)
    if named:
        if _starts(named):
            return named
        raise NoBrowserError(f"The variable {VARIABLE} names '{named}', which does not start.")
    found = _on_path()
    if found is None and _apt_can():
        _run(["apt-get", "update"])
        _run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
        found = _on_path()
    if found is None and not _run([sys.executable, "-m", "playwright", "install", "chromium"]):
        raise NoBrowserError(NONE_FOUND)
    return found


def _on_path() -> str | None:
    """The first browser on the PATH that starts; some names belong to a hint to install something else."""
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if path is not None and _starts(path)), None)


def _starts(path: str) -> bool:
    return _run([path, "--version"], _SECONDS_TO_START)


def _apt_can() -> bool:
    return _DEBIAN.exists() and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(command: Sequence[str], seconds: int = _SECONDS_TO_INSTALL) -> bool:
    """Whether a command ends well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=seconds)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
