"""`course export`: one output at a time. Each is imported only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "deck": "The slides of a module or session as one HTML file, for the trainer.",
        "pptx": "The same slides as a PowerPoint file, in your own template if you like.",
        "pdf": "Paper: guide, workbook, sheet of red flags, answer key, cards and forms.",
    }
)
"""Each output with its sentence; its file is `commands/exports/<name>.py`."""


class LazyFormats(click.Group):
    """A group that knows its outputs' names and sentences before it imports them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(FORMATS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the output's file and take its `command`."""
        if cmd_name not in FORMATS:
            return None
        module = import_module(f"coursebuilder.commands.exports.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table into the help, without importing anything."""
        with formatter.section("Outputs"):
            formatter.write_dl(list(FORMATS.items()))


@click.group(name="export", cls=LazyFormats)
def command() -> None:
    """Write one output of the course."""
