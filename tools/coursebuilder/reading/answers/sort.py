"""`sort`: things to sort into groups."""

from __future__ import annotations

from coursebuilder.prose import Text
from coursebuilder.quiz import Sort, SortGroup, SortItem
from coursebuilder.reading.fields import Fields, fields_of
from coursebuilder.reading.nodes import Listing, Record
from coursebuilder.reading.shapes import SORT_ITEM
from coursebuilder.reading.values import Value, items_of, read_prose


def read_sort(question: Fields) -> Sort | None:
    """Read the groups, each a list; None where something to sort cannot be read."""
    entries = question.entries("sort") or ()
    groups = [_read_group(question.noted(key), group, question) for key, group in entries]
    good = tuple(group for group in groups if group is not None)
    return Sort(groups=good) if good and len(good) == len(groups) else None


def _read_group(title: Text, group: Value, question: Fields) -> SortGroup | None:
    """Read a group; an empty list `[]` is a group that is only there to mislead."""
    if isinstance(group.node, Listing) and not group.node.items:
        return SortGroup(title=title, items=())
    wanted = "a list of what belongs there, each with a hyphen before it"
    items = [
        _read_item(item, question) for item in items_of(group, question.findings, wanted) or ()
    ]
    good = tuple(item for item in items if item is not None)
    return SortGroup(title=title, items=good) if good and len(good) == len(items) else None


def _read_item(item: Value, question: Fields) -> SortItem | None:
    """Read a text, or `item` and `why`."""
    if not isinstance(item.node, Record) or _is_sentence(item.node):
        text = read_prose(item, question.findings)
        return None if text is None else SortItem(text=text)
    fields = fields_of(item.node, SORT_ITEM, question.findings, "This thing to sort", item.at)
    fields.require("item")
    text, why = fields.prose("item"), fields.prose("why")
    return None if text is None else SortItem(text=text, why=why)


def _is_sentence(record: Record) -> bool:
    """`- Payment: in cash` is a sentence with a colon, not a record."""
    return bool(record.raw) and record.entries[0].key.text not in SORT_ITEM.keys
