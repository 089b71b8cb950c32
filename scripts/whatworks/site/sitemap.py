"""The sitemap, with the day on which each page last changed, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from whatworks.site.links import address

_MOST = 50_000  # addresses that the sitemap protocol allows in one file


def sitemap(paths: Iterable[str], changed: Mapping[str, str], site_url: str) -> dict[str, str]:
    """Sitemaps by path, for the given pages; `changed` has ISO days by path. Over 50,000 pages an index of several."""
    pages = sorted(path for path in paths if path.endswith(".html") and path != "404.html")
    parts = [pages[start : start + _MOST] for start in range(0, len(pages), _MOST)] or [[]]
    if len(parts) == 1:
        return {"sitemap.xml": _urls(parts[0], changed, site_url)}
    files = {f"sitemap-{number}.xml": _urls(part, changed, site_url) for number, part in enumerate(parts, 1)}
    index = "".join(f"<sitemap><loc>{escape(address(site_url, name))}</loc></sitemap>\n" for name in files)
    return {**files, "sitemap.xml": _document("sitemapindex", index)}


def robots(site_url: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {address(site_url, 'sitemap.xml')}\n"


def _urls(pages: Iterable[str], changed: Mapping[str, str], site_url: str) -> str:
    lines = []
    for path in pages:
        day = f"<lastmod>{changed[path]}</lastmod>" if path in changed else ""
        lines.append(f"<url><loc>{escape(address(site_url, path))}</loc>{day}</url>\n")
    return _document("urlset", "".join(lines))


def _document(element: str, content: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{content}</{element}>\n'
    )
