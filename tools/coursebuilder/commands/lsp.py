"""`course lsp`: the language server, which an editor starts."""

from __future__ import annotations

import click


@click.command(name="lsp")
def command() -> None:
    """Answer an editor over standard input and output: mistakes, definitions, completion.

    An editor starts it; docs/authoring/checking.md says how. It ends when the editor closes it.
    """
    try:
        from coursebuilder.editing.server import make_server  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise click.ClickException(
            "The language server needs pygls. Install it with "
            "`pip install 'outreach-course-builder[lsp]'`."
        ) from error
    make_server().start_io()
