"""Addresses of the site. They are stable from the first day; see the list in the architecture page."""

from __future__ import annotations

import re
import unicodedata

ROOT = "\x00"
"""Stands for the way to the site's root in HTML that is used at several depths; contributed text cannot hold it."""

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def slug(text: str) -> str:
    """A name as part of an address: unaccented lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain)[:_LONGEST].strip("-") or "unnamed"


def rooted(html: str, path: str) -> str:
    """HTML with its links made relative to the page at `path`."""
    return html.replace(ROOT, "../" * path.count("/") or "./")


def study_path(study_id: str) -> str:
    """Where a case's page stands."""
    return f"studies/{study_id}/index.html"


def wish_path(wish_id: str) -> str:
    """Where a wanted outcome's page stands."""
    return f"wanted/{wish_id}/index.html"


def list_path(folder: str, number: int) -> str:
    """Where the so-manyth page of a list stands, counted from 1."""
    return f"{folder}/index.html" if number == 1 else f"{folder}/{number}/index.html"


def address(site_url: str, path: str) -> str:
    """The full public address of a file of the site."""
    return site_url.rstrip("/") + "/" + path.removesuffix("index.html")
