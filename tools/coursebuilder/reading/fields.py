"""A record, read key by key, with each mistake told at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from coursebuilder.problem import Edit, Place
from coursebuilder.prose import Allow, Located, Text
from coursebuilder.reading import quantities, values
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Entry, Node, Nothing, Record, Scalar
from coursebuilder.reading.shapes import Shape, Suggestion, suggest
from coursebuilder.reading.values import Value

_FEW_KEYS = 12


@dataclass(slots=True)
class Fields:
    """A cursor over the known keys of a record.

    Each method reads the value of one key, gives None (or an empty tuple) where there is none
    or where it cannot be read, and has told of the latter.
    """

    record: Record
    shape: Shape
    name: str
    """The record in messages: `Question 'end-use'`, `This choice`."""
    start: Place
    """Where a missing key is told of."""
    findings: Findings
    known: dict[str, Entry] = field(default_factory=dict)
    told: bool = False
    """Unknown keys were told of: what seems to be missing may stand under them."""

    @property
    def place(self) -> Place:
        """The whole record, from its start to its last character."""
        return values.stretch(self.start, self.record)

    def __contains__(self, key: str) -> bool:
        return key in self.known

    def in_order(self, keys: Sequence[str]) -> list[str]:
        """Those of the keys that stand in the record, in its order."""
        return [key for key in self.known if key in keys]

    def key_place(self, key: str) -> Place:
        """Where a key stands; the record's start where it does not."""
        return self.known[key].key.place if key in self.known else self.start

    def value(self, key: str) -> Value | None:
        """What stands behind a key, undecoded."""
        entry = self.known.get(key)
        return None if entry is None else Value(key, entry.value, entry.key.place)

    def typed(self, key: str) -> str:
        """The text behind a key as typed, told of nowhere; "" for anything else."""
        entry = self.known.get(key)
        return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""

    def missing(self, message: str, hint: str = "") -> None:
        """Tell at the record's start that something is not there."""
        self.findings.error("missing-key", self.start, message, hint)

    def clash(self, keys: Sequence[str], message: str) -> None:
        """Tell, at the later of some keys that stand here together, that they clash."""
        later = self.in_order(keys)[-1]
        self.findings.error("conflicting-keys", self.key_place(later), message)

    def require(self, *keys: str) -> None:
        """Tell of each of these keys that is not in the record."""
        for key in keys:
            if key not in self.known:
                self.missing(f"{self.name} has no `{key}`. Add a line `{key}:` with its value.")

    def text(self, key: str) -> Text | None:
        """A text that is no Markdown."""
        value = self.value(key)
        return None if value is None else values.read_text(value, self.findings)

    def plain(self, key: str) -> str:
        """A text that is no Markdown; "" where there is none."""
        text = self.text(key)
        return "" if text is None else text.value

    def prose(self, key: str) -> Text | None:
        """A text that may hold Markdown."""
        value = self.value(key)
        return None if value is None else values.read_prose(value, self.findings)

    def proses(self, key: str) -> tuple[Text, ...]:
        """A text or a list of texts that may hold Markdown."""
        value = self.value(key)
        if value is None:
            return ()
        items = values.any_number(value, self.findings)
        return tuple(filter(None, (values.read_prose(item, self.findings) for item in items)))

    def names(self, key: str, *, may_be_empty: bool = True) -> tuple[Text, ...]:
        """A name (an id, a slug) or a list of names of other things."""
        value = self.value(key)
        if value is None:
            return ()
        read = values.any_number if may_be_empty else values.one_or_more
        return values.read_names(read(value, self.findings), self.findings)

    def id(self, key: str) -> Text | None:
        """An id that is given here."""
        value = self.value(key)
        return None if value is None else values.read_id(value, self.findings)

    def whole(self, key: str, least: int = 1) -> Located[int] | None:
        """A whole number of at least so much."""
        value = self.value(key)
        return None if value is None else quantities.read_whole(value, self.findings, least)

    def amount(self, key: str) -> Decimal | None:
        """A number that is not negative."""
        value = self.value(key)
        return None if value is None else quantities.read_amount(value, self.findings)

    def percent(self, key: str) -> float | None:
        """A percentage with its sign, 0 to 100."""
        value = self.value(key)
        return None if value is None else quantities.read_percent(value, self.findings)

    def yes_no(self, key: str, *, default: bool) -> bool:
        """`true`, `false`, `yes` or `no`."""
        value = self.value(key)
        answer = None if value is None else quantities.read_yes_no(value, self.findings)
        return default if answer is None else answer

    def date(self, key: str) -> Located[date] | None:
        """A date like `2026-11-21`."""
        value = self.value(key)
        return None if value is None else quantities.read_date(value, self.findings)

    def partial_date(self, key: str) -> Text | None:
        """A date, a month or a year, as typed."""
        value = self.value(key)
        return None if value is None else quantities.read_partial_date(value, self.findings)

    def one_of(self, key: str, words: Sequence[str]) -> Text | None:
        """One of some words."""
        value = self.value(key)
        return None if value is None else quantities.read_one_of(value, self.findings, words)

    def items(self, key: str) -> tuple[Value, ...] | None:
        """The items of a list."""
        value = self.value(key)
        return None if value is None else values.items_of(value, self.findings)

    def entries(
        self, key: str, *, may_be_empty: bool = False
    ) -> tuple[tuple[Scalar, Value], ...] | None:
        """The keys and values of a record whose keys the author chooses."""
        value = self.value(key)
        if value is None or (may_be_empty and value.node == Record((), value.node.place)):
            return None
        return entries_of(value, self.findings)

    def noted(self, key: Scalar) -> Text:
        """A key that is itself a text, and may hold Markdown."""
        self.findings.texts.append(key)
        return Located(key.text, key.place)

    def allow(self, lines: tuple[int, int] | None = None) -> None:
        """Note the rules that `allow` switches off, for the record's lines or for these."""
        value = self.value("allow")
        place = self.place
        first, last = lines or (place.line, place.end_line or place.line)
        if value is not None:
            self.findings.allows.extend(_allows_in(value, self.findings, first, last))


