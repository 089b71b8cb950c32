"""Shells: empty pages with the whole theme around marked holes, which every generated page is poured into.

The engine renders one shell for each depth of address, since links in the theme are relative. A shell is
read and split once; pouring is then one join. This module knows no engine: it reads files. It also makes
the engine's own pages fit the site's policy, which allows no script inside a page.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from whatworks.errors import WhatWorksError

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'"
"""What a page may load, as the content of its Content-Security-Policy: this site only, and no inline code."""

SHELLS = ("index.html", "_shell/index.html", "_shell/x/index.html", "_shell/x/y/index.html")
"""Where the engine wrote the shells of depth 0, 1, 2 and 3, relative to its output."""

HOLES = frozenset({"title", "name", "description", "canonical", "head", "content"})
"""The holes that every shell must have, each once or more; `here:<section>` marks a link to a section."""

_HOLE = re.compile(r"\[\[hole:(?:here:)?[a-z-]+\]\]")
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_HAS_SOURCE_OR_TYPE = re.compile(r"\b(?:src|type)\s*=")
_DOCUMENTATION = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_SITE_NAME = re.compile(r'<meta property="og:site_name" content="([^"]*)">')


class ShellError(WhatWorksError):
    """A shell is missing or lacks a hole, or a page does not fit the shells."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: what goes into the holes of a shell, and where the result stands."""

    path: str
    """Where it is written, relative to the site, such as `studies/some-case/index.html`."""
    title: str
    """Its name as plain text, without the site's name; empty for the site's name alone."""
    description: str
    """One or two sentences for search engines and previews, as plain text."""
    canonical: str
    """Its full public address."""
    head: str
    """Safe HTML for the end of the head: feeds, schema.org data, modules."""
    section: str
    """The id of the section whose tab is marked (`extra.sections`), or empty."""
    content: str
    """Safe HTML for the body of the page, with one `h1` that bears the id `main`."""


@dataclass(frozen=True, slots=True)
class Shell:
    """One shell, split at its holes. The parts are kept once for each section, its tab already marked."""

    site_name: str
    holes: tuple[tuple[int, str], ...]
    """Index among the parts, and name, of each hole."""
    parts: Mapping[str, tuple[str, ...]]
    """The pieces of the page by section, with an empty piece for each hole; `""` marks no section."""

    def pour(self, page: Page) -> str:
        """Return the whole page; raise ShellError if no tab has the page's section."""
        parts = self.parts.get(page.section)
        if parts is None:
            raise ShellError(f"{page.path}: no tab for section '{page.section}' in extra.sections")
        name = escape(page.title)
        values = {
            "title": f"{name} - {self.site_name}" if name else self.site_name,
            "name": name or self.site_name,
            "description": escape(page.description),
            "canonical": escape(page.canonical),
            "head": page.head,
            "content": page.content,
        }
        pieces = list(parts)
        for index, hole in self.holes:
            pieces[index] = values[hole]
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Shells:
    """The shells of one build, one for each depth of address."""

    by_depth: tuple[Shell, ...]
    key: str = ""
    """Stands for the text of all shells: what was poured under the same key need not be poured again."""

    def pour(self, page: Page) -> str:
        """Return the whole page, in the shell that fits its path; raise ShellError if none does."""
        depth = page.path.count("/")
        if depth >= len(self.by_depth):
            raise ShellError(f"{page.path}: lies {depth} folders deep, shells reach {len(self.by_depth) - 1}")
        return self.by_depth[depth].pour(page)


def settle(out: Path, *, policy: bool = True) -> Shells:
    """Turn the engine's fresh output into a part of the site, and return the shells taken out of it.

    Shells, inline scripts and the engine's leftovers go; every page gets the policy, and modules are made smaller.
    Leave `policy` out only while serving, when live reload is written into the pages.
    """
    shells = read_shells(out, policy=policy)
    remove_leftovers(out)
    if policy:
        make_smaller(out)
    for path in sorted(out.rglob("*.html")):
        text = drop_scripts(path.read_text(encoding="utf-8"))
        path.write_text(add_policy(text) if policy else text, encoding="utf-8")
    return shells


def read_shells(out: Path, *, policy: bool = True) -> Shells:
    """Read the shells out of the engine's output; raise ShellError if one is missing or lacks a hole."""
    shells, digest = [], hashlib.sha256()
    for name in SHELLS:
        try:
            text = (out / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise ShellError(f"{name}: the engine wrote no such shell; see docs/_shell.md") from None
        text = add_policy(text) if policy else text
        digest.update(text.encode())
        shells.append(read_shell(text, name))
    return Shells(tuple(shells), digest.hexdigest()[:16])


def read_shell(text: str, name: str = "shell") -> Shell:
    """Split one rendered shell at its holes; raise ShellError if a hole is missing.

    The theme's inline scripts are left out.
    """
    text = drop_scripts(text)
    text = re.sub(r"\s*\n\s*", "\n", text)
    texts, marks = _HOLE.split(text), [mark[7:-2] for mark in _HOLE.findall(text)]
    missing = sorted(HOLES.difference(marks))
    if missing:
        raise ShellError(f"{name}: no hole for {', '.join(missing)}; see docs/.overrides/main.html")
    sections = {"", *(mark.removeprefix("here:") for mark in marks if mark.startswith("here:"))}
    found = _SITE_NAME.search(text)
    return Shell(
        site_name=escape(unescape(found[1])) if found else "",
        holes=tuple((2 * index + 1, mark) for index, mark in enumerate(marks) if mark in HOLES),
        parts={section: tuple(_pieces(texts, marks, section)) for section in sorted(sections)},
    )


def remove_leftovers(out: Path) -> None:
    """Remove what no reader asks for: shells, a sitemap that lists them, the theme's scripts and maps."""
    for folder in ("_shell", "assets/javascripts"):
        shutil.rmtree(out / folder, ignore_errors=True)
    for path in (out / "index.html", *out.glob("sitemap.xml*"), *out.glob("assets/**/*.min.*.map")):
        path.unlink(missing_ok=True)


def make_smaller(out: Path) -> None:
    """Take the documentation out of our modules: half of their bytes, and nothing that a browser reads.

    No more than that is done to them: a minifier that does not know template strings changes what they say.
    """
    for path in sorted(out.rglob("*.mjs")):
        path.write_text(undocumented(path.read_text(encoding="utf-8")), encoding="utf-8")


def undocumented(module: str) -> str:
    """A module without its documentation."""
    return _DOCUMENTATION.sub("", module)


def drop_scripts(text: str) -> str:
    """A page without its inline scripts: they serve the theme's bundle, which no page loads; data blocks stay."""
    return _SCRIPT.sub(lambda found: "" if _is_inline(found) else found[0], text)


def add_policy(text: str) -> str:
    """Put the policy first into the head of a page."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return text.replace("<head>", f"<head>\n{meta}", 1)


def _is_inline(script: re.Match[str]) -> bool:
    return not _HAS_SOURCE_OR_TYPE.search(script[1])


def _pieces(texts: list[str], marks: list[str], section: str) -> Iterator[str]:
    """Yield texts and, between them, an empty piece for a hole or the mark of the active section."""
    yield texts[0]
    for mark, text in zip(marks, texts[1:], strict=True):
        yield ' aria-current="page"' if section and mark == f"here:{section}" else ""
        yield text
