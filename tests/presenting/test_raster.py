"""Pictures as PNG: sharp enough for a slide, and not larger."""

from io import BytesIO

import pytest
from PIL import Image

from coursebuilder.presenting.raster import png_of_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize(
    ("about", "size"),
    [
        ('width="40" height="20" viewBox="0 0 40 20"', (1000, 500)),
        ('viewBox="0 0 10 20.0"', (360, 720)),
        ('width="40" height="20"', (1000, 500)),
        ('width="10" height="10" viewBox="0 0 10 0"', (1000, 1000)),
    ],
)
def test_a_picture_is_as_large_as_a_slide_shows_it(about: str, size: tuple[int, int]) -> None:
    with Image.open(BytesIO(png_of_svg(SVG.format(about)))) as picture:
        assert picture.size == size
