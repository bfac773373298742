"""Finds what stands inside running text: links, pictures, citations, tags of raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from coursebuilder.problem import Place
from coursebuilder.prose import Citation, HtmlTag, Link, LinkKind, Located, Text
from coursebuilder.reading.citations import read_citation, tell_of_round_citations
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, place_in
from coursebuilder.reading.link_slips import (
    decorative_apart,
    tell_of_empty_label,
    tell_of_links,
    tell_of_open_target,
)
from coursebuilder.reading.markdown_html import Tag, find_tags, tag_at
from coursebuilder.reading.markdown_mask import cover, mask

References = Mapping[str, Text]
"""Targets of `[label]: target` lines, by their label in small letters."""

_AUTOMATIC = re.compile(r"<(?:((?:f|ht)tps?://[^<>\s]*)|([^<>!\s/]+@[^@<>\s]+))>", re.IGNORECASE)
_BRACKET = re.compile(r"[\[\]]")
_PAREN = re.compile(r"[()]")
_SECOND = re.compile(r"[ \n]?\[([^\[\]]*)\]")
_ATTRIBUTES = re.compile(r"\{:?[ ]*([^}\n]*)\}")
_ID = re.compile(r"(?:^|\s)#([^\s}=]+)")
_PAIR = re.compile(r"""([\w-]+)=("[^"]*"|'[^']*'|[^\s}]*)""")
_DECORATIVE = re.compile(r"(?:^|\s)\.decorative(?:\s|$)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_TITLE = re.compile(r"""\s("[^"]*"|'[^']*')$""", re.DOTALL)
_CONTACT = "contact:"
_MOST_PARENS = 100
"""Parentheses in one target; nobody writes more on purpose."""


@dataclass(slots=True)
class Inline:
    """What was found in a text."""

    links: list[Link] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    tags: list[HtmlTag] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    """Their offsets in the text."""


@dataclass(frozen=True, slots=True)
class _Scan:
    leaf: Leaf
    masked: str
    references: References
    findings: Findings
    found: Inline


def scan_inline(leaf: Leaf, references: References, findings: Findings) -> Inline:
    """Scan running text of Markdown."""
    masked, comments = mask(leaf.text)
    scan = _Scan(leaf, masked, references, findings, Inline(comments=comments))
    spans: list[tuple[int, int]] = []
    if "[" in masked:
        spans = _brackets(scan)
        tell_of_links(leaf, masked, findings)
    if "@" in masked:
        tell_of_round_citations(leaf, masked, findings)
    if "<" in masked:
        _tags(scan, cover(masked, spans))
    if "{" in masked:
        scan.found.anchors.extend(_ids(masked))
        scan.found.tags.extend(_attribute_lists(scan))
    return scan.found


def scan_html(leaf: Leaf) -> Inline:
    """Scan a block of raw HTML: its tags, and the links and pictures that they make."""
    scan = _Scan(leaf, leaf.text, {}, Findings(leaf.path), Inline())
    for tag in find_tags(leaf.text):
        _take_tag(scan, tag)
    return scan.found


def _ids(masked: str) -> Iterator[str]:
    for attributes in _ATTRIBUTES.finditer(masked):
        for found in _ID.finditer(attributes[1]):
            yield found[1]


def _attribute_lists(scan: _Scan) -> Iterator[HtmlTag]:
    """Attributes in braces, `{ .wide style="…" }`, which the engine puts into a tag."""
    for attributes in _ATTRIBUTES.finditer(scan.masked):
        found = _PAIR.findall(attributes[1])
        values = tuple((key.lower(), value.strip("\"'")) for key, value in found)
        if values:
            place = place_in(scan.leaf, attributes.start(), attributes.end())
            _add_address(scan, dict(reversed(values)), place)
            yield HtmlTag(name="", attributes=values, place=place)


def _brackets(scan: _Scan) -> list[tuple[int, int]]:
    """Take what square brackets make; give the spans of targets, which hold nothing else."""
    waiting: list[int] = []
    targets: list[tuple[int, int]] = []
    position = 0
    for found in _BRACKET.finditer(scan.masked):
        if found.start() < position:
            continue
        if found.group() == "[":
            waiting.append(found.start())
        elif waiting:
            close = found.start()
            position = _take_bracket(scan, waiting.pop(), close)
            if position > close + 1:
                targets.append((close + 1, position))
    for start in waiting:
        if scan.masked.startswith("[@", start):
            place = place_in(scan.leaf, start, start + 2)
            message = "A citation begins here and does not end. Write `]` behind it."
            scan.findings.error("malformed-citation", place, message)
    return targets


