"""The site as a whole: same inputs same bytes, nothing stale, nothing half done."""

from __future__ import annotations

import contextlib
import datetime
import gc
import re
import shutil
from pathlib import Path

import pytest
import yaml
from samples import SHELLS, collection_of, make_study, plain
from small_site import Engine, SmallSite, hashes

from built_site import ROOT, TODAY, build_real
from whatworks.build import FaultyCases
from whatworks.corpus import Words, builtin_vocabulary
from whatworks.engine import EngineError
from whatworks.errors import WhatWorksError
from whatworks.site.output import text
from whatworks.site.products import outputs
from whatworks.tree import Tree

LATER = datetime.date(2029, 12, 1)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def small(tmp_path: Path) -> SmallSite:
    """A site of three cases, built."""
    site = SmallSite(tmp_path / "small")
    site.write()
    site.write(id="leeds-second", title="A second case", about=["staff-time"])
    site.write(
        id="cardiff-third",
        title="A third case",
        councils=["CRF"],
        stage="in-use",
        stage_as_of="2026",
        ended=None,
        end_reason=None,
    )
    site.build()
    return site


def test_no_two_files_claim_one_address(words: Words) -> None:
    """Every product has addresses of its own."""
    paths = [one.path for one in outputs(collection_of([make_study()], words), SHELLS)]
    assert len(paths) == len(set(paths))


def test_a_claim_of_a_taken_address_stops_the_build(small: SmallSite) -> None:
    """A hand-written page where a generated one stands is an error that names it, and the last site stays."""
    before = small.files()
    small.engine.more = {"find/index.html": "<head>\n</head>"}
    (small.folder / "docs/about.md").write_text("Changed", encoding="utf-8")
    with pytest.raises(WhatWorksError, match=r"find/index\.html"):
        small.build()
    assert small.files() == before


def test_the_real_site_is_the_same_bytes_every_time(built: Path, tmp_path: Path) -> None:
    """Two builds from nothing, in two folders, give the same files."""
    again = build_real(tmp_path)
    assert hashes(again) == hashes(built)


def test_a_second_build_writes_nothing(small: SmallSite) -> None:
    """Without a change no file is made anew, and the site is the same."""
    before = small.files()
    assert small.build().written == 0
    assert small.files() == before
    assert small.engine.runs == 1


def edit_title(site: SmallSite) -> None:
    """A case gets another title."""
    site.write(title="Another title")


def edit_direction(site: SmallSite) -> None:
    """A case turns out badly."""
    path = site.content / "leeds-second.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("direction: improved", "direction: worsened"), encoding="utf-8"
    )


def add_case(site: SmallSite) -> None:
    """A fourth case comes."""
    site.write(id="glasgow-fourth", title="A fourth case", councils=["GLG"])


def remove_case(site: SmallSite) -> None:
    """A case goes."""
    (site.content / "leeds-second.md").unlink()


def edit_words(site: SmallSite) -> None:
    """A term gets another label."""
    shutil.copytree(builtin_vocabulary(), site.content / "_vocabulary", dirs_exist_ok=True)
    path = site.content / "_vocabulary/outcomes.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Streets are mended sooner", "Roads are mended"), encoding="utf-8"
    )


def edit_council(site: SmallSite) -> None:
    """A council gets another name in the register."""
    shutil.copytree(builtin_vocabulary(), site.content / "_vocabulary", dirs_exist_ok=True)
    path = site.content / "_vocabulary/councils.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Leeds City Council", "The City of Leeds"), encoding="utf-8"
    )


def edit_settings(site: SmallSite) -> None:
    """The site moves to another address."""
    path = site.folder / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("example.org/some", "example.net/other"), encoding="utf-8")


def edit_page(site: SmallSite) -> None:
    """A hand-written page changes."""
    (site.folder / "docs/about.md").write_text("Changed", encoding="utf-8")


@pytest.mark.parametrize(
    "change", [edit_title, edit_direction, add_case, remove_case, edit_words, edit_council, edit_settings, edit_page]
)
def test_a_build_on_what_was_kept_equals_one_from_nothing(small: SmallSite, change: object) -> None:
    """After any change the site is what a build without a cache would give: nothing stale, nothing left over."""
    before = small.files()
    change(small)  # type: ignore[operator]
    small.build()
    after = small.files()
    assert after != before
    assert after == small.fresh()


def test_another_day_is_a_change_too(small: SmallSite) -> None:
    """What was fresh yesterday and is overdue today says so without an edit."""
    small.build(today=LATER)
    page = (small.out / "studies/leeds-example/index.html").read_text(encoding="utf-8")
    assert "This case was due for review" in page
    assert small.files() == small.fresh(today=LATER)


