"""Two trees that take turns: what is deleted from the site comes back, and stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from whatworks.errors import WhatWorksError
from whatworks.site.output import text
from whatworks.tree import Tree

PAGES = {"index.html": "Home", "a/index.html": "A", "a/deep/index.html": "Deep", "b/index.html": "B"}


def write(folder: Path, *sites: dict[str, str]) -> int:
    """Write one site of all these pages; returns how many were made anew."""
    with Tree(folder / "site", folder / "cache" / "manifest.pickle", "") as tree:
        for path, content in (page for pages in sites for page in pages.items()):
            tree.add(text(path, content))
    return tree.written


def read(folder: Path) -> dict[str, str]:
    """The pages of the site."""
    site = folder / "site"
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("runs", [0, 1, 2, 3])
@pytest.mark.parametrize("gone", ["a/index.html", "a", "b", ""])
def test_what_was_deleted_comes_back_and_stays(gone: str, runs: int, tmp_path: Path) -> None:
    """A page, a folder or all of the site may be deleted at any time: every later site is whole."""
    for _ in range(runs + 1):
        write(tmp_path, PAGES)
    target = tmp_path / "site" / gone
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    if not gone:
        target.mkdir()
    for _ in range(3):
        write(tmp_path, PAGES)
        assert read(tmp_path) == PAGES


@pytest.mark.parametrize("gone", ["a/index.html", "a", ""])
@pytest.mark.parametrize("changes", [{"a/index.html": "Another"}, {"a/index.html": None, "a/deep/index.html": None}])
def test_pages_that_were_deleted_may_change_or_go(gone: str, changes: dict[str, str | None], tmp_path: Path) -> None:
    """A later run that changes or drops a deleted page does not miss it."""
    for _ in range(3):
        write(tmp_path, PAGES)
    target = tmp_path / "site" / gone
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    write(tmp_path, PAGES)
    wanted = {path: content for path, content in (PAGES | changes).items() if content is not None}
    for _ in range(3):
        write(tmp_path, wanted)
        assert read(tmp_path) == wanted


def test_the_same_site_is_not_written_again(tmp_path: Path) -> None:
    """Two runs fill both trees by linking, and a third has nothing to do."""
    assert [write(tmp_path, PAGES) for _ in range(3)] == [len(PAGES), 0, 0]


def test_folders_that_are_empty_go(tmp_path: Path) -> None:
    """A page that is gone leaves no folder behind."""
    for pages in (PAGES, PAGES, {"index.html": "Home"}, {"index.html": "Home"}):
        write(tmp_path, pages)
    assert [path.name for path in (tmp_path / "site").rglob("*")] == ["index.html"]


def test_an_address_is_claimed_once(tmp_path: Path) -> None:
    """Two files for one address stop the run, and the last site stays."""
    write(tmp_path, PAGES)
    with pytest.raises(WhatWorksError, match=r"Two files claim the address 'index\.html'"):
        write(tmp_path, {"index.html": "Home"}, {"index.html": "Home again"})
    assert read(tmp_path) == PAGES
