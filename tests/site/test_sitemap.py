"""The sitemap and robots.txt."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from markup import Tag

from built_site import ROOT, SITE_URL
from whatworks.corpus import read_file
from whatworks.site.sitemap import robots, sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MANY = 50_001


def locations(text: str) -> list[str]:
    """The addresses in a sitemap or an index."""
    return [one.text or "" for one in ElementTree.fromstring(text).iter(f"{SPACE}loc")]  # noqa: S314 - our own file


@pytest.fixture(scope="module")
def published(built: Path) -> str:
    """The real sitemap."""
    return (built / "sitemap.xml").read_text(encoding="utf-8")


def test_every_page_stands_in_the_sitemap_once(published: str, pages: dict[str, list[Tag]]) -> None:
    """Hand-written and generated pages alike, by their public addresses; the 404 page is no page to find."""
    assert sorted(locations(published)) == sorted(
        SITE_URL + path.removesuffix("index.html") for path in pages if path != "404.html"
    )


def test_a_case_bears_the_day_of_its_last_review(published: str) -> None:
    """Search engines learn when a case was last read."""
    found = {
        one.findtext(f"{SPACE}loc"): one.findtext(f"{SPACE}lastmod")
        for one in ElementTree.fromstring(published)  # noqa: S314 - our own file
    }
    dated = {address: day for address, day in found.items() if day}
    assert dated
    for address, day in dated.items():
        case = ROOT / "case_studies" / f"{str(address).rstrip('/').rpartition('/')[2]}.md"
        assert read_file(case).data["last_reviewed"] == day


def test_more_pages_than_one_file_may_hold_become_several_files() -> None:
    """Over 50,000 addresses the sitemap is an index of parts, none of them too long, nothing lost."""
    files = sitemap((f"studies/case-{number}/index.html" for number in range(MANY)), {}, SITE_URL)
    parts = {name: locations(text) for name, text in files.items() if name != "sitemap.xml"}
    assert locations(files["sitemap.xml"]) == [SITE_URL + name for name in parts]
    assert [len(part) for part in parts.values()] == [50_000, 1]


def test_addresses_are_escaped() -> None:
    """An ampersand in an address does not break the file."""
    files = sitemap(["a&b/index.html"], {}, "https://example.org/?x=<y>&z/")
    assert locations(files["sitemap.xml"]) == ["https://example.org/?x=<y>&z/a&b/"]


def test_an_empty_site_has_a_sitemap() -> None:
    """No page, no address, but a well-formed file."""
    assert locations(sitemap([], {}, SITE_URL)["sitemap.xml"]) == []


def test_robots_may_read_everything_and_find_the_sitemap(built: Path) -> None:
    """robots.txt hides nothing."""
    text = (built / "robots.txt").read_text(encoding="utf-8")
    assert text == robots(SITE_URL)
    assert "Disallow: /" not in text
    assert f"Sitemap: {SITE_URL}sitemap.xml" in text
