"""The text below the front matter: its links, images, tone and length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut
from whatworks.check.rules.links import is_public_link
from whatworks.corpus import MEDIA, Corpus, is_own
from whatworks.text.frontmatter import Document, Value
from whatworks.text.source import Span

_MOST_WORDS = 1200
_HTML = re.compile(r"<(?:[A-Za-z/!?][^>\n]{0,200}>?)")
_TABLE_CLOSES = re.compile(r"</table>?", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?:https?://[^\s<>]+)>")
_CODE = re.compile(r"`[^`\n]+`|^```.*?^```", re.MULTILINE | re.DOTALL)
# Every repetition is bounded, so that no text can keep the checks busy.
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]{0,1000})\]\((?P<to>[^()\s]{0,1000})(?:\s[^()]{0,1000})?\)")
_ANY_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]{0,300})\]\((?P<to>[^)\s]{0,700})(?:\s[^)]{0,300})?\)")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,1000}\]:[ \t]{0,100}(?P<to>\S{1,1000})", re.MULTILINE)
_BARE = {"here", "click here", "this", "link", "this link", "read more", "more", "this page", "see here"}
_IMAGE_TYPES = (".png", ".jpg", ".jpeg", ".webp")
_LARGEST_IMAGE = 500 * 1024
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})")
_PRIVATE_HOSTS = re.compile(
    r"(?i)(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|aol|btinternet|proton(?:mail)?|sky|talktalk|virginmedia)\."
)
_PERSON = re.compile(r"(?i)^[a-z]+[._][a-z]+\d*@")
_PHONE = re.compile(r"(?<![\d.])(?:\+44[\s(]*0?[\s)]*7|07)\d{3}[\s.-]?\d{3}[\s.-]?\d{3}(?!\d)")
# An address that is spelt so that machines do not see it; people do.
_DOT = r"(?:\.|[ ]?[\[(]dot[\])][ ]?|[ ]dot[ ])"
_AT = r"(?:[ ]?[\[(]at[\])][ ]?|\uff20|[ ]at[ ](?=[\w-]{1,63}[ ]dot[ ]))"
_SPELT = re.compile(
    rf"(?i)(?<![\w.+-])[\w+-]{{1,64}}(?:{_DOT}[\w+-]{{1,64}}){{0,4}}(?P<at>{_AT})"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,6}}"
)
_SIGNS_OF_SPELT = ("[at]", "(at)", "\uff20", " dot ")
_LIKE_MOBILE = re.compile(r"07\d{3}")
_PRAISE = re.compile(
    r"(?i)\b(?:world[- ]leading|world[- ]class|game[- ]chang\w+|cutting[- ]edge|ground-?breaking|revolutionary|"
    r"best[- ]in[- ]class|"
    r"state[- ]of[- ]the[- ]art|award[- ]winning|industry[- ]leading|market[- ]leading|unparalleled|seamless(?:ly)?|"
    r"transformational|next[- ]generation|leading[- ]edge|unrivalled|pioneering|innovative|unique)\b"
)
_TOLD = ("title", "summary", "need")
_SIGNS_OF_PRAISE = (
    "world-", "world ", "game chang", "game-chang", "g edge", "g-edge", "breaking", "revolutionary", "n class",
    "n-class", "the-art", "the art", "award win", "award-win", "try lead", "try-lead", "ket lead", "ket-lead",
    "unparallel", "seamless", "transformational", "next gen", "next-gen", "unrival", "pioneering",
    "innovative", "unique",
)  # fmt: skip
"""What every praising word holds; looking for these first is many times as fast as the pattern."""


def check_markdown(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """No HTML, no unsafe link, no image that is not ours."""
    body, base = document.body_text, document.body.start
    text = _CODE.sub(_blank, body) if "`" in body else body
    yield from _html(text, base)
    for match in _LINK.finditer(text) if "[" in text else ():
        yield from _link(match, base)
    for match in _REFERENCE.finditer(text) if "]:" in text else ():
        yield from _footnote(match, base) if match[0].lstrip().startswith("[^") else _target(match, base)
    for sign in _ANY_IMAGE.finditer(text):
        image = _IMAGE.match(text, sign.start())
        if image is not None:
            folder = corpus.root / MEDIA / str(document.data.get("id", ""))
            yield from _image(image, base, folder, corpus.root)
        else:
            yield Finding(
                "bad-image", Span(base + sign.start(), base + sign.end()), "an image begins here in another form",
                "Write ![what it shows](name-of-the-file.png).",
            )  # fmt: skip
    for path, media in enumerate(_list(document, "media")):
        if (
            isinstance(media, dict)
            and media.get("kind") in ("video", "audio")
            and not (media.get("transcript") or media.get("summary"))
        ):
            yield Finding(
                "media-without-words", ("media", path), "this recording has neither transcript nor summary",
                "Add 'transcript' with its address, or 'summary' with what is said.",
            )  # fmt: skip


def _html(text: str, base: int) -> Iterator[Finding]:
    """Every tag, but a table once."""
    closings = [match.end() for match in _TABLE_CLOSES.finditer(text)] if "<" in text else []
    end = 0
    for match in _HTML.finditer(_AUTOLINK.sub(_blank, text)) if "<" in text else ():
        if match.start() < end:
            continue
        table = match[0].lower().startswith("<table")
        after = bisect_right(closings, match.start())
        end = closings[after] if table and after < len(closings) else match.end()
        yield Finding(
            "raw-html", Span(base + match.start(), base + max(match.end(), end)),
            "a table stands here in HTML" if table else f"'{cut(match[0], 40)}' is HTML",
            "Write a table with lines like '| a | b |', the second one '|---|---|'." if table
            else "Write plain Markdown: **bold**, *italic*, lists with hyphens, [words](address).",
        )  # fmt: skip


def _footnote(match: re.Match[str], base: int) -> Iterator[Finding]:
    yield Finding(
        "unsafe-link", Span(base + match.start(), base + match.end()), "a footnote stands here",
        "Footnotes are not used here: cite in 'sources'.",
    )  # fmt: skip


def _blank(match: re.Match[str]) -> str:
    """Spaces instead, so that what follows keeps its place."""
    return " " * len(match[0])


def _link(match: re.Match[str], base: int) -> Iterator[Finding]:
    if match["words"].strip().casefold() in _BARE:
        span = Span(base + match.start("words"), base + match.end("words"))
        yield Finding(
            "bare-link-text",
            span,
            f"'{match['words']}' does not say where the link leads",
            "Name the page it leads to.",
        )
    yield from _target(match, base)


def _target(match: re.Match[str], base: int) -> Iterator[Finding]:
    if not is_public_link(match["to"].strip("<>")):
        span = Span(base + match.start("to"), base + max(match.end("to"), match.start("to") + 1))
        yield Finding(
            "unsafe-link", span, f"'{cut(match['to'])}' is not a public web address",
            "Link to https:// pages only; sources belong in 'sources'.",
        )  # fmt: skip


def _image(match: re.Match[str], base: int, folder: Path, root: Path) -> Iterator[Finding]:
    if not match["alt"].strip():
        span = Span(base + match.start(), base + match.end())
        yield Finding(
            "image-without-text", span, "this image has no alternative text",
            "Say between the brackets what it shows, for those who cannot see it.",
        )  # fmt: skip
    name = match["to"]
    span = Span(base + match.start("to"), base + max(match.end("to"), match.start("to") + 1))
    file = folder / name
    if "/" in name or "\\" in name or not name.casefold().endswith(_IMAGE_TYPES):
        yield Finding(
            "bad-image", span, f"'{cut(name)}' is not the name of a PNG, JPEG or WebP file",
            f"Put the file into _media/{folder.name}/ and write its name only.",
        )  # fmt: skip
    elif not is_own(file, root):
        yield Finding("bad-image", span, f"there is no file '{cut(name)}' in _media/{folder.name}/", "Add it there.")
    elif file.stat().st_size > _LARGEST_IMAGE:
        yield Finding(
            "bad-image", span,
            f"'{cut(name)}' has {file.stat().st_size // 1024} kB; {_LARGEST_IMAGE // 1024} kB is the most",
            "Make it smaller.",
        )  # fmt: skip


def check_wording(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001
    """Personal data, praise, length, and what stands first."""
    text = document.source.text
    for match in _EMAIL.finditer(text) if "@" in text else ():
        if _is_private(match):
            yield Finding(
                "personal-data", Span(*match.span()), f"'{cut(match[0])}' looks like a person's e-mail address",
                "Name a role and a page or a shared mailbox instead.",
            )  # fmt: skip
    for match in _SPELT.finditer(text) if any(sign in text.lower() for sign in _SIGNS_OF_SPELT) else ():
        plain = _EMAIL.fullmatch(_plain_address(match))
        if plain is not None and _is_private(plain):
            yield Finding(
                "personal-data", Span(*match.span()), f"'{cut(match[0])}' looks like a person's e-mail address",
                "Name a role and a page or a shared mailbox instead.",
            )  # fmt: skip
    for match in _PHONE.finditer(text) if "+44" in text or _LIKE_MOBILE.search(text) else ():
        yield Finding(
            "personal-data", Span(*match.span()), f"'{match[0]}' looks like a person's mobile number", "Leave it out."
        )
    told = "\n".join((document.body_text, *(str(document.data.get(name, "")) for name in _TOLD))).lower()
    for start, part in _told(document) if any(sign in told for sign in _SIGNS_OF_PRAISE) else ():
        for match in _PRAISE.finditer(part):
            span = Span(start + match.start(), start + match.end())
            yield Finding("superlative", span, f"'{match[0]}' praises", "Say what it does and what changed.")
    words = len(document.body_text.split())
    if words > _MOST_WORDS:
        yield Finding(
            "wordy", Span(document.body.start, document.body.start), f"the text has {words} words",
            f"Readers have time for 600; {_MOST_WORDS} is the most that we ask of them.",
        )  # fmt: skip
    yield from _product_first(document)


def _plain_address(match: re.Match[str]) -> str:
    name, host = match[0][: match.start("at") - match.start()], match[0][match.end("at") - match.start() :]
    return "@".join(re.sub(_DOT, ".", part, flags=re.IGNORECASE) for part in (name, host))


def _told(document: Document) -> Iterator[tuple[int, str]]:
    """The texts in which praise is not somebody's name or title, with their places."""
    yield document.body.start, document.body_text
    for name in _TOLD:
        if _PRAISE.search(str(document.data.get(name, ""))):
            span = document.place((name,)).value
            yield span.start, document.source.text[span.start : span.end]


def _product_first(document: Document) -> Iterator[Finding]:
    names = [
        str(one["name"])
        for one in _list(document, "suppliers")
        if isinstance(one, dict) and isinstance(one.get("name"), str)
    ]
    for field in ("title", "summary"):
        value = document.data.get(field)
        for name in names:
            if isinstance(value, str) and name and value.casefold().startswith(name.casefold()):
                yield Finding(
                    "product-first",
                    (field,),
                    f"the {field} begins with '{cut(name)}'",
                    "Begin with what changed for people.",
                )


@lru_cache(maxsize=256)
def _is_private_address(address: str, host: str) -> bool:
    return bool(_PRIVATE_HOSTS.match(host) or _PERSON.match(address))


def _is_private(match: re.Match[str]) -> bool:
    return _is_private_address(match[0], match["host"])


def _list(document: Document, name: str) -> list[Value]:
    value = document.data.get(name)
    return value if isinstance(value, list) else []
