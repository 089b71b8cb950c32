"""Pages about the checks: the index of all rules, and while serving what is wrong with a case, at its own address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whatworks.check import Report
from whatworks.check.diagnostics import Diagnostic
from whatworks.check.reporters.text import text
from whatworks.check.table import RULES
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
            page = Page(
                path, f"Not published yet: {name}", "", address(settings.site_url, path), "", "find", str(content)
            )
            yield output.text(path, shells.pour(page))


_FAMILIES = {
    "CS0": "The file",
    "CS1": "Fields and their values",
    "CS2": "Words and councils",
    "CS3": "What has to fit together",
    "CS4": "The text",
    "CS5": "The collection",
}


def rules_index(shells: Shells, settings: Settings) -> Output:
    """The index of all rules, by what they look at."""
    families = [(label, [rule for rule in RULES if rule.code.startswith(code)]) for code, label in _FAMILIES.items()]
    path = "contribute/rules/index.html"
    described = "Every rule that a case study is checked against, with its code."
    content = render("rules", families=families)
    page = Page(path, "Every rule", described, address(settings.site_url, path), "", "contribute", str(content))
    return output.text(path, shells.pour(page))
