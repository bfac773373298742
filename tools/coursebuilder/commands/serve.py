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
@click.option(
    "--trainer",
    is_flag=True,
    help="Show each module with its slides, its notes and its timing bar instead.",
)
def command(root: Path, addr: str, open_browser: bool, trainer: bool) -> None:
    """Preview the course in ROOT, or in the folder above with mkdocs.yml.

    Each mistake is told here and shown in the page, at the place that it concerns. Saving a
    correction takes it away. Drafts are shown, too. Stop with Ctrl+C.
    """
    found = find_root(root)
    try:
        if trainer:
            _serve_trainer(found, addr, open_browser)
        else:
            _serve_site(found, addr, open_browser)
    except OSError as error:
        raise click.ClickException(
            f"{addr} cannot be used: {error.strerror}. Try another, like `--addr 127.0.0.1:8001`."
        ) from error


def _serve_site(root: Path, addr: str, open_browser: bool) -> None:
    from mkdocs.commands.serve import serve  # noqa: PLC0415

    configuration = configuration_of(root)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    serve(
        str(configuration),
        livereload=True,
        open_in_browser=open_browser,
        dev_addr=addr,
        **theme_of(authored(configuration)),
    )


def _serve_trainer(root: Path, addr: str, open_browser: bool) -> None:
    from coursebuilder.commands.trainer_preview import serve_trainer  # noqa: PLC0415

    host, _, port = addr.rpartition(":")
    if not host or not port.isdecimal():
        raise click.BadParameter(f"{addr} is no address. Write it like 127.0.0.1:8000.")
    serve_trainer(root, host, int(port), open_browser=open_browser)
