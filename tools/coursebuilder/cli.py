"""The command `course`. Each command is imported only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

from coursebuilder import __version__

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Check the course and print what is wrong, and where.",
        "serve": "Preview the course, with each mistake at its place.",
        "build": "Check the course and write the learner's site.",
        "stage": "Write the site as a plain docs tree that any engine builds.",
        "new": "Start a course or a module.",
        "present": "Make the slides of a module or session, and open them.",
        "agenda": "Plan a session: what fits, when, and what is left out.",
        "timings": "Compare run logs with the plan, and propose new minutes.",
        "export": "Write one output: slides, PowerPoint, paper …",
        "kit": "Make a folder with all that a trainer takes along.",
        "verify": "Compare a learner's completion record with the course.",
        "matrix": "Print which objective is taught, assessed and met where.",
        "diff": "Tell what changed for learners since a git revision.",
        "report": "Write the state of the course as one page, for its owner.",
        "lsp": "Answer an editor: mistakes as you type, definitions, completion.",
        "explain": "Print the page of a rule, or the list of all rules.",
    }
)
"""Each command with its sentence; its file is `commands/<name>.py`."""


class LazyGroup(click.Group):
    """A group that knows its commands' names and sentences before it imports them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's file and take its `command`."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"coursebuilder.commands.{cmd_name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table into the help, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
def main() -> None:
    """Build a training course from Markdown and YAML: check it, preview it, publish it."""
