"""`whatworks bench` and `whatworks bench search`."""

from __future__ import annotations

from pathlib import Path

import click

_sizes = click.option(
    "--sizes", default="100,1000,10000", show_default=True, help="Numbers of cases, with commas between."
)


@click.group(invoke_without_command=True)
@_sizes
@click.option("--out", type=click.Path(path_type=Path), default=Path("bench-results.json"), show_default=True)
@click.option(
    "--only",
    type=click.Choice(["whatworks", "with-search", "hugo", "material"]),
    multiple=True,
    help="Measure only this.",
)
@click.pass_context
def bench(context: click.Context, sizes: str, out: Path, only: tuple[str, ...]) -> None:
    """Measure this program beside Hugo and Material on the same made-up cases. Takes minutes and some gigabytes."""
    if context.invoked_subcommand:
        return
    from whatworks.bench.measure import measure_all
    from whatworks.bench.peers import TOOLS
    from whatworks.bench.report import as_json, table

    results = measure_all(_numbers(sizes), [TOOLS[name] for name in only or TOOLS], _aside)
    out.write_text(as_json(results), encoding="utf-8")
    click.echo(f"{table(results)}\nThe same for machines: {out}")


@bench.command("search")
@_sizes
@click.option("--out", type=click.Path(path_type=Path), default=Path("bench-search.json"), show_default=True)
def bench_search(sizes: str, out: Path) -> None:
    """Measure the search beside Pagefind and a single lunr file, in a real browser: `make relevance` installs them."""
    from whatworks.bench.search_bench import as_json, measure_searches, table

    results = measure_searches(_numbers(sizes), _aside)
    out.write_text(as_json(results), encoding="utf-8")
    click.echo(f"{table(results)}\nThe same for machines: {out}")


def _numbers(sizes: str) -> list[int]:
    return [int(number) for number in sizes.split(",") if number.strip().isdigit()]


def _aside(said: str) -> None:
    click.echo(said, err=True)
