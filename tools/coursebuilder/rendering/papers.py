"""Papers to look at: an e-mail, an order, a label, as a `document` block shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from coursebuilder.rendering.desk import PAIR, PaperKind, kind_of
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.inline import inline_markdown
from coursebuilder.rendering.links import settle
from coursebuilder.rendering.template import render

LINE = re.compile(r"(?P<label>[^\s:*`\[][^:*`\[]{0,39}):\s+(?P<text>\S.*)$")
BOLD = re.compile(r"\*\*(?P<text>.+)\*\*$")


def render_document(frame: Frame, title: str, body: Iterable[str]) -> Markup:
    """Show a paper. In the title, what follows a bar stands at its right, like a number.

    A line whose text is all bold is marked as a red flag, and numbered.
    """
    lines: list[dict[str, Any]] = []
    hits = 0
    for raw in body:
        text = raw.strip(" >")
        if not text:
            lines.append({"label": "", "text": "", "hit": 0})
            continue
        found = LINE.match(text)
        label, content = (found["label"], found["text"]) if found else ("", text)
        bold = BOLD.match(content)
        hits += bool(bold)
        shown = inline_markdown(bold["text"] if bold else content)
        lines.append({"label": label, "text": shown, "hit": hits if bold else 0})
    while lines and not lines[-1]["text"]:
        lines.pop()
    name, _, number = (part.strip() for part in title.partition("|"))
    parties = _parties(name, lines)
    html = render(
        "paper.html",
        t=frame.texts,
        title=name,
        number=number,
        parties=lines[:parties],
        lines=lines[parties:],
    )
    return settle(html, frame.address, frame)


def _parties(title: str, lines: Sequence[Mapping[str, Any]]) -> int:
    """An order names its two parties first, side by side."""
    kind = kind_of(title, [str(line["label"]) for line in lines])
    pair = lines[:PAIR]
    named = len(pair) == PAIR and all(line["label"] and not line["hit"] for line in pair)
    return PAIR if kind is PaperKind.ORDER and named else 0
