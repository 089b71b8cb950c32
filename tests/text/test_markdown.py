"""Contributed Markdown becomes safe HTML, and is cut at its headings."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from whatworks.text.markdown import render, sections

ALLOWED = {
    "p": set(), "ul": set(), "ol": {"start"}, "li": set(), "em": set(), "strong": set(), "a": {"href", "rel"},
    "blockquote": set(), "code": set(), "pre": set(), "table": set(), "thead": set(), "tbody": set(), "tr": set(),
    "th": set(), "td": set(), "br": set(), "hr": set(), "h3": set(), "h4": set(), "img": {"src", "alt"}, "del": set(),
}  # fmt: skip


class _Elements(HTMLParser):
    """Collects the elements of a text with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))


HOSTILE = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//x.example></SCRIPT>", "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<style>p{color:red}</style>", "<p style='x' id='y' class='z' onclick='w'>p</p>",
    "<iframe src=https://x.example></iframe>", "<object data=x></object>", "<base href=//x.example>",
    "<meta http-equiv=refresh content=0>", "<form action=x><input name=y></form>", "<math><mi xlink:href=x></math>",
    "<a href=javascript:alert(1)>a</a>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))", "[a](data:text/html,x)", "[a](vbscript:x)", "[a](file:///etc/passwd)",
    "[a](//x.example)", "[a](../secret)", "[a](mailto:a@b.example)", "[a](https://x.example \"title\")",
    "![a](https://x.example/x.png)", "![a][r]\n\n[r]: https://x.example/x.png", "![a](javascript:x)",
    "![a](data:image/svg+xml,x)", "![a](x.svg)", "![a](../x.png)", "![a](/x.png)", "<javascript:alert(1)>",
    "# a {#id .class onclick=x}", "<details open ontoggle=alert(1)>", "<!-- <img src=x> -->", "<![CDATA[<b>]]>",
    "<p><table><tr><td><script>x</script>", "`<script>`", "```html\n<script>\n```", "&lt;script&gt;", "\\<script>",
    "<a id=top name=top>x</a>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_survives(text: str) -> None:
    """Only the elements of plain text stay, with no attribute but a link's address and a picture's name and words."""
    _assert_safe(render(text))


@given(text=st.lists(st.one_of(texts, st.sampled_from(HOSTILE)), max_size=6).map("".join))
def test_whatever_is_typed_stays_safe(text: str) -> None:
    """No mixture of pieces makes a script, style, event, id or an address of another kind."""
    _assert_safe(render(text))


@pytest.mark.parametrize(("text", "html"), [
    ("**b** and *i*", "<p><strong>b</strong> and <em>i</em></p>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
    ("[a](https://x.example/)", '<p><a href="https://x.example/" rel="nofollow noopener">a</a></p>\n'),
    ("![a map](map.png)", '<p><img src="map.png" alt="a map"></p>\n'),
    ("### a", "<h3>a</h3>\n"),
    ("~~a~~", "<p><del>a</del></p>\n"),
])  # fmt: skip
def test_plain_markdown_is_kept(text: str, html: str) -> None:
    """What the guide promises works."""
    assert render(text) == html


def test_tables_are_kept_without_styles() -> None:
    """A table stays a table; the alignment, which would be a style, is dropped."""
    html = render("| a | b |\n| :-: | --: |\n| 1 | 2 |\n")
    assert "<td>1</td><td>2</td>" in html
    assert "style" not in html


BODY = """\
before

## One

text
### Smaller

more

```
## Not a heading
```

##  Two ##
# Three
   ## Four
    ## code
## C#
"""


def test_sections_are_cut_at_headings() -> None:
    """Headings of one and two signs cut the text; smaller ones, code and indented code do not."""
    body = sections(BODY, base=100)
    assert body.lead == "before\n\n"
    assert [(one.title, one.level, one.index) for one in body.sections] == [
        ("One", 2, 0), ("Two", 2, 1), ("Three", 1, 2), ("Four", 2, 3), ("C#", 2, 4),
    ]  # fmt: skip
    assert "### Smaller" in body.sections[0].text
    assert "## Not a heading" in body.sections[0].text
    assert "## code" in body.sections[3].text


def test_places_of_headings_are_those_of_the_file() -> None:
    """The place of a heading is its signs and title, counted from the beginning of the file."""
    body = sections(BODY, base=100)
    assert [BODY[one.heading.start - 100 : one.heading.end - 100] for one in body.sections] == [
        "## One", "##  Two", "# Three", "## Four", "## C#",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n", "text", "##", "## ", "#", "## \n## \n"])
def test_any_text_has_sections(text: str) -> None:
    """A body may be empty or have headings without words."""
    body = sections(text)
    assert all(one.title == "" for one in body.sections)


@given(text=texts)
def test_cutting_loses_nothing(text: str) -> None:
    """The lead, the headings and what is below them are the whole text."""
    body = sections(text)
    whole = body.lead + "".join(one.text for one in body.sections)
    assert all(part in text for part in (body.lead, *(one.text for one in body.sections)))
    assert len(whole) <= len(text)
    assert bool(body.sections) or body.lead == text


def _assert_safe(html: str) -> None:
    for tag, attributes in _Elements(html).found:
        assert tag in ALLOWED, html
        assert set(attributes) <= ALLOWED[tag], html
        assert (attributes.get("href") or "https://").lower().startswith(("http://", "https://")), html
        assert "/" not in (attributes.get("src") or ""), html
        assert ":" not in (attributes.get("src") or ""), html
