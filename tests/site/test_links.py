"""Every page of the real site: its links, its head, and that it asks no other host for anything."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markup import Tag, read

from built_site import SITE_URL

BASE = urlsplit(SITE_URL).path
ADDRESSES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "form": "action",
    "source": "src",
    "iframe": "src",
}
LOADS = {"img", "script", "source", "iframe", "video", "audio", "embed", "object", "input", "use", "image"}
LINKED_ONLY = {"canonical", "alternate", "license", "author", "prev", "next"}
_CSS_ADDRESS = re.compile(r"""url\(\s*['"]?([^'")]*)|@import\s+['"]([^'"]*)""")


def internal(tag: str, attributes: dict[str, str]) -> str | None:
    """The address that an element names, if it is on the site."""
    value = attributes.get(ADDRESSES.get(tag, ""))
    if value is None or re.match(r"[a-z]+:|//", value):
        return None
    return value


def target(page: str, address: str) -> tuple[str, str]:
    """The file and the anchor that an address means on a page of the site."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if not path:
        return page, parts.fragment
    if path.startswith(BASE):
        path = path.removeprefix(BASE) or "./"
        page = "index.html"
    folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    found = posixpath.join(posixpath.dirname(page), path, "index.html" if folder else "")
    return posixpath.normpath(found), parts.fragment


def anchors(pages: dict[str, list[Tag]]) -> dict[str, set[str]]:
    """The ids of every page."""
    return {path: {attributes["id"] for _, attributes in found if "id" in attributes} for path, found in pages.items()}


def every(pages: dict[str, list[Tag]]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every element of every page, with the page's path."""
    for path, found in pages.items():
        for tag, attributes in found:
            yield path, tag, attributes


def some(faults: set[tuple[str, str]]) -> str:
    """Faults to print: one page of each kind is enough."""
    first: dict[str, str] = {}
    for page, fault in sorted(faults):
        first.setdefault(fault, page)
    return "\n".join(f"{page}: {fault}" for fault, page in list(first.items())[:20])


def test_every_link_within_the_site_leads_somewhere(built: Path, pages: dict[str, list[Tag]]) -> None:
    """Each address of a page, style sheet, script, image or form is a file of the site, and each anchor is there."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    ids = anchors(pages)
    faults = set()
    for page, tag, attributes in every(pages):
        address = internal(tag, attributes)
        if address is None:
            continue
        file, anchor = target(page, address)
        if file not in files or (anchor and file in ids and anchor not in ids[file]):
            faults.add((page, address if file not in files else f"{file}#{anchor}"))
    assert not faults, some(faults)


def test_no_link_starts_at_the_root_of_the_host(pages: dict[str, list[Tag]]) -> None:
    """The site works below any folder; only the 404 page, which is shown anywhere, starts from the public address."""
    faults = {
        (page, address)
        for page, tag, attributes in every(pages)
        if (address := internal(tag, attributes)) is not None
        and address.startswith("/") != (page == "404.html" and not address.startswith("#"))
    }
    assert not faults, some(faults)
    lost = [internal(*one) for one in pages["404.html"]]
    assert all(address.startswith((BASE, "#")) for address in lost if address is not None)


def test_no_page_loads_anything_from_another_host(pages: dict[str, list[Tag]]) -> None:
    """Only words link elsewhere: no script, image, frame, style sheet, icon, hint or form."""
    faults = set()
    for page, tag, attributes in every(pages):
        loaded = [attributes.get(name, "") for name in ("src", "srcset", "poster", "data") if tag in LOADS]
        loaded += [attributes["action"]] if tag == "form" else []
        if tag == "link" and not set(attributes["rel"].split()) <= LINKED_ONLY:
            loaded.append(attributes["href"])
        if tag == "link" and attributes["rel"] == "canonical":
            assert attributes["href"] == SITE_URL + page.removesuffix("index.html")
        faults |= {(page, f"{tag} {address}") for address in loaded if re.match(r"https?:|//", address)}
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            faults.add((page, "meta refresh"))
    assert not faults, some(faults)


def test_style_sheets_load_only_what_is_there(built: Path) -> None:
    """Every address in a style sheet is data or a file of the site."""
    faults = []
    for sheet in built.rglob("*.css"):
        for first, second in _CSS_ADDRESS.findall(sheet.read_text(encoding="utf-8")):
            address = first or second
            if not address.startswith(("data:", "#")) and not (sheet.parent / urlsplit(address).path).is_file():
                faults.append(f"{sheet.name}: {address}")
    assert not faults


def test_no_page_holds_code_or_styles(pages: dict[str, list[Tag]]) -> None:
    """No style, no event attribute, no script inside a page; the one data block is schema.org's."""
    faults = set()
    for page, tag, attributes in every(pages):
        faults |= {(page, f"{tag} {name}") for name in attributes if name == "style" or name.startswith("on")}
        inline = tag == "script" and "src" not in attributes
        if tag == "style" or (inline and attributes.get("type") not in ("application/ld+json", "application/json")):
            faults.add((page, f"inline {tag}"))
        if attributes.get("href", "").lower().startswith(("javascript:", "data:", "vbscript:")):
            faults.add((page, attributes["href"]))
    assert not faults, some(faults)


def test_every_page_has_a_heading_a_title_a_description_and_a_language(
    built: Path, pages: dict[str, list[Tag]]
) -> None:
    """One h1, which the skip link leads to, a title of its own, a description, and the language."""
    faults = set()
    titles: dict[str, list[str]] = {}
    for page, found in pages.items():
        heads = [f"#{attributes.get('id')}" for tag, attributes in found if tag == "h1"]
        skips = [attributes["href"] for tag, attributes in found if tag == "a" and attributes.get("class") == "md-skip"]
        if len(heads) != 1 or skips != heads:
            faults.add((page, f"h1: {heads}, skip link: {skips}"))
        described = [one["content"] for tag, one in found if tag == "meta" and one.get("name") == "description"]
        if len(described) != 1 or not described[0].strip():
            faults.add((page, f"description: {described}"))
        if [attributes.get("lang") for tag, attributes in found if tag == "html"] != ["en"]:
            faults.add((page, "language"))
        title = re.findall(r"<title>([^<]*)</title>", (built / page).read_text(encoding="utf-8"))
        if len(title) != 1 or not title[0].strip():
            faults.add((page, f"title: {title}"))
        titles.setdefault(unescape(title[0]), []).append(page)
    assert not faults, some(faults)
    assert not {title: found for title, found in titles.items() if len(found) > 1}


def test_ids_stand_once_and_labels_name_what_is_there(pages: dict[str, list[Tag]]) -> None:
    """No id is given twice, and every reference from a label or a control has its element."""
    faults = set()
    for page, found in pages.items():
        ids = [attributes["id"] for _, attributes in found if "id" in attributes]
        faults |= {(page, f"id {one} twice") for one in ids if ids.count(one) > 1}
        for _, attributes in found:
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget"):
                faults |= {(page, f"{name} {one}") for one in attributes.get(name, "").split() if one not in ids}
    assert not faults, some(faults)


def test_pages_differ_in_description(pages: dict[str, list[Tag]]) -> None:
    """A case is described by its own summary, not by a sentence for all."""
    described = [
        attributes["content"]
        for path, found in pages.items()
        for tag, attributes in found
        if path.startswith("studies/") and tag == "meta" and attributes.get("name") == "description"
    ]
    assert len(set(described)) == len(described)


def test_every_page_can_be_reached_from_the_home_page(pages: dict[str, list[Tag]]) -> None:
    """Following links from the home page leads to every page but the 404 page."""
    seen, waiting = set(), ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in seen or page not in pages:
            continue
        seen.add(page)
        waiting += [
            target(page, one)[0] for one in (internal(*found) for found in pages[page] if found[0] == "a") if one
        ]
    assert sorted(set(pages) - seen - {"404.html"}) == []


@pytest.mark.parametrize("path", ["index.html", "find/index.html", "404.html", "about/index.html"])
def test_the_fast_reading_of_pages_misses_nothing(built: Path, pages: dict[str, list[Tag]], path: str) -> None:
    """What the tests above look at is what a real parser of HTML sees."""
    assert pages[path] == [(one.tag, one.attributes) for one in read(built / path).elements]
