"""Reads the pages of rules: their examples, and the faults that these say they hold.

A page's fenced blocks are examples. What a block says is laid over the valid case `base.md`:

- fields replace those of the same name (in any case), or follow the last one;
- text without a heading stands under "What was done"; text with headings is the whole body;
- a block with a line `---` is a whole file, in which `# …` is the other fields and `<!-- … -->` the body of the base;
- a block with a `title="…"` is the file of that name; all such blocks under one heading are one folder.

`{U+00A0}` stands for the character of that number, which the eye could not see.

The faults that a block must have stand in it, each on the line of its fault:

    result: 31  # ! CS303 the figure '31' has no unit
    <div>  <!-- ! CS404 '<div>' is HTML -->

or, where a comment would be read as a part of the line, on the line before it:

    # !next CS005 a quotation mark opens here and is never closed
    title: "People hear back
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "contribute" / "rules"
BASE = (Path(__file__).parent / "base.md").read_text(encoding="utf-8")
NAME = "leeds-example.md"
WRONG = {"error": "Like this it is refused", "warning": "Like this it is warned about"}
RIGHT = "Like this it passes"
MENDED = "What `whatworks fix` makes of it"

_BLOCK = re.compile(r"^```(?P<info>\w[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="(?P<name>[^"]+)"')
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]*?)[ ]*:")
_COMMENTS = (
    re.compile(r"[ ]*<!-- ! (CS\d{3}) (.*?) -->"),
    re.compile(r"[ ]+# ! (CS\d{3}) (.*?)(?=[ ]+# ! CS\d{3} |$)"),
)
_NEXT = re.compile(r"(?:# |<!-- )!next (CS\d{3}) (.*?)(?: -->)?$")
_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")

Fault = tuple[str, int, str, str]
"""File, line, code and message."""


@dataclass(frozen=True)
class Example:
    """A folder of files with the faults that they must have, and nothing else."""

    files: dict[str, str]
    faults: list[Fault]


@dataclass(frozen=True)
class Page:
    """A rule's page."""

    name: str
    text: str
    sections: dict[str, list[Example]]


def read_page(path: Path) -> Page:
    """Read a page and all its examples."""
    text = path.read_text(encoding="utf-8")
    return Page(path.stem, text, {title: _examples(part) for title, part in _sections(text).items()})


def overlay(block: str, prose: bool) -> str:
    """A whole file: what a block says, over the base."""
    front, body = BASE.removeprefix("---\n").split("---\n", 1)
    if re.search(r"^---$", block, re.MULTILINE):
        named = {_name(chunk) for chunk in _chunks(block)}
        others = "".join(chunk for chunk in _chunks(front) if _name(chunk) not in named)
        return block.replace("# …\n", others).replace("<!-- … -->\n", body.lstrip("\n"))
    if prose:
        whole = re.search(r"^#", block, re.MULTILINE) is not None
        body = f"\n{block}" if whole else body.replace("What was done about it.\n", block)
        return f"---\n{front}---\n{body}"
    return f"---\n{''.join(_laid_over(_chunks(front), _chunks(block)))}---\n{body}"


def faults_of(name: str, annotated: str) -> tuple[str, list[Fault]]:
    """A file's text without the comments that announce faults, and these faults."""
    lines: list[str] = []
    found: list[Fault] = []
    for line in annotated.split("\n"):
        if ahead := _NEXT.match(line.strip()):
            found.append((name, len(lines) + 1, *ahead.groups()))
            continue
        for comment in _COMMENTS:
            found += [(name, len(lines) + 1, code, message) for code, message in comment.findall(line)]
            line = comment.sub("", line)
        lines.append(_CHARACTER.sub(lambda match: chr(int(match[1], 16)), line))
    return "\n".join(lines), found


def _sections(text: str) -> dict[str, str]:
    """The parts of a page by their headings; headings inside blocks are examples."""
    parts: dict[str, str] = {}
    title, fenced = "", False
    for line in text.split("\n"):
        fenced = fenced != line.startswith("```")
        if line.startswith("## ") and not fenced:
            title = line.removeprefix("## ")
        parts[title] = parts.get(title, "") + line + "\n"
    parts.pop("", None)
    return parts


def _examples(section: str) -> list[Example]:
    examples: list[Example] = []
    folder: dict[str, str] = {}
    announced: list[Fault] = []
    for block in _BLOCK.finditer(section):
        titled = _TITLE.search(block["info"])
        name = titled["name"] if titled else NAME
        prose = block["info"].startswith("markdown")
        whole = overlay(block["text"], prose) if name.endswith(".md") else block["text"]
        text, faults = faults_of(name, _named(whole, name, block["text"]))
        if titled:
            folder[name] = text
            announced += faults
        else:
            examples.append(Example({name: text}, faults))
    return [*examples, Example(folder, announced)] if folder else examples


def _named(whole: str, name: str, block: str) -> str:
    """The base bears the id of the file that it becomes, unless the block gives one."""
    own = re.search(r"^id:", block, re.MULTILINE) is not None
    return whole if own else whole.replace("id: leeds-example\n", f"id: {Path(name).stem}\n", 1)


def _chunks(front: str) -> list[str]:
    """Fields with the lines that belong to them; a comment belongs to the field after it."""
    chunks: list[str] = []
    waiting = ""
    for line in front.splitlines(keepends=True):
        if line.startswith("#"):
            waiting += line
        elif _FIELD.match(line) or not chunks:
            chunks.append(waiting + line)
            waiting = ""
        else:
            chunks[-1] += waiting + line
            waiting = ""
    return [*chunks, waiting] if waiting else chunks


def _laid_over(base: list[str], chunks: list[str]) -> list[str]:
    result = [*base]
    names = [_name(chunk) for chunk in base]
    last = len(base)
    for chunk in chunks:
        name = _name(chunk)
        if name in names:
            last = names.index(name)
            result[last], names[last] = chunk, ""
        else:
            last = len(result) if last == len(base) else last + 1
            result.insert(last, chunk)
            names.insert(last, "")
    return result


def _name(chunk: str) -> str:
    field = _FIELD.match(re.sub(r"^#[^\n]*\n", "", chunk, flags=re.MULTILINE))
    return re.sub("[ -]", "_", field["name"].casefold()) if field else ""
