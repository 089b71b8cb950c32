"""The real site, built once in a run and shared by all tests that read it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from whatworks.build import Plan, build

ROOT = Path(__file__).parent.parent
SITE_URL = "https://example.org/some/where/"
"""The public address that the site is built for; below a folder, as on GitHub Pages."""
TODAY = datetime.datetime.now(datetime.UTC).date()

_built: list[Path] = []


def real_site(factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built from nothing the first time it is asked for."""
    if not _built:
        _built.append(build_real(factory.mktemp("real")))
    return _built[0]


def build_real(folder: Path) -> Path:
    """Build the real site from nothing into a folder; cases with errors are left out, other tests find those."""
    plan = Plan(
        ROOT / "case_studies",
        ROOT / "mkdocs.yml",
        folder / "site",
        strict=False,
        today=TODAY,
        cache=folder / "cache",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        build(plan)
    return plan.out
