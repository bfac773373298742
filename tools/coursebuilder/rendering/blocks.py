"""Our blocks, taken out of the Markdown line by line before any engine parses it.

A trainer's note must never be printed, whatever is wrong with the block it stands in. So
nothing here waits for a parser to agree: each `///` opening outside fenced code is ours to
decide on. What is for the learner becomes HTML; what is for the trainer, and what is no
block at all, is left out to its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

from coursebuilder.rendering.cases import Case
from coursebuilder.rendering.frame import NOTHING, Frame
from coursebuilder.rendering.papers import render_document
from coursebuilder.rendering.redflags import render_flags
from coursebuilder.rendering.slots import Slots

OPENING = re.compile(
    r"(?P<prefix>(?:[ \t>]|[-*+:][ ]+|\d+[.)][ ]+)*)(?P<slashes>/{3,})(?P<rest>[^/].*)?$"
)
EXACT = re.compile(r"[ ](?P<name>[a-z]+)(?:[ ]+\|(?P<argument>.*))?\s*$")
OPTION = re.compile(r"(?P<prefix>[ >]*?)[ ]{4,}(?P<key>[\w-]+):(?P<value>.*)$")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
SECTION = re.compile(r"##?\s")

ENGINE_BLOCKS = frozenset({"caption", "details", "tab"})
CONTAINERS = ENGINE_BLOCKS | {"case"}
"""Blocks whose text is Markdown: the engine parses them, on from the opening line."""
TRAINERS_OWN = frozenset({"trainer", "slide"})


class BlocksPreprocessor(Preprocessor):
    """Replaces our blocks by what the learner sees of them."""

    def __init__(self, md: Markdown, frame: Frame, slots: Slots, cases: list[Case]) -> None:
        super().__init__(md)
        self.frame = frame
        self.slots = slots
        self.cases = cases
        self.open: list[str] = []
        """The slashes of the containers that are open here, outermost first."""
        self.papers: set[str] = set()
        """The placeholders of the papers."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines without our blocks, with placeholders in their places."""
        if self.frame.body:
            return [self.md.htmlStash.store(self.frame.body)]
        self.open = []
        written: list[str] = []
        position = 0
        while position < len(lines):
            found = OPENING.match(lines[position]) if "///" in lines[position] else None
            if found is None:
                written.append(lines[position])
                position += 1
            else:
                position = self._take(lines, position, found, written)
        return written

    def _take(
        self, lines: list[str], position: int, found: re.Match[str], written: list[str]
    ) -> int:
        """Take one block, or the end of one; give the line behind it."""
        slashes, rest = found["slashes"], found["rest"] or ""
        if not rest.strip():
            if slashes in self.open:
                del self.open[self.open.index(slashes) :]
                written.append(lines[position])
            return position + 1
        exact = EXACT.match(rest)
        name = exact["name"] if exact else ""
        if exact and name in CONTAINERS:
            return self._open_container(lines, position, found, exact, written)
        end = _end_of(lines, position + 1, slashes)
        html = self._leaf(
            name, (exact["argument"] or "") if exact else "", lines[position + 1 : end]
        )
        if html:
            prefix = found["prefix"]
            gap = prefix.rstrip() if ">" in prefix else ""
            placeholder = self.md.htmlStash.store(html)
            if name == "document":
                self.papers.add(placeholder)
            written += [gap, prefix + placeholder, gap]
        return end + 1 if end < len(lines) and not SECTION.match(lines[end]) else end

    def _open_container(
        self,
        lines: list[str],
        position: int,
        found: re.Match[str],
        exact: re.Match[str],
        written: list[str],
    ) -> int:
        self.open.append(found["slashes"])
        if exact["name"] != "case":
            written.append(lines[position])
            return position + 1
        options, position = _options(lines, position + 1)
        self.cases.append(
            Case(
                (exact["argument"] or "").strip(),
                options.get("as_of", ""),
                options.get("status", ""),
                options.get("source", ""),
            )
        )
        written.append(f"{found['prefix']}{found['slashes']} case | {len(self.cases) - 1}")
        return position

    def _leaf(self, name: str, argument: str, body: list[str]) -> Markup:
        """Give the HTML of a block without Markdown in it; nothing where a learner sees nothing."""
        names = [part.strip() for part in argument.split(",") if part.strip()]
        match name:
            case "question" | "quiz" | "scenario":
                return self._exercise(name, names[0] if names else "")
            case "redflags":
                return render_flags(self.frame, names)
            case "document":
                return render_document(self.frame, argument.strip(), body)
            case _:
                return NOTHING

    def _exercise(self, kind: str, name: str) -> Markup:
        make: Callable[[], Markup] | None = self.frame.exercises.get((kind, name))
        return self.slots.keep(make()) if make else NOTHING


