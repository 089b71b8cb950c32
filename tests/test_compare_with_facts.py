"""The editors' comparison finds figures, dates and wording that a case should not have, and nothing else."""

from pathlib import Path

import pytest

from compare_with_facts import main

SHEET = """\
id: leeds-example
councils: [Leeds City Council]
supplier: {name: Kerb and Sons}
other_partners: [Friends of the Long Green Lane]
period: {start: 2019-02, end: by 2022}
approach: [Staff went out with the crews every week and wrote down what they saw on the way]
outcomes:
  - {claim: Calls fell, baseline: "1,200", result: "about 1.3 million pounds", period: March to May 2020, source: x}
  - {claim: Half said that they were content, result: 8p a call}
sources:
  - {url: "https://example.org./a/", title: A report, publisher: Leeds City Council, published: 2020-06-03}
"""
CASE = """\
---
id: leeds-example
title: "Fewer people ring"
suppliers: [{name: "Kerb and Sons", kind: company, size: not-known}]
partners: ["Friends of the Long Green Lane"]
started: 2019-02
ended: before 2023
outcomes:
  - {claim: "Calls fell", measure: "calls", baseline: 1200, result: 1300000, unit: calls, source: a, period: "2020-05"}
  - {claim: "A call costs less", measure: "cost", result: 0.08, unit: GBP a call, source: a, period: "2020"}
sources:
  - {key: a, title: "A report", publisher: "Leeds City Council", url: "http://example.org/a", date: 2020-06}
---

## What was done

A woman from Friends of the Long Green Lane and Kerb and Sons came along.
"""


def _compare(folder: Path, capsys: pytest.CaptureFixture[str], case: str) -> tuple[int, str]:
    (folder / "sheets.yaml").write_text(SHEET, encoding="utf-8")
    (folder / "leeds-example.md").write_text(case, encoding="utf-8")
    status = main(["--facts", str(folder), "--content", str(folder)])
    return status, capsys.readouterr().out


def test_a_case_that_keeps_to_its_sheet_has_no_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Commas, scales, pence, months in words, "before" and shared names are read as the sheet means them."""
    assert _compare(tmp_path, capsys, CASE) == (0, "1 of 1 cases compared: 0 findings, 0 notes.\n")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("baseline: 1200", "baseline: 1250", "figure not in the sheet: 1250 (Calls fell)"),
        ("result: 0.08", "result: 8 of 77", "figure not in the sheet: 77 (A call costs less)"),
        ("started: 2019-02", "started: 2018-02", "date not in the sheet: started February 2018"),
        ("date: 2020-06", "date: 2020-05", "date not in the sheet: source a May 2020"),
        ("came along", "wrote down what they saw on the way home", "wrote down what they saw on the way"),
    ],
)
def test_what_the_sheet_does_not_bear_out_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, finding: str
) -> None:
    """One wrong figure, date or run of eight words is one finding, and the exit status is 1."""
    status, said = _compare(tmp_path, capsys, CASE.replace(old, new))
    assert status == 1
    assert finding in said
    assert "1 findings, 0 notes" in said


def test_a_source_that_the_sheet_does_not_list_is_only_noted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing can be compared there, so an editor is told and nothing is held against the case."""
    status, said = _compare(tmp_path, capsys, CASE.replace("example.org/a", "example.org/b"))
    assert status == 0
    assert "source beyond the sheet: http://example.org/b" in said


def test_a_folder_without_sheets_is_an_error(tmp_path: Path) -> None:
    """Comparing with nothing would look like success."""
    with pytest.raises(SystemExit) as ended:
        main(["--facts", str(tmp_path), "--content", str(tmp_path)])
    assert ended.value.code == 2
