"""lunr.js, taken from the installed mkdocs package, as a module that a page can import."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from whatworks.errors import WhatWorksError
from whatworks.site.output import Output, signature

PATH = "assets/js/search/lunr.mjs"
_SOURCE = Path("contrib", "search", "templates", "search", "lunr.js")


def lunr_module() -> Iterator[Output]:
    """The one file."""
    yield Output(PATH, signature(("lunr", version("mkdocs"), version("rjsmin"))), lambda: lunr_source().encode("utf-8"))


@cache
def lunr_source() -> str:
    """lunr.js made smaller, between two lines that turn it into a module; its licence stays at the top."""
    from rjsmin import jsmin

    spec = find_spec("mkdocs")
    folder = Path(next(iter(spec.submodule_search_locations or ()), "")) if spec else Path()
    try:
        source = (folder / _SOURCE).read_text(encoding="utf-8")
    except OSError as error:
        raise WhatWorksError("lunr.js is not where mkdocs 1.6 has it: install what requirements.lock names.") from error
    small = jsmin(source)
    licence = "/*! lunr.js (C) Oliver Nightingale, MIT licence; as packaged with MkDocs, made smaller */\n"
    return f"{licence}const module={{exports:{{}}}},exports=module.exports;\n{small}\nexport default module.exports;\n"