def test_an_edit_changes_only_the_files_that_mention_the_case(tmp_path: Path) -> None:
    """Of all pages, feeds and data of the real cases, a new title touches its own, its lists and its neighbours."""
    site = SmallSite(tmp_path)
    shutil.copytree(ROOT / "case_studies", site.content, dirs_exist_ok=True)
    site.build(strict=False)
    before = site.files()
    case = min(path.stem for path in site.content.glob("*.md") if f"studies/{path.stem}/index.html" in before)
    path = site.content / f"{case}.md"
    text = path.read_text(encoding="utf-8")
    title = str(yaml.safe_load(text.split("\n---", 1)[0])["title"])
    path.write_text(text.replace(title, "A title of its own"), encoding="utf-8")
    built = site.build(strict=False)
    after = site.files()
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    told = sorted(name for name in changed if not name.startswith("search/"))
    assert {f"studies/{case}/index.html", f"api/v1/studies/{case}.json", "data/studies.csv"} <= set(told)
    assert [name for name in told if case not in (site.out / name).read_text(encoding="utf-8")] == []
    assert built.written == len(changed & set(after))


def test_a_faulty_case_leaves_the_last_site(small: SmallSite) -> None:
    """A strict build with a fault raises with the report, and changes nothing."""
    before = small.files()
    small.write(title="Another title")
    small.write(id="leeds-second", about=["no-such-outcome"])
    with pytest.raises(FaultyCases) as caught:
        small.build()
    assert caught.value.report.errors == 1
    assert small.files() == before
    assert not small.out.with_name("site.next").exists()


def test_faulty_cases_can_be_left_out_and_are_listed(small: SmallSite) -> None:
    """The rest is published, the report names what is wrong, and no page mentions the case."""
    small.write(id="leeds-second", title="A second case", about=["no-such-outcome"])
    built = small.build(strict=False)
    assert (built.cases, built.left_out) == (2, 1)
    assert [one.rule.name for one in built.report.diagnostics] == ["unknown-term"]
    assert small.files() == small.fresh(strict=False)
    for path in small.out.rglob("*"):
        assert path.is_dir() or b"leeds-second" not in path.read_bytes(), path


@pytest.mark.parametrize("files", [{}, {"twice/leeds-example.md": "leeds-example"}], ids=["none", "an id used twice"])
def test_what_is_wrong_only_together_is_left_out_too(small: SmallSite, files: dict[str, str]) -> None:
    """Of two cases with one id neither takes the other's address by chance, whichever was kept before."""
    for name in files:
        (small.content / name).parent.mkdir()
        shutil.copy(small.content / "leeds-example.md", small.content / name)
    built = small.build(strict=False)
    assert built.cases + built.left_out == 3 + len(files)
    assert small.files() == small.fresh(strict=False)


def test_an_interruption_while_writing_leaves_no_trace(small: SmallSite) -> None:
    """What a broken run had ready is not taken for a part of the site."""
    small.write(title="Another title")
    small.build()
    before = small.files()
    with contextlib.suppress(KeyboardInterrupt), Tree(small.out, small.folder / "cache/manifest.pickle", "") as tree:
        tree.add(text("stray.html", "half"))
        raise KeyboardInterrupt
    small.build()
    assert small.files() == before


def test_a_row_of_edits_never_shows_an_old_page(small: SmallSite) -> None:
    """After any row of edits the site is what a build from nothing gives."""
    for title in ("One", "Two", "One", "Three", "Two"):
        small.write(title=title)
        small.build()
        assert small.files() == small.fresh()


