"""What the site needs to know about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The public address, the repository, and the branch that edits go to."""

    site_url: str
    repository: str
    branch: str = "main"

    def edit(self, path: str) -> str:
        """Where GitHub lets anyone propose a change to a file."""
        return f"{self.repository}/edit/{self.branch}/{path}"

    def history(self, path: str) -> str:
        """Where GitHub shows a file's changes."""
        return f"{self.repository}/commits/{self.branch}/{path}"
