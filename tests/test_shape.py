"""The shape of the code: which way imports go, how long things are, and that rules, codes and pages agree."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from whatworks.check.table import BY_NAME, RETIRED_CODES, RULES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts" / "whatworks"

LAYERS = (
    ("errors",),
    ("text", "shell", "shares"),
    ("model",),
    ("corpus",),
    ("search",),
    ("site", "check", "engine"),
    ("studies", "kept", "tree", "check_pages", "scaffold"),
    ("build",),
    ("bench",),
    ("cli", "mkdocs_plugin"),
    ("__main__",),
)
"""The parts of the package, lowest first: a part may import its own layer and those before it."""
APART = (("site", "check"), ("check", "site"), ("search", "site"), ("search", "check"), ("search", "shell"))
"""Parts of which the first may never import the second, whatever their layers."""

MOST_LINES = 270
MOST_LINES_OF_A_FUNCTION = 45
LONG_FILES = {
    "model/study.py": "declarations: one field after the other, with its help",
}
"""Files that are longer, each with its reason."""
LONG_FUNCTIONS = {
    "site/study_page.py:study_page": "the order of the sections of a page, one line each",
    "site/linked_data.py:json_ld": "one mapping of a case to schema.org",
}
"""Functions that are longer, each with its reason."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, ast.Module]:
    """Every file of the package as a tree, by its path in the package."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def imported(tree: ast.Module) -> Iterator[str]:
    """The full names that a file imports anywhere in it; relative imports are none of ours and stand out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (f"{start}.{alias.name}" for alias in node.names)


def part_of(path: str) -> str:
    """The part of the package that a file belongs to: a folder or a module of the top."""
    return path.split("/")[0].removesuffix(".py")


def own_imports() -> list[tuple[str, str]]:
    """Every import of ours: the file that imports, and the part that is imported."""
    return [
        (path, name.split(".")[1])
        for path, tree in modules().items()
        for name in imported(tree)
        if name.startswith("whatworks.")
    ]


def layer(part: str) -> int:
    """How high a part stands."""
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the package with its file."""
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield path, node


def lines_of(node: Function) -> int:
    """How many lines a function has."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_part_has_its_layer() -> None:
    """A new module is given its place before anything can import it."""
    known = {part for parts in LAYERS for part in parts}
    assert {part_of(path) for path in modules()} - known == {"__init__"}


def test_imports_never_go_up() -> None:
    """A part imports its own layer and lower ones, never what is built on it."""
    assert [(path, part) for path, part in own_imports() if layer(part) > layer(part_of(path))] == []


def test_parts_that_stand_apart_do_not_import_each_other() -> None:
    """Checks and pages know nothing of each other, and the search knows neither."""
    assert [(path, part) for path, part in own_imports() if (part_of(path), part) in APART] == []


def test_imports_name_the_whole_path() -> None:
    """No import is relative and none takes the package as a whole, so that this test sees every one."""
    names = [(path, name) for path, tree in modules().items() for name in imported(tree)]
    assert [one for one in names if one[1].startswith(".") or one[1] == "whatworks"] == []


def test_shells_are_poured_without_the_rest() -> None:
    """`shell.py` knows files and our base of errors, and no engine, model or page."""
    assert {part for path, part in own_imports() if path == "shell.py"} == {"errors"}


def test_the_bench_is_asked_for_by_its_command_only() -> None:
    """The bench may import anything, and only the command line imports it."""
    assert {path for path, part in own_imports() if part == "bench" and part_of(path) != "bench"} == {"cli.py"}


def test_two_modules_import_mkdocs() -> None:
    """What depends on the engine stands in one module, and what the engine depends on in another."""
    found = {path for path, tree in modules().items() for name in imported(tree) if name.split(".")[0] == "mkdocs"}
    assert found == {"engine.py", "mkdocs_plugin.py"}


@pytest.mark.parametrize("module", ["whatworks.cli", "whatworks.check", "whatworks.build", "whatworks.scaffold"])
def test_commands_do_not_wait_for_mkdocs(module: str) -> None:
    """Importing a door or the checks imports no MkDocs, which takes longer than checking every case."""
    code = f"import sys, {module}; sys.exit(any(name.split('.')[0] == 'mkdocs' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_files_are_short() -> None:
    """A file holds one idea; the few longer ones are named with their reason, and only as long as they need it."""
    lines = {path: len((PACKAGE / path).read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path for path, count in lines.items() if count > MOST_LINES} == set(LONG_FILES)


def test_functions_are_short() -> None:
    """A function fits on a screen; the few longer ones are named with their reason."""
    found = {f"{path}:{node.name}" for path, node in functions() if lines_of(node) > MOST_LINES_OF_A_FUNCTION}
    assert found == set(LONG_FUNCTIONS)


def test_every_module_and_public_function_says_what_it_is() -> None:
    """A reader is told what a thing is for before reading how."""
    silent = [path for path, tree in modules().items() if not ast.get_docstring(tree)]
    for path, tree in modules().items():
        public = [node for node in tree.body if isinstance(node, Function | ast.ClassDef)]
        silent += [
            f"{path}:{node.name}" for node in public if not node.name.startswith("_") and not ast.get_docstring(node)
        ]
    assert silent == []


def test_every_finding_names_a_rule_of_the_table() -> None:
    """No check can speak of a rule that has no code and no page."""
    named = {
        (path, node.args[0].value)
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Finding", "_plainly")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(named) > len(RULES) // 2
    assert [one for one in named if one[1] not in BY_NAME] == []


def test_every_rule_of_the_table_is_used() -> None:
    """A rule that no check names any more leaves the table, and its code retires."""
    said = {
        node.value
        for path, tree in modules().items()
        if part_of(path) == "check" and path != "check/table.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
    }
    assert [rule.name for rule in RULES if rule.name not in said] == []


def test_codes_are_never_given_twice() -> None:
    """Codes are one rule's own for ever: unique, in order, and none that has retired."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert not set(codes) & set(RETIRED_CODES)
    assert len(BY_NAME) == len(RULES)


def test_every_rule_has_its_page() -> None:
    """The address that a message gives leads to a page."""
    folder = ROOT / "docs" / "contribute" / "rules"
    assert [rule.name for rule in RULES if not (folder / f"{rule.name}.md").is_file()] == []
    assert {rule.page.rpartition("/main/")[2] for rule in RULES} == {
        f"docs/contribute/rules/{rule.name}.md" for rule in RULES
    }
