"""A strict Content-Security-Policy for pages as they are built.

Every page may run the site's own script files and the inline scripts that it was built with,
told by their hashes, and nothing else; no style in the page, nothing from another host. The
policy stands in each page, for hosts that send no headers, and in files for those that do.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from markupsafe import Markup

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
# The pages are our engine's own output, so a pattern reads them as surely as a parser, and
# thirty times as fast.
_DATA = re.compile(r"""\bsrc=|\btype=["']?(?:application/(?:ld\+)?json|text/plain)""")
_HEAD = re.compile(r"<head[^>]*>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)

IN_PAGE = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)
"""What a page may do; the hashes are those of its own inline scripts."""

IN_HEADER_ONLY = ("frame-ancestors 'none'",)
"""What a page cannot say of itself."""

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
"""The other headers that a host should send with every file."""


def script_hashes(page: str) -> frozenset[str]:
    """The hashes of a page's inline scripts, as a policy names them."""
    return frozenset(
        _hash(script["body"])
        for script in _SCRIPT.finditer(page)
        if script["body"].strip() and not _DATA.search(script["attributes"])
    )


def policy_in_page(page: str, hashes: AbstractSet[str]) -> str:
    """Put the page's policy at its head, before anything can run; `hashes` are its scripts'."""
    content = _policy(IN_PAGE, hashes)
    tag = Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(content)
    return _HEAD.sub(lambda head: f"{head.group()}\n{tag}", page, count=1)


def headers_file(hashes: Iterable[str], links: Mapping[str, str]) -> str:
    """The headers of the whole site, as Netlify and Cloudflare Pages read them in `_headers`.

    `links`: the values of `Link` headers, by the path that they are for, as `/modules/*`.
    """
    rows = [("Content-Security-Policy", _site_policy(hashes)), *HEADERS]
    every = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in rows)
    return every + "".join(f"{path}\n  Link: {value}\n" for path, value in links.items())


def nginx_file(hashes: Iterable[str]) -> str:
    """The headers of the whole site, to include in a `server` block of nginx."""
    rows = [("Content-Security-Policy", _site_policy(hashes)), *HEADERS]
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in rows)


def _site_policy(hashes: Iterable[str]) -> str:
    return _policy((*IN_PAGE, *IN_HEADER_ONLY), hashes)


def _policy(directives: Iterable[str], hashes: Iterable[str]) -> str:
    listed = "".join(f" 'sha256-{each}'" for each in sorted(hashes))
    return "; ".join(each.replace("{hashes}", listed) for each in directives)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
