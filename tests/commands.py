"""Runs our commands as a person at a terminal does, in a folder with a folder of cases."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from whatworks.cli import main

ROOT = Path(__file__).parents[1]
CASES = "case_studies"


def run(*arguments: str | Path) -> Result:
    """Run a command; an exception that reaches the terminal is a fault of ours and fails the test."""
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def sentence(result: Result) -> str:
    """The one line that a command says where it could not run; nothing else was said."""
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert result.stderr.startswith("whatworks: ")
    assert result.stderr.count("\n") == 1
    assert result.stderr.endswith(".\n")
    return result.stderr.removeprefix("whatworks: ").strip()
