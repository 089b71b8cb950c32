"""The file itself: its name, its characters, and words that were left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from whatworks.check.diagnostics import Finding
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import Document, Value
from whatworks.text.source import Span

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KEPT_BY_WINDOWS = {"con", "nul", "prn", "aux"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Names of devices: whoever has Windows cannot check out a repository with a file of such a name."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that readers cannot see and that can hide or reorder what they do see."""
BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Breaks of lines and pages that word processors write and other programs do not: they part two words."""
# Two signs are no fault in the text as typed: the joiner of an emoji, and the sign that one be shown as text.
_HIDDEN_RUN = re.compile(rf"[{BREAKS}]+|(?:(?![\u200d\ufe0e{BREAKS}]){HIDDEN.pattern})+")
_LONGEST_NAME = 80
_HIGH = "[" + "".join(chr(code) for code in range(0x80, 0xC0)) + "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # noqa: RUF001
GARBLED = re.compile(
    f"[\u00c2\u00c3]{_HIGH}|\u00e2{_HIGH}{{2}}|\u00f0{_HIGH}{{3}}|\u00e2\u20ac|\u00ef\u00bf\u00bd|\ufffd"
)
"""UTF-8 that was read as another encoding: only such beginnings as no word of English, Welsh or Gaelic has."""
_PLACEHOLDER = re.compile(
    r"(?im)(?<![\w/.-])(?P<word>tbc|tbd|todo|lorem ipsum|xxx+)(?![\w/-])|"
    r"(?<=[:\-\"'] )[\"']?(?P<dots>\.\.\.|…)[\"']?[ ]*\r?$|(?P<angle><[a-z ]{3,40}>)|"
    r"(?P<bracket>\[(?:insert|enter|your) [^\[\]\n]{1,80}\])"
)
_SIGNS_OF_PLACEHOLDER = ("tbc", "tbd", "todo", "lorem ipsum", "xxx", "...", "…", "<", "[insert ", "[enter ", "[your ")


def kebab(text: str) -> str:
    """A text in lower case with hyphens."""
    return _NOT_SLUG.sub("-", text.casefold()).strip("-")[:_LONGEST_NAME].strip("-")


def check_name(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001 - the form of all checks
    """The file's name is the case's address."""
    name = PurePosixPath(document.source.path)
    case_id = document.data.get("id")
    good = isinstance(case_id, str) and SLUG.fullmatch(case_id) and len(case_id) <= _LONGEST_NAME
    if not SLUG.fullmatch(name.stem) or name.suffix != ".md" or len(name.stem) > _LONGEST_NAME:
        yield Finding(
            "bad-file-name", Span(0, 0), f"the file is named '{name.name}'",
            f"Rename it to '{case_id if good else _address(name)}.md': it becomes the case's address.",
        )  # fmt: skip
    if isinstance(case_id, str) and case_id and case_id != name.stem and SLUG.fullmatch(name.stem):
        yield Finding(
            "id-differs", ("id",), f"the id is '{case_id}', but the file is named '{name.name}'",
            f"Write 'id: {name.stem}', or rename the file.", replace=name.stem,
        )  # fmt: skip


def _address(name: PurePosixPath) -> str:
    """What a file's name would be in lower case with hyphens, without what copying and saving added to it."""
    return kebab(re.sub(r"(?i)\.md\b|\s*\(\d+\)", "", name.stem))


def check_characters(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001
    """Nothing invisible stands in the text, neither as typed nor spelt as an escape."""
    start = 1 if document.source.text.startswith("\ufeff") else 0
    hidden = HIDDEN.search(document.source.text, start)  # most texts have none, and this is ten times as fast
    for match in _HIDDEN_RUN.finditer(document.source.text, hidden.start()) if hidden else ():
        code, count = f"U+{ord(match[0][0]):04X}", len(match[0])
        yield Finding(
            "hidden-character", Span(*match.span()), f"an invisible character ({code}) stands here" if count == 1
            else f"{count:,} invisible characters ({code} and so on) stand here",
            way_out(match[0]), replace=instead(document, match), safe=True,
        )  # fmt: skip
    if "\\" in document.source.text[document.front.start : document.front.end]:
        yield from _escaped(document.data, ())
    for match in () if document.source.text.isascii() else GARBLED.finditer(document.source.text):
        meant = true_sign(match[0])
        told = f": '{meant}' was meant" if meant else ""
        yield Finding(
            "garbled-text", Span(*match.span()), f"'{match[0]}' is garbled{told}",
            "Copy the text again, or type the sign anew.", replace=meant or None, safe=bool(meant),
        )  # fmt: skip


def true_sign(garbled: str) -> str:
    """The sign whose bytes were read in another encoding; "" where it cannot be told."""
    try:
        raw = b"".join(sign.encode("latin-1" if "\x80" <= sign < "\xa0" else "cp1252") for sign in garbled)
        meant = raw.decode("utf-8")
    except UnicodeError:
        return ""
    meant = meant.replace("\u00a0", " ")
    return meant if meant.isprintable() and meant != "\ufffd" else ""


def way_out(signs: str) -> str:
    """What to do with a sign that nobody sees, or with some in a row."""
    one = len(signs) == 1
    if signs and signs[0] in BREAKS:
        place, write = ("its place", "it") if one else ("their place", "them")
        return f"Put a space or a new line in {place}; word processors write {write} where a line or a page ends."
    return f"Delete {'it; it often comes' if one else 'them; they often come'} along when text is pasted."


def instead(document: Document, match: re.Match[str]) -> str:
    """What should stand in the place of a sign that nobody sees: nothing, unless it parts two words."""
    if match[0][0] not in BREAKS:
        return ""
    # A break in the text may end a heading or an entry of a list; a field is one line, and so is a row of a table.
    text, front = match.string, match.start() < document.body.start
    blanks = " \t\r\n" if front else "\r\n"
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before in blanks or after in blanks + BREAKS:
        return ""
    row = text.startswith("|", text.rfind("\n", 0, match.start()) + 1)
    return " " if front or row else "\n"


def check_placeholders(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001
    """No word that only holds a place was left in the front matter."""
    front = document.source.text[document.front.start : document.front.end]
    lowered = front.lower()
    if not any(sign in lowered for sign in _SIGNS_OF_PLACEHOLDER):
        return
    for match in _PLACEHOLDER.finditer(front):
        group = match.lastgroup or "word"
        start = document.front.start + match.start(group)
        yield Finding(
            "placeholder", Span(start, start + len(match[group])), f"'{match[group]}' was left in",
            "Write what is known, or leave the field out if it is not needed.",
        )  # fmt: skip


def _escaped(value: Value, path: tuple[str | int, ...]) -> Iterator[Finding]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _escaped(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _escaped(item, (*path, index))
    elif match := HIDDEN.search(value):
        yield Finding(
            "hidden-character", path, f"an escape spells an invisible character (U+{ord(match[0]):04X})",
            "Leave it out.",
        )  # fmt: skip
