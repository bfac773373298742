import json
import re
from collections.abc import Callable

import pytest

from coursebuilder.course import Course, questions_of
from coursebuilder.generated import generated_pages
from coursebuilder.identity import question_hash
from coursebuilder.problem import Place, Problem, Severity
from coursebuilder.rendering.course_script import LATER
from coursebuilder.rendering.markdown import render_markdown
from coursebuilder.rendering.pages import compile_site
from coursebuilder.rendering.site import Site, page_at

Make = Callable[..., Course]


def html_of(site: Site, address: str) -> str:
    page = page_at(site, address)
    assert page is not None, address
    return render_markdown(page.markdown, page.frame)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).replace("\u2060", "").split())


def problem(path: str, line: int, message: str) -> Problem:
    return Problem(Place(path, line, 1), "a-rule", Severity.ERROR, message, "the hint")


def test_every_made_page_that_links_may_lead_to_is_made(make: Make) -> None:
    course = make()
    assert generated_pages(course) <= {page.address for page in compile_site(course).pages}


def test_the_navigation_leads_to_every_page_once(make: Make) -> None:
    site = compile_site(make())
    listed = [e.address for entry in site.nav for e in (entry, *entry.entries) if e.address]
    assert sorted(listed) == sorted(page.address for page in site.pages)


def test_modules_stand_in_the_order_of_the_course(make: Make) -> None:
    course = make(
        {"modules/course.yml": 'id: s\ntitle: S\nversion: "1"\nlanguage: en\nmodules: [two, one]\n'}
    )
    modules = next(entry for entry in compile_site(course).nav if entry.title == "Modules")
    assert [entry.title for entry in modules.entries] == ["The second", "The first"]


def test_a_module_says_what_it_is(make: Make) -> None:
    shown = words(html_of(compile_site(make()), "modules/one.md"))
    for text in (
        "Module 1 of 2",
        "The first What comes first. 6 min",
        "Last reviewed November 20, 2026",
        "Next review by May 20, 2027",
        "After this module you can Spot the sign section 1",
    ):
        assert text in shown


def test_a_review_is_due_after_a_year_where_nothing_is_said(make: Make) -> None:
    assert "Next review by October 20, 2027" in words(
        html_of(compile_site(make()), "modules/two.md")
    )


def test_a_placed_question_is_not_asked_again_at_the_end(make: Make) -> None:
    html = html_of(compile_site(make()), "modules/one.md")
    assert html.count('id="q-q-placed"') == 1
    assert html.count('id="q-q-closing"') == 1
    assert html.index("q-q-placed") < html.index("q-q-closing")


def test_a_quiz_that_a_block_places_does_not_stand_at_the_end_too(make: Make) -> None:
    course = make()
    module = next(m for m in course.modules if m.slug == "one")
    course = make({"modules/one.md": f"---{_front()}---\n{module.source}\n/// quiz\n///\n\nEnd.\n"})
    html = html_of(compile_site(course), "modules/one.md")
    assert html.count('id="q-q-closing"') == 1
    assert html.index("q-q-closing") < html.index("End.")


def _front() -> str:
    return "\ntitle: The first\nsummary: S.\nobjectives:\n  spot: Spot\nreviewed: 2026-11-20\n"


def test_a_block_may_place_another_modules_question(make: Make) -> None:
    course = make(
        {
            "modules/two.md": f"---{_front()}---\n\n## A {{#a minutes=1}}\n\n"
            "/// question | q-closing\n///\n"
        }
    )
    assert 'id="q-q-closing"' in html_of(compile_site(course), "modules/two.md")


def test_one_goes_from_module_to_module(make: Make) -> None:
    site = compile_site(make())
    first, second = (html_of(site, f"modules/{slug}.md") for slug in ("one", "two"))
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'href="../one/" rel="prev"' in second


def test_a_draft_is_only_in_a_preview(make: Make) -> None:
    draft = f"---{_front()}status: draft\n---\n\n## A {{#a minutes=1}}\n"
    course = make({"modules/two.md": draft})
    assert page_at(compile_site(course), "modules/two.md") is None
    assert "Draft." in html_of(compile_site(course, preview=True), "modules/two.md")
    assert "two" not in json.dumps(compile_site(course).theme)


def test_a_module_that_nobody_listed_is_not_on_the_site(make: Make) -> None:
    course = make({"modules/three.md": f"---{_front()}---\n\n## A {{#a minutes=1}}\n"})
    assert page_at(compile_site(course), "modules/three.md") is None


