"""Builds the whole site: checks, renders the hand-written pages, pours the rest, and moves it all in.

A build either gives a whole new site or leaves the last one as it was. What did not change since the last
build is neither computed nor written again: cards of cases are kept by the bytes of their files, and files
of the site by what decides their content.
"""

from __future__ import annotations

import datetime
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from whatworks import engine
from whatworks.check import Report
from whatworks.check.reporters import REPORTERS
from whatworks.check_pages import fault_pages, rules_index
from whatworks.corpus import MEDIA, Corpus, is_own, open_corpus
from whatworks.errors import WhatWorksError
from whatworks.kept import Kept, fingerprint
from whatworks.model.wanted import Wanted
from whatworks.shares import in_background
from whatworks.shell import Shells, settle
from whatworks.site.collection import Collection, Told, in_order
from whatworks.site.find_script import find_script
from whatworks.site.guides import read_guides
from whatworks.site.inserts import fill, has_inserts
from whatworks.site.links import study_path
from whatworks.site.output import Output, text
from whatworks.site.products import outputs
from whatworks.site.settings import Settings
from whatworks.site.sitemap import robots, sitemap
from whatworks.site.templates import keep_compiled
from whatworks.studies import Case, read_cases
from whatworks.tree import Tree, refuse_foreign

CACHE = Path(".cache")
_SETTINGS = "settings.pickle"
IMAGES = (".png", ".jpg", ".jpeg", ".webp")
"""What may be published beside a case; a page or a drawing could hold code."""


class FaultyCases(WhatWorksError):  # noqa: N818 - what it is about, not what it is
    """Some case studies have errors, and the build was asked to be strict."""

    def __init__(self, report: Report) -> None:
        self.report = report
        errors = f"{report.errors:,} error{'' if report.errors == 1 else 's'}"
        super().__init__(f"{errors} in the case studies; the last site stays as it is.")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build from, where to, and how."""

    content: Path = Path("case_studies")
    config: Path = Path("mkdocs.yml")
    out: Path = Path("site")
    strict: bool = True
    serving: bool = False
    today: datetime.date = field(default_factory=lambda: datetime.datetime.now(datetime.UTC).date())
    cache: Path = CACHE
    manifest: str = "manifest.pickle"
    search: bool = True
    jobs: int = 1
    render: Callable[..., object] = engine.render


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: how many cases, pages and files, how many were written anew, and in how many seconds."""

    cases: int
    left_out: int
    files: int
    written: int
    seconds: float
    report: Report


def build(plan: Plan) -> Built:
    """Build the site.

    Raises:
        FaultyCases: a case has an error and the plan is strict.
        WhatWorksError: the hand-written pages cannot be rendered, two files claim one address, or the folder for the
            site holds something else.

    """
    return _build(plan, _engine)


def build_on(plan: Plan, rendered: Path) -> Built:
    """Build the site on pages that an engine has just rendered."""
    return _build(plan, lambda plan: (rendered, settle(rendered, policy=not plan.serving)))


def check_cases(plan: Plan) -> Report:
    """Check the case studies only; what is found out is kept for the build."""
    corpus = open_corpus(plan.content, plan.today)
    kept = Kept(plan.cache / "cases.pickle", fingerprint(corpus))
    _, report = read_cases(corpus, kept)
    kept.save()
    return report


def _build(plan: Plan, engine_pages: Callable[[Plan], tuple[Path, Shells]]) -> Built:
    started = time.perf_counter()
    refuse_foreign(plan.out)
    keep_compiled(plan.cache / "templates")
    gc.disable()  # a build makes millions of small objects and drops them all at its end
    try:
        corpus = open_corpus(plan.content, plan.today)
        made_of = fingerprint(corpus)
        kept = Kept(plan.cache / "cases.pickle", made_of)
        # Once both are kept, they are read faster than a process is started.
        first = not (plan.cache / _SETTINGS).is_file()
        hand_written = in_background(lambda: (engine_pages(plan), _settings(plan)), plan.jobs if first else 1)
        cases, report = read_cases(corpus, kept, plan.jobs)
        if plan.strict and report.errors:
            raise FaultyCases(report)
        (rendered, shells), settings = hand_written()
        wishes = tuple(one.wish for one in report.cases if one.wish is not None)
        collection = replace(
            collect(cases, wishes, corpus, settings),
            guides=read_guides(plan.config.parent / "docs"),
            remember=kept.remember,
            renew=kept.renew,
            jobs=plan.jobs,
        )
        extra = [rules_index(shells, collection.settings), *find_script(plan.config.parent / "docs")]
        if plan.serving:
            extra += fault_pages(cases, report.diagnostics, shells, collection.settings)
        files, written = _write(plan, rendered, shells, collection, extra, made_of)
        kept.save()
    finally:
        gc.enable()
    published = len(collection.cards) + len(collection.gone)
    return Built(published, len(cases) - published, files, written, time.perf_counter() - started, report)


