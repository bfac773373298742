import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from coursebuilder import __version__
from coursebuilder.cli import COMMANDS, main


def test_help_names_every_command_with_its_sentence() -> None:
    output = CliRunner().invoke(main, ["--help"]).output
    for name, sentence in COMMANDS.items():
        assert name in output
        assert sentence.split()[0] in output


def test_version_is_the_package_s() -> None:
    output = CliRunner().invoke(main, ["--version"]).output
    assert output == f"course, version {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_file_and_its_help(name: str) -> None:
    context = click.Context(main)
    assert name in main.list_commands(context)
    command = main.get_command(context, name)
    assert command is not None
    assert command.name == name
    assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_help_imports_no_command() -> None:
    program = (
        "import sys\n"
        "from coursebuilder.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.startswith('coursebuilder.')])\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['coursebuilder.cli']"
