"""`document`: a paper, of which each line that is a red flag is to be marked."""

from __future__ import annotations

from coursebuilder.prose import Located, Text
from coursebuilder.quiz import Document, DocumentLine
from coursebuilder.reading import values
from coursebuilder.reading.fields import Fields, fields_of, open_record
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Entry, Nothing, Record, Scalar
from coursebuilder.reading.shapes import DOCUMENT, LINE, anagram, suggest
from coursebuilder.reading.values import Value


def read_document(question: Fields) -> Document | None:
    """Read the title, which may be missing, and the lines; None where a line cannot be read."""
    value = question.value("document")
    fields = None if value is None else open_record(value, DOCUMENT, question.findings)
    if fields is None:
        return None
    fields.require("lines")
    title = fields.prose("title") or Located("", fields.start)
    lines = [_read_line(item, question.findings) for item in _items(fields)]
    good = tuple(line for line in lines if line is not None)
    return Document(title=title, lines=good) if good and len(good) == len(lines) else None


def _items(document: Fields) -> tuple[Value, ...]:
    """Read the lines; a record in their place is told of and read line by line."""
    value = document.value("lines")
    if value is not None and isinstance(value.node, Record):
        message = "Each line of the document begins with a hyphen: `- From: …`."
        values.wrong(value, document.findings, message)
        return tuple(
            Value("lines", Record((entry,), entry.key.place), entry.key.place)
            for entry in value.node.entries
        )
    return document.items("lines") or ()


def _read_line(item: Value, findings: Findings) -> DocumentLine | None:
    """Read `Label: text` or `text: …`, with `flag` or `fine`; or a text alone."""
    if not isinstance(item.node, Record):
        text = values.read_prose(item, findings)
        place = item.node.place
        return None if text is None else DocumentLine(label="", text=text, place=place)
    label = _label_of(item.node)
    rest = _rest_of(item.node, label, findings)
    fields = fields_of(rest, LINE, findings, "This line", item.at)
    _tell_of_clashes(fields, label)
    text = _text_of(fields, label)
    flag, fine = fields.prose("flag"), fields.prose("fine")
    if text is None:
        return None
    return DocumentLine(
        label="" if label is None else label.key.text,
        text=text,
        flag=flag,
        fine=fine,
        place=fields.place,
    )


def _label_of(record: Record) -> Entry | None:
    """Find the label: the first key that is none of a line's own, unless `text` stands first."""
    for entry in record.entries:
        if entry.key.text not in {"flag", "fine"}:
            is_text = entry.key.text == "text" or anagram(entry.key.text, ["text"])
            return None if is_text else entry
    return None


def _rest_of(record: Record, label: Entry | None, findings: Findings) -> Record:
    """Take the label off, and a second label, which lacks its hyphen and is told of."""
    rest = []
    for entry in record.entries:
        key = entry.key.text
        if entry is label:
            continue
        if label is None or key in LINE.keys or suggest(key, LINE).keys:
            rest.append(entry)
        else:
            message = f"Each line of the document has its own hyphen: `- {key}: …`."
            findings.error("unknown-key", entry.key.place, message)
    return Record(tuple(rest), record.place)


def _tell_of_clashes(fields: Fields, label: Entry | None) -> None:
    if "flag" in fields and "fine" in fields:
        message = "A line is a red flag (`flag`) or it is fine (`fine`), not both."
        fields.clash(("flag", "fine"), message)
    if label is not None and "text" in fields:
        message = (
            f"This line has its text behind `{label.key.text}:` already. "
            "Begin a new line with a hyphen: `- text: …`."
        )
        fields.clash(("text",), message)


def _text_of(fields: Fields, label: Entry | None) -> Text | None:
    """Read the text; a label alone is a field of a form that was left empty."""
    if label is None:
        fields.require("text")
        return fields.prose("text")
    value = Value(label.key.text, label.value, label.key.place)
    if isinstance(value.node, Nothing) or (
        isinstance(value.node, Scalar) and not value.node.text.strip()
    ):
        return Located("", value.node.place)
    return values.read_prose(value, fields.findings)
