"""mkdocs.yml: finds what stands there for the plugin `course`, as nodes with places.

The file is the engine's: it may hold tags such as `!ENV` and whatever other plugins want. So it
is read by YAML's own rules, not by those for authors' sentences, and nothing else of it is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from coursebuilder.problem import Place, Problem, Severity
from coursebuilder.reading.nodes import Entry, Listing, Node, Nothing, Record, Scalar
from coursebuilder.reading.source import read_source, source_of
from coursebuilder.reading.yaml_text import DEEPEST

NAMES = ("mkdocs.yml", "properdocs.yml")
PLUGIN = "course"


def find_plugin_settings(
    root: Path, opened: Mapping[str, str]
) -> tuple[str, Node | None, tuple[Problem, ...]]:
    """Find the plugin's settings: the file's path, their node, and what keeps them closed.

    The node is None where the file has none. `opened` are texts that stand for those on the disk.
    """
    path = next((name for name in NAMES if name in opened or (root / name).exists()), "")
    if not path:
        return NAMES[0], None, ()
    text, problems = source_of(opened[path], path) if path in opened else read_source(root, path)
    if text is None:
        return path, None, problems
    try:
        whole = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        return path, None, (_unread(path, error),)
    except yaml.YAMLError as error:
        return path, None, (_problem(Place(path), str(error)),)
    found = _settings_in(whole)
    return path, None if found is None else _node(found, path, 0), ()


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _settings_in(whole: yaml.Node | None) -> yaml.Node | None:
    plugins = _under(whole, "plugins")
    if not isinstance(plugins, yaml.SequenceNode):
        return _under(plugins, PLUGIN)
    under = (_under(each, PLUGIN) for each in plugins.value)
    return next((each for each in under if each is not None), None)


def _under(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under a key; of two the last one, as the engine takes it."""
    if not isinstance(node, yaml.MappingNode):
        return None
    values = [value for name, value in node.value if getattr(name, "value", None) == key]
    return values[-1] if values else None


def _node(node: yaml.Node, path: str, depth: int) -> Node:
    start, end = node.start_mark, node.end_mark
    place = Place(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    if depth == DEEPEST:
        # An alias may hold itself.
        return Nothing(place)
    match node:
        case yaml.MappingNode():
            entries = tuple(
                Entry(_key(key, path), _node(value, path, depth + 1)) for key, value in node.value
            )
            return Record(entries, _ended(place, entries))
        case yaml.SequenceNode():
            items = tuple(_node(value, path, depth + 1) for value in node.value)
            return Listing(items, place)
        case yaml.ScalarNode() if node.value or node.style:
            return Scalar(str(node.value), place, plain=not node.style)
        case _:
            return Nothing(place)


def _key(node: yaml.Node, path: str) -> Scalar:
    start, end = node.start_mark, node.end_mark
    place = Place(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return Scalar(str(node.value), place)


def _ended(place: Place, entries: tuple[Entry, ...]) -> Place:
    """A block ends with its last value, not where the parser takes notice of it."""
    last = entries[-1].value.place if entries else place
    return Place(place.path, place.line, place.column, last.end_line, last.end_column)


def _unread(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    return _problem(place, error.problem or "")


def _problem(place: Place, said: str) -> Problem:
    message = f"YAML stops here ({said}), so what this file sets for rules is unknown. Correct it."
    return Problem(place, "yaml-syntax", Severity.ERROR, message)