def _take_bracket(scan: _Scan, start: int, close: int) -> int:
    """Take what a pair of brackets makes with what follows it; give where that ends."""
    text, masked = scan.leaf.text, scan.masked
    label = text[start + 1 : close]
    if masked.startswith("(", close + 1) and (end := _target_end(masked, close + 1)):
        first, last = _target_span(text, masked, close + 2, end - 1)
        target = Located(_unescaped(text[first:last]), place_in(scan.leaf, first, last))
        _add_link(scan, (start, end), label, target)
        return end
    if masked.startswith("(", close + 1):
        tell_of_open_target(scan.leaf, masked, close + 1, scan.findings)
    if label.lstrip().startswith("@"):
        citation = read_citation(scan.leaf, start, close + 1, scan.findings)
        if citation:
            scan.found.citations.append(citation)
        return close + 1
    return _take_reference(scan, start, close) if scan.references else close + 1


def _take_reference(scan: _Scan, start: int, close: int) -> int:
    """`[text][label]`, `[text][]` or `[label]`."""
    label = scan.leaf.text[start + 1 : close]
    second = _SECOND.match(scan.masked, close + 1)
    tried: list[tuple[str, int]] = [(label, close + 1)]
    if second:
        tried.insert(0, (second[1] or label, second.end()))
    for key, end in tried:
        target = scan.references.get(" ".join(key.lower().split()))
        if target:
            _add_link(scan, (start, end), label, target)
            return end
    return close + 1


def _target_end(masked: str, start: int) -> int | None:
    """Where the parenthesis at `start` is closed."""
    depth = 0
    for count, found in enumerate(_PAREN.finditer(masked, start)):
        if count > _MOST_PARENS:
            return None
        depth += 1 if found.group() == "(" else -1
        if depth == 0 and masked.count('"', start, found.start()) % 2 == 0:
            return found.end()
        depth = max(depth, 1)
    return None


def _target_span(text: str, masked: str, start: int, end: int) -> tuple[int, int]:
    """The target between two parentheses, without its title, white space and `<>`."""
    title = _TITLE.search(masked[start:end].rstrip())
    if title:
        end = start + title.start()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text[start : start + 1] == "<" and text[end - 1] == ">":
        return start + 1, end - 1
    return start, end


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _add_link(scan: _Scan, span: tuple[int, int], label: str, target: Text) -> None:
    start, end = span
    image = start > 0 and scan.masked[start - 1] == "!"
    kind = LinkKind.IMAGE if image else LinkKind.LINK
    if target.value.startswith(_CONTACT) and not image:
        kind = LinkKind.CONTACT
        place = replace(target.place, column=target.place.column + len(_CONTACT))
        target = Located(target.value.removeprefix(_CONTACT), place)
    link = Link(
        kind=kind,
        target=target,
        label=label,
        decorative=image and _is_decorative(scan, end),
        place=place_in(scan.leaf, start - image, end),
    )
    tell_of_empty_label(link, scan.findings)
    scan.found.links.append(link)


def _is_decorative(scan: _Scan, end: int) -> bool:
    """Whether the picture that ends here is marked so in braces."""
    attributes = _ATTRIBUTES.match(scan.masked, end)
    if attributes:
        return bool(_DECORATIVE.search(attributes[1]))
    return decorative_apart(scan.leaf, scan.masked, end, scan.findings)


def _add_address(scan: _Scan, attributes: Mapping[str, str], place: Place) -> None:
    """Add the link that attributes make, of raw HTML or in braces."""
    for key in ("href", "xlink:href"):
        if key in attributes:
            target = Located(attributes[key], place)
            link = Link(kind=LinkKind.LINK, target=target, label="", place=place)
            scan.found.links.append(link)


def _tags(scan: _Scan, masked: str) -> None:
    automatic = []
    for found in _AUTOMATIC.finditer(masked):
        automatic.append(found.span())
        target = found[1] or f"mailto:{found[2]}"
        place = place_in(scan.leaf, found.start() + 1, found.end() - 1)
        whole = place_in(scan.leaf, *found.span())
        link = Link(kind=LinkKind.LINK, target=Located(target, place), label=target, place=whole)
        scan.found.links.append(link)
    for tag in find_tags(cover(masked, automatic)):
        _take_tag(scan, tag_at(scan.leaf.text, tag.start) or tag)


def _take_tag(scan: _Scan, tag: Tag) -> None:
    if tag.closing:
        return
    place = place_in(scan.leaf, tag.start, tag.end)
    scan.found.tags.append(HtmlTag(name=tag.name, attributes=tag.attributes, place=place))
    values = dict(reversed(tag.attributes))
    scan.found.anchors.extend(values[key] for key in ("id", "name") if values.get(key))
    if tag.name in ("a", "area"):
        _add_address(scan, values, place)
    if tag.name == "img":
        scan.found.links.append(
            Link(
                kind=LinkKind.IMAGE,
                target=Located(values.get("src", ""), place),
                label=values.get("alt", ""),
                has_alt="alt" in values,
                decorative=values.get("alt") == "",
                place=place,
            )
        )
