"""Whatever stands in a file, the scanner goes on, and its places are the file's."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Prose
from coursebuilder.reading.markdown_text import scan_markdown
from coursebuilder.reading.modules import read_module

MARKS = (
    *("\n", "\n\n", "    ", "\t", " ", "- ", "1. ", "> ", "# ", "## ", "---", "===", "|", "|---|"),
    *("/// ", "///", "////", "trainer", "slide", "question", "case", "details", "document", " | "),
    *("    as_of: ", "status: x", "!!! note", "???", "```", "~~~", "`", "\\", "<!--", "-->"),
    *("<!-- allow a-b: x -->", "<div>", "</div>", "<b ", ">", "<img src=", "'", '"', "[", "]"),
    *(
        "[@a",
        "[@a, x; @b]",
        "](",
        "(",
        ")",
        "[x](y.md)",
        "![",
        "{#a",
        "}",
        "minutes=",
        "=",
        "[r]: ",
    ),
    *("é", "\u2028", "\x1a", "\x00", "text", "*", "_", "&amp;", ":   ", "[^1]: ", "contact:x"),
)

texts = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=3)), max_size=40).map("".join)


@given(texts)
def test_no_text_stops_the_scanner(text: str) -> None:
    prose, problems = scan_markdown(text, "modules/x.md")
    rows = text.split("\n")
    for place in (*_places(prose), *(problem.place for problem in problems)):
        assert 1 <= place.line <= len(rows)
        assert 1 <= place.column <= len(rows[place.line - 1]) + 1
        if place.end_line is not None and place.end_column is not None:
            assert (place.line, place.column) <= (place.end_line, place.end_column)
            assert place.end_line <= len(rows)
            assert place.end_column <= len(rows[place.end_line - 1]) + 1


@given(texts)
def test_each_place_holds_what_it_says(text: str) -> None:
    prose, _ = scan_markdown(text, "modules/x.md")
    for citation in prose.citations:
        assert _at(text, citation.place).startswith("[")
        for source, _where in citation.sources:
            assert _at(text, source.place) == source.value
    for heading in prose.headings:
        if heading.id_given and heading.id.place.line == heading.id.place.end_line:
            assert heading.id.value in _at(text, heading.id.place)
    for tag in prose.tags:
        assert _at(text, tag.place)[1:].lower().startswith(tag.name)
    for link in prose.links:
        assert _at(text, link.place)[:1] in ("[", "!", "<", "{")


@given(texts, texts)
def test_no_text_stops_the_reading_of_a_module(front: str, body: str) -> None:
    module, _, problems = read_module(f"---\n{front}\n---\n{body}", "x", "modules/x.md")
    assert module.slug == "x"
    assert all(isinstance(problem, Problem) for problem in problems)


def _places(prose: Prose) -> Iterator[Place]:
    for heading in prose.headings:
        yield heading.place
        yield heading.id.place
        yield from (value.place for value in heading.attributes.values())
    for link in prose.links:
        yield link.place
        yield link.target.place
    for citation in prose.citations:
        yield citation.place
        yield from (source.place for source, _ in citation.sources)
    yield from (tag.place for tag in prose.tags)
    yield from (block.place for block in prose.blocks)
    yield from (passage.place for passage in prose.passages)
    yield from (allow.rule.place for allow in prose.allows)


def _at(text: str, place: Place) -> str:
    rows = text.split("\n")[place.line - 1 : place.end_line]
    assert place.end_column is not None
    rows[-1] = rows[-1][: place.end_column - 1]
    rows[0] = rows[0][place.column - 1 :]
    return "\n".join(rows)
