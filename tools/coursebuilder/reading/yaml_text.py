"""Reads YAML into nodes (in work)."""

from __future__ import annotations

from coursebuilder.problem import Problem
from coursebuilder.reading.nodes import Node


def read_yaml(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a YAML text; the node is None where nothing could be read."""
    raise NotImplementedError
