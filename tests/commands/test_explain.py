import pytest
from click.testing import CliRunner, Result

from coursebuilder.checking import rules
from coursebuilder.checking.rule import id_of
from coursebuilder.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_without_a_name_it_lists_every_rule_with_severity_and_sentence() -> None:
    lines = run().output.splitlines()
    assert len(lines) == len(rules.ALL)
    assert lines == sorted(lines)
    line = next(line for line in lines if line.startswith("heading-jump "))
    assert line.split(maxsplit=2)[1:] == ["error", "Headings go down one level at a time."]


def test_a_page_for_the_terminal_has_no_marks_of_markdown() -> None:
    page = run("heading-jump").output
    assert page.startswith("heading-jump (error)\n\nHeadings go down one level at a time.\n")
    assert "What it checks." in page
    assert "```" not in page
    assert "**" not in page
    assert "    ### What they bring\n" in page


def test_a_page_in_markdown_is_the_docstring() -> None:
    page = run("heading-jump", "--format", "markdown").output
    assert '```markdown title="modules/welcome.md"' in page


def test_all_pages_make_one_reference() -> None:
    reference = run("--all", "--format", "markdown").output
    assert reference.count("\n## ") >= len(rules.ALL)
    for rule in rules.ALL:
        assert f"\n## {id_of(rule)} {{#{id_of(rule)}}}\n" in reference


def test_all_pages_can_be_read_on_the_terminal() -> None:
    output = run("--all").output
    assert all(f"{id_of(rule)} ({rule.SEVERITY})\n" in output for rule in rules.ALL)


@pytest.mark.parametrize("name", ["heading-jmp", "Heading-Jump", "heading_jump"])
def test_a_wrong_name_is_wrong_usage_with_the_nearest(name: str) -> None:
    result = run(name)
    assert result.exit_code == 2
    assert f"There is no rule '{name}'. Did you mean 'heading-jump'?" in result.output
