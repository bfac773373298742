"""`course serve`: the course in preview, rebuilt as its author writes."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from coursebuilder.commands.root import find_root
from coursebuilder.commands.site import authored, configuration_of, theme_of


@click.command(name="serve")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--addr",
    default="127.0.0.1:8000",
    metavar="HOST:PORT",
    show_default=True,
    help="Where the preview is served.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
def command(root: Path, addr: str, open_browser: bool) -> None:
    """Preview the course in ROOT, or in the folder above with mkdocs.yml.

    Each mistake is told here and shown in the page, at the place that it concerns. Saving a
    correction takes it away. Drafts are shown, too. Stop with Ctrl+C.
    """
    from mkdocs.commands.serve import serve  # noqa: PLC0415

    configuration = configuration_of(find_root(root))
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        serve(
            str(configuration),
            livereload=True,
            open_in_browser=open_browser,
            dev_addr=addr,
            **theme_of(authored(configuration)),
        )
    except OSError as error:
        raise click.ClickException(
            f"{addr} cannot be used: {error.strerror}. Try another, like `--addr 127.0.0.1:8001`."
        ) from error
