"""Decodes what stands behind a key: a text, texts, names, an id.

Each reader gives None, or nothing, and tells of a problem at the value's place, where it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from typing import assert_never

from coursebuilder.problem import Edit, Place
from coursebuilder.prose import Located, Text
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.ids import is_id, nearest_id
from coursebuilder.reading.nodes import Listing, Node, Nothing, Record, Scalar
from coursebuilder.reading.quoting import quote
from coursebuilder.reading.vocabulary import ALL_KEYS

_SEPARATORS = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a key, or an item of a list."""

    key: str
    """As the author reads it in messages."""
    node: Node
    at: Place
    """Of the key, or of the item."""

    @property
    def place(self) -> Place:
        """Where to say that the value is wrong: its own line, or the key's above a block."""
        if isinstance(self.node, Scalar) or self.node.place.line == self.at.line:
            return self.node.place
        return self.at


def stretch(start: Place, node: Node) -> Place:
    """From a start to the end of a node."""
    end = node.place
    return Place(start.path, start.line, start.column, end.end_line, end.end_column)


def item_of(value: Value, node: Node) -> Value:
    """An item of the list behind a key."""
    return Value(value.key, node, node.place)


def wrong(value: Value, findings: Findings, message: str, hint: str = "") -> None:
    """Note that a value is not what its key takes."""
    findings.error("wrong-value", value.place, message, hint)


def wrong_kind(value: Value, findings: Findings, wanted: str) -> None:
    """Note that a value is of another kind: a list where a text is wanted."""
    match value.node:
        case Nothing():
            empty(value, findings)
            return
        case Record():
            found = "keys of their own stand here"
        case Listing():
            found = "a list stands here"
        case Scalar():
            found = "a text stands here"
        case _:
            assert_never(value.node)
    wrong(value, findings, f"`{value.key}` takes {wanted}, and {found}.")


def empty(value: Value, findings: Findings) -> None:
    """Note that nothing stands behind a key."""
    place = value.node.place if isinstance(value.node, Scalar) else value.at
    findings.error(
        "empty-value",
        place,
        f"`{value.key}` is empty. Write its value behind it, or take the key away.",
    )


def read_scalar(value: Value, findings: Findings, wanted: str) -> Scalar | None:
    """A text as typed, of whatever meaning; `wanted` says in a message what it should be."""
    match value.node:
        case Scalar() if value.node.text.strip():
            return value.node
        case Record() if value.node.raw:
            return _meant_text(value, value.node, findings)
        case Scalar():
            empty(value, findings)
        case _:
            wrong_kind(value, findings, wanted)
    return None


def _meant_text(value: Value, record: Record, findings: Findings) -> Scalar | None:
    """`- Stop: now` where a text is wanted: the line is the text, or a key too many."""
    entry, start = record.entries[0], record.place
    if entry.key.text in ALL_KEYS:
        message = f"What stands under `{value.key}` is a text alone. Take `{entry.key.text}:` away."
        typed = entry.value.text if isinstance(entry.value, Scalar) else ""
        findings.error("wrong-value", entry.key.place, message, typed and f"- {typed}")
        return entry.value if isinstance(entry.value, Scalar) and typed else None
    place = Place(start.path, start.line, start.column, start.line, start.column + len(record.raw))
    quoted = quote(record.raw)
    findings.error(
        "sentence-in-yaml",
        place,
        "A colon followed by a space makes YAML look for a key in the middle of this text. "
        "Put the text in quotation marks.",
        f"- {quoted}",
        (Edit(place, quoted),),
    )
    return Scalar(record.raw, place)


def read_text(value: Value, findings: Findings) -> Text | None:
    """A text, line breaks kept, without white space at its end."""
    scalar = read_scalar(value, findings, "one text")
    return None if scalar is None else Located(scalar.text.rstrip(), scalar.place)


def read_prose(value: Value, findings: Findings) -> Text | None:
    """A text that may hold Markdown: it is noted down to be scanned."""
    scalar = read_scalar(value, findings, "one text")
    if scalar is None:
        return None
    findings.texts.append(scalar)
    return Located(scalar.text.rstrip(), scalar.place)


def items_of(
    value: Value, findings: Findings, wanted: str = "a list, with a hyphen before each line"
) -> tuple[Value, ...] | None:
    """The items of a list that has at least one."""
    match value.node:
        case Listing() if value.node.items:
            return tuple(item_of(value, node) for node in value.node.items)
        case Listing() | Nothing():
            empty(value, findings)
        case _:
            wrong_kind(value, findings, wanted)
    return None


def one_or_more(value: Value, findings: Findings) -> tuple[Value, ...]:
    """The items of a list, or the one value that stands in place of a list."""
    if isinstance(value.node, Listing | Nothing):
        return items_of(value, findings) or ()
    return (value,)


def any_number(value: Value, findings: Findings) -> tuple[Value, ...]:
    """As one_or_more; `[]` is none on purpose."""
    if isinstance(value.node, Listing) and not value.node.items:
        return ()
    return one_or_more(value, findings)


def read_names(items: tuple[Value, ...], findings: Findings) -> tuple[Text, ...]:
    """Names of other things: ids, slugs, groups."""
    names: list[Text] = []
    for item in items:
        scalar = read_scalar(item, findings, "a name, or a list of names in brackets")
        if scalar is not None:
            text = Located(scalar.text.strip(), scalar.place)
            names.extend(_separate(item, text, findings))
    return tuple(names)


def _separate(value: Value, text: Text, findings: Findings) -> list[Text]:
    """`a, b` are two names for which the brackets were forgotten."""
    parts = [part for part in _SEPARATORS.split(text.value) if part]
    if len(parts) == 1 or not all(is_id(part.replace("/", "-")) for part in parts):
        return [text]
    listed = f"[{', '.join(parts)}]"
    alone = value.at != value.node.place
    edits = (Edit(text.place, listed),) if alone else ()
    findings.error(
        "wrong-value",
        text.place,
        f"Several names of `{value.key}` stand in brackets, with commas: `{listed}`.",
        f"{value.key}: {listed}",
        edits,
    )
    return [Located(part, text.place) for part in parts]


def read_id(value: Value, findings: Findings) -> Text | None:
    """An id; one that is written wrongly is told of and kept as typed."""
    scalar = read_scalar(value, findings, "an id")
    if scalar is None:
        return None
    check_id(scalar, findings)
    return Located(scalar.text.strip(), scalar.place)


def check_id(scalar: Scalar, findings: Findings) -> None:
    """Note an id that has other letters than a to z, digits and hyphens."""
    if is_id(scalar.text.strip()):
        return
    nearest = nearest_id(scalar.text)
    proposal = f" Write `{nearest}`." if nearest else ""
    findings.error(
        "bad-id",
        scalar.place,
        f"The id `{scalar.text.strip()}` has more in it than lower-case letters a to z, "
        f"digits and hyphens.{proposal}",
        nearest,
    )


def meant_id(scalar: Scalar, taken: Container[str], findings: Findings) -> Scalar:
    """An id as it is meant: a bad one is told of, and read as the nearest that is not taken.

    So those who use it are told the right one, and those who already write that are right.
    """
    check_id(scalar, findings)
    near = nearest_id(scalar.text)
    return scalar if is_id(scalar.text) or not near or near in taken else replace(scalar, text=near)
