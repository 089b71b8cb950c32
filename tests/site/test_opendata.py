"""The data files: every case is in each of them, and they agree with the cases."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from samples import TODAY, collection_of, contents, make_study, result

from built_site import ROOT, SITE_URL
from whatworks.corpus import Words, open_corpus, read_file
from whatworks.model.decode import decode
from whatworks.model.evidence import headline, ratings
from whatworks.model.study import Study
from whatworks.site.opendata import open_data

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://www.example.org")']


@pytest.fixture(scope="module")
def ids(built: Path) -> set[str]:
    """The ids of all published cases."""
    return {path.parent.name for path in (built / "studies").glob("*/index.html")}


@pytest.fixture(scope="module")
def table(built: Path) -> list[dict[str, str]]:
    """The rows of the published table."""
    return list(csv.DictReader(io.StringIO((built / "data/studies.csv").read_bytes().decode("utf-8"), newline="")))


def load(path: Path) -> dict[str, Any]:
    """A JSON file of the site."""
    data = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def made(study: Study, words: Words) -> dict[str, str]:
    """The data files of one case."""
    return contents(open_data(collection_of([study], words)))


def test_every_case_is_in_every_data_file(built: Path, ids: set[str], table: list[dict[str, str]]) -> None:
    """One JSON a case, one list of all, one table: the same cases in each, once, in the same order."""
    index = load(built / "api/v1/studies.json")
    listed = [one["id"] for one in index["studies"]]
    assert index["count"] == len(listed) == len(ids)
    assert set(listed) == ids == {path.stem for path in (built / "api/v1/studies").glob("*.json")}
    assert [row["id"] for row in table] == listed


def test_the_data_of_a_case_agrees_with_its_file(built: Path, ids: set[str]) -> None:
    """Title, councils, outcomes and the computed level are those of the case."""
    corpus = open_corpus(ROOT / "case_studies", TODAY)
    for path in (one for one in corpus.files if one.stem in ids):
        study = decode(Study, read_file(path).data)
        data = load(built / f"api/v1/studies/{study.id}.json")
        assert data["study"]["title"] == study.title
        assert data["study"]["councils"] == list(study.councils)
        assert [one["claim"] for one in data["study"].get("outcomes", [])] == [one.claim for one in study.outcomes]
        best = headline(study, ratings(study))
        assert (data["computed"]["evidence"]["level"], data["computed"]["evidence"]["outcome"]) == (
            best.level,
            best.outcome,
        )
        assert data["url"] == f"{SITE_URL}studies/{study.id}/"


def test_the_table_agrees_with_the_list(built: Path, table: list[dict[str, str]]) -> None:
    """A row says the same as the entry of the list, and names the councils that took part, no others."""
    listed = {one["id"]: one for one in load(built / "api/v1/studies.json")["studies"]}
    for row in table:
        entry = listed[row["id"]]
        assert row["title"].removeprefix("'") == entry["title"]
        assert row["url"] == entry["url"]
        assert int(row["evidence_level"]) == entry["evidence_level"]
        assert row["direction"] == entry["direction"]
        assert row["councils"].split("|") == entry["councils"]
        assert len(row["council_names"].split("|")) == len(entry["councils"])


def test_councils_are_those_of_the_time(words: Words) -> None:
    """A council that came later did not take part, so the data does not name it as one that did."""
    files = made(make_study(councils=["SWT"]), words)
    (row,) = csv.DictReader(io.StringIO(files["data/studies.csv"], newline=""))
    assert (row["councils"], row["council_names"]) == ("SWT", "Somerset West and Taunton Council")
    assert json.loads(files["api/v1/studies.json"])["studies"][0]["councils"] == ["SWT"]
    data = json.loads(files["api/v1/studies/leeds-example.json"])
    assert data["computed"]["councils"][0]["now"] == ["SMT"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_the_table_is_a_formula(words: Words, formula: str) -> None:
    """Whatever a spreadsheet would calculate begins with an apostrophe; nothing else is changed."""
    text = f'{formula}, with a comma, "quotes" and\na new line'
    study = make_study(
        title=text, summary=formula, suppliers=[{"name": formula, "kind": "company", "size": "not-known"}]
    )
    (row,) = csv.DictReader(io.StringIO(made(study, words)["data/studies.csv"], newline=""))
    assert row["title"] == f"'{text}"
    assert row["summary"] == row["suppliers"] == f"'{formula}"
    assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_real_cells_are_as_the_cases_say(table: list[dict[str, str]]) -> None:
    """Every row has every column, and no cell is a formula."""
    for row in table:
        assert None not in row
        assert all(isinstance(cell, str) for cell in row.values())
        assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_figures_and_dates_are_taken_apart(words: Words) -> None:
    """Programs get numbers and ISO dates, with the text as it was typed."""
    entries = [result(baseline=None, result="over 326 of about 706", against="5 to 7")]
    data = json.loads(
        made(make_study(outcomes=entries, started="about 2014-11"), words)["api/v1/studies/leeds-example.json"]
    )
    (entry,) = data["study"]["outcomes"]
    assert entry["result"] == {"text": "over 326 of about 706", "low": 326.0, "word": "over", "of": 706.0}
    assert entry["against"] == {"text": "5 to 7", "low": 5.0, "high": 7.0}
    assert entry["figure"] == "over 326 of about 706 calls a month against 5 to 7"
    assert data["study"]["started"] == {"text": "about 2014-11", "iso": "2014-11"}


def test_every_field_of_a_case_is_in_its_data(words: Words) -> None:
    """What was typed can be read back; only what is empty is left out."""
    data = json.loads(made(make_study(), words)["api/v1/studies/leeds-example.json"])["study"]
    for name in ("need", "limits", "who_benefits", "end_reason", "sources", "suppliers", "helped", "published"):
        assert data[name], name
    assert "costs" not in data


def test_data_says_under_which_licence_it_may_be_used(built: Path, ids: set[str]) -> None:
    """Licence and attribution stand in every file that programs read."""
    files = [built / "api/v1/studies.json", *(built / f"api/v1/studies/{one}.json" for one in sorted(ids))]
    assert all(load(path)["licence"] and load(path)["attribution"] for path in files)


def test_hostile_texts_stay_texts(words: Words) -> None:
    """JSON gives back exactly what was typed."""
    hostile = "</script>\u2028\"\\'{{ 7*7 }}"
    files = made(make_study(title=hostile), words)
    assert json.loads(files["api/v1/studies/leeds-example.json"])["study"]["title"] == hostile
    assert json.loads(files["api/v1/studies.json"])["studies"][0]["title"] == hostile
