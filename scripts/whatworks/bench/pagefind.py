"""Pagefind on the pages of the cases: indexed by its own program, asked in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from whatworks.bench.chromium import chromium, serve
from whatworks.bench.retrieval import page_text

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MAIN = re.compile(r"<article\b")
_ASK = """async (query) => {
    const found = await (await import("/pagefind/pagefind.js")).search(query);
    const pages = await Promise.all(found.results.slice(0, 20).map((one) => one.data()));
    return pages.map(({ url }) => url.split("/").filter(Boolean).at(-1).replace(".html", ""));
}"""


def write_pages(site: Path, ids: Sequence[str], folder: Path) -> None:
    """Copy the pages of the cases, as Pagefind likes them: the article marked, and no policy against its program."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for one in ids:
        page = _MAIN.sub("<article data-pagefind-body ", _POLICY.sub("", page_text(site, one)), count=1)
        (folder / f"{one}.html").write_text(page, encoding="utf-8")
    (folder / "start.txt").write_text("", encoding="utf-8")


def index_pages(folder: Path) -> None:
    """Let Pagefind index a folder."""
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own words


def ask_pagefind(folder: Path, queries: Sequence[str]) -> dict[str, list[str]]:
    """The first twenty cases for each query."""
    with serve(folder) as host, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{host.address}start.txt")
        answers: dict[str, list[str]] = {query: page.evaluate(_ASK, query) for query in queries}
    return answers
