"""The files under .github follow their schemas, are safe for forks, and only call our commands."""

import re
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parent.parent / ".github"
COMMANDS = Path(sysconfig.get_path("scripts"))
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
}
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
OUR_COMMAND = re.compile(r"(make|\.venv/bin/whatworks) [^;&|`\n]+")


def _run(command: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run one of the environment's own commands and keep what it prints."""
    return subprocess.run([COMMANDS / command, *arguments], capture_output=True, text=True, check=False, timeout=120)


def _load(path: Path) -> dict[str, Any]:
    """Read a workflow as plain data; the base loader keeps the key `on` a word instead of a truth value."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only
    assert isinstance(data, dict)
    return data


def _steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every step of every job."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_zizmor_finds_nothing() -> None:
    """The security linter for workflows has nothing to say, even at its strictest for our size."""
    result = _run("zizmor", "--offline", "--persona", "pedantic", GITHUB)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_follow_githubs_schemas(schema: str) -> None:
    """GitHub will accept each workflow, issue form and setting as it stands."""
    files = SCHEMAS[schema]
    assert files, f"no file to check against {schema}"
    result = _run("check-jsonschema", "--builtin-schema", schema, *files)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    """Every action is named by its full commit with the version beside it, so nobody can swap it under us."""
    uses = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    loose = [line.strip() for line in uses if not PINNED.search(line)]
    assert loose == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_forks_get_no_writing_token(path: Path) -> None:
    """A workflow that runs on pull requests may only read, in every one of its jobs."""
    workflow = _load(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    if "pull_request" in workflow["on"]:
        jobs = workflow["jobs"].values()
        granted = [workflow["permissions"], *(job.get("permissions", {}) for job in jobs)]
        assert all(set(permissions.items()) <= {("contents", "read")} for permissions in granted)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_steps_only_call_our_commands(path: Path) -> None:
    """What a workflow does can be done by hand with the same command: no script lives in YAML."""
    runs = [step["run"] for step in _steps(_load(path)) if "run" in step]
    foreign = [run for run in runs if not OUR_COMMAND.fullmatch(run)]
    assert foreign == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_checkouts_leave_no_token_behind(path: Path) -> None:
    """The token that fetched the code is gone before our code runs."""
    checkouts = [step for step in _steps(_load(path)) if "actions/checkout@" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_warn_that_they_are_public(path: Path) -> None:
    """Nobody fills in a form without first reading that everybody can see it."""
    first = _load(path)["body"][0]
    assert first["type"] == "markdown"
    assert "This form is public" in first["attributes"]["value"]
