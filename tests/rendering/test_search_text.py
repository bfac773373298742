"""The search finds in what it is given the same texts as in the whole page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser

from coursebuilder.reading.read_course import read_course
from coursebuilder.rendering.markdown import CourseExtension, new_engine
from coursebuilder.rendering.pages import compile_site
from coursebuilder.rendering.search_text import searched_part

ROOT = Path(__file__).parents[2]


def found_in(html: str) -> list[tuple[str | None, str, str]]:
    """Give what the theme's search makes of a page: its sections, as id, title and text."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (section.id, plain(section.title), plain(section.text))
        for section in parser.data
        if not section.is_excluded()
    ]


def plain(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def test_it_finds_the_same_in_every_page_of_the_course() -> None:
    course, _ = read_course(ROOT)
    pages = [page for page in compile_site(course).pages if page.searched]
    assert len(pages) > len(course.modules)
    sizes = [0, 0]
    for page in pages:
        html = new_engine(CourseExtension(page.frame)).convert(page.markdown)
        assert found_in(searched_part(html)) == found_in(html), page.address
        sizes = [sizes[0] + len(html), sizes[1] + len(searched_part(html))]
    assert sizes[1] < 0.8 * sizes[0]


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">A <em class="b">title</em></h2><p>One <a href="x">two</a> <b>three</b></p>',
        '<h2 id="a">A</h2><p>Seen <span data-search-exclude="1">not <b>seen</b></span> seen</p>',
        '<h2 id="a">A</h2><p title="a > b">Words <img src="a.png" alt="1 > 0"> more</p>',
        '<h2 id="a">A</h2><table><tr><th>One</th><td>Two</td></tr>\n<tr><td>3</td></tr></table>',
        '<div class="x"><h2 id="a">A</h2><p>In it</p></div><p>Behind it</p>',
        '<h2 id="a">A<a class="headerlink" href="#a">#</a></h2><pre><code>x\n y</code></pre>',
        '<h2 id="a">A</h2><style>p {}</style><script>let a</script><p>Words</p>',
        '<h2 id="a">A</h2><ul class="x" data-search-exclude><li>No</li></ul><ul><li>Yes</li></ul>',
        "<p>1 &lt; 2 &amp; <code>&lt;b&gt;</code></p>",
        "",
    ],
)
def test_it_finds_the_same_in_odd_pages(html: str) -> None:
    assert found_in(searched_part(html)) == found_in(html)


def test_what_is_left_out_of_the_search_stays_out() -> None:
    html = '<p>Seen <span class="note" data-search-exclude="1">hidden</span></p>'
    assert "hidden" not in str(found_in(searched_part(html)))
    assert "Seen" in str(found_in(searched_part(html)))


def test_the_number_of_a_source_is_no_text_to_find() -> None:
    html = '<p>A fact<sup class="cite" data-search-exclude="1"><a href="#s">[2]</a></sup>.</p>'
    assert found_in(searched_part(html)) == found_in(html) == [(None, "", "<p>A fact.</p>")]
