"""Papers to look at: an e-mail, an order, a label, as a `document` block shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.inline import inline_markdown
from coursebuilder.rendering.links import settle
from coursebuilder.rendering.template import render

LINE = re.compile(r"(?P<label>[^\s:*`\[][^:*`\[]{0,39}):\s+(?P<text>\S.*)$")
BOLD = re.compile(r"\*\*(?P<text>.+)\*\*$")


def render_document(frame: Frame, title: str, body: Iterable[str]) -> Markup:
    """Show a paper. A line whose text is all bold is marked as a red flag, and numbered."""
    lines = []
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
    name, _, number = title.partition(" | ")
    html = render("paper.html", t=frame.texts, title=name, number=number, lines=lines)
    return settle(html, frame.address, frame)
