"""The engine: what it renders from the real theme, and how it fails."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from whatworks.engine import EngineError, render
from whatworks.shell import POLICY, Page, Shells, settle

ROOT = Path(__file__).parent.parent
PAGE = Page("studies/x/index.html", "A case", "About it.", "https://example.org/x/", "", "find", "<p>Poured</p>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Shells]:
    """The real pages and theme, rendered for a site below a folder, and settled."""
    out = tmp_path_factory.mktemp("site")
    render(ROOT / "mkdocs.yml", out, site_url="https://example.org/base/")
    return out, settle(out)


def small_project(folder: Path, page: str) -> Path:
    """Write a project of one page in the plain theme, and return its mkdocs.yml."""
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text(page, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text("site_name: Small\nplugins: [no-such-plugin]\n", encoding="utf-8")
    return config


def test_importing_the_engine_module_does_not_import_mkdocs() -> None:
    """Commands that render nothing do not wait for MkDocs."""
    code = "import sys, whatworks.engine; sys.exit('mkdocs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_overrides_give_every_shell_its_holes(site: tuple[Path, Shells]) -> None:
    """All four shells of the real theme can be read, and a page poured into each."""
    for path in ("index.html", "find/index.html", "studies/x/index.html", "outcomes/x/2/index.html"):
        poured = site[1].pour(Page(path, "A case", "About it.", "https://example.org/x/", "", "find", "<p>Poured</p>"))
        assert "<title>A case - What Works</title>" in poured
        assert poured.count('<link rel="canonical"') == 1
        assert poured.count('aria-current="page"') == len(("tabs", "drawer"))
        assert "<p>Poured</p>" in poured
        assert "[[hole:" not in poured


def test_no_page_holds_inline_code(site: tuple[Path, Shells]) -> None:
    """No script without a source or a data type, no style or event attribute, on any page of the site."""
    pages = [path.read_text(encoding="utf-8") for path in site[0].rglob("*.html")]
    for page in [*pages, site[1].pour(PAGE)]:
        assert POLICY in page
        assert not re.search(r"<script(?![^>]*\b(?:src|type)=)", page)
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page)
        assert "<style" not in page


def test_no_page_asks_another_host_for_anything(site: tuple[Path, Shells]) -> None:
    """Scripts, style sheets and images come from the site itself."""
    for path in site[0].rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert not re.search(r"""<(?:script|img|iframe)\b[^>]*\bsrc="(?:https?:)?//""", page)
        assert not re.search(r"""<link\b[^>]*\brel="(?:stylesheet|preconnect|icon)"[^>]*href="(?:https?:)?//""", page)


def test_the_skip_link_leads_to_the_poured_heading(site: tuple[Path, Shells]) -> None:
    """Shells keep the theme's skip link, which points at the id that every poured heading bears."""
    assert re.search(r'<a href="#main" class="md-skip">', site[1].pour(PAGE))


def test_links_of_the_404_page_start_at_the_root_of_the_site(site: tuple[Path, Shells]) -> None:
    """The 404 page is shown at any address, so its links cannot be relative."""
    page = (site[0] / "404.html").read_text(encoding="utf-8")
    assert '<script src="/base/assets/js/scheme.js">' in page
    assert not re.findall(r'(?:href|src)="\.\.?/', page)


def test_a_fault_is_raised_in_the_engines_own_words(tmp_path: Path) -> None:
    """A broken link stops a strict run and names the page."""
    config = small_project(tmp_path, "# Home\n\n[gone](gone.md)\n")
    with pytest.raises(EngineError, match=r"index\.md.*gone\.md") as caught:
        render(config, tmp_path / "site")
    assert len(caught.value.messages) == 1


def test_warnings_can_be_returned_instead(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A run that is not strict returns and logs the warnings, and writes the site."""
    config = small_project(tmp_path, "# Home\n\n[gone](gone.md)\n")
    with caplog.at_level(logging.WARNING, "whatworks.engine"):
        messages = render(config, tmp_path / "site", strict=False)
    assert [record.getMessage() for record in caplog.records] == list(messages)
    assert (tmp_path / "site/index.html").exists()


def test_plugins_of_the_file_do_not_run(tmp_path: Path) -> None:
    """A plugin that does not even exist does no harm, so ours cannot call itself."""
    assert render(small_project(tmp_path, "# Home\n"), tmp_path / "site") == ()


def test_a_missing_configuration_is_an_engine_error(tmp_path: Path) -> None:
    """The message names the file that is missing."""
    with pytest.raises(EngineError, match=r"nowhere\.yml"):
        render(tmp_path / "nowhere.yml", tmp_path / "site")
