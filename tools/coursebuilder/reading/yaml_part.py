"""Reads YAML that stands in the middle of another file: its places are that file's."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from coursebuilder.problem import Edit, Place, Problem
from coursebuilder.reading.nodes import Entry, Listing, Node, Nothing, Record, Scalar
from coursebuilder.reading.yaml_text import read_yaml


def read_yaml_part(
    text: str, path: str, first_line: int
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read YAML whose first line is `first_line` of the file; its columns are the file's."""
    node, problems = read_yaml(text, path)
    by = first_line - 1
    moved = tuple(_moved_problem(problem, by) for problem in problems)
    return (None if node is None else _moved(node, by)), moved


def _moved(node: Node, by: int) -> Node:
    place = _lower(node.place, by)
    match node:
        case Scalar():
            lines = tuple(_lower(each, by) for each in node.line_places)
            return replace(node, place=place, line_places=lines)
        case Record():
            return replace(
                node, place=place, entries=tuple(_moved_entry(e, by) for e in node.entries)
            )
        case Listing():
            return replace(node, place=place, items=tuple(_moved(item, by) for item in node.items))
        case Nothing():
            return Nothing(place)
        case _:
            assert_never(node)


def _moved_entry(entry: Entry, by: int) -> Entry:
    key = replace(entry.key, place=_lower(entry.key.place, by))
    return Entry(key, _moved(entry.value, by))


def _moved_problem(problem: Problem, by: int) -> Problem:
    edits = tuple(Edit(_lower(edit.place, by), edit.text) for edit in problem.edits)
    return replace(problem, place=_lower(problem.place, by), edits=edits)


def _lower(place: Place, by: int) -> Place:
    end = None if place.end_line is None else place.end_line + by
    return Place(place.path, place.line + by, place.column, end, place.end_column)
