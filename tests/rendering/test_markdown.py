import re
from dataclasses import replace

import pytest
from markdown import Markdown
from markupsafe import Markup

from coursebuilder.rendering.contacts import address_to_use
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.inline import inline_markdown
from coursebuilder.rendering.links import settle
from coursebuilder.rendering.markdown import EXTENSIONS, CourseExtension, render_markdown
from coursebuilder.rendering.slots import fill_slots


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).replace("\u2060", "").split())


# Citations


def test_citations_are_numbered_in_the_order_of_the_page(frame: Frame) -> None:
    html = render_markdown("- a [@mirror]\n    - b [@rule]\n\nLast [@mirror].\n", frame)
    assert re.findall(r"\[(\d)\]</a>", html) == ["1", "2", "1"]


def test_a_citation_is_glued_to_its_word(frame: Frame) -> None:
    html = render_markdown("A fact [@rule]. Two facts [@rule; @mirror].", frame)
    assert 'fact\u2060<sup class="cite"' in html
    assert '</sup>\u2060<sup class="cite"' in html


def test_each_note_has_a_way_there_and_back(frame: Frame) -> None:
    html = render_markdown("One [@rule]. Two [@rule].", frame)
    for anchor in ("cite-rule-1", "cite-rule-2"):
        assert f'id="{anchor}"' in html
        assert f'href="#{anchor}"' in html
    assert html.count('href="#source-rule"') == 2
    assert html.count('id="source-rule"') == 1


def test_the_place_in_a_source_stands_with_its_number(frame: Frame) -> None:
    assert "[1, (a)(1) &amp; more]" in words(render_markdown("A [@rule, (a)(1) & more].", frame))


def test_a_source_says_how_it_was_read(frame: Frame) -> None:
    shown = words(render_markdown("A [@rule; @mirror; @memory].", frame))
    assert "The office, The rule , June 2023. Read November 20, 2026." in shown
    assert "A copy was read November 20, 2026." in shown
    assert "Not verified." in shown


def test_what_was_made_up_is_marked_and_explained(frame: Frame) -> None:
    html = render_markdown("A firm [@invented].", frame)
    assert '<sup class="cite cite--invented">invented</sup>' in html
    assert "was made up for teaching" in html


def test_an_unknown_source_is_shown_as_typed(frame: Frame) -> None:
    html = render_markdown("A [@nix].", frame)
    assert "[@nix]" in html
    assert 'id="sources"' not in html


@pytest.mark.parametrize("text", [r"A \[@rule].", "A `[@rule]`.", "```\n[@rule]\n```"])
def test_a_citation_can_be_written_literally(frame: Frame, text: str) -> None:
    assert "[@rule]" in render_markdown(text, frame)


@pytest.mark.parametrize(
    "above", ["| a | b |\n| - | - |\n| c | d |", "- one\n- two", "A paragraph."]
)
def test_a_line_of_citations_belongs_to_what_stands_above_it(frame: Frame, above: str) -> None:
    html = render_markdown(f"{above}\n[@rule; @mirror]\n", frame)
    assert html.count('class="cite"') == 2
    table = html.partition("</table>")[0]
    assert "<table" not in table or "source-rule" not in table


def test_citations_alone_in_a_paragraph_are_introduced(frame: Frame) -> None:
    assert words(render_markdown("- one\n\n[@rule]", frame)).startswith("one Sources: Source [1]")


# Contacts


def test_a_contact_is_a_link_that_calls_writes_or_opens(frame: Frame) -> None:
    html = render_markdown("[](contact:line) [](contact:desk) [](contact:page)", frame)
    assert 'href="tel:+18774847"' in html
    assert ">877-4-TIP<" in html
    assert 'href="mailto:desk@office.example"' in html
    assert ">office.example/tips<" in html


def test_a_contact_may_have_words_of_its_own(frame: Frame) -> None:
    html = render_markdown("[the **tip** line](contact:line)", frame)
    assert ">the <strong>tip</strong> line</a>" in html


def test_a_contact_that_was_not_verified_says_so(frame: Frame) -> None:
    shown = words(render_markdown("Write to [](contact:desk).", frame))
    assert shown == "Write to desk@office.example (not verified) ."
    assert "not verified" not in render_markdown("Call [](contact:line).", frame)


def test_an_unknown_contact_is_no_link(frame: Frame) -> None:
    html = render_markdown("Call [](contact:nix) or [him](contact:nix).", frame)
    assert "href" not in html
    assert words(html) == "Call [nix] or him ."


def test_a_phone_without_digits_gives_its_own(frame: Frame) -> None:
    contact = replace(frame.course.contacts["line"], digits="", phone="+1 (555) 0100")
    assert address_to_use(contact) == ("tel:+15550100", "+1 (555) 0100")


# Terms


def test_a_term_is_explained_where_the_page_uses_it_first(frame: Frame) -> None:
    html = render_markdown(
        "# EAR\n\n[EAR](x.md) `EAR` and EAR. EAR again. An *end user* too.", frame
    )
    assert html.count('class="term"') == 2
    assert "and <dfn" in html
    assert "The export rules." in html
    assert '<em><dfn class="term">' in html


