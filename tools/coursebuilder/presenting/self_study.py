"""Where learners study alone: the address of the page, and its QR code."""

from __future__ import annotations

from io import BytesIO

from coursebuilder.generated import audience_page
from coursebuilder.presenting.extras import library

SCHEMES = ("https://", "http://")


def study_address(site: str, audience: str = "") -> str:
    """Give the address of an audience's page, or of the site's home; "" without a site."""
    if not site:
        return ""
    page = audience_page(audience).removesuffix("index.md").removesuffix(".md") if audience else ""
    return f"{site.rstrip('/')}/{page}".rstrip("/") + "/"


def short(address: str) -> str:
    """Write an address as people type it: without its scheme and last slash."""
    for scheme in SCHEMES:
        address = address.removeprefix(scheme)
    return address.rstrip("/")


def qr_code(address: str) -> str:
    """Draw the QR code of an address as SVG. Raises MissingExtraError without the extra `kit`."""
    buffer = BytesIO()
    code = library("segno", "kit").make(address, error="m", micro=False)
    code.save(buffer, kind="svg", border=0, xmldecl=False)
    return buffer.getvalue().decode()
