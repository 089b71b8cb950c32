"""A small site of its own folder: cases, settings and an engine that writes shells and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from samples import BODY, TODAY, plain, shell_text

from whatworks.build import Built, Plan, build
from whatworks.shell import SHELLS

CONFIG = "site_name: Small\nsite_url: https://example.org/some/where/\nextra: {repository: https://github.com/example/cases}\n"


class Engine:
    """Writes the four shells, a hand-written page and the 404 page; `broken` makes it fail half-way."""

    def __init__(self) -> None:
        self.broken: Exception | None = None
        self.runs = 0
        self.more: dict[str, str] = {}

    def __call__(self, config: Path, out: Path) -> None:
        """Render."""
        self.runs += 1
        shutil.rmtree(out, ignore_errors=True)
        pages = {name: shell_text(depth) for depth, name in enumerate(SHELLS)}
        said = (config.parent / "docs/about.md").read_text(encoding="utf-8")
        pages |= {"about/index.html": f"<head>\n</head>{said}", "404.html": "<head>\n</head>", **self.more}
        for name, text in pages.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_text(text, encoding="utf-8")
            if self.broken:
                raise self.broken


class SmallSite:
    """A project in a folder; `build` builds it, `files` says what stands in the built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "cases"
        self.out = folder / "site"
        self.engine = Engine()
        (folder / "docs").mkdir(parents=True)
        (folder / "docs/about.md").write_text("About", encoding="utf-8")
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        self.content.mkdir()

    def write(self, **changes: Any) -> Path:
        """Write a case, changed in some fields."""
        data = plain(**changes)
        path = self.content / f"{data['id']}.md"
        path.write_text(f"---\n{yaml.safe_dump(data, sort_keys=False)}---\n\n{BODY}", encoding="utf-8")
        return path

    def plan(self, **changes: Any) -> Plan:
        """The plan of the site, changed in some parts."""
        plan = Plan(
            self.content,
            self.folder / "mkdocs.yml",
            self.out,
            today=TODAY,
            cache=self.folder / "cache",
            render=self.engine,
        )
        return dataclasses.replace(plan, **changes)

    def build(self, **changes: Any) -> Built:
        """Build the site."""
        return build(self.plan(**changes))

    def files(self) -> dict[str, str]:
        """A hash of every file of the built site, by path."""
        return hashes(self.out)

    def fresh(self, **changes: Any) -> dict[str, str]:
        """A hash of every file that a build from nothing gives."""
        aside = self.folder / "aside"
        shutil.rmtree(aside, ignore_errors=True)
        self.build(out=aside / "site", cache=aside / "cache", **changes)
        return hashes(aside / "site")


def hashes(folder: Path, only: Iterable[str] = ("**/*",)) -> dict[str, str]:
    """A hash of every file in a folder, by path."""
    files = (path for pattern in only for path in folder.glob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
