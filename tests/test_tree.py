"""A site's folder: what is deleted from it comes back, what does not belong there goes, nothing foreign is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from whatworks.errors import WhatWorksError
from whatworks.site.output import text
from whatworks.tree import Tree, refuse_foreign

PAGES = {"index.html": "Home", "a/index.html": "A", "a/deep/index.html": "Deep", "b/index.html": "B"}


def write(folder: Path, *sites: dict[str, str], made_of: str = "") -> int:
    """Write one site of all these pages; returns how many were made anew."""
    with Tree(folder / "site", folder / "cache" / "manifest.pickle", made_of) as tree:
        for path, content in (page for pages in sites for page in pages.items()):
            tree.add(text(path, content))
    return tree.written


def read(folder: Path) -> dict[str, str]:
    """The pages of the site."""
    site = folder / "site"
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("gone", ["a/index.html", "a", "b", ""])
def test_what_was_deleted_comes_back_and_stays(gone: str, tmp_path: Path) -> None:
    """A page, a folder or all of the site may be deleted at any time: every later site is whole."""
    write(tmp_path, PAGES)
    target = tmp_path / "site" / gone
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    for _ in range(2):
        write(tmp_path, PAGES)
        assert read(tmp_path) == PAGES


@pytest.mark.parametrize("gone", ["a/index.html", "a", ""])
@pytest.mark.parametrize("changes", [{"a/index.html": "Another"}, {"a/index.html": None, "a/deep/index.html": None}])
def test_pages_that_were_deleted_may_change_or_go(gone: str, changes: dict[str, str | None], tmp_path: Path) -> None:
    """A later run that changes or drops a deleted page does not miss it."""
    write(tmp_path, PAGES)
    target = tmp_path / "site" / gone
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    wanted = {path: content for path, content in (PAGES | changes).items() if content is not None}
    for _ in range(2):
        write(tmp_path, wanted)
        assert read(tmp_path) == wanted


def test_the_same_site_is_not_written_again(tmp_path: Path) -> None:
    """A second run has nothing to do, and a run of another program does all."""
    assert [write(tmp_path, PAGES) for _ in range(2)] == [len(PAGES), 0]
    assert write(tmp_path, PAGES, made_of="another program") == len(PAGES)


@pytest.mark.parametrize("forgotten", [True, False])
def test_what_does_not_belong_there_goes(forgotten: bool, tmp_path: Path) -> None:
    """A file that an earlier or broken run left is not a part of the site, whether or not the state is known."""
    write(tmp_path, PAGES)
    (tmp_path / "site/a/stray.html").write_text("Stray", encoding="utf-8")
    if forgotten:
        (tmp_path / "cache/manifest.pickle").unlink()
    write(tmp_path, PAGES)
    assert read(tmp_path) == PAGES


def test_folders_that_are_empty_go(tmp_path: Path) -> None:
    """A page that is gone leaves no folder behind."""
    for pages in (PAGES, {"index.html": "Home"}):
        write(tmp_path, pages)
    assert [path.name for path in (tmp_path / "site").rglob("*")] == ["index.html"]


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    """Addresses of one kind give way to those of the other."""
    for pages in ({"a": "A"}, {"a/index.html": "A"}, {"a": "A"}):
        write(tmp_path, pages)
        assert read(tmp_path) == pages


def test_an_address_is_claimed_once(tmp_path: Path) -> None:
    """Two files for one address stop the run, and the last site stays."""
    write(tmp_path, PAGES)
    with pytest.raises(WhatWorksError, match=r"Two files claim the address 'index\.html'"):
        write(tmp_path, {"index.html": "Home"}, {"index.html": "Home again"})
    assert read(tmp_path) == PAGES


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """Nobody's documents are taken for an old site; an empty folder, none, or a site may be written to."""
    for name in ("none", "empty", "site"):
        refuse_foreign(tmp_path / name)
        (tmp_path / name).mkdir()
        refuse_foreign(tmp_path / name)
    (tmp_path / "site/404.html").touch()
    (tmp_path / "empty/letter.odt").touch()
    refuse_foreign(tmp_path / "site")
    with pytest.raises(WhatWorksError, match="something else than a built site"):
        refuse_foreign(tmp_path / "empty")
    with pytest.raises(WhatWorksError, match="is a file"):
        refuse_foreign(tmp_path / "site/404.html")
