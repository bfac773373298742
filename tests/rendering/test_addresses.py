import pytest

from coursebuilder.rendering.addresses import address_of, link_between, url_of


@pytest.mark.parametrize(
    ("address", "folder", "file"),
    [
        ("index.md", "", "index.html"),
        ("about.md", "about/", "about.html"),
        ("modules/one.md", "modules/one/", "modules/one.html"),
        ("part/index.md", "part/", "part/index.html"),
        ("modules/images/a.png", "modules/images/a.png", "modules/images/a.png"),
    ],
)
def test_an_address_has_a_url(address: str, folder: str, file: str) -> None:
    assert url_of(address, directory_urls=True) == folder
    assert url_of(address, directory_urls=False) == file


@pytest.mark.parametrize(
    ("origin", "target", "folder", "file"),
    [
        ("modules/one.md", "modules/two.md", "../two/", "two.html"),
        ("modules/one.md", "modules/two.md#do", "../two/#do", "two.html#do"),
        ("modules/one.md", "index.md", "../../", "../index.html"),
        ("index.md", "modules/one.md", "modules/one/", "modules/one.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("index.md", "#paths", "#paths", "#paths"),
        ("about.md", "about.md#who", "#who", "#who"),
        ("modules/one.md", "modules/images/a.png", "../images/a.png", "images/a.png"),
        ("about.md", "sources.md#source-x", "../sources/#source-x", "sources.html#source-x"),
    ],
)
def test_one_page_links_another(origin: str, target: str, folder: str, file: str) -> None:
    assert link_between(origin, target, directory_urls=True) == folder
    assert link_between(origin, target, directory_urls=False) == file


def test_docs_lies_flat_in_the_site() -> None:
    assert address_of("docs/about.md") == "about.md"
    assert address_of("modules/one.md") == "modules/one.md"
