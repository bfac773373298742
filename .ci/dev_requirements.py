"""Prints the group "dev" of pyproject.toml as a requirements file."""

import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
print("\n".join(project["dependency-groups"]["dev"]))  # noqa: T201