def _end_of(lines: list[str], position: int, slashes: str) -> int:
    """Find the line that ends a block; without one, the next section or the text's end."""
    section = len(lines)
    for index in range(position, len(lines)):
        if lines[index].strip(" \t>") == slashes:
            return index
        if SECTION.match(lines[index]):
            section = min(section, index)
    return section


def _options(lines: list[str], position: int) -> tuple[dict[str, str], int]:
    """Read the indented `key: value` lines; give them and the line behind them."""
    found: dict[str, str] = {}
    while position < len(lines) and (match := OPTION.match(lines[position])):
        found[match["key"]] = match["value"].strip().strip("\"'")
        position += 1
    return found, position


def hidden_lines(text: str) -> frozenset[int]:
    """Give the numbers, from 1, of the lines of a text that no learner sees: in our blocks."""
    hidden: set[int] = set()
    fence = ""
    lines = text.splitlines()
    for index, line in enumerate(lines):
        fence, opened = _fence_after(line, fence), bool(fence)
        found = None if fence or opened or index + 1 in hidden else OPENING.match(line)
        exact = EXACT.match(found["rest"] or "") if found else None
        if found and (found["rest"] or "").strip() and not (exact and exact["name"] in CONTAINERS):
            hidden.update(range(index + 1, _end_of(lines, index + 1, found["slashes"]) + 2))
    return frozenset(hidden)


def _fence_after(line: str, fence: str) -> str:
    """Tell which fence of code is open behind a line, when `fence` was open before it."""
    bare = line.strip()
    if fence:
        return "" if bare.startswith(fence) and not bare.strip(fence[0]) else fence
    opened = FENCE.match(line)
    return opened[1] if opened else ""


class SlipsPreprocessor(Preprocessor):
    """Puts a preview's boxes before the paragraph or block that each belongs to."""

    def __init__(self, md: Markdown, frame: Frame, slots: Slots) -> None:
        super().__init__(md)
        self.slips = frame.slips
        self.slots = slots

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with a placeholder for each box."""
        if not self.slips:
            return lines
        starts = [0, *_starts(lines)]
        boxes: dict[int, list[Markup]] = {}
        for line, box in sorted(self.slips.items()):
            at = max(start for start in starts if start <= max(line - 1, 0))
            boxes.setdefault(at, []).append(box)
        written: list[str] = []
        for index, text in enumerate(lines):
            for box in boxes.get(index, []):
                written += ["", self.md.htmlStash.store(self.slots.keep(box)), ""]
            written.append(text)
        return written


def _starts(lines: list[str]) -> Iterator[int]:
    """Find the lines on which something begins at the outermost level."""
    fence = slashes = ""
    blank = True
    for index, line in enumerate(lines):
        bare = line.strip()
        inside, fence = fence, _fence_after(line, fence) if not slashes else ""
        if inside:
            pass
        elif slashes:
            slashes = "" if bare == slashes else slashes
        elif fence:
            if blank:
                yield index
        elif bare.startswith("///") and bare.strip("/"):
            slashes = bare[: len(bare) - len(bare.lstrip("/"))]
            yield index
        elif bare and not line[0].isspace() and (blank or line.startswith("#")):
            yield index
        blank = not bare


class CitationLinesPreprocessor(Preprocessor):
    """Frees a line of citations alone from the table or list that it stands directly under."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with an empty one before each such line."""
        written: list[str] = []
        for line in lines:
            if line.startswith("[@") and CITES_ONLY.match(line) and written and _holds(written[-1]):
                written.append("")
            written.append(line)
        return written


CITES_ONLY = re.compile(r"(?:\[@[^\[\]]*\]\s*)+$")
HOLDER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\s{2,}\S|.*\|")


def _holds(line: str) -> bool:
    return bool(HOLDER.match(line))
