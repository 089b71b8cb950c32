"""Why a file could not be read, or not in full, in words that help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from whatworks.check.diagnostics import Edit, Finding
from whatworks.check.letters import cut
from whatworks.check.rules.files import GARBLED, instead, true_sign, way_out
from whatworks.check.rules.foreign import known_as
from whatworks.check.rules.unread import find_slip
from whatworks.model.study import HEADINGS
from whatworks.text.frontmatter import DEEPEST, LARGEST_FILE, Document, Fault
from whatworks.text.nodes import HARD_SPACES
from whatworks.text.source import Span

_DASHES = "-—–−‐‑_*=~ "  # noqa: RUF001 - the dashes people type
_UNSEEN = " \t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LIKE_A_FENCE = re.compile(rf"^(?=[{_UNSEEN}]*[^\s{_UNSEEN}])[{_DASHES}.{_UNSEEN}]{{1,12}}\r?$", re.MULTILINE)
_FIRST_HEADING = re.compile(rf"^#{{1,6}}[ \t]*{HEADINGS[0]}", re.MULTILINE | re.IGNORECASE)
_INDENT = re.compile(r"^[ \t]+(?=[^ \t\r\n])", re.MULTILINE)
_NEXT_FIELD = re.compile(r"^(?=\w)", re.MULTILINE)
_TAB_INSIDE = re.compile(r"(?<=[^\s])[ ]*\t[ \t]*")
_HARD_SPACE = re.compile(rf"^[ {HARD_SPACES}]+(?:-[ {HARD_SPACES}]+)*|(?<=:)[ {HARD_SPACES}]+", re.MULTILINE)
_BREAK = re.compile("[\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def explain(document: Document) -> Iterator[Finding]:
    """Why the file could not be read, or not in full."""
    for fault in document.faults:
        yield _EXPLAINED[fault.kind](document, fault)
    if document.source.text.startswith("\ufeff"):
        yield Finding(
            "byte-order-mark", Span(0, 1), "an invisible byte order mark begins the file",
            "Save it as UTF-8 without BOM.", replace="", safe=True,
        )  # fmt: skip


def _too_large(document: Document, fault: Fault) -> Finding:  # noqa: ARG001 - the form of all explanations
    size = int(fault.detail) // 1024
    return Finding(
        "too-large", fault.span, f"the file has {size} kB; {LARGEST_FILE // 1024} kB is the most",
        "Keep to the text, and put images into _media.",
    )  # fmt: skip


def _not_a_file(document: Document, fault: Fault) -> Finding:  # noqa: ARG001
    return Finding(
        "not-a-file", fault.span, f"this is a {fault.detail}, not a file",
        "Put the file itself here; what links lead to is neither read nor published.",
    )  # fmt: skip


def _not_utf8(document: Document, fault: Fault) -> Finding:
    known = known_as(document.source.text)
    if known is not None:
        return Finding("not-utf8", Span(0, 1), *known)
    if "\0" in document.source.text:
        hint = "This is no text file. A Word document must be saved as plain text, UTF-8, first."
    else:
        meant = bytes.fromhex(fault.detail).decode("cp1252", errors="replace")
        hint = f"In older Windows files it is '{meant}': save the file as UTF-8."
    return Finding("not-utf8", fault.span, f"the byte {fault.detail} is not UTF-8", hint)


def _no_front_matter(document: Document, fault: Fault) -> Finding:
    text = document.source.text
    first = text[fault.span.start : fault.span.end].strip()
    if not text.strip("\ufeff \r\n\t"):
        return Finding("no-front-matter", fault.span, "the file is empty", "Start from 'whatworks new'.")
    known = known_as(text)
    if known is not None:
        return Finding("no-front-matter", fault.span, *known)
    dashes = bool(first) and not first.strip(_DASHES + _UNSEEN)
    if dashes or first.startswith("```"):
        told = f"the first line is '{cut(first, 20)}' and not three hyphens"
        if first.strip(_UNSEEN) == "---":
            told = "a space or an invisible sign stands beside the three hyphens"
        return Finding(
            "no-front-matter", fault.span, told,
            "The first line must be three plain hyphens (---); a word processor may have changed them.",
            edits=(Edit(fault.span, "---"),) if dashes else (), safe=dashes,
        )  # fmt: skip
    after = re.match(r"\ufeff?\s+(?=---[ \t]*\r?\n)", text)
    if after is not None:
        return Finding(
            "no-front-matter", Span(0, after.end()), "something stands before the first line of three hyphens",
            "Let the file begin with the three hyphens.", replace="", safe=True,
        )  # fmt: skip
    if re.match(r"[A-Za-z_]+:(?: |$)", first):
        return Finding(
            "no-front-matter", fault.span, "the line of three hyphens before the first field is missing",
            "Write --- on a line of its own above.",
            edits=(Edit(Span(fault.span.start, fault.span.start), "---\n"),), safe=True,
        )  # fmt: skip
    return Finding(
        "no-front-matter", fault.span, "the file does not begin with front matter",
        "The first line must be three hyphens (---), then the fields, then three hyphens again.",
    )  # fmt: skip


def _old_mac(document: Document, fault: Fault) -> Finding:
    text = document.source.text
    return Finding(
        "no-front-matter", fault.span, "the lines end as on old Macs (CR), and other programs see one line only",
        "Save the file with the line ends LF.",
        edits=(Edit(Span(0, len(text)), text.replace("\r", "\n")),), safe=True,
    )  # fmt: skip


def _fence_among_fields(document: Document, fault: Fault) -> Finding:
    end = document.source.text.index("\n", fault.span.start) + 1
    return Finding(
        "not-yaml", fault.span, "'---' ends the fields here, and fields follow", "Delete this line.",
        edits=(Edit(Span(fault.span.start, end), ""),), safe=True,
    )  # fmt: skip


def _unclosed(document: Document, fault: Fault) -> Finding:
    text, start = document.source.text, document.front.start
    heading = _FIRST_HEADING.search(text, start)
    fence = _LIKE_A_FENCE.search(text, start, heading.start() if heading else len(text))
    if fence is not None:
        span = Span(fence.start(), fence.end() - fence[0].endswith("\r"))
        return Finding(
            "unclosed-front-matter", span, "this line should be three plain hyphens, which close the front matter",
            "Type --- again; a word processor may have changed it.", replace="---", safe=True,
        )  # fmt: skip
    way = "Put a line of three hyphens (---) after the last field."
    edits = () if heading is None else (Edit(Span(heading.start(), heading.start()), "---\n\n"),)
    return Finding(
        "unclosed-front-matter", fault.span, "the front matter begins here and never ends", way,
        edits=edits, safe=bool(edits),
    )  # fmt: skip


def _tab(document: Document, fault: Fault) -> Finding:
    front = document.source.text[document.front.start : document.front.end]
    # Two spaces for a tab keep the levels only where a field does not mix the two; inside a line one will do.
    mixed = any({" ", "\t"} <= set("".join(_INDENT.findall(part))) for part in _NEXT_FIELD.split(front))
    return Finding(
        "tab", fault.span, "a tab stands here", "Use spaces; YAML does not take tabs in most places.",
        edits=(
            *_all(document, _INDENT, lambda typed: typed[0].replace("\t", "  ")),
            *_all(document, _TAB_INSIDE, lambda _: " "),
        ), safe=not mixed,
    )  # fmt: skip


def _hard_space(document: Document, fault: Fault) -> Finding:
    return Finding(
        "hard-space", fault.span, "a hard space stands here, which YAML does not count as a space",
        "Type the spaces of this line again; they often come from a web page or word processor.",
        edits=_all(document, _HARD_SPACE, lambda typed: re.sub(f"[{HARD_SPACES}]", " ", typed[0])), safe=True,
    )  # fmt: skip


def _control(document: Document, fault: Fault) -> Finding:
    return Finding(
        "control-character", fault.span, f"a control character ({fault.detail}) stands here",
        way_out(document.source.text[fault.span.start : fault.span.start + 1]), safe=True,
        edits=(
            # Some are the end of a garbled sign, such as that of a closing quotation mark.
            *_all(document, GARBLED, lambda typed: true_sign(typed[0]) or typed[0]),
            *_all(document, _CONTROL, lambda match: instead(document, match)),
        ),
    )  # fmt: skip


def _all(document: Document, pattern: re.Pattern[str], mend: Callable[[re.Match[str]], str]) -> tuple[Edit, ...]:
    """The same edit wherever it is needed in the front matter: a file that cannot be read shows one fault only."""
    found = pattern.finditer(document.source.text, document.front.start, document.front.end)
    edits = (Edit(Span(*match.span()), mend(match)) for match in found)
    return tuple(edit for edit in edits if edit.text != document.source.text[edit.span.start : edit.span.end])


def _repeated(document: Document, fault: Fault) -> Finding:  # noqa: ARG001
    return Finding(
        "repeated-key", fault.span, f"'{fault.detail}' stands here for the second time",
        "Keep one of the two; make it a list if both are meant.",
    )  # fmt: skip


def _sign(document: Document, fault: Fault) -> Finding:
    sign = document.source.text[fault.span.start : fault.span.start + 1]
    typed = document.source.text[fault.span.start : fault.span.end]
    if fault.kind == "alias" and (sign not in "&*" or " " in typed):
        return Finding("alias", fault.span, "this value is used a second time through an alias", "Write it out again.")
    return Finding(
        fault.kind, fault.span, f"'{cut(typed, 40)}' begins with {sign}, which means something else in YAML",
        f"If the text begins with {sign}, put the whole text in quotes.",
    )  # fmt: skip


def _not_yaml(document: Document, fault: Fault) -> Finding:
    # These end a line for YAML and for nobody who looks at it: a slip cannot be told before they are gone.
    parted = _BREAK.search(document.source.text, document.front.start, document.front.end)
    if parted is not None:
        return Finding(
            "hidden-character", Span(*parted.span()), f"an invisible character (U+{ord(parted[0]):04X}) stands here",
            way_out(parted[0]), edits=_all(document, _BREAK, lambda match: instead(document, match)), safe=True,
        )  # fmt: skip
    slip = find_slip(document, fault)
    if slip is not None:
        return slip
    return Finding(
        "not-yaml", fault.span, "the front matter cannot be read from here on",
        "Look at this line and the one before it: a quote, bracket or indent may be missing.",
    )  # fmt: skip


def _plainly(rule: str, message: str, hint: str) -> Callable[[Document, Fault], Finding]:
    return lambda document, fault: Finding(rule, fault.span, message, hint)  # noqa: ARG005


_EXPLAINED: dict[str, Callable[[Document, Fault], Finding]] = {
    "too-large": _too_large,
    "not-a-file": _not_a_file,
    "not-utf8": _not_utf8,
    "no-front-matter": _no_front_matter,
    "unclosed-front-matter": _unclosed,
    "old-mac": _old_mac,
    "fence-among-fields": _fence_among_fields,
    "no-fields": _plainly(
        "no-fields", "the front matter has no fields", "Write each field as 'name: value' on a line of its own."
    ),
    "tab": _tab,
    "hard-space": _hard_space,
    "control-character": _control,
    "repeated-key": _repeated,
    "alias": _sign,
    "tag": _sign,
    "too-deep": _plainly(
        "too-deep", "this is nested too deeply", f"No field goes deeper than {DEEPEST} levels; see the template."
    ),
    "bad-key": _plainly(
        "bad-key", "a list or mapping stands where a field's name belongs", "Begin the line with a name and a colon."
    ),
    "not-yaml": _not_yaml,
}
