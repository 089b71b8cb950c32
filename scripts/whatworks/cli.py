"""The `whatworks` command."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from whatworks.bench.commands import bench
from whatworks.errors import WhatWorksError

_CONTENT = Path("case_studies")


class _Group(click.Group):
    """Turns our own errors, and those of files that cannot be read, into one clear sentence and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except WhatWorksError as error:
            click.echo(f"whatworks: {error}", err=True)
        except OSError as error:
            if error.filename is None:
                raise
            click.echo(f"whatworks: '{error.filename}' cannot be read or written: {error.strerror}.", err=True)
        sys.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check case studies and build the site of What Works."""


_content = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=_CONTENT,
    show_default=True,
    help="The folder of case studies.",
)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "summary", "json", "sarif"]),
    default="text",
    show_default=True,
)
@_content
def validate(paths: tuple[Path, ...], form: str, content: Path) -> None:
    """Check all case studies, or the files and folders named.

    Exit status: 0 no errors, 1 errors, 2 could not run.
    """
    from whatworks.check import check_corpus, check_file, gather
    from whatworks.check.reporters import REPORTERS
    from whatworks.corpus import open_corpus
    from whatworks.shares import cores

    corpus = open_corpus(_root(paths, content), today())
    if paths:
        files = tuple(sorted(set(_named(paths))))
        report = gather(corpus, tuple(check_file(path, corpus) for path in files))
    else:
        report = check_corpus(corpus, cores())
    click.echo(REPORTERS[form](report), nl=False)
    sys.exit(1 if report.errors else 0)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_content
def fix(paths: tuple[Path, ...], content: Path) -> None:
    """Mend what can be mended without doubt, and say what was mended."""
    from whatworks.check.fix import fix_text
    from whatworks.corpus import display, open_corpus, read_raw

    corpus = open_corpus(_root(paths, content), today())
    mended = 0
    for path in _named(paths) if paths else (*corpus.files, *corpus.wanted):
        raw = read_raw(path)
        try:
            before = raw.decode("utf-8") if isinstance(raw, bytes) else ""
        except UnicodeDecodeError:
            continue  # 'validate' says so; there is nothing here to mend safely
        after = fix_text(display(path), before, corpus) if before else ""
        if after != before:
            path.write_bytes(after.encode("utf-8"))
            click.echo(f"mended {display(path)}")
            mended += 1
    click.echo(f"{mended} {'file' if mended == 1 else 'files'} mended. Run 'whatworks validate' to see what is left.")


def today() -> datetime.date:
    """The day that checks and pages count from; SOURCE_DATE_EPOCH holds it still."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise WhatWorksError(f"SOURCE_DATE_EPOCH is '{epoch}', which is no number of seconds.") from error


def _root(paths: tuple[Path, ...], content: Path) -> Path:
    """The content folder: as given, or the one that a named file stands in."""
    if content != _CONTENT or content.is_dir() or not paths:
        return content
    first = paths[0].absolute()  # not where a link leads
    return first if first.is_dir() else first.parent