def test_the_home_page_is_made_where_the_author_has_none(make: Make) -> None:
    shown = words(html_of(compile_site(make()), "index.md"))
    assert shown.startswith("A small course")
    assert "Order desks" in shown
    assert "From 10 minutes" in shown
    assert "877-4-TIP" in shown
    assert "desk@office.example" not in shown
    assert "Edition 2026.11" in shown
    assert "Next review due May 20, 2027" in shown


def test_the_authors_words_are_the_hero_and_its_parts_are_bands(make: Make) -> None:
    course = make(
        {
            "docs/index.md": "# Look again\n\nThe lead.\n\n"
            "/// document | Order\nShip to: **Pier**\n///\n\n**One line.**\n\n1. Why?\n\n"
            "## A band {#band}\n\nIts text.\n\n- one\n"
        }
    )
    html = html_of(compile_site(course), "index.md")
    assert '<p class="lead">The lead.</p>' in html
    hero = html.partition('class="band')[0]
    assert hero.index('class="exhibit"') < hero.index("Why?")
    assert html.index("Order desks") < html.index("Its text.") < html.index("877-4-TIP")
    assert "hero--alone" not in html


def test_a_home_page_without_registers_claims_nothing(make: Make) -> None:
    course = make(
        {
            "modules/contacts.yml": None,
            "modules/course.yml": 'id: s\ntitle: S\nversion: "1"\nlanguage: en\nmodules: []\n',
        }
    )
    shown = words(html_of(compile_site(course), "index.md"))
    assert "This edition" in shown
    assert "Last reviewed" not in shown


def test_a_path_has_a_page_with_its_modules(make: Make) -> None:
    html = html_of(compile_site(make()), "audiences/desk.md")
    shown = words(html)
    assert "Order desks Who takes the order. 10 min 2 modules" in shown
    assert "Begin: The first" in shown
    assert 'href="../../modules/one/"' in html


def test_the_sources_say_where_they_are_cited(make: Make) -> None:
    course = make({"modules/two.md": f"---{_front()}---\n\n## A {{#a minutes=1}}\n\nB [@rule].\n"})
    html = html_of(compile_site(course), "sources.md")
    entry = html.partition('id="source-rule"')[2].partition("</li>")[0]
    assert "Cited in:" in entry
    assert 'href="../modules/two/"' in entry
    assert "Cited in:" not in html.partition('id="source-memory"')[2].partition("</li>")[0]


def test_the_contacts_say_when_they_were_verified(make: Make) -> None:
    shown = words(html_of(compile_site(make()), "contacts.md"))
    assert "Last verified November 20, 2026." in shown
    assert "Not verified. Check it before you use it." in shown


def test_the_glossary_is_in_the_order_of_the_alphabet(make: Make) -> None:
    course = make({"modules/glossary.yml": "b: Second.\nA: First.\n"})
    shown = words(html_of(compile_site(course), "glossary.md"))
    assert shown.index("First.") < shown.index("Second.")


def test_one_jumps_to_a_letter_of_the_glossary(make: Make) -> None:
    terms = "ant: One.\nApe: Two.\nébano: Three.\nElk: Four.\n911: Five.\n"
    html = html_of(compile_site(make({"modules/glossary.yml": terms})), "glossary.md")
    jumps = dict(re.findall(r'<li><a href="#([^"]+)">(.)</a></li>', html))
    assert list(jumps.values()) == ["A", "E"]
    first, second = jumps
    assert html.index(f'id="{first}"') < html.index("One.") < html.index("Two.")
    assert html.index("Two.") < html.index(f'id="{second}"') < html.index("Four.")


def test_a_register_of_one_part_has_nothing_to_jump_to(make: Make) -> None:
    html = html_of(compile_site(make({"modules/glossary.yml": "b: Second.\n"})), "glossary.md")
    assert "Jump to" not in html


def test_one_jumps_to_a_group_of_red_flags(make: Make) -> None:
    html = html_of(compile_site(make()), "red-flags.md")
    assert html.index('<a href="#money">Money</a>') < html.index('<h2 id="money">')


def test_the_red_flags_stand_by_group(make: Make) -> None:
    html = html_of(compile_site(make()), "red-flags.md")
    assert html.index(">Money</h2>") < html.index('id="flag-cash"') < html.index(">Manner</h2>")


def test_a_group_of_red_flags_is_shown_by_its_title(make: Make) -> None:
    flags = (
        "groups:\n  money: How they pay\ncash:\n  text: The buyer offers cash.\n  group: money\n"
    )
    html = html_of(compile_site(make({"modules/redflags.yml": flags})), "red-flags.md")
    assert ">How they pay<" in html
    assert ">Money<" not in html


