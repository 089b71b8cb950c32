"""Reads the pages of rules: their examples, and the faults that these say they hold.

A page's fenced blocks are examples. What a block says is laid over the valid case `base.md`:

- fields replace those of the same name (whatever its case), or follow the last one;
- text without a heading stands under "What was done"; text with headings is the whole body;
- a block that begins with `---` is a whole file;
- a block with a `title="…"` is the file of that name; all such blocks under one heading are one folder.

`{U+00A0}` stands for the character of that number, where the eye could not see it.

The faults that a block must have stand in it, each on the line of its fault:

    result: 31  # ! CS303 the figure '31' has no unit
    <div>  <!-- ! CS404 '<div>' is HTML -->

or, where a comment would be read as part of the line, on the line before it:

    # !next CS005 a quotation mark opens here and is never closed
    title: "People hear back
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "contribute" / "rules"
BASE = (Path(__file__).parent / "base.md").read_text(encoding="utf-8")
NAME = "leeds-example.md"
WRONG = ("Like this it is refused", "Like this it is warned about")
RIGHT = "Like this it passes"
MENDED = "What `whatworks fix` makes of it"

_BLOCK = re.compile(r"^```(?P<info>\w+[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="(?P<name>[^"]+)"')
_FIELD = re.compile(r"(?P<name>[\w-]+)[ ]*:")
_SIGN = r"! (?P<code>CS\d{3}) (?P<message>.*?)"
_COMMENT = re.compile(rf"[ ]*(?:# {_SIGN}(?=[ ]+# ! CS|$)|<!-- {_SIGN.replace('code', 'code2').replace('message', 'message2')} -->)")
_NEXT = re.compile(r"(?:# |<!-- )!next (?P<code>CS\d{3}) (?P<message>.*?)(?: -->)?$")
_CHARACTER = re.compile(r"\{U\+(?P<number>[0-9A-F]{4,6})\}")
