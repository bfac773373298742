"""The registers: sources.yml, glossary.yml, contacts.yml, redflags.yml.

An entry with a mistake is kept with what could be read of it, so that what refers to it is not
told to be unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from coursebuilder.course import Contact, RedFlag, Source, Term
from coursebuilder.nearest import did_you_mean
from coursebuilder.problem import Place
from coursebuilder.prose import Located, Text
from coursebuilder.reading.fields import Fields, entries_of, entries_of_file, fields_of, open_record
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Node, Record, Scalar
from coursebuilder.reading.shapes import CONTACT, RED_FLAG, SOURCE, TERM, Shape
from coursebuilder.reading.values import (
    Value,
    check_id,
    meant_id,
    read_prose,
    read_text,
    stretch,
    wrong,
)

CONFIDENCE = ("seen", "copy", "unverified")
_UNVERIFIED = "unverified"
_GROUPS = "groups"
"""Of redflags.yml: no red flag, but the titles of the groups."""
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_DIGITS = re.compile(r"\+?[0-9][0-9 ()./-]*")


def read_sources(node: Node, findings: Findings) -> dict[str, Source]:
    """Read sources.yml."""
    entries = _entries(node, findings, SOURCE)
    return {key.text: _source(key, fields) for key, fields in entries}


def read_contacts(node: Node, findings: Findings) -> dict[str, Contact]:
    """Read contacts.yml."""
    entries = _entries(node, findings, CONTACT)
    return {key.text: _contact(key, fields) for key, fields in entries}


def read_redflags(node: Node, findings: Findings) -> dict[str, RedFlag]:
    """Read redflags.yml. What stands under `groups` are the groups' titles."""
    titles = dict(_group_titles(node, findings))
    entries = _entries(_without_groups(node), findings, RED_FLAG)
    flags = {key.text: _redflag(key, fields, titles) for key, fields in entries}
    used = {flag.group.value for flag in flags.values()}
    for group, title in titles.items():
        if group not in used and used:
            message = f"No red flag is in the group '{group}'.{did_you_mean(group, used)}"
            findings.error("unknown-red-flag", title.place, message)
    return flags


def _group_titles(node: Node, findings: Findings) -> Iterator[tuple[str, Text]]:
    for entry in node.entries if isinstance(node, Record) else ():
        if entry.key.text == _GROUPS:
            value = Value(_GROUPS, entry.value, entry.key.place)
            for key, title in entries_of(value, findings) or ():
                check_id(key, findings)
                text = read_text(title, findings)
                if text is not None:
                    yield key.text, Located(text.value, key.place)


def _without_groups(node: Node) -> Node:
    if not isinstance(node, Record):
        return node
    rest = tuple(entry for entry in node.entries if entry.key.text != _GROUPS)
    return replace(node, entries=rest)


def read_glossary(node: Node, findings: Findings) -> dict[str, Term]:
    """Read glossary.yml: a term and its meaning, or `meaning` with `allow`."""
    entries = entries_of_file(node, findings, "EAR")
    return {key.text: _term(key, value, findings) for key, value in entries}


def _entries(node: Node, findings: Findings, shape: Shape) -> Iterator[tuple[Scalar, Fields]]:
    """The entries of a register under their ids; one that is no record has no fields."""
    kind = shape.name.split(" ", 1)[1]
    entries = entries_of_file(node, findings, shape.name.replace(" ", "-"))
    taken = {key.text for key, _ in entries}
    for typed, value in entries:
        key = meant_id(typed, taken, findings)
        taken.add(key.text)
        name = f"The {kind} '{typed.text}'"
        nothing = Fields(Record((), value.node.place), shape, name, key.place, findings)
        fields = open_record(value, shape, findings, name) or nothing
        fields.allow()
        yield key, fields


def _named(key: Scalar) -> Text:
    return Located(key.text, key.place)


def _require(fields: Fields, *keys: str) -> None:
    """Tell of missing keys, unless the entry is no record, which was told of."""
    if fields.record.entries:
        fields.require(*keys)


def _source(key: Scalar, fields: Fields) -> Source:
    _require(fields, "title", "publisher", "accessed", "confidence")
    confidence = fields.one_of("confidence", CONFIDENCE)
    published = fields.partial_date("published")
    return Source(
        id=_named(key),
        title=fields.plain("title"),
        publisher=fields.plain("publisher"),
        url=_web(fields),
        published="" if published is None else published.value,
        accessed=fields.date("accessed"),
        confidence=_UNVERIFIED if confidence is None else confidence.value,
        review_by=fields.date("review_by"),
        place=fields.place,
        places=_places(fields),
    )


def _places(fields: Fields) -> dict[str, Place]:
    return {entry.key.text: entry.value.place for entry in fields.record.entries}


def _web(fields: Fields) -> Text | None:
    """Read a web address, whole."""
    message = "`url` takes a whole web address, from `https://` on."
    return _shaped(fields, "url", _WEB, message)


def _shaped(fields: Fields, key: str, pattern: re.Pattern[str], message: str) -> Text | None:
    """Read a text, and tell where it is not written as it should be."""
    text, value = fields.text(key), fields.value(key)
    if text is not None and value is not None and not pattern.fullmatch(text.value.strip()):
        near = f"https://{text.value}"
        hint = f"{key}: {near}" if pattern is _WEB and _WEB.fullmatch(near) else ""
        wrong(value, fields.findings, message, hint)
    return text


def _term(key: Scalar, value: Value, findings: Findings) -> Term:
    if isinstance(value.node, Record):
        name = f"The term '{key.text}'"
        fields = fields_of(value.node, TERM, findings, name, key.place)
        fields.require("meaning")
        fields.allow()
        meaning = fields.prose("meaning")
    else:
        meaning = read_prose(value, findings)
    place = stretch(key.place, value.node)
    return Term(name=_named(key), meaning=meaning or Located("", value.place), place=place)


def _contact(key: Scalar, fields: Fields) -> Contact:
    _require(fields, "name", "for", "verified_on")
    if fields.record.entries and not fields.in_order(("phone", "url", "email")):
        fields.missing(f"{fields.name} has no `phone`, `url` or `email`. Add one of them.")
    unverified = fields.typed("verified_on") == _UNVERIFIED
    url = _web(fields)
    email = _shaped(fields, "email", _EMAIL, "`email` takes an address like `tips@agency.example`.")
    digits = _shaped(
        fields, "digits", _DIGITS, "`digits` takes a number to dial, like `+18774474847`."
    )
    return Contact(
        id=_named(key),
        name=fields.plain("name"),
        purpose=fields.plain("for"),
        phone=fields.plain("phone"),
        digits="" if digits is None else digits.value,
        url="" if url is None else url.value,
        email="" if email is None else email.value,
        source=fields.text("source"),
        verified_on=None if unverified else fields.date("verified_on"),
        unverified=unverified,
        place=fields.place,
        places=_places(fields),
    )


def _redflag(key: Scalar, fields: Fields, titles: Mapping[str, Text]) -> RedFlag:
    _require(fields, "text", "group")
    group = fields.text("group") or Located("", fields.start)
    title = titles.get(group.value)
    return RedFlag(
        id=_named(key),
        text=fields.prose("text") or Located("", fields.start),
        why=fields.prose("why"),
        group=group,
        group_title=title.value if title else "",
        source=fields.text("source"),
        place=fields.place,
    )
