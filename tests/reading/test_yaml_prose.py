from coursebuilder.problem import Place
from coursebuilder.prose import Prose
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Record, Scalar
from coursebuilder.reading.yaml_prose import prose_of
from coursebuilder.reading.yaml_text import read_yaml

PATH = "quizzes/x.yml"


def scanned(text: str) -> tuple[Prose, Findings]:
    node, problems = read_yaml(text, PATH)
    assert problems == ()
    assert isinstance(node, Record)
    findings = Findings(PATH)
    findings.texts.extend(entry.value for entry in node.entries if isinstance(entry.value, Scalar))
    return prose_of(findings), findings


def at(text: str, place: Place) -> str:
    assert place.end_line == place.line
    assert place.end_column is not None
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def test_links_in_texts_have_the_places_of_the_file() -> None:
    text = (
        "a: Plain [a](a.md)\n"
        'b: "Quoted [b](b.md)"\n'
        "c: |\n"
        "  Of lines\n"
        "\n"
        "    deep [c](c.md)\n"
        "  <b>d</b> [@source, 3]\n"
    )
    prose, findings = scanned(text)
    assert findings.problems == []
    assert prose.path == PATH
    assert [at(text, link.target.place) for link in prose.links] == ["a.md", "b.md", "c.md"]
    assert [at(text, tag.place) for tag in prose.tags] == ["<b>"]
    (citation,) = prose.citations
    assert at(text, citation.place) == "[@source, 3]"


def test_a_folded_text_has_the_place_of_its_start() -> None:
    prose, _ = scanned("a: >\n  Folded\n  [a](a.md)\n")
    assert prose.links[0].place.line == 1


def test_texts_of_yaml_have_no_headings_and_no_blocks() -> None:
    prose, findings = scanned("a: |\n  # Heading\n  /// trainer\n  - [a](a.md)\n")
    assert findings.problems == []
    assert (prose.headings, prose.blocks, prose.passages) == ((), (), ())
    assert len(prose.links) == 1


def test_a_slip_goes_to_the_findings() -> None:
    _, findings = scanned("a: Text [@b c].\n")
    (problem,) = findings.problems
    assert (problem.rule, problem.place) == ("malformed-citation", Place(PATH, 1, 9, 1, 15))


def test_ids_in_texts_are_anchors() -> None:
    prose, _ = scanned('a: <b id="here">x</b>\n')
    assert prose.anchors == {"here"}