@pytest.mark.parametrize("step", ["_move", "_save"])
def test_an_interruption_while_moving_leaves_nothing_stale(
    step: str, small: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the run ends between the first file that it moves in and the note of it, the next one trusts nothing."""
    case = small.content / "leeds-example.md"
    first = case.read_text(encoding="utf-8")
    small.write(title="Another title")
    done = getattr(Tree, step)

    def break_off(*given: object) -> None:
        done(*given) if step == "_move" else None
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Tree, step, break_off)
        with pytest.raises(KeyboardInterrupt):
            small.build()
    case.write_text(first, encoding="utf-8")
    small.build()
    assert small.files() == small.fresh()


@pytest.mark.parametrize("fields", [{"record_status": "withdrawn"}, {"superseded_by": "leeds-example"}])
def test_a_case_that_was_taken_back_has_its_page_and_nothing_else(small: SmallSite, fields: dict[str, str]) -> None:
    """Its address still leads to the page and to the data; no list, feed, count or search knows it, no link breaks."""
    supplier = {"name": "Only There", "kind": "company", "size": "not-known"}
    small.write(id="leeds-second", title="A second case", suppliers=[supplier], **fields)
    small.build()
    assert small.files() == small.fresh()
    own = {"studies/leeds-second/index.html", "api/v1/studies/leeds-second.json", "sitemap.xml"}
    for path in small.out.rglob("*"):
        name = path.relative_to(small.out).as_posix()
        assert path.is_dir() or name in own or b"leeds-second" not in path.read_bytes(), name
    page = (small.out / "studies/leeds-second/index.html").read_text(encoding="utf-8")
    assert "notice-strong" in page
    assert "../../suppliers/only-there/" in page
    for facet in ("suppliers", "councils", "outcomes", "services"):
        for link in re.findall(rf'href="\.\./\.\./({facet}/[^"]+/)"', page):
            assert (small.out / link / "index.html").is_file(), link


def test_a_missing_file_is_made_again(small: SmallSite) -> None:
    """A page that somebody deleted from the site comes back."""
    before = small.files()
    (small.out / "studies/leeds-example/index.html").unlink()
    small.build()
    assert small.files() == before


def test_a_failing_engine_leaves_the_last_site_and_no_half_pages(small: SmallSite) -> None:
    """A fault in a hand-written page changes nothing; when it is mended again, the next build is whole."""
    before = small.files()
    (small.folder / "docs/about.md").write_text("A broken link", encoding="utf-8")
    small.engine.broken = EngineError(("about.md: no such page",))
    with pytest.raises(WhatWorksError, match=r"about\.md: no such page"):
        small.build()
    assert small.files() == before
    (small.folder / "docs/about.md").write_text("About", encoding="utf-8")
    small.engine.broken = None
    small.build()
    assert small.files() == before


def test_broken_kept_files_are_made_again(small: SmallSite) -> None:
    """A cache that cannot be read is no fault: everything is computed anew."""
    before = small.files()
    for path in (small.folder / "cache").glob("*.pickle"):
        path.write_bytes(b"nothing of ours")
    small.build()
    assert small.files() == before


def test_only_images_are_published_beside_a_case(small: SmallSite) -> None:
    """A page, a drawing with scripts, a hidden file or a link to elsewhere in the media folder stays unpublished."""
    folder = small.content / "_media/leeds-example"
    folder.mkdir(parents=True)
    for name in ("plan.png", "photo.JPG", "index.html", "drawing.svg", ".hidden", "notes.txt"):
        (folder / name).write_bytes(PNG)
    (folder / "link.png").symlink_to(small.folder / "mkdocs.yml")
    small.build()
    published = {path.name for path in (small.out / "studies/leeds-example").iterdir()}
    assert published == {"index.html", "plan.png", "photo.JPG"}


def test_the_built_site_can_be_edited_without_harm_to_the_next_build(small: SmallSite) -> None:
    """Files that both builds share are never written in place: a changed case leaves no trace in the old file."""
    kept = small.folder / "kept.html"
    kept.hardlink_to(small.out / "studies/leeds-example/index.html")
    before = kept.read_bytes()
    small.write(title="Another title")
    small.build()
    assert kept.read_bytes() == before


def test_the_collector_of_rubbish_is_on_again(small: SmallSite) -> None:
    """A build that fails, like one that does not, leaves the process as it was."""
    assert gc.isenabled()
    small.write(id="leeds-second", about=["no-such-outcome"])
    with pytest.raises(FaultyCases):
        small.build()
    assert gc.isenabled()


def test_a_site_without_cases_can_be_built(tmp_path: Path) -> None:
    """The first build of an empty collection works."""
    site = SmallSite(tmp_path)
    assert site.build().cases == 0
    assert (site.out / "index.html").is_file()


def test_the_engine_runs_again_only_if_its_pages_changed(small: SmallSite) -> None:
    """An edit of a case does not render the hand-written pages anew."""
    small.write(title="Another title")
    small.build()
    assert small.engine.runs == 1
    (small.folder / "docs/about.md").write_text("Changed", encoding="utf-8")
    small.build()
    assert small.engine.runs == 2


def test_samples_are_what_contributors_could_write() -> None:
    """The case that these tests write is a plain mapping, and the engine of these tests fails only when asked."""
    assert plain()["id"] == "leeds-example"
    assert Engine().broken is None
    assert TODAY
