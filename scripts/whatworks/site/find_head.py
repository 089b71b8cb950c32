"""What the head of the find page asks for early, so that a search needs few round trips after the page."""

from __future__ import annotations

from functools import cache

from whatworks.site.links import ROOT

SCRIPTS = "assets/js/"
ENTRY = "find/find.mjs"
MODULES = (
    "find/answer.mjs", "find/chips.mjs", "find/core.mjs", "find/dom.mjs", "find/download.mjs", "find/empty.mjs",
    "find/filters.mjs", "find/marks.mjs", "find/narrow.mjs", "find/pager.mjs", "find/places.mjs", "find/rows.mjs",
    "find/sentence.mjs", "find/sheet.mjs", "find/sort.mjs", "find/state.mjs", "search/blocks.mjs", "search/codec.mjs",
    "search/expand.mjs", "search/facets.mjs", "search/lunr.mjs", "search/normalise.mjs", "search/phrases.mjs",
    "search/plan.mjs", "search/query.mjs", "search/rank.mjs", "search/reader.mjs", "search/search.mjs",
    "search/snippets.mjs", "search/sort.mjs", "search/spell.mjs", "search/why.mjs",
)  # fmt: skip
"""Every module that the entry loads, itself or through another; a test follows the imports."""
DATA = ("search/root.bin",)
"""Files that the entry reads at once."""


@cache
def find_head() -> str:
    """The entry, and hints for all that it loads; links begin with the mark of the site's root."""
    hints = "".join(f'<link rel="modulepreload" href="{ROOT}{SCRIPTS}{one}">' for one in MODULES)
    data = "".join(f'<link rel="preload" as="fetch" crossorigin href="{ROOT}{one}">' for one in DATA)
    return f'{hints}{data}<script type="module" src="{ROOT}{SCRIPTS}{ENTRY}"></script>'
