"""The Markdown of a body: its sections with their places, and safe HTML.

Contributed text is plain CommonMark with tables, rendered by pyromark and cleaned by nh3; it never meets
a template engine, and no id, class or raw HTML of the contributor survives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import nh3
import pyromark

from whatworks.text.source import Span

_HEADING = re.compile(
    r"^[ ]{0,3}(?P<signs>#{1,6})(?:[ \t]+(?P<title>\S[^\n]*)?|\r?$)|^(?P<fence>```|~~~)", re.MULTILINE
)
_TAGS = {
    "p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th",
    "td", "br", "hr", "h3", "h4", "img", "del",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
_OWN_IMAGE = re.compile(r"[\w.-]+\.(?:png|jpe?g|webp)", re.ASCII | re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def _attribute(tag: str, name: str, value: str) -> str | None:  # noqa: ARG001 - nh3 asks in this form
    """What may stay of an attribute: links lead to web addresses only, images stand beside the case."""
    allowed = {"href": _WEB_ADDRESS.match, "src": _OWN_IMAGE.fullmatch}.get(name)
    return value if allowed is None or allowed(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel="nofollow noopener",
    clean_content_tags={"script", "style"}, attribute_filter=_attribute,
)  # fmt: skip
_MARKDOWN = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text below it; `heading` is its place in the file, `index` its place among the sections."""

    title: str
    level: int
    heading: Span
    text: str
    index: int


@dataclass(frozen=True, slots=True)
class Body:
    """A body cut at its headings; `lead` is what stands before the first."""

    lead: str
    sections: tuple[Section, ...]


def sections(text: str, base: int = 0) -> Body:
    """Cut a body at its headings of level 1 and 2; headings inside code fences are text.

    `base` is the offset of the body in its file, so that the places of the headings are those in the file.
    """
    heads: list[re.Match[str]] = []
    fenced = ""
    for match in _HEADING.finditer(text):
        if match["fence"]:
            fenced = "" if fenced == match["fence"] else fenced or match["fence"]
        elif not fenced and len(match["signs"]) <= 2:
            heads.append(match)
    ends = [*(match.start() for match in heads[1:]), len(text)][: len(heads)]
    found = tuple(
        _section(match, text[match.end() : end], index, base)
        for index, (match, end) in enumerate(zip(heads, ends, strict=True))
    )
    return Body(text[: heads[0].start()] if heads else text, found)


def _section(match: re.Match[str], text: str, index: int, base: int) -> Section:
    title = (match["title"] or "").rstrip()
    closed = title.rstrip("#")  # "## Title ##" is the title only
    if not closed or closed[-1].isspace():
        title = closed.rstrip()
    start = match.start("signs")
    end = match.start("title") + len(title) if title else start + len(match["signs"])
    return Section(title, len(match["signs"]), Span(base + start, base + end), text, index)


def render(text: str) -> str:
    """Safe HTML of a piece of contributed Markdown."""
    return _CLEANER.clean(_MARKDOWN.html(text))