def open_record(
    value: Value, shape: Shape, findings: Findings, name: str = "", start: Place | None = None
) -> Fields | None:
    """Begin to read a record: unknown keys are told of, and read as what they were meant to be.

    `name` is the record in messages; `start` is where missing keys are told of, by default the
    place of the key or dash that the record belongs to.
    """
    if not isinstance(value.node, Record):
        values.wrong_kind(value, findings, f"{shape.name}: keys, one a line, like {_sample(shape)}")
        return None
    name = name or "This " + shape.name.split(" ", 1)[-1]
    return fields_of(value.node, shape, findings, name, start or value.at)


def open_file(node: Node, shape: Shape, findings: Findings, name: str) -> Fields:
    """Begin to read what a file holds; anything but keys is told of and read as no keys."""
    if isinstance(node, Record):
        return fields_of(node, shape, findings, name, node.place)
    message = f"{name} is written as keys with values, one a line, like {_sample(shape)}."
    findings.error("wrong-value", node.place, message)
    return Fields(Record((), node.place), shape, name, node.place, findings)


def fields_of(record: Record, shape: Shape, findings: Findings, name: str, start: Place) -> Fields:
    """Find the known keys of a record, and tell of the others."""
    fields = Fields(record, shape, name, start, findings)
    for entry in record.entries:
        if entry.key.text in shape.keys:
            fields.known.setdefault(entry.key.text, entry)
    for entry in record.entries:
        if entry.key.text not in shape.keys:
            fields.told = True
            _unknown(fields, entry)
    if fields.told:
        _restore_order(fields)
    return fields


def _sample(shape: Shape) -> str:
    return ", ".join(f"`{key}:`" for key in shape.keys[:3])


def entries_of_file(
    node: Node, findings: Findings, sample: str
) -> tuple[tuple[Scalar, Value], ...]:
    """What a register holds: the names, which the author chooses, and what stands under them."""
    if isinstance(node, Record):
        value = Value("", node, node.place)
        return (entries_of(value, findings) or ()) if node.entries else ()
    message = f"A register has a name at the beginning of each entry, like `{sample}:`."
    findings.error("wrong-value", node.place, message)
    return ()


def entries_of(value: Value, findings: Findings) -> tuple[tuple[Scalar, Value], ...] | None:
    """The keys and values of a record whose keys the author chooses; at least one."""
    node = value.node
    if isinstance(node, Record) and node.entries:
        return tuple(
            (entry.key, Value(entry.key.text, entry.value, entry.key.place))
            for entry in node.entries
        )
    if isinstance(node, Record):
        values.empty(value, findings)
    else:
        values.wrong_kind(value, findings, "names with their values on the lines below it")
    return None


def _restore_order(fields: Fields) -> None:
    """Keys read in place of misspelt ones go to where those stand."""
    order = {id(entry): index for index, entry in enumerate(fields.record.entries)}
    fields.known = dict(sorted(fields.known.items(), key=lambda pair: order[id(pair[1])]))


def _unknown(fields: Fields, entry: Entry) -> None:
    """Tell of an unknown key; where only one key can be meant, go on as if it stood there."""
    suggestion = suggest(entry.key.text, fields.shape)
    near = suggestion.keys
    edits = (Edit(entry.key.place, near[0]),) if suggestion.sure else ()
    fields.findings.error(
        "unknown-key",
        entry.key.place,
        f"{_no_key(entry.key.text, fields.shape)}{_advice(suggestion, fields.shape)}",
        near[0] if near else "",
        edits,
    )
    if len(near) == 1 and near[0] in fields.shape.keys:
        fields.known.setdefault(near[0], entry)


def _no_key(key: str, shape: Shape) -> str:
    return f"`{key}` is no key of {shape.name}."


def _advice(suggestion: Suggestion, shape: Shape) -> str:
    if suggestion.keys:
        words = " or ".join(suggestion.keys).split(" or ")
        return f" Did you mean {' or '.join(f'`{word}`' for word in words)}?"
    if suggestion.belongs:
        return f" It stands {' or '.join(suggestion.belongs)}."
    if len(shape.keys) <= _FEW_KEYS:
        return f" Its keys are {', '.join(f'`{key}`' for key in shape.keys)}."
    return ""


def _allows_in(value: Value, findings: Findings, first: int, last: int) -> Iterator[Allow]:
    """The rules under `allow`, each with its reason."""
    if not isinstance(value.node, Record):
        values.wrong_kind(value, findings, "rules with their reasons, like `rule-id: the reason`")
        return
    for entry in value.node.entries:
        reason = _reason(Value(entry.key.text, entry.value, entry.key.place), findings)
        rule = Located(entry.key.text, entry.key.place)
        yield Allow(rule, reason, findings.path, first, last)


def _reason(value: Value, findings: Findings) -> str:
    """The reason; an empty one is left to the rule that asks for reasons."""
    node: Node = value.node
    if isinstance(node, Nothing) or (isinstance(node, Scalar) and not node.text.strip()):
        return ""
    text = values.read_text(value, findings)
    return "" if text is None else text.value
