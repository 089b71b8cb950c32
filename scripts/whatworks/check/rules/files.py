"""The file itself: its name, its characters, and why its front matter could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from whatworks.check.diagnostics import Edit, Finding
from whatworks.check.rules.slips import find_slip
from whatworks.corpus import Corpus
from whatworks.text.frontmatter import DEEPEST, LARGEST_FILE, Document, Fault, Value
from whatworks.text.source import Span

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that readers cannot see and that can hide or reorder what they do see."""
_LONGEST_NAME = 80
_PLACEHOLDER = re.compile(
    r"(?im)\b(?P<word>tbc|tbd|todo|lorem ipsum|xxx+)\b|(?<=[:\-\"'] )[\"']?(?P<dots>\.\.\.|…)[\"']?[ ]*\r?$|(?P<angle><[a-z ]{3,40}>)"
)
_SIGNS_OF_PLACEHOLDER = ("tbc", "tbd", "todo", "lorem ipsum", "xxx", "...", "…", "<")


def kebab(text: str) -> str:
    """A text in lower case with hyphens."""
    return _NOT_SLUG.sub("-", text.casefold()).strip("-")[:_LONGEST_NAME].strip("-")


def explain(document: Document) -> Iterator[Finding]:
    """Why the file could not be read, or not in full."""
    for fault in document.faults:
        yield _EXPLAINED[fault.kind](document, fault) if fault.kind in _EXPLAINED else _said(fault)
    if document.source.text.startswith("\ufeff"):
        yield Finding(
            "byte-order-mark", Span(0, 1), "an invisible byte order mark begins the file",
            "Save it as UTF-8 without BOM.", replace="", safe=True,
        )  # fmt: skip


