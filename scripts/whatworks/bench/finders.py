"""Searches as a page uses them, each asked in a real browser: bytes and round trips when cold, time when warm."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whatworks.bench.chromium import Rounds, chromium, serve, slow_down
from whatworks.site.lunr_module import lunr_source

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SLOWER = 6
"""How many times slower a cheap phone's processor is."""
SHOWN = 10
_DESK, _PHONE = (1280, 900), (390, 844)
_SETTLED = 2_000  # milliseconds after which a page has loaded what it wants to have at hand
_STYLE = (".html", ".css", ".woff2", ".svg", ".png", ".jpg", "/")
"""What a page has with or without a search."""

# From the key to the answer in the page, laid out. A word is completed from its third letter on.
_WATCH = """() => {
    const answer = document.querySelector("[data-answer]");
    const field = document.querySelector("#q");
    window.times = [];
    let pressed = 0;
    field.addEventListener("input", () => (pressed = /\\S{3}$/.test(field.value) ? performance.now() : 0), true);
    new MutationObserver(() => {
        if (!pressed || answer.hasAttribute("aria-busy")) return;
        answer.getBoundingClientRect();
        window.times.push(performance.now() - pressed);
        pressed = 0;
    }).observe(answer, { attributeFilter: ["aria-busy"] });
}"""
_OUR_ANSWER = "!document.querySelector('[data-answer]')?.hidden && !!document.querySelector('[data-answer] .rows li')"
_ASKED = "window.answered === true"
_ASK = "(query) => { window.answered = false; window.ask(query).then(() => (window.answered = true)); }"
_TIME = """async (starts) => {
    const times = [];
    for (const start of starts) {
        const begun = performance.now();
        await window.ask(start);
        times.push(performance.now() - begun);
    }
    return times;
}"""
_PAGEFIND = f"""<!doctype html><title>Pagefind</title><script>
window.ask = async (query) => {{
    window.pagefind ??= await import("./pagefind/pagefind.js");
    const found = await window.pagefind.search(query);
    await Promise.all(found.results.slice(0, {SHOWN}).map((one) => one.data()));
}};
</script>"""
_LUNR = f"""<!doctype html><title>lunr</title><script>
const load = async () => {{
    const [lunr, index, shown] = await Promise.all([
        import("./lunr.mjs").then((found) => found.default),
        fetch("index.json").then((answer) => answer.json()),
        fetch("shown.json").then((answer) => answer.json()),
    ]);
    return {{ index: lunr.Index.load(index), shown }};
}};
window.ask = async (query) => {{
    window.loading ??= load();
    const {{ index, shown }} = await window.loading;
    const words = query.split(" ").filter(Boolean);
    const found = index.search([...words, `${{words.at(-1)}}*`].join(" "));
    return found.slice(0, {SHOWN}).map(({{ ref }}) => shown[ref]);
}};
</script>"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a search costs who uses it.

    Compressed bytes of all but the page itself and its style, with the first ten results, from a cold address with a
    query: the median and the most of all queries. Round trips after the page. Milliseconds from a key to the answer
    when its files are there, the processor `SLOWER` times slower: the median.
    """

    bytes_median: int
    bytes_most: int
    rounds: int
    keystroke: float


def our_finding(site: Path, queries: Sequence[str]) -> Finding:
    """Our page, from the key to the rows that a reader sees."""
    with serve(site) as host, chromium() as browser:
        costs, rounds = [], []
        for query in queries:
            host.sent.clear()
            page = _fresh(browser)
            waves = Rounds(page)
            page.goto(f"{host.address}find/?q={query.replace(' ', '+')}", wait_until="commit")
            rounds.append(waves.until(_OUR_ANSWER))
            waves.end()
            page.wait_for_timeout(_SETTLED)
            costs.append(_weight(host.sent))
            page.context.close()
        return Finding(*_middle(costs), max(rounds), _typed(browser, host.address, queries))


def pagefind_finding(folder: Path, queries: Sequence[str]) -> Finding:
    """Pagefind's own program without a page around it: results are read, nothing is shown."""
    (folder / "start.html").write_text(_PAGEFIND, encoding="utf-8")
    return _bare(folder, queries)


def lunr_finding(folder: Path, index: bytes, shown: Mapping[str, Any], queries: Sequence[str]) -> Finding:
    """lunr.js with one file for the index and one for what is shown, without a page around it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "start.html").write_text(_LUNR, encoding="utf-8")
    (folder / "index.json").write_bytes(index)
    (folder / "shown.json").write_text(json.dumps(shown), encoding="utf-8")
    (folder / "lunr.mjs").write_text(lunr_source(), encoding="utf-8")
    return _bare(folder, queries)


def _bare(folder: Path, queries: Sequence[str]) -> Finding:
    with serve(folder) as host, chromium() as browser:
        costs, rounds, times = [], [], []
        for query in queries:
            page = _fresh(browser)
            page.goto(f"{host.address}start.html")
            host.sent.clear()
            waves = Rounds(page)
            page.evaluate(_ASK, query)
            rounds.append(waves.until(_ASKED))
            waves.end()
            costs.append(_weight(host.sent))
            starts = _starts(query)
            page.evaluate(_TIME, starts)
            slow_down(page, SLOWER)
            times += page.evaluate(_TIME, starts)
            page.context.close()
        return Finding(*_middle(costs), max(rounds), statistics.median(times))


def _typed(browser: Browser, address: str, queries: Sequence[str]) -> float:
    """Milliseconds from a key to the answer, for queries that were typed before."""
    page = _fresh(browser, _PHONE)
    page.goto(f"{address}find/")
    field = page.locator("#q")
    times: list[float] = []
    for query in queries:
        _type(page, query)
        field.fill("")
        page.wait_for_timeout(_SETTLED)
        page.evaluate(_WATCH)
        slow_down(page, SLOWER)
        _type(page, query)
        slow_down(page, 1)
        times += page.evaluate("window.times")
        page.goto("about:blank")
        page.goto(f"{address}find/")
    page.context.close()
    return statistics.median(times)


def _type(page: Page, query: str) -> None:
    page.locator("#q").press_sequentially(query, delay=250)
    page.wait_for_timeout(_SETTLED)


def _starts(query: str) -> list[str]:
    """A query as it grows, from three letters on."""
    return [query[:end] for end in range(3, len(query) + 1)]


def _fresh(browser: Browser, size: tuple[int, int] = _DESK) -> Page:
    return browser.new_context(viewport={"width": size[0], "height": size[1]}).new_page()


def _weight(sent: Mapping[str, int]) -> int:
    return sum(size for path, size in sent.items() if not path.endswith(_STYLE))


def _middle(costs: Sequence[int]) -> tuple[int, int]:
    return round(statistics.median(costs)), max(costs)
