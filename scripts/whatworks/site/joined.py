"""Modules of ours joined into one: a page asks for one file, which is smaller than thirty, and waits for no other.

Each module becomes a function that is called once and gives what it exports, in the order in which modules are loaded.
Only the forms of import and export that our modules have are known, each on a line of its own; any other is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from whatworks.errors import WhatWorksError
from whatworks.shell import undocumented

_REMARK = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_IMPORT = re.compile(
    r'^import (?:\{ (?P<names>[^}]+) \}|\* as (?P<all>\w+)|(?P<default>\w+)) from "(?P<path>\.[^"]+)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?P<kind>const|class|function|async function) (?P<name>\w+)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default (?P<value>[\w.]+);\n", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The entry with all that it imports, itself and through others; `read` gives the text of a module by its path.

    Raises:
        WhatWorksError: a module has another form of import or export, or imports itself through others.

    """
    return "".join(_parts(entry, read, {}, ()))


def _parts(path: str, read: Callable[[str], str], names: dict[str, str], above: tuple[str, ...]) -> Iterator[str]:
    """The texts of the modules that a module needs and that are not there yet, and its own."""
    if path in above:
        raise WhatWorksError(f"Scripts import each other in a ring: {' > '.join((*above, path))}.")
    text = _REMARK.sub("", undocumented(read(path)))
    needed: list[str] = []
    for found in _IMPORT.finditer(text):
        other = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
        if other not in names:
            yield from _parts(other, read, names, (*above, path))
        needed.append(f"const {_taken(found)} = {names[other]};\n")
    body, given = _given(_IMPORT.sub("", text))
    if unknown := _UNKNOWN.search(body):
        raise WhatWorksError(f"{path}: '{unknown[0]}' is no form of import or export that can be joined.")
    if above:
        names[path] = f"$m{len(names)}"
        yield f"const {names[path]} = (() => {{\n{''.join(needed)}{body}return {{ {', '.join(given)} }};\n}})();\n"
    else:
        yield "".join(needed) + body


def _taken(found: re.Match[str]) -> str:
    """What an import takes from a module, as the left side of an assignment."""
    if found["names"]:
        return f"{{ {found['names'].replace(' as ', ': ')} }}"
    return found["all"] or f"{{ default: {found['default']} }}"


def _given(text: str) -> tuple[str, list[str]]:
    """A module without its exports, and what it gives."""
    given = [found["name"] for found in _EXPORT.finditer(text)]
    given += [f"default: {found['value']}" for found in _DEFAULT.finditer(text)]
    return _DEFAULT.sub("", _EXPORT.sub(r"\g<kind> \g<name>", text)), given
