"""Web addresses: which ones everybody can open, and why another one is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from whatworks.check.diagnostics import Finding
from whatworks.check.letters import cut, latin, look_alike
from whatworks.text.frontmatter import Path

_HOST = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.IGNORECASE
)
_LOCAL = (".local", ".localhost", ".internal", ".test", ".invalid", ".example")
_LONGEST_LINK = 600
_IN_FULL = "https://www.example.gov.uk/page"
_IN_MARKDOWN = re.compile(r"!?\[[^\[\]]*\]\((?P<to>[^()\s]+)\)")
_MISTYPED = re.compile(r"(?i)(?:(?:https?://)?h{0,2}t{1,3}p{1,2}(?P<s>s?)[:;]?[/\\]{1,3}|(?P<bare>//))(?=\w)")
_BEGINNINGS = re.compile(r"(?i)(?:^|[\s,;|])https?://")
_FILE = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\")
_SCHEME = re.compile(r"(?i)(?P<scheme>[a-z][a-z+-]{1,20}:)(?!\d+(?:/|$))")
_NUMBERS = re.compile(r"[\d.]+|\[.*")


class _Reason(NamedTuple):
    """What to say of an address, what should stand there if that can be told, and whether it is certain."""

    hint: str
    new: str = ""
    safe: bool = False


def check_link(value: str, path: Path) -> Iterator[Finding]:
    """The finding on an address that is not public, with the reason."""
    if is_public_link(value):
        return
    letter = look_alike(value)
    hint, new, safe = _look_alike(value) if letter else _reason(value)
    yield Finding(
        "bad-link", path, letter or f"'{cut(value)}' is not a public web address", hint,
        replace=f'"{new}"' if new else None, safe=safe,
    )  # fmt: skip


@lru_cache(maxsize=8192)
def is_public_link(value: str) -> bool:
    """Whether a text is an http(s) address of a public host, without a password or port in it."""
    if len(value) > _LONGEST_LINK or re.search(r"[\s<>\"'`{}|\\^\x00-\x1f\x7f-\x9f]", value):
        return False
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return False
    plain = parts.scheme in ("http", "https") and parts.username is None and port in (None, 80, 443)
    return plain and _HOST.fullmatch(host) is not None and not host.casefold().endswith(_LOCAL)


def _look_alike(value: str) -> _Reason:
    """The address in Latin letters is likely, but a look-alike may be there to deceive: so it is only offered."""
    plain = latin(value)
    return _Reason("Type the address again.", plain if is_public_link(plain) else "")


def _reason(value: str) -> _Reason:
    if len(_BEGINNINGS.findall(value)) > 1:
        return _Reason("Write one address only; a second one needs an entry of its own.")
    typed = value.strip().strip("<>").replace(" ", "%20")
    linked = _IN_MARKDOWN.fullmatch(typed)
    plain = linked["to"] if linked else typed
    mended = _MISTYPED.sub(lambda found: f"http{found['s'] if found['bare'] is None else 's'}://", plain, count=1)
    for new in dict.fromkeys((plain, mended, f"https://{plain}")):
        if is_public_link(new):
            hint = "Write the address only, as in" if linked else "Write it in full, as in"
            return _Reason(f"{hint} '{new}'.", new, new in (plain, mended) or plain.startswith("www."))
    if _FILE.match(plain):
        return _Reason("This is a file on one computer, which others cannot open: link to the page that publishes it.")
    scheme = _SCHEME.match(plain)
    if scheme is not None and scheme["scheme"].casefold() not in ("http:", "https:"):
        return _Reason(f"A web address begins with 'https://', not with '{scheme['scheme']}'.")
    return _of_parts(plain)


def _of_parts(plain: str) -> _Reason:
    """What is wrong within an address that begins as one should."""
    try:
        parts = urlsplit(plain)
        host, userinfo, port = parts.hostname or "", parts.username, parts.port
    except ValueError:
        return _Reason("The name or number of the site cannot be read: copy the address from the browser.")
    if not host or parts.scheme not in ("http", "https"):
        return _Reason(f"Write it in full, as in '{_IN_FULL}'.")
    if len(plain) > _LONGEST_LINK:
        return _Reason(f"It has {len(plain)} characters; {_LONGEST_LINK} is the most.")
    bare = parts._replace(netloc=host).geturl()
    public = bare if is_public_link(bare) else ""
    if userinfo is not None:
        return _Reason("Leave out what stands before the @: a name or password opens it for one person only.", public)
    if _NUMBERS.fullmatch(host) or ":" in host:
        return _Reason("Write the name of the site, not the number of a machine.")
    if "." not in host or host.endswith(_LOCAL):
        return _Reason(f"'{cut(host)}' is known in one network only, and others cannot open it.")
    if port not in (None, 80, 443):
        return _Reason(f"Leave out the port, ':{port}': such pages are rarely open to everybody.", public)
    return _Reason("It holds a sign that no address has: copy it from the address bar of the browser.")
