"""Scripts joined into one: the order of loading, every form that is known, and errors for those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatworks.errors import WhatWorksError
from whatworks.site.find_script import DATA, PATH
from whatworks.site.joined import joined

MODULES = {
    "a/main.mjs": '/** Says it. */\nimport { one, two as deux } from "./near.mjs";\n'
    'import * as far from "../b/far.mjs";\n// a remark\nsay(one, deux, far.three);\n',
    "a/near.mjs": 'import found from "../b/far.mjs";\nexport const one = found;\nexport function two() {}\n',
    "b/far.mjs": "export class three {}\nexport async function four() {}\nexport default module.exports;\n",
}


def test_modules_stand_in_the_order_of_loading() -> None:
    """Each once, the innermost first; names are taken from what a module gives."""
    assert joined("a/main.mjs", MODULES.__getitem__) == (
        "const $m0 = (() => {\nclass three {}\nasync function four() {}\n"
        "return { three, four, default: module.exports };\n})();\n"
        "const $m1 = (() => {\nconst { default: found } = $m0;\nconst one = found;\nfunction two() {}\n"
        "return { one, two };\n})();\n"
        "const { one, two: deux } = $m1;\nconst far = $m0;\nsay(one, deux, far.three);\n"
    )


@pytest.mark.parametrize(
    "line", ["export let many = 1;", 'import "./near.mjs";', "export { one };", 'export * from "./near.mjs";']
)
def test_a_form_that_is_not_known_is_an_error(line: str) -> None:
    """Nothing is joined wrongly in silence."""
    with pytest.raises(WhatWorksError, match=r"a/main\.mjs: .* is no form of import or export"):
        joined("a/main.mjs", {**MODULES, "a/main.mjs": f"{line}\n"}.__getitem__)


def test_a_ring_is_an_error() -> None:
    """Modules that wait for each other cannot stand in an order."""
    ring = {"a.mjs": 'import { b } from "./b.mjs";\n', "b.mjs": 'import { a } from "./a.mjs";\n'}
    with pytest.raises(WhatWorksError, match=r"ring: a\.mjs > b\.mjs > a\.mjs"):
        joined("a.mjs", ring.__getitem__)


def test_the_find_page_asks_for_what_is_there(built: Path) -> None:
    """The joined script and the files that it reads at once exist."""
    page = (built / "find/index.html").read_text(encoding="utf-8")
    for path in (PATH, *DATA):
        assert f'"../{path}"' in page
        assert (built / path).is_file()
