"""What the tests of commands share: a folder to stand in, with one sound case."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import CASES


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base_text: str) -> Path:
    """A folder in which the command stands on the day of all tests; its folder of cases holds one sound case."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")  # 24 November 2026
    cases = tmp_path / CASES
    cases.mkdir()
    (cases / "leeds-example.md").write_text(base_text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def cases(project: Path) -> Path:
    """The folder of cases."""
    return project / CASES
