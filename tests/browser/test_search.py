"""The page's modules, the Python reader and a whole lunr.js index give the same answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from serving import serve

from search_made import files, real_concepts, real_everyday, real_texts
from search_whole import whole_index
from whatworks.search.answer import answer
from whatworks.search.fields import FIELDS
from whatworks.search.normalise import fold, term
from whatworks.search.rank import ANY_FIELD, Clause, rank
from whatworks.search.reader import Reader
from whatworks.site.lunr_module import PATH, lunr_source

ASSETS = Path(__file__).parents[2] / "docs" / "assets" / "js" / "search"
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'"
PAGE = f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>t</title>'
STRANGE = (
    "Tŷ", "Ynys Môn", "café", "CAFÉ", "Straße", "ÆGIR", "smörgåsbord", "ﬁre", "Ⅻ", "İstanbul", "ΣΊΣΥΦΟΣ",
    "naïve", "1,300", "council\u2019s", "don't", "`quoted`", "low-code", "a\u00adb", "北京", "отчёт", "\U0001d400bc",
    "e\u0301", "x\u200by", "__init__", "½", "A&E", "a&b&c", "R&D,", "é&b", "S&SE",
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The search files of the real cases."""
    return files(real_texts(), real_concepts(), real_everyday())


@pytest.fixture(scope="module")
def page(browser: Browser, made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the policy of the site, in which the modules are loaded as `S` and `parts`."""
    folder = tmp_path_factory.mktemp("search")
    for path, raw in made.items():
        (folder / "search" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "search" / path).write_bytes(raw)
    shutil.copytree(ASSETS, folder / "assets" / "js" / "search")
    (folder / PATH).write_text(lunr_source(), encoding="utf-8")
    for name in ("index.html", "404.html"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    with serve(folder) as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate(
            """async (base) => {
                const load = (name) => import(`${base}assets/js/search/${name}.mjs`);
                const names = ["search", "normalise", "rank", "reader", "query", "lunr"];
                const parts = await Promise.all(names.map(load));
                window.parts = Object.fromEntries(names.map((name, at) => [name, parts[at]]));
                window.S = parts[0];
                window.base = base;
                await S.open(base);
                window.reader = await new window.parts.reader.Reader(base).open();
            }""",
            address,
        )
        yield page
        page.close()


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The words of the real cases as they are written."""
    pieces = (piece for texts in real_texts() for some in texts.values() for piece in some)
    return sorted({word for piece in pieces for word in piece.split()})


def test_words_become_the_same_terms(page: Page, words: list[str]) -> None:
    """All words of the real cases, and strange ones."""
    table = [*words, *STRANGE, "organization", "colors", "children", "mold", "buses"]
    found = page.evaluate(
        "(table) => { const { fold, term, tokens } = parts.normalise;"
        " return table.map((word) => [fold(word), tokens(word).map(term)]); }",
        table,
    )
    for word, (folded, terms) in zip(table, found, strict=True):
        assert folded == fold(word), word
        assert terms == [term(one) for one in fold(word).split()], word


def test_scores_are_those_of_a_whole_lunr_js_index(page: Page, made: dict[str, bytes]) -> None:
    """Random clauses: optional, required, prohibited, by field, with boosts and several terms."""
    index, reader, rng = whole_index(real_texts()), Reader(made.__getitem__), Random(3)  # noqa: S311 - no secret
    known = sorted(index.inverted_index)
    queries = [[_clause(rng, known) for _ in range(rng.randint(1, 5))] for _ in range(300)]
    told = [[_told(one) for one in some] for some in queries]
    serialised = json.dumps(index.serialize() | {"pipeline": ["severalTerms"], "version": "2.3.9"})
    found = page.evaluate(_BOTH, [serialised, told, [field.name for field in FIELDS]])
    for some, (ours, whole) in zip(queries, found, strict=True):
        here = rank(some, reader.entries(one for clause in some for one in clause.terms), reader.root.lengths)
        assert {int(one): score for one, score in ours.items()} == pytest.approx(here, abs=1e-9), some
        assert {int(one): score for one, score in whole.items()} == pytest.approx(here, abs=1e-9), some


def test_answers_are_those_of_the_python_reader(page: Page, made: dict[str, bytes], words: list[str]) -> None:
    """Hundreds of random queries, whole and while typing: results, scores, order, counts and notes."""
    reader, rng = Reader(made.__getitem__), Random(4)  # noqa: S311 - no secret
    everyday = [phrase for entry in real_everyday() for phrase in entry.typed]
    plain = [word for word in words if word.isalpha()]
    plain += rng.choices(everyday, k=len(plain) // 4)
    asked = [
        {
            "q": " ".join(_part(rng, plain) for _ in range(rng.randint(0, 4))),
            "typing": rng.random() < 0.3,
            "sort": rng.choice(("relevance", "relevance", "newest", "evidence", "title")),
            "where": rng.choice(({}, {}, {"evidence": ["high"]}, {"evidence": ["low", "middle"]})),
            "facets": ["evidence"],
            "limit": 40,
        }
        for _ in range(400)
    ]
    answers = page.evaluate(
        "async (asked) => { const all = []; for (const one of asked) all.push(await S.search(one)); return all; }",
        asked,
    )
    for one, found in zip(asked, answers, strict=True):
        _same(reader, one, found)


def test_ids_are_those_of_all_results(page: Page) -> None:
    """For a download no cards are read."""
    ids, cards = page.evaluate(
        "async () => { const { results } = await S.search({q: 'homes', limit: 1000});"
        " return [await S.ids({q: 'homes'}), results.map((one) => one.id)]; }"
    )
    assert ids == cards
    assert len(ids) > 10


def test_hits_are_marked_as_text(page: Page) -> None:
    """Pieces that together are the text; a synonym is told from what was asked for."""
    found = page.evaluate("async () => (await S.search({q: 'bins', limit: 50})).results")
    kinds = set()
    for one in found:
        for name in ("title", "summary"):
            assert "".join(text for text, _ in one["marks"][name]) == one[name]
            kinds.update(kind for _, kind in one["marks"][name])
    assert kinds == {0, 1, 2}


def test_nothing_found_suggests_where_to_look(page: Page) -> None:
    """Terms that the words stand for, or else the headings."""
    notes = page.evaluate("async () => (await S.search({q: 'qqqqxx bins -council -people -waste -the'})).notes")
    assert notes["unknown"] == ["qqqqxx"]
    notes = page.evaluate("async () => (await S.search({q: 'qqqqxx'})).notes")
    assert notes["suggestions"]
    assert all(one["label"] for one in notes["suggestions"])


def test_a_hasty_answer_waits_for_nothing_that_everyday_words_lead_to(page: Page, browser: Browser) -> None:
    """It says that it is unfinished, unless nothing else was found; what is missing is on its way."""
    other = browser.new_page()
    other.goto(page.url)
    ask = (
        "async ([base, q, hasty]) => { const S = await import(`${base}assets/js/search/search.mjs`);"
        " await S.open(base); const { unfinished, total, results } = await S.search({ q, hasty, limit: 20 });"
        " return [unfinished, total, results.map((one) => one.id)]; }"
    )
    asked, alone = [page.url, "homes mildew", True], [page.url, "floorboards", True]
    first = other.evaluate(ask, asked)
    assert first[0]
    whole = other.evaluate(ask, [page.url, "homes mildew", False])
    assert not whole[0]
    assert whole[2] != first[2]
    assert other.evaluate(ask, asked) == whole
    other.close()
    other = browser.new_page()
    other.goto(page.url)
    assert other.evaluate(ask, alone)[1] > 0
    other.close()


def test_a_site_published_anew_is_read_anew(page: Page, browser: Browser) -> None:
    """An old root names blocks that are gone; the new one is then asked for, once."""
    old, answers = files(real_texts()[:50], real_concepts())["root.bin"], []

    def root(route: Route) -> None:
        answers.append(route.request.headers.get("cache-control", ""))
        if len(answers) == 1:
            route.fulfill(body=old, content_type="application/octet-stream")
        else:
            route.continue_()

    other = browser.new_page()
    other.route("**/search/root.bin", root)
    other.goto(page.url)
    search = (
        "async (base) => { const S = await import(`${base}assets/js/search/search.mjs`);"
        " await S.open(base); return S.search({q: 'aquarium'}); }"
    )
    found = other.evaluate(search, page.url)
    other.close()
    assert found["total"] == page.evaluate("async () => (await S.search({q: 'aquarium'})).total") > 0
    assert len(answers) == 2


_BOTH = """async ([serialised, queries, fields]) => {
    const lunr = parts.lunr.default;
    const several = (token) => token.toString().split("|").map((one) => new lunr.Token(one));
    lunr.Pipeline.registerFunction(several, "severalTerms");
    const index = lunr.Index.load(JSON.parse(serialised));
    const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
    const presences = { "0": OPTIONAL, "1": REQUIRED, "-1": PROHIBITED };
    const all = [];
    for (const clauses of queries) {
        const entries = await reader.entries(clauses.flatMap(({ terms }) => terms));
        const { scores, fits } = parts.rank.rank(clauses, entries, reader.lengths);
        const ours = Object.fromEntries([...fits].flatMap((fit, one) => (fit ? [[one, scores[one]]] : [])));
        const whole = index.query((query) => {
            for (const { terms, boost, fields: bits, presence } of clauses) {
                const some = fields.filter((_, at) => (bits >> at) & 1);
                query.clause({ term: terms.join("|"), boost, fields: some, presence: presences[presence] });
            }
        });
        all.push([ours, Object.fromEntries(whole.map(({ ref, score }) => [ref, score]))]);
    }
    return all;
}"""


def _clause(rng: Random, known: list[str]) -> Clause:
    return Clause(
        tuple(rng.sample(known, rng.choice((1, 1, 1, 4)))),
        rng.choice((1.0, 0.15, 0.5)),
        rng.choice((ANY_FIELD, ANY_FIELD, rng.randint(1, ANY_FIELD))),
        rng.choice((0, 0, 0, 1, -1)),
    )


def _told(clause: Clause) -> dict[str, Any]:
    return {"terms": list(clause.terms), "boost": clause.boost, "fields": clause.fields, "presence": clause.presence}


def _part(rng: Random, plain: list[str]) -> str:
    """A part of a query: a word, a slip of one, a beginning, a phrase, a field or a sign."""
    word = rng.choice(plain)
    at = rng.randrange(len(word))
    texts = rng.choice(real_texts())
    some = " ".join(texts["summary"]).split()
    start = rng.randrange(len(some) - 2)
    return rng.choice(
        (
            word, word, word, word[:at] + word[at + 1 :], f"{word[: at + 1]}*", f"-{word}", f"+{word}",
            '"' + " ".join(some[start : start + rng.randint(2, 4)]).replace('"', "") + '"',
            f"{rng.choice(('title', 'body', 'outcome', 'council', 'nothing'))}:{word}",
            rng.choice(("adult social care", "bins", "FOI", "fuel poverty", "SEND", "the")),
        )
    )  # fmt: skip


def _same(reader: Reader, one: dict[str, Any], found: dict[str, Any]) -> None:
    told = answer(reader, one["q"], one["where"], one["sort"], one["typing"], one["facets"])
    assert found["total"] == len(told.cases), one
    assert [result["number"] for result in found["results"]] == [number for number, _ in told.cases[:40]], one
    scores = [score for _, score in told.cases[:40]]
    assert [result["score"] for result in found["results"]] == pytest.approx(scores, abs=1e-9)
    assert {option["id"]: option["count"] for option in found["facets"]["evidence"]} == told.facets["evidence"], one
    notes, plan = found["notes"], told.plan
    assert {change["from"]: change["to"] for change in notes["mended"]} == plan.mended
    assert notes["unknown"] == plan.unknown
    assert [text for synonym in notes["synonyms"] for text in synonym["as"]] == _grouped(plan.added)


def _grouped(added: list[Any]) -> list[str]:
    """What was added, in the order of the words that it was added for."""
    order = list(dict.fromkeys(one.for_words for one in added))
    return [shown for words in order for shown in dict.fromkeys(one.shown for one in added if one.for_words == words)]
