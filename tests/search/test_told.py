"""What the `search` command prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from search_made import files
from whatworks.cli import main
from whatworks.errors import WhatWorksError
from whatworks.search.told import choices

TEXTS = [
    {"title": ["Damp homes made dry"], "summary": ["Sensors told of damp."]},
    {"title": ["Bins on time"], "summary": ["Fewer missed bins."]},
    {"title": ["Homes without damp"], "summary": ["Vents."]},
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with nothing but search files."""
    for path, raw in files(TEXTS).items():
        if path.startswith("cards/"):
            number = int(path.rpartition("/")[2].removesuffix(".json"))
            shown = {"url": f"studies/case-{number}/", "councils": ["Leeds"], "direction": "Improved"}
            raw = json.dumps({**json.loads(raw), **shown, "evidence": "Claimed", "cost": "", "year": 2020}).encode()
        (tmp_path / "search" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "search" / path).write_bytes(raw)
    return tmp_path


def _run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["search", *words])
    return result.exit_code, result.output


def test_json_has_the_form_that_other_tools_rely_on(site: Path) -> None:
    """Total, results with id, score and title, and counts by facet and option."""
    status, printed = _run("damp", "--site", str(site), "--format", "json", "--limit", "1")
    found = json.loads(printed)
    assert status == 0
    assert list(found) == ["total", "results", "facets"]
    assert found["total"] == 2
    (first,) = found["results"]
    assert list(first) == ["id", "score", "title"]
    assert first["id"] in {"case-0", "case-2"}
    assert found["facets"] == {"evidence": {"low": 1, "high": 1}}


def test_where_narrows(site: Path) -> None:
    """To the cases that have the option."""
    _, printed = _run("damp", "--site", str(site), "--where", "evidence=high", "--format", "json")
    assert [one["id"] for one in json.loads(printed)["results"]] == ["case-2"]


def test_text_says_what_was_done_to_the_query(site: Path) -> None:
    """Mended words and synonyms are named."""
    status, printed = _run("dmap refuse", "--site", str(site))
    assert status == 0
    assert "Searched for 'damp' instead of 'dmap'." in printed
    assert "Also looked for: bins" in printed
    assert "1. " in printed


@pytest.mark.parametrize("words", [("damp", "--where", "evidence"), ("damp", "--where", "colour=red")])
def test_a_wrong_choice_is_one_sentence(site: Path, words: tuple[str, ...]) -> None:
    """And status 2."""
    status, printed = _run(*words, "--site", str(site))
    assert status == 2
    assert printed.startswith("whatworks: ")


def test_a_folder_without_a_site_is_one_sentence(tmp_path: Path) -> None:
    """With what to do."""
    status, printed = _run("damp", "--site", str(tmp_path))
    assert status == 2
    assert "whatworks build" in printed


def test_choices_of_one_facet_are_gathered() -> None:
    """OR within a facet."""
    assert choices(["a=1", "b=2", "a=3"]) == {"a": ["1", "3"], "b": ["2"]}
    with pytest.raises(WhatWorksError, match="FACET=ID"):
        choices(["a="])
