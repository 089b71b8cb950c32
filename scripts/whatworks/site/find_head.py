"""What the head of the find page asks for early, so that a search needs few round trips after the page."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from whatworks.site.links import ROOT

ENTRY = "assets/js/find/find.mjs"
MODULES = (
    "assets/js/find/answer.mjs", "assets/js/find/chips.mjs", "assets/js/find/core.mjs", "assets/js/find/dom.mjs",
    "assets/js/find/download.mjs", "assets/js/find/empty.mjs", "assets/js/find/filters.mjs", "assets/js/find/marks.mjs",
    "assets/js/find/narrow.mjs", "assets/js/find/pager.mjs", "assets/js/find/places.mjs", "assets/js/find/rows.mjs",
    "assets/js/find/sentence.mjs", "assets/js/find/sheet.mjs", "assets/js/find/sort.mjs", "assets/js/find/state.mjs",
)  # fmt: skip
"""Every module that the entry loads, itself or through another; a test follows the imports."""
DATA: tuple[str, ...] = ()
"""Files that every search needs."""


@cache
def find_head() -> Markup:
    """The entry, and hints for all that it loads; links begin with the mark of the site's root."""
    hints = "".join(f'<link rel="modulepreload" href="{ROOT}{one}">' for one in MODULES)
    data = "".join(f'<link rel="preload" as="fetch" crossorigin href="{ROOT}{one}">' for one in DATA)
    return Markup(f'{hints}{data}<script type="module" src="{ROOT}{ENTRY}"></script>')
