"""What begins a line of a small text and is no mark stays as it was typed."""

import pytest

from coursebuilder.rendering.inline import block_markdown, inline_markdown


@pytest.mark.parametrize(
    "text",
    ["#4711", "##4711", "# 4711", "&gt; 5 kg", "- none", "+ 2", "2. May", "12.5 kg", "+1 555"],
)
def test_a_line_is_no_heading_no_quotation_and_no_list(text: str) -> None:
    assert inline_markdown(text.replace("&gt;", ">")) == text


def test_a_line_keeps_its_other_marks() -> None:
    assert inline_markdown("**#4711** and `#5`") == "<strong>#4711</strong> and <code>#5</code>"


def test_a_text_of_several_lines_may_hold_a_list() -> None:
    assert "<li>one</li>" in inline_markdown("- one\n- two")


def test_a_number_sign_that_begins_a_paragraph_is_no_heading() -> None:
    assert block_markdown("#4711 is paid.\n\n#4712 is not.") == (
        "<p>#4711 is paid.</p>\n<p>#4712 is not.</p>"
    )
