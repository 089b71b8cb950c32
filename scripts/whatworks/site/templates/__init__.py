"""The templates of the poured pages: Jinja with autoescape on; contributed text is only ever data to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from whatworks.site import marks


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("whatworks.site", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals |= {
        "direction": marks.direction,
        "ladder": marks.ladder,
        "bar": marks.bar,
        "shape": marks.shape,
    }
    environment.filters["bar_markup"] = marks.bar
    environment.filters["day"] = lambda day: f"{day.day} {day:%B %Y}"
    return environment


@cache
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.jinja")


def keep_compiled(folder: Path) -> None:
    """Keep the compiled templates in a folder, and take them from there: compiling takes longer than one edit else."""
    folder.mkdir(parents=True, exist_ok=True)
    _environment().bytecode_cache = FileSystemBytecodeCache(str(folder))


def render(name: str, **values: Any) -> Markup:
    """The HTML of a template."""
    return Markup(_template(name).render(values))
