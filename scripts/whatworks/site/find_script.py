"""The script of the find page, in one file, and what the head of the page asks for early."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from whatworks.site.joined import joined
from whatworks.site.links import ROOT
from whatworks.site.lunr_module import PATH as LUNR
from whatworks.site.lunr_module import lunr_source
from whatworks.site.output import Output, signature

ENTRY = "assets/js/find/find.mjs"
PATH = "assets/js/find/joined.mjs"
"""In the same folder as the entry, since modules find the site's root by their own address."""
DATA = ("search/root.bin",)
"""Files that the script reads at once."""


def find_script(docs: Path) -> Iterator[Output]:
    """The joined script, if there is one to be joined among the hand-written files."""
    if (docs / ENTRY).is_file():
        text = joined(ENTRY, partial(_read, docs))
        yield Output(PATH, signature((text,)), lambda: text.encode("utf-8"))


@cache
def find_head() -> str:
    """The script and hints for what it reads at once; links begin with the mark of the site's root."""
    data = "".join(f'<link rel="preload" as="fetch" crossorigin href="{ROOT}{one}">' for one in DATA)
    return f'<script type="module" src="{ROOT}{PATH}"></script>{data}'


def _read(docs: Path, path: str) -> str:
    return lunr_source() if path == LUNR else (docs / path).read_text(encoding="utf-8")
