"""One page of each kind, chosen from the built site: the tests look at these instead of at all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from built_site import ROOT

Choice = Callable[[Path], "Path | None"]

HAND_WRITTEN = sorted(
    path.relative_to(ROOT / "docs").as_posix().removesuffix(".md").removesuffix("index")
    for folder in ("about", "contribute", "guides")
    for path in (ROOT / "docs" / folder).glob("*.md")
)
"""The addresses of all hand-written pages but those of the rules."""


def _address(address: str) -> Choice:
    return lambda site: found if (found := site / address / "index.html").is_file() else None


def _largest(pattern: str) -> Choice:
    return lambda site: max(site.glob(pattern), key=_size, default=None)


def _smallest(pattern: str) -> Choice:
    return lambda site: min(site.glob(pattern), key=_size, default=None)


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, path.as_posix()


def _saying(pattern: str, words: str) -> Choice:
    """The first page that says something."""

    def choose(site: Path) -> Path | None:
        pages: Iterable[Path] = sorted(site.glob(pattern))
        return next((page for page in pages if words in page.read_text(encoding="utf-8")), None)

    return choose


KINDS: dict[str, Choice] = {
    "home": _address(""),
    "find": _address("find"),
    "find, page 2": _address("find/2"),
    "a case with much": _largest("studies/*/index.html"),
    "a case with little": _smallest("studies/*/index.html"),
    "a case without results": _saying("studies/*/index.html", "No result has been published"),
    "outcomes": _address("outcomes"),
    "an outcome": _largest("outcomes/[!2-9]*/index.html"),
    "a heading of outcomes": _saying("outcomes/*/index.html", "under this heading"),
    "services": _address("services"),
    "a service": _largest("services/*/index.html"),
    "councils": _address("councils"),
    "a council": _largest("councils/*/index.html"),
    "an ended council": _saying("councils/*/index.html", "This council ended"),
    "a council without a case": _saying("councils/*/index.html", "No case yet"),
    "suppliers": _address("suppliers"),
    "a supplier": _largest("suppliers/*/index.html"),
    "factors": _address("factors"),
    "a factor": _largest("factors/*/index.html"),
    "a technology": _largest("technologies/*/index.html"),
    "a route": _smallest("procurement/*/index.html"),
    "regions": _address("regions"),
    "evidence": _address("evidence"),
    "a level of evidence": _address("evidence/measured"),
    "years": _address("years"),
    "a year": _smallest("years/*/index.html"),
    "a list, page 2": _largest("*/*/2/index.html"),
    "wanted": _address("wanted"),
    "a wanted outcome": _largest("wanted/*/index.html"),
    "what is in the collection": _address("about/collection"),
    "fields": _address("contribute/fields"),
    "rules": _address("contribute/rules"),
    "a rule": _largest("contribute/rules/*/index.html"),
    "not found": lambda site: site / "404.html",
    **{f"/{address}": _address(address) for address in HAND_WRITTEN},
}
OPTIONAL = {"find, page 2", "a list, page 2", "an ended council", "a council without a case", "a case without results"}
"""Kinds that a small collection may lack."""


def page_of(kind: str, site: Path) -> str | None:
    """The address of the page of a kind, below the site's own; None if the collection has no such page."""
    found = KINDS[kind](site)
    if found is None:
        assert kind in OPTIONAL, f"the site has no page of the kind '{kind}'"
        return None
    return found.relative_to(site).as_posix().removesuffix("index.html")