def check_name(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001 - the form of all checks
    """The file's name is the case's address."""
    name = PurePosixPath(document.source.path)
    if not SLUG.fullmatch(name.stem) or name.suffix != ".md" or len(name.stem) > _LONGEST_NAME:
        yield Finding(
            "bad-file-name", document.place(("id",)).value, f"the file is named '{name.name}'",
            f"Rename it to '{kebab(name.stem)}.md': it becomes the case's address.",
        )  # fmt: skip
    case_id = document.data.get("id")
    if isinstance(case_id, str) and case_id and case_id != name.stem and SLUG.fullmatch(name.stem):
        yield Finding(
            "id-differs", ("id",), f"the id is '{case_id}', but the file is named '{name.name}'",
            f"Write 'id: {name.stem}', or rename the file.", replace=name.stem,
        )  # fmt: skip


def check_characters(document: Document, corpus: Corpus) -> Iterator[Finding]:  # noqa: ARG001
    """Nothing invisible stands in the text, neither as typed nor spelt as an escape."""
    start = 1 if document.source.text.startswith("\ufeff") else 0
    for match in HIDDEN.finditer(document.source.text, start):
        if match[0] == "\ufe0e" or (match[0] == "\u200d"):
            continue
        yield Finding(
            "hidden-character", Span(*match.span()), f"an invisible character (U+{ord(match[0]):04X}) stands here",
            "Delete it; it often comes along when text is pasted.", replace="", safe=True,
        )  # fmt: skip
    if "\\" in document.source.text[document.front.start : document.front.end]:
        yield from _escaped(document.data, ())


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


_WORDS = {
    "tab": ("a tab stands here", "Use spaces: YAML takes no tabs before or after the name of a field."),
    "too-deep": ("this is nested too deeply", f"No field goes deeper than {DEEPEST} levels; see the template."),
    "bad-key": ("a list or mapping stands where a field's name belongs", "Begin the line with a name and a colon."),
    "no-fields": ("the front matter has no fields", "Write each field as 'name: value' on a line of its own."),
    "unclosed-front-matter": (
        "the front matter begins here and never ends",
        "Put a line of three hyphens (---) after the last field.",
    ),
}


def _said(fault: Fault) -> Finding:
    message, hint = _WORDS[fault.kind]
    if fault.kind == "tab":
        return Finding("tab", fault.span, message, hint, replace="  ", safe=False)
    return Finding(fault.kind, fault.span, message, hint)


def _too_large(document: Document, fault: Fault) -> Finding:  # noqa: ARG001
    size = int(fault.detail) // 1024
    return Finding(
        "too-large", fault.span, f"the file has {size} kB; {LARGEST_FILE // 1024} kB is the most",
        "Keep to the text, and put images into _media.",
    )  # fmt: skip


def _not_utf8(document: Document, fault: Fault) -> Finding:  # noqa: ARG001
    return Finding(
        "not-utf8", fault.span, f"the byte {fault.detail} is not UTF-8",
        "Save the file as UTF-8. A Word document must be saved as plain text first.",
    )  # fmt: skip


def _control(document: Document, fault: Fault) -> Finding:  # noqa: ARG001
    return Finding(
        "control-character", fault.span, f"a control character ({fault.detail}) stands here",
        "Delete it; it often comes along when text is pasted.", replace="", safe=True,
    )  # fmt: skip


def _repeated(document: Document, fault: Fault) -> Finding:  # noqa: ARG001
    return Finding(
        "repeated-key", fault.span, f"'{fault.detail}' stands here for the second time",
        "Keep one of the two; make it a list if both are meant.",
    )  # fmt: skip


def _sign(document: Document, fault: Fault) -> Finding:
    sign = document.source.text[fault.span.start : fault.span.start + 1]
    typed = document.source.text[fault.span.start : fault.span.end]
    if fault.kind == "alias" and sign not in "&*":
        return Finding("alias", fault.span, "this value is used a second time through an alias", "Write it out again.")
    return Finding(
        fault.kind, fault.span, f"'{typed[:40]}' begins with {sign}, which means something else in YAML",
        f"If the text begins with {sign}, put the whole text in quotes.",
    )  # fmt: skip


def _no_front_matter(document: Document, fault: Fault) -> Finding:
    text = document.source.text
    first = text[fault.span.start : fault.span.end].strip()
    dashes = first and not first.strip("-—–−_*=~ ")
    if dashes or first.startswith("```"):
        hint = "The first line must be three plain hyphens (---); a word processor may have changed them."
        return Finding(
            "no-front-matter", fault.span, f"the first line is '{first[:20]}' and not three hyphens", hint,
            edits=(Edit(fault.span, "---"),) if dashes else (), safe=bool(dashes),
        )  # fmt: skip
    if not text.strip("\ufeff \r\n\t"):
        return Finding("no-front-matter", fault.span, "the file is empty", "Start from 'whatworks new'.")
    after = re.match(r"\ufeff?\s+(?=---[ \t]*\r?\n)", text)
    if after is not None:
        return Finding(
            "no-front-matter", Span(0, after.end()), "something stands before the first line of three hyphens",
            "Let the file begin with the three hyphens.", replace="", safe=True,
        )  # fmt: skip
    return Finding(
        "no-front-matter", fault.span, "the file does not begin with front matter",
        "The first line must be three hyphens (---), then the fields, then three hyphens again.",
    )  # fmt: skip


def _not_yaml(document: Document, fault: Fault) -> Finding:
    slip = find_slip(document, fault)
    if slip is not None:
        return slip
    return Finding(
        "not-yaml", fault.span, "the front matter cannot be read from here on",
        "Look at this line and the one before it: a quote, bracket or indent may be missing.",
    )  # fmt: skip


_EXPLAINED = {
    "too-large": _too_large,
    "not-utf8": _not_utf8,
    "control-character": _control,
    "repeated-key": _repeated,
    "alias": _sign,
    "tag": _sign,
    "no-front-matter": _no_front_matter,
    "not-yaml": _not_yaml,
}
