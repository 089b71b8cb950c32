"""While serving, a case that cannot be published has a page that says why, at the address where it will stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whatworks.check import Report
from whatworks.check.diagnostics import Diagnostic
from whatworks.check.reporters.text import text
from whatworks.corpus import display
from whatworks.shell import Page, Shells
from whatworks.site import output
from whatworks.site.links import address, slug, study_path
from whatworks.site.output import Output
from whatworks.site.settings import Settings
from whatworks.site.templates import render
from whatworks.studies import Case


def fault_pages(
    cases: Iterable[Case], diagnostics: Sequence[Diagnostic], shells: Shells, settings: Settings
) -> Iterator[Output]:
    """A page for each case that has no card."""
    for case in cases:
        if case.card is None:
            name = display(case.checked.path)
            found = tuple(one for one in diagnostics if one.source.path == name)
            path = study_path(slug(case.checked.path.stem))
            content = render("faults", file=name, told=text(Report((case.checked,), found)))
            page = Page(path, f"Not published yet: {name}", "", address(settings.site_url, path), "", "find", str(content))
            yield output.text(path, shells.pour(page))
