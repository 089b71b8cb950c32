"""What the site needs to know about itself."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from whatworks.site.links import address


@dataclass(frozen=True, slots=True)
class Settings:
    """The public address, the repository, and the branch that edits go to."""

    site_url: str
    repository: str
    branch: str = "main"

    def edit(self, path: str) -> str:
        """Where GitHub lets anyone propose a change to a file."""
        return f"{self.repository}/edit/{self.branch}/{path}"

    def tell(self, path: str) -> str:
        """Where GitHub takes a correction of a page of the site, the page's address filled in."""
        page = quote(address(self.site_url, path), safe="")
        return f"{self.repository}/issues/new?template=correction.yml&page={page}"

    def history(self, path: str) -> str:
        """Where GitHub shows a file's changes."""
        return f"{self.repository}/commits/{self.branch}/{path}"
