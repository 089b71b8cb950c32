"""Shells: splitting at the holes, pouring at each depth, moving scripts, the policy."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from whatworks.shell import (
    POLICY,
    SHELLS,
    Page,
    ShellError,
    add_policy,
    drop_scripts,
    read_shell,
    read_shells,
    settle,
)

PAGE = Page(
    path="studies/some-case/index.html",
    title='Bins & "brooms"',
    description="What <changed>.",
    canonical="https://example.org/studies/some-case/",
    head='<link rel="alternate" href="feed.xml">',
    section="find",
    content='<h1 id="main">Bins</h1>',
)
SHELL = """<!doctype html>
<html><head>
  <meta property="og:site_name" content="What Works">
  <title>[[hole:title]]</title>
  <meta name="description" content="[[hole:description]]">
  <meta property="og:title" content="[[hole:name]]">
  <link rel="canonical" href="[[hole:canonical]]">
  <link rel="stylesheet" href="{root}assets/css/site.css">
  <script>theme()</script>
  <script src="{root}assets/js/scheme.js"></script>
  [[hole:head]]
</head><body>
  <a href="{root}find/"[[hole:here:find]]>Find</a> <a href="{root}about/"[[hole:here:about]]>About</a>
  <main>[[hole:content]]</main>
</body></html>
"""


def engine_output(out: Path) -> Path:
    """Write what an engine would leave: four shells, a page, a 404 page and a sitemap."""
    for depth, name in enumerate(SHELLS):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SHELL.replace("{root}", "../" * depth or "./"), encoding="utf-8")
    (out / "about").mkdir()
    page = '<head>\n<link href="../assets/css/site.css"><script>one()</script></head><script>two()</script>'
    (out / "about/index.html").write_text(page, encoding="utf-8")
    lost = '<head>\n<link href="/base/assets/css/site.css"><script>one()</script></head>'
    (out / "404.html").write_text(lost, encoding="utf-8")
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (out / name).write_bytes(b"")
    return out


def test_every_hole_is_filled_and_text_is_escaped() -> None:
    """Title, description and address are escaped; head and content go in as they are."""
    poured = read_shell(SHELL).pour(PAGE)
    assert "[[hole:" not in poured
    assert "<title>Bins &amp; &quot;brooms&quot; - What Works</title>" in poured
    assert '<meta name="description" content="What &lt;changed&gt;.">' in poured
    assert '<meta property="og:title" content="Bins &amp; &quot;brooms&quot;">' in poured
    assert '<link rel="canonical" href="https://example.org/studies/some-case/">' in poured
    assert PAGE.head in poured
    assert f"<main>{PAGE.content}</main>" in poured


def test_a_page_without_a_title_bears_the_name_of_the_site() -> None:
    """The home page's title is the site's name, once."""
    assert "<title>What Works</title>" in read_shell(SHELL).pour(replace(PAGE, title=""))


@pytest.mark.parametrize(("section", "marked"), [("find", ["Find"]), ("about", ["About"]), ("", [])])
def test_only_the_tab_of_the_section_is_marked(section: str, marked: list[str]) -> None:
    """Exactly one tab is current, or none for a page of no section."""
    poured = read_shell(SHELL).pour(replace(PAGE, section=section))
    assert re.findall(r'aria-current="page">(\w+)', poured) == marked


def test_an_unknown_section_is_refused_by_name() -> None:
    """A page cannot name a section that has no tab."""
    with pytest.raises(ShellError, match="no tab for section 'shops'"):
        read_shell(SHELL).pour(replace(PAGE, section="shops"))


def test_text_that_looks_like_a_hole_stays_text() -> None:
    """What a contributor writes is never taken for a hole."""
    poured = read_shell(SHELL).pour(replace(PAGE, title="[[hole:content]]", content="[[hole:head]]"))
    assert "<title>[[hole:content]] - What Works</title>" in poured
    assert "<main>[[hole:head]]</main>" in poured


def test_a_shell_without_a_hole_is_refused_by_name() -> None:
    """A broken override is found when shells are read, not on the published site."""
    with pytest.raises(ShellError, match=r"x\.html: no hole for content"):
        read_shell(SHELL.replace("[[hole:content]]", ""), "x.html")


def test_poured_pages_hold_no_inline_script() -> None:
    """The theme's inline scripts are left out of shells, scripts with a source stay."""
    poured = read_shell(SHELL.replace("{root}", "../../")).pour(PAGE)
    assert "theme()" not in poured
    assert '<script src="../../assets/js/scheme.js"></script>' in poured


@pytest.mark.parametrize(
    ("path", "root"),
    [("index.html", "./"), ("find/index.html", "../"), ("a/b/index.html", "../../"), ("a/b/2/index.html", "../../../")],
)
def test_links_fit_the_depth_of_the_page(tmp_path: Path, path: str, root: str) -> None:
    """Each page is poured into the shell of its own depth."""
    shells = read_shells(engine_output(tmp_path))
    assert f'href="{root}assets/css/site.css"' in shells.pour(replace(PAGE, path=path))


def test_a_page_deeper_than_the_shells_is_refused(tmp_path: Path) -> None:
    """There is no shell of depth 4."""
    with pytest.raises(ShellError, match=r"a/b/c/d/index\.html: lies 4 folders deep"):
        read_shells(engine_output(tmp_path)).pour(replace(PAGE, path="a/b/c/d/index.html"))


def test_a_missing_shell_is_refused_by_name(tmp_path: Path) -> None:
    """Without one of the four source pages nothing is poured."""
    (engine_output(tmp_path) / SHELLS[2]).unlink()
    with pytest.raises(ShellError, match=re.escape(SHELLS[2])):
        read_shells(tmp_path)


def test_settling_leaves_no_shell_and_no_sitemap(tmp_path: Path) -> None:
    """Shells and the engine's sitemap are gone; its other pages stay."""
    settle(engine_output(tmp_path))
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {name for name in found if not name.startswith("assets/js/theme-")} == {"404.html", "about/index.html"}


def test_no_inline_script_is_left_in_the_engines_pages(tmp_path: Path) -> None:
    """The theme's inline scripts serve a bundle that no page loads."""
    settle(engine_output(tmp_path))
    for path in tmp_path.rglob("*.html"):
        assert "one()" not in path.read_text(encoding="utf-8")


def test_scripts_with_a_source_or_a_type_stay() -> None:
    """Data blocks and files are not touched."""
    text = '<script src="a.js"></script><script id="x" type="application/json">{"a": 1}</script>'
    assert drop_scripts(text) == text


def test_the_policy_stands_first_in_the_head() -> None:
    """A policy holds only for what follows it."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    assert add_policy("<head><title></title>") == f"<head>\n{meta}<title></title>"


@pytest.mark.parametrize("policy", [True, False])
def test_the_policy_is_in_every_page_unless_serving(tmp_path: Path, policy: bool) -> None:
    """Poured and hand-written pages bear the policy; none does while serving."""
    shells = settle(engine_output(tmp_path), policy=policy)
    pages = [shells.pour(PAGE), *(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))]
    assert [POLICY in page for page in pages] == [policy] * len(pages)


def test_modules_lose_their_documentation_and_nothing_else(tmp_path: Path) -> None:
    """What a template string says, spaces included, is what the page says."""
    code = 'export const say = (n, of) => `${n} cases${of ? ` for ${of}` : ""}`; // kept\n'
    out = engine_output(tmp_path)
    (out / "say.mjs").write_text(f"/**\n * Says it.\n */\n{code}", encoding="utf-8")
    settle(out)
    assert (out / "say.mjs").read_text(encoding="utf-8") == code
