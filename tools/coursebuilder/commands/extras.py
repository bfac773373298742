"""Outputs that need more than the base: their errors as a user reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def told() -> Iterator[None]:
    """Turn what an output cannot do (no extra, no such template) into click's one line.

    The exit code is 1. What is not foreseen stays an exception.
    """
    from coursebuilder.presenting.extras import MissingExtraError  # noqa: PLC0415
    from coursebuilder.presenting.kit_words import OpenPlaceholderError  # noqa: PLC0415
    from coursebuilder.presenting.powerpoint_theme import TemplateError  # noqa: PLC0415
    from coursebuilder.presenting.typeset import TypesettingError  # noqa: PLC0415

    try:
        yield
    except (MissingExtraError, OpenPlaceholderError, TemplateError, TypesettingError) as error:
        raise click.ClickException(str(error)) from error
