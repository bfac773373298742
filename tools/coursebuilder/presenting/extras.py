"""Libraries that only some outputs need: they are asked for when such an output is made."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

FONTS = MappingProxyType(
    {"font_source_sans_pro": "SourceSansPro", "font_source_serif_pro": "SourceSerifPro"}
)
"""The package of each family, and what its files are called."""
STYLES = ("Regular", "It", "Semibold", "Bold", "BoldIt")
SANS, SERIF = "Source Sans Pro", "Source Serif Pro"


class MissingExtraError(Exception):
    """A library is not installed. The message tells which line installs it."""


def library(name: str, extra: str) -> Any:
    """Import a library of one of our extras (`pdf`, `pptx`, `kit`).

    Raises MissingExtraError, with a sentence for the user, where it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtraError(_message(name, extra)) from error


def font_files(extra: str) -> list[str]:
    """The files of our fonts. Raises MissingExtraError where they are not installed."""
    found = []
    for name, family in FONTS.items():
        spec = find_spec(name)
        if spec is None or not spec.origin:
            raise MissingExtraError(_message(name, extra))
        folder = Path(spec.origin).parent / "files"
        found += [str(folder / f"{family}-{style}.ttf") for style in STYLES]
    return found


def _message(name: str, extra: str) -> str:
    return (
        f"This needs the library {name.split('.', maxsplit=1)[0]}, which is not installed. "
        f'Install it with: pip install "outreach-course-builder[{extra}]"'
    )