def _named(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The files that were named, or stand in folders that were; vocabularies are checked whatever is named."""
    from whatworks.corpus import VOCABULARY, cases_in

    for path in paths:
        if not os.path.lexists(path):
            raise WhatWorksError(f"There is no file or folder '{path}'.")
        if path.is_dir():
            yield from cases_in(path)
        elif path.resolve().parent.name != VOCABULARY:
            yield path


@main.command()
@_content
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where the site goes."
)
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True)
@click.option("--leave-out-faulty", is_flag=True, help="Publish without the cases that have errors, and list them.")
@click.option("--search/--no-search", default=True, help="Make the files that the search reads.")
@click.option("--jobs", type=click.IntRange(1), help="How many processes share the work; as many as there are cores.")
def build(content: Path, out: Path, config: Path, leave_out_faulty: bool, search: bool, jobs: int | None) -> None:
    """Check everything and build the whole site."""
    from whatworks.build import FaultyCases, Plan
    from whatworks.build import build as build_site
    from whatworks.check.reporters import REPORTERS
    from whatworks.shares import cores

    jobs = jobs or cores()
    plan = Plan(content, config, out, strict=not leave_out_faulty, search=search, jobs=jobs, today=today())
    try:
        built = build_site(plan)
    except FaultyCases as faulty:
        click.echo(REPORTERS["text"](faulty.report), nl=False, err=True)
        raise
    if built.report.diagnostics:
        click.echo(REPORTERS["text"](built.report), nl=False)
    cases = f"{built.cases:,} case {'study' if built.cases == 1 else 'studies'}"
    click.echo(f"{cases} published{f', {built.left_out:,} left out' if built.left_out else ''}.")
    click.echo(f"{built.files:,} files, {built.written:,} of them new or changed, in {built.seconds:.1f} s.")
    click.echo(f"The site is in {out}/. To look at it: python -m http.server --directory {out}")


@main.command()
@click.argument("case_id")
@click.option("--title", default="", help="What changed for whom.")
@click.option("--council", default="", help="The council's name or code.")
@click.option("--supplier", default="", help="The supplier's name.")
@_content
def new(case_id: str, title: str, council: str, supplier: str, content: Path) -> None:
    """Write a new case study to fill in, with the help beside every field.

    CASE_ID becomes the case's address: council, supplier and subject, in lower case with hyphens.
    """
    from whatworks.check.rules.files import KEPT_BY_WINDOWS, kebab
    from whatworks.corpus import open_corpus
    from whatworks.scaffold import template

    corpus = open_corpus(content, today())
    if case_id != kebab(case_id):
        better = kebab(case_id) or "leeds-acme-damp-sensors"
        raise WhatWorksError(f"'{case_id}' is not in lower case with hyphens, or too long. Try '{better}'.")
    if case_id in KEPT_BY_WINDOWS:
        raise WhatWorksError(f"'{case_id}' is a name that Windows keeps for a device. Choose a longer id.")
    path = content / f"{case_id}.md"
    if path.exists():
        raise WhatWorksError(f"{path} exists already. Choose another id, or edit that file.")
    register = corpus.words.councils
    code = register.by_name.get(council.casefold().strip(), council.strip().upper())
    if council and code not in register.by_code:
        raise WhatWorksError(f"'{council}' is not a council of the register. Leave it out and look it up later.")
    path.write_text(template(case_id, corpus.words, corpus.today, title, code, supplier), encoding="utf-8")
    click.echo(f"Wrote {path}. Fill it in, then: whatworks validate {path}")


@main.command()
@_content
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True)
@click.option("--host", default="localhost", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(content: Path, config: Path, host: str, port: int) -> None:
    """Serve the site on this machine, and build it again whenever something changes."""
    from whatworks.build import CACHE, Plan
    from whatworks.build import serve as serve_site

    plan = Plan(
        content, config, CACHE / "serving", strict=False, serving=True, today=today(), manifest="serving.pickle"
    )
    click.echo(f"Building, then serving on http://{host}:{port}/ until Ctrl-C.")
    serve_site(plan, host, port, click.echo)


@main.command()
@click.argument("query")
@click.option("--site", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="A built site.")
@click.option("--where", multiple=True, metavar="FACET=ID", help="Only cases with this; may be repeated.")
@click.option("--sort", type=click.Choice(["relevance", "newest", "evidence", "title"]), default="relevance")
@click.option("--limit", type=click.IntRange(0), default=10, show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def search(query: str, site: Path, where: tuple[str, ...], sort: str, limit: int, form: str) -> None:
    """Search the built site, with the same ranking as its pages."""
    from whatworks.search.reader import open_site
    from whatworks.search.told import FORMS, choices

    click.echo(FORMS[form](open_site(site), query, choices(where), sort, limit), nl=False)


main.add_command(bench)
