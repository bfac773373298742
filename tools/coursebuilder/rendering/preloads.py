"""What a page cannot be shown or answered without, told before the browser reads the page.

A browser asks for styles and scripts when it has begun to read the page that names them. A host
that sends `Link` headers (https://www.rfc-editor.org/rfc/rfc8288, `rel=preload`) tells of them
with the page, or even before it (103 Early Hints): on a slow phone a tenth of a second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

# The pages are our engine's own output, so a pattern reads them: see policy.py.
_NEEDED = re.compile(
    r'<link rel="stylesheet" href="(?P<style>[^"]+)">|<script src="(?P<script>[^"]+)"[^>]* async>'
)


def needed_first(page: str, url: str) -> Mapping[str, str]:
    """Find the styles and scripts at a page's head for which nothing else is waited.

    Their URLs, and what each is used as (`style`, `script`); `url` is the page's own.
    """
    head, _, _ = page.partition("</head>")
    return {
        urljoin(url, found["style"] or found["script"]): "style" if found["style"] else "script"
        for found in _NEEDED.finditer(head)
    }


def preload_header(needed: Mapping[str, str]) -> str:
    """Write the value of a `Link` header that asks for these URLs at once."""
    return ", ".join(f"<{url}>; rel=preload; as={used}" for url, used in needed.items())
