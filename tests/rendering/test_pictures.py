"""Pictures say their size, and those further down wait."""

from coursebuilder.rendering.pictures import Size, with_sizes

PAGE = """<img src="logo.svg"><article id="content"><p><img alt="" src="a%20b&amp;c.png"></p>
<h2>One</h2>
<p>{}</p></article><img src="logo.svg">"""


def size_of(source: str) -> Size | None:
    return {"a%20b&c.png": (640, 480), "later.svg": (20, 10)}.get(source)


def section(picture: str) -> str:
    """What becomes of a picture in a section."""
    page = with_sizes(PAGE.format(picture), size_of)
    return page.partition("<h2>One</h2>\n<p>")[2].partition("</p>")[0]


def test_a_picture_on_the_first_screen_says_its_size_and_is_not_kept_waiting() -> None:
    page = with_sizes(PAGE, size_of)
    assert '<p><img width="640" height="480" alt="" src="a%20b&amp;c.png"></p>' in page


def test_a_picture_in_a_section_waits_for_the_text() -> None:
    sized = '<img loading="lazy" width="20" height="10" src="later.svg">'
    assert section('<img src="later.svg">') == sized


def test_what_is_around_the_text_is_left_alone() -> None:
    page = with_sizes(PAGE, lambda _: (1, 1))
    assert page.startswith('<img src="logo.svg"><article')
    assert page.endswith('</article><img src="logo.svg">')


def test_a_page_without_a_text_is_left_alone() -> None:
    assert with_sizes('<h2>One</h2><img src="later.svg">', size_of).endswith(
        '<img src="later.svg">'
    )


def test_what_an_author_has_set_stays() -> None:
    for own in ('width="300"', 'height="30"', 'srcset="a.png 2x"'):
        assert section(f'<img {own} src="later.svg">') == (
            f'<img loading="lazy" {own} src="later.svg">'
        )
    eager = '<img loading="eager" src="unknown.svg">'
    assert section(eager) == eager


def test_a_picture_of_unknown_size_says_none() -> None:
    assert section('<img src="gone.svg">') == '<img loading="lazy" src="gone.svg">'
    assert section('<img alt="no file">') == '<img loading="lazy" alt="no file">'
