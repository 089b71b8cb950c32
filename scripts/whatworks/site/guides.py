"""The hand-written pages, as the search reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from whatworks.text.frontmatter import read


@dataclass(frozen=True, slots=True)
class Guide:
    """A hand-written page: where it stands in the site, its title and description, and its Markdown."""

    path: str
    title: str
    description: str
    markdown: str


def read_guides(docs: Path) -> tuple[Guide, ...]:
    """The pages of a folder, sorted by where they stand; what begins with an underscore or a dot is none."""
    found = []
    for path in sorted(docs.rglob("*.md")) if docs.is_dir() else ():
        parts = path.relative_to(docs).parts
        document = read(path.name, path.read_bytes())
        if any(part.startswith(("_", ".")) for part in parts) or "shell" in document.data:
            continue
        title = document.data.get("title") or _first_heading(document.body_text)
        if title:
            description = str(document.data.get("description") or "")
            found.append(Guide(_address(parts), str(title), description, document.body_text))
    return tuple(sorted(found, key=lambda guide: guide.path))


def _address(parts: tuple[str, ...]) -> str:
    *folders, name = parts
    return "".join(f"{part}/" for part in (*folders, *(() if name == "index.md" else (name.removesuffix(".md"),))))


def _first_heading(markdown: str) -> str:
    return next((line.lstrip("#").strip() for line in markdown.splitlines() if line.startswith("# ")), "")