def test_a_term_works_by_keyboard_and_touch_without_a_script(frame: Frame) -> None:
    html = render_markdown("The EAR.", frame)
    assert '<button popovertarget="term-ear" type="button">EAR</button>' in html
    assert re.search(r'<span class="term-note"[^>]*id="term-ear"[^>]*popover="auto"', html)
    assert 'href="../../glossary/#term-ear"' in html


@pytest.mark.parametrize("text", ["An ear.", "EARs", "re-EAR", "friend users"])
def test_what_only_looks_like_a_term_is_left_alone(frame: Frame, text: str) -> None:
    assert "dfn" not in render_markdown(text, frame)


@pytest.mark.parametrize("text", ["End user first.", "The end user.", "(EAR) and more"])
def test_a_term_may_begin_a_sentence_or_stand_in_brackets(frame: Frame, text: str) -> None:
    assert render_markdown(text, frame).count("<dfn") == 1


def test_no_line_ends_between_a_bracket_and_its_term(frame: Frame) -> None:
    html = render_markdown("Rules (EAR) and *an [end user] too*.", frame)
    assert 'Rules <dfn class="term">(<button' in html
    assert 'an <dfn class="term">[<button' in html


def test_the_glossary_itself_explains_nothing(frame: Frame) -> None:
    assert "<dfn" not in render_markdown("EAR", replace(frame, explains_terms=False))


# Sections, tables, links


def test_a_section_says_how_long_and_how_important_it_is(frame: Frame) -> None:
    html = render_markdown(
        'Before.\n\n## A {#a minutes=6 priority=must objectives="x"}\n\nB.', frame
    )
    assert '<section aria-labelledby="a" class="sec">' in html or (
        '<section class="sec" aria-labelledby="a">' in html
    )
    assert '<h2 id="a">A</h2>' in html
    assert "6 min" in html
    assert "Core" in html
    assert html.count('<i class="on">') == 3


def test_a_section_without_a_priority_is_recommended(frame: Frame) -> None:
    html = render_markdown("## A {#a minutes=x}\n\n## B {#b priority=no}\n", frame)
    assert html.count("Recommended") == 2
    assert " min" not in html


def test_a_standing_page_has_no_sections(frame: Frame) -> None:
    html = render_markdown("## A {#a}", replace(frame, is_module=False))
    assert "<section" not in html


def test_a_table_can_be_scrolled_by_keyboard_and_has_no_style(frame: Frame) -> None:
    html = render_markdown("| a | b |\n| :-: | -: |\n| c | d |", frame)
    assert 'role="region" tabindex="0"' in html
    assert 'scope="col"' in html
    assert 'align="right"' in html
    assert "style=" not in html


@pytest.mark.parametrize(
    ("typed", "reached"),
    [
        ("[a](two.md)", 'href="../two/"'),
        ("[a](two.md#do)", 'href="../two/#do"'),
        ("[a](../about.md)", 'href="../../about/"'),
        ("![a](images/a.svg)", 'src="../images/a.svg"'),
        ('<img src="images/a.svg" alt="">', 'src="../images/a.svg"'),
        ('<a href="#see">x</a>', 'href="#see"'),
        ("[a](https://a.example/b)", 'href="https://a.example/b"'),
        ("[a](#see)", 'href="#see"'),
        ("<https://a.example>", 'href="https://a.example"'),
    ],
)
def test_a_link_leads_from_the_page_where_it_led_from_the_file(
    frame: Frame, typed: str, reached: str
) -> None:
    assert reached in render_markdown(typed, frame)


def test_a_small_text_is_settled_on_its_page(frame: Frame) -> None:
    text = inline_markdown(
        "![a](images/a.svg) [b](../about.md) [](contact:desk) [x](contact:nix) [c](javascript:d)"
    )
    html = settle(text, "quizzes/one.yml", frame)
    assert 'src="../../quizzes/images/a.svg"' in html
    assert 'href="../../about/"' in html
    assert "(not verified)" in html
    assert "javascript" not in html
    assert "\ue004" not in html


# The extension in another engine


def test_without_a_frame_the_extension_adds_nothing() -> None:
    html = Markdown(extensions=[*EXTENSIONS, CourseExtension()]).convert("A [@rule].")
    assert html == "<p>A [@rule].</p>"


def test_one_extension_serves_page_after_page(frame: Frame) -> None:
    extension = CourseExtension()
    pages = []
    for text in ("One [@rule].", "Two [@mirror]."):
        extension.frame = replace(frame, tail=Markup("<p>tail</p>"))
        html = Markdown(extensions=[*EXTENSIONS, extension]).convert(text)
        assert "tail" not in html
        pages.append(fill_slots(html, extension.slots.waiting))
    assert all("[1]" in page and "tail" in page for page in pages)
    assert "mirror" not in pages[0]
