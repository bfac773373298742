"""The reference of the rules in docs/ is what the rules say.

After a change: `.venv/bin/course explain --all --format markdown > docs/authoring/rules.md`.
"""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from coursebuilder.cli import main

REFERENCE = Path(__file__).parents[2] / "docs" / "authoring" / "rules.md"


def test_the_reference_of_the_rules_is_fresh() -> None:
    printed = CliRunner().invoke(main, ["explain", "--all", "--format", "markdown"]).stdout
    assert REFERENCE.read_text("utf-8") == printed
