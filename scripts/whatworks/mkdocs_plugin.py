"""The plugin that makes `mkdocs build` and `mkdocs serve` give the same site as our own commands.

MkDocs renders the hand-written pages; after it, the cases are poured in. The only module that MkDocs imports.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.whatworks")


class WhatWorksConfig(Config):  # type: ignore[no-untyped-call]
    """`content` is the folder of case studies, from where mkdocs.yml stands."""

    content = Type(str, default="case_studies")


class WhatWorksPlugin(BasePlugin[WhatWorksConfig]):  # type: ignore[no-untyped-call]
    """Lets MkDocs render beside the last site, and moves the whole in at the end."""

    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether pages are being served: then faults are shown and nothing stops."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check before anything is written; render into a folder of our own, so that a fault leaves the last site."""
        from whatworks.build import CACHE, Plan, check_cases

        self._out = Path(config.site_dir)
        root = Path(config.config_file_path).parent
        self._plan = Plan(
            content=root / self.config.content,
            config=Path(config.config_file_path),
            out=self._out,
            strict=not self._serving,
            serving=self._serving,
            cache=root / CACHE,
            manifest="mkdocs-serving.pickle" if self._serving else "manifest.pickle",
        )
        report = check_cases(self._plan)
        for one in report.diagnostics:
            place = one.source.position(one.span.start)
            log.warning("%s:%d:%d: %s", one.source.path, place.line, place.column, one.message)
        if report.errors and self._plan.strict:
            raise PluginError(f"{report.errors} errors in the case studies. See all with: whatworks validate")
        self._rendered = root / CACHE / "mkdocs"
        config.site_dir = str(self._rendered)
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour the cases into the shells that MkDocs has rendered, and move all in."""
        from whatworks.build import build_on

        build_on(self._plan, self._rendered)
        config.site_dir = str(self._out)
        shutil.rmtree(self._rendered, ignore_errors=True)
