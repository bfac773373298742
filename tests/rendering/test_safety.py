from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup

from coursebuilder.rendering.inline import block_markdown, inline_markdown
from coursebuilder.rendering.safety import (
    TAGS,
    CleanStash,
    SafetyTreeprocessor,
    clean_html,
    is_safe_address,
    is_safe_attribute,
)

PIECES = (
    "< > / \" ' = script b img style on load src javascript: data: <!-- --> &#58; svg a href <p>"
)


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


def tags_of(html: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    seen = Seen()
    seen.feed(html)
    seen.close()
    return seen.tags


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ('<div class="a">b</div>', '<div class="a">b</div>'),
        ('<p title="1 &lt; 2">b</p>', '<p title="1 &lt; 2">b</p>'),
        ("<script>alert(1)</script>", ""),
        ("<style>p { color: red }</style>after", "after"),
        ('<div onclick="x()" id="d">b</div>', '<div id="d">b</div>'),
        ('<p style="color: red">b</p>', "<p>b</p>"),
        ('<a href="javascript:x()">b</a>', "<a>b</a>"),
        ('<a href=" jAvA&#115;cript:x()">b</a>', "<a>b</a>"),
        ('<a href="java\tscript:x()">b</a>', "<a>b</a>"),
        ('<img src="data:text/html,x" alt="">', '<img alt="">'),
        ('<img src="a.png" alt="" onerror=x>', '<img src="a.png" alt="">'),
        ('<img srcset="a.png 1x, javascript:x 2x">', "<img>"),
        ("<iframe src=x>inside</iframe>after", "after"),
        ("<object><p>inside</p></object>after", "after"),
        ("<svg><script>x</script></svg>after", "after"),
        ("<form><input name=x></form>", ""),
        ("<!-- a secret -->after", "after"),
        ("<unknown-thing a=b>text</unknown-thing>", "text"),
        ("<br/>", "<br/>"),
        ('<br onclick="x"/>', "<br>"),
        ("<script/>after", "after"),
        ("a &amp; &#64; <script>&amp; &#64;</script>b", "a &amp; &#64; b"),
        ("</script></b>", "</b>"),
        ("<b\n>text", "<b\n>text"),
        ('<p data-x="1" aria-label="2">', '<p data-x="1" aria-label="2">'),
    ],
)
def test_what_is_not_known_to_be_harmless_is_left_out(raw: str, clean: str) -> None:
    assert clean_html(raw) == clean


@given(
    st.lists(
        st.sampled_from([*PIECES.split(), " ", "\n"]),
        max_size=24,
    )
)
def test_whatever_is_typed_only_harmless_tags_come_out(parts: list[str]) -> None:
    for tag, attributes in tags_of(clean_html("".join(parts))):
        assert tag in TAGS
        assert all(is_safe_attribute(name, value or "") for name, value in attributes)


@pytest.mark.parametrize(
    "address",
    ["a.html", "../b#c", "#d", "https://e.example", "mailto:f@g.example", "tel:+1", "?q=1:2", ""],
)
def test_an_address_that_runs_nothing_is_kept(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "\x01javascript:x", "java&#x0A;script:x", "vbscript:x", "data:text/html,x"],
)
def test_an_address_that_runs_something_is_not_safe(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:x())",
        "[a](javascript&#58;x())",
        "[a][b]\n\n[b]: javascript:x()",
        "![a](javascript:x())",
    ],
)
def test_a_link_that_markdown_writes_runs_nothing(text: str) -> None:
    assert "script" not in block_markdown(text)


def test_attributes_that_an_author_gives_run_and_style_nothing() -> None:
    engine = Markdown(extensions=["attr_list"])
    engine.treeprocessors.register(SafetyTreeprocessor(engine), "course-safety", -10)
    html = engine.convert('A text.\n{ .lead onclick="x()" STYLE="color: red" formaction="x:y" }')
    assert html == '<p class="lead">A text.</p>'


def test_an_element_that_runs_is_emptied_where_another_extension_made_it() -> None:
    engine = Markdown(extensions=["md_in_html"])
    engine.htmlStash = CleanStash()
    engine.treeprocessors.register(SafetyTreeprocessor(engine), "course-safety", -10)
    html = engine.convert('<form markdown="1" action="https://a.example">\n\nA *text*.\n\n</form>')
    assert "form" not in html


def test_our_own_html_passes_the_stash_as_it_is() -> None:
    stash = CleanStash()
    stash.store(Markup("<form>ours</form>"))
    stash.store("<form>theirs</form>")
    assert stash.rawHtmlBlocks == ["<form>ours</form>", "theirs"]


def test_a_small_text_without_marks_needs_no_engine() -> None:
    assert inline_markdown("Plain text.") == "Plain text."
    assert block_markdown("Plain text.") == "<p>Plain text.</p>"


def test_a_small_text_is_rendered_inside_its_line() -> None:
    assert inline_markdown("A **bold** <b>raw</b> text.") == (
        "A <strong>bold</strong> <b>raw</b> text."
    )
    assert inline_markdown("- one\n- two").startswith("<ul>")
