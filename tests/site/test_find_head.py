"""What the head of the find page asks for early."""

from __future__ import annotations

import re
from pathlib import Path

from whatworks.site.find_head import DATA, ENTRY, MODULES, SCRIPTS

_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']""")


def test_every_module_that_the_entry_loads_is_hinted_and_nothing_else(built: Path) -> None:
    """The hints are the modules that are reached from the entry by imports."""
    folder = (built / SCRIPTS).resolve()
    reached: set[str] = set()
    waiting = [ENTRY]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            path = folder / name
            found = _IMPORT.findall(path.read_text(encoding="utf-8"))
            waiting += [(path.parent / one).resolve().relative_to(folder).as_posix() for one in found]
    assert set(MODULES) == reached - {ENTRY}
    assert list(MODULES) == sorted(MODULES)


def test_hinted_data_are_there(built: Path) -> None:
    """What is asked for early exists."""
    assert [one for one in DATA if not (built / one).is_file()] == []
