"""How large pictures are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files
from PIL import Image

from coursebuilder.engine.pictures import sizes_in
from coursebuilder.rendering.pictures import Size

PAGE = "modules/one/index.html"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20.4" height="10"></svg>'

Sizes = Callable[..., Callable[[str, str], Size | None]]


@pytest.fixture
def sizes(tmp_path: Path) -> Sizes:
    """Sizes in a site that holds one file."""

    def sizes(address: str, content: bytes | None = None) -> Callable[[str, str], Size | None]:
        path = tmp_path / address
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content)
        site = str(tmp_path / "site")
        return sizes_in(Files([File(address, str(tmp_path), site, use_directory_urls=True)]))

    return sizes


def test_a_size_is_found_from_the_page_that_shows_it(sizes: Sizes) -> None:
    size_on = sizes("modules/images/the map.svg", SVG)
    assert size_on(PAGE, "../images/the%20map.svg#part") == (20, 10)
    assert size_on("modules/one.html", "images/the%20map.svg") == (20, 10)


@pytest.mark.parametrize(
    "source", ["", "#part", "other.svg", "data:image/png;base64,AA", "//a.example/a.svg"]
)
def test_what_is_no_picture_of_the_site_has_no_size(sizes: Sizes, source: str) -> None:
    assert sizes("modules/one/a.svg", SVG)(PAGE, source) is None


@pytest.mark.parametrize("content", [b"", b"no picture", b"<svg viewBox='0 0 1 1'/>", SVG[:30]])
def test_a_picture_that_says_no_size_has_none(sizes: Sizes, content: bytes) -> None:
    assert sizes("a.svg", content)(PAGE, "../../a.svg") is None


def test_a_photo_that_was_turned_has_the_size_that_is_shown(sizes: Sizes, tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (40, 30)).save(tmp_path / "photo.jpg", exif=turned)
    assert sizes("photo.jpg")("index.html", "photo.jpg") == (30, 40)


def test_a_picture_that_is_gone_meanwhile_has_no_size(sizes: Sizes) -> None:
    assert sizes("photo.jpg")("index.html", "photo.jpg") is None