def test_an_authors_page_goes_before_a_made_one(make: Make) -> None:
    course = make({"docs/contacts.md": "# Our own contacts\n"})
    site = compile_site(course)
    assert sum(page.address == "contacts.md" for page in site.pages) == 1
    assert "Our own contacts" in html_of(site, "contacts.md")


def test_a_page_that_the_engine_leaves_out_is_not_on_the_site(make: Make) -> None:
    site = compile_site(make(), is_published=lambda address: address != "about.md")
    assert page_at(site, "about.md") is None


SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_the_site_carries_what_a_learner_sees_and_nothing_beside(make: Make) -> None:
    names = ("seen", "raw", "trainer", "slide", "unused", "spots", "asked", "closed")
    files: dict[str, str | None] = {
        f"{folder}/images/{name}.svg": SVG for name in names for folder in ("modules", "quizzes")
    }
    course = make(
        {
            **files,
            "modules/one.md": f"---{_front()}---\n\n## A {{#a minutes=1}}\n\n"
            "![a](images/seen.svg) [notes](one.md) [file](../modules/course.yml)\n\n"
            '<img src="images/raw.svg" alt="b">\n\n'
            "/// trainer\n![c](images/trainer.svg)\n///\n\n"
            "/// slide\n![d](images/slide.svg)\n///\n",
            "quizzes/one.yml": "questions:\n  - id: q-a\n    objective: spot\n    ask: Where?\n"
            "    image: images/spots.svg\n    alt: A label.\n    spots:\n"
            "      - right: This\n        at: 1,1 10x10\n      - wrong: That\n"
            "        at: 50,50 10x10\n  - id: q-b\n    objective: spot\n"
            "    statement: See ![e](images/asked.svg).\n    answer: true\n",
        }
    )
    assert [asset.address for asset in compile_site(course).assets] == [
        "modules/images/raw.svg",
        "modules/images/seen.svg",
        "quizzes/images/asked.svg",
        "quizzes/images/spots.svg",
    ]


def test_the_browser_is_given_the_course_in_short(make: Make) -> None:
    course = make()
    site = compile_site(course)
    closing = next(each for _, each in questions_of(course) if each.id.value == "q-closing")
    assert question_hash(closing) in site.made_files[LATER]
    assert LATER in site.scripts


@pytest.mark.parametrize(
    ("path", "line", "page", "after"),
    [
        ("modules/one.md", 12, "modules/one.md", "Opening."),
        ("modules/one.md", 3, "modules/one.md", "After this module you can"),
        ("quizzes/one.yml", 3, "modules/one.md", "What you see"),
        ("quizzes/one.yml", 8, "modules/one.md", "The body."),
        ("quizzes/one.yml", 1, "modules/one.md", "The body."),
        ("docs/about.md", 3, "about.md", "About us"),
        ("modules/sources.yml", 1, "index.md", ""),
    ],
)
def test_a_preview_shows_a_mistake_where_it_is(
    make: Make, path: str, line: int, page: str, after: str
) -> None:
    course = make()
    site = compile_site(course, [problem(path, line, "This is wrong.")], preview=True)
    html = html_of(site, page)
    assert html.count("This is wrong.") == 1
    assert html.index(after) < html.index("This is wrong.")
    assert "the hint" in html


def test_a_preview_says_at_the_top_how_many_mistakes_stand_on_the_page(make: Make) -> None:
    places = [("modules/one.md", 12), ("quizzes/one.yml", 1), ("quizzes/one.yml", 8)]
    found = [problem(path, line, f"Wrong: {line}.") for path, line in places]
    site = compile_site(make(), [*found, problem("docs/about.md", 3, "Here.")], preview=True)
    html = html_of(site, "modules/one.md")
    assert html.index("3 problems on this page:") < html.index("After this module you can")
    for each in found:
        link = re.search(rf'<a href="#([^"]+)">{each.place}</a>', html)
        assert link
        assert f'id="{link[1]}"' in html
    assert "One problem on this page:" in html_of(site, "about.md")
    assert "on this page" not in html_of(site, "modules/two.md")


def test_a_built_site_shows_no_mistake(make: Make) -> None:
    site = compile_site(make(), [problem("modules/one.md", 12, "This is wrong.")])
    assert all("This is wrong." not in html_of(site, page.address) for page in site.pages)


def test_a_question_that_could_not_be_read_leaves_its_mistake(make: Make) -> None:
    course = make({"quizzes/one.yml": "questions:\n  - id: q-placed\n    ask: What?\n"})
    site = compile_site(course, [problem("quizzes/one.yml", 2, "This is wrong.")], preview=True)
    html = html_of(site, "modules/one.md")
    assert "This is wrong." in html
    assert "q-placed" in words(html).partition("The body.")[2]