def collect(cases: tuple[Case, ...], wishes: tuple[Wanted, ...], corpus: Corpus, settings: Settings) -> Collection:
    """The publishable cases and wishes as products read them."""
    published = {case.card.id: case for case in cases if case.card is not None}

    @lru_cache(maxsize=4)
    def tell(study_id: str) -> Told:
        return published[study_id].tell()

    cards = in_order([case.card for case in published.values() if case.card is not None])
    return Collection(
        cards=tuple(card for card in cards if card.stands),
        gone=tuple(card for card in cards if not card.stands),
        words=corpus.words,
        settings=settings,
        today=corpus.today,
        keys={study_id: case.key for study_id, case in published.items()},
        tell=tell,
        wishes=wishes,
    )


def site_settings(config: Path) -> Settings:
    """What mkdocs.yml says of the site's address and repository."""
    site_url, extra = engine.site_facts(config)
    return Settings(site_url, str(extra.get("repository", "")), str(extra.get("edit_branch", "main")))


def _settings(plan: Plan) -> Settings:
    """The site's settings as they were kept, if nothing they are read from has changed: asking loads the engine."""
    kept = Kept(plan.cache / _SETTINGS, engine.fingerprint(plan.config))
    settings = kept.remember("settings", "", partial(site_settings, plan.config))
    kept.save()
    return settings


def _engine(plan: Plan) -> tuple[Path, Shells]:
    """The hand-written pages and the shells; rendered anew only if something they are made of has changed."""
    folder = plan.cache / ("engine-serving" if plan.serving else "engine")
    kept = Kept(folder.with_suffix(".pickle"), engine.fingerprint(plan.config))
    shells = kept.get("shells", "")
    if isinstance(shells, Shells) and folder.is_dir():
        return folder, shells
    kept.forget()  # should rendering fail, the folder is no longer what was kept
    try:
        plan.render(plan.config, folder)
    except engine.EngineError as error:
        raise WhatWorksError(f"The hand-written pages could not be built:\n{error}") from error
    shells = settle(folder, policy=not plan.serving)
    kept.put("shells", "", shells)
    kept.save()
    return folder, shells


def _write(
    plan: Plan, rendered: Path, shells: Shells, collection: Collection, extra: list[Output], made_of: str
) -> tuple[int, int]:
    """Write the site, and put it in place; returns the number of files, and of those written anew."""
    with Tree(plan.out, plan.cache / plan.manifest, f"{made_of} {collection.settings}", plan.jobs) as site:
        for path in sorted(rendered.rglob("*")):
            if path.is_file():
                _engine_file(path, path.relative_to(rendered).as_posix(), collection, site)
        for output in outputs(collection, shells, search=plan.search):
            site.add(output)
        _media(plan.content / MEDIA, collection, site)
        for output in extra:
            site.add(output)
        for output in _maps(site, collection):
            site.add(output)
        return site.files, site.written


def _engine_file(path: Path, name: str, collection: Collection, site: Tree) -> None:
    """A file that the engine wrote: as it is, or with its numbers filled in."""
    html = path.read_text(encoding="utf-8") if path.suffix == ".html" else ""
    if has_inserts(html):
        site.add(text(name, fill(html, name, collection)))
    else:
        site.link(name, path)


def _media(folder: Path, collection: Collection, site: Tree) -> None:
    """The images of published cases, beside their pages."""
    for card in (*collection.cards, *collection.gone) if folder.is_dir() else ():
        for path in sorted((folder / card.id).glob("*")):
            if path.suffix.lower() in IMAGES and is_own(path, folder.parent):
                site.link(f"studies/{card.id}/{path.name}", path)


def _maps(site: Tree, collection: Collection) -> list[Output]:
    changed = {study_path(card.id): str(card.reviewed) for card in (*collection.cards, *collection.gone)}
    maps = sitemap(site.paths, changed, collection.settings.site_url)
    return [
        text(path, content) for path, content in {**maps, "robots.txt": robots(collection.settings.site_url)}.items()
    ]


def serve(plan: Plan, host: str, port: int, told: Callable[[str], None]) -> None:
    """Build, serve, and build again on every change; faults are told and shown in the page, and nothing stops."""

    def again() -> None:
        try:
            built = build(plan)
        except WhatWorksError as error:
            told(str(error))
            return
        told(f"{built.cases:,} case studies, {built.written:,} files new or changed, in {built.seconds:.1f} s")
        if built.report.diagnostics:
            told(REPORTERS["text"](built.report))

    again()
    engine.serve(again, plan.out, (plan.content, plan.config.parent / "docs", plan.config), host, port)
