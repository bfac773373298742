"""The PowerPoint file that slides are written into: ours at 16:9, or a company's template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coursebuilder.presenting.extras import library
from coursebuilder.presenting.powerpoint_text import INK, A
from coursebuilder.presenting.zipped import unzipped

INCH = 914_400
WIDE, HIGH = int(13.333 * INCH), int(7.5 * INCH)
TEMPLATE = b"presentationml.template.main+xml"
PRESENTATION = b"presentationml.presentation.main+xml"
TYPES = "[Content_Types].xml"
HEADINGS, BODY = "Georgia", "Calibri"


class TemplateError(Exception):
    """A template that cannot be used; the message tells why, in a sentence for its owner."""


def new_presentation() -> Any:
    """Open an empty presentation at 16:9 with our type. Raises MissingExtraError."""
    shown = library("pptx", "pptx").Presentation()
    scale = WIDE / shown.slide_width
    shown.slide_width, shown.slide_height = WIDE, HIGH
    master = shown.slide_master
    for layout in (master, *master.slide_layouts):
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is not None:  # noqa: SLF001 - an inherited place stays so
                shape.left, shape.width = int(shape.left * scale), int(shape.width * scale)
    _place(master.placeholders[0], 0.83, 0.45, 11.67, 1.2)
    _place(master.placeholders[1], 0.83, 1.75, 11.67, 4.95)
    title = layout_of(shown, "title")
    _place(title.placeholders[0], 0.83, 1.5, 6.6, 2.2)
    _place(title.placeholders[1], 0.83, 3.9, 6.4, 1.7)
    _left_aligned(title)
    _type(master)
    return shown


def open_template(path: Path) -> Any:
    """Open a company's .pptx or .potx, without its slides.

    Raises TemplateError where it is neither, or lacks the layouts we need; MissingExtraError.
    """
    library("pptx", "pptx")
    from io import BytesIO  # noqa: PLC0415
    from zipfile import BadZipFile  # noqa: PLC0415

    from coursebuilder.presenting.zipped import zipped  # noqa: PLC0415

    try:
        files = unzipped(path.read_bytes())
        files[TYPES] = files[TYPES].replace(TEMPLATE, PRESENTATION)
        from datetime import date  # noqa: PLC0415

        shown = library("pptx", "pptx").Presentation(BytesIO(zipped(files, date(2000, 1, 1))))
    except (BadZipFile, KeyError, ValueError) as error:
        raise TemplateError(f"{path} is no PowerPoint file (.pptx or .potx).") from error
    for kind in ("title", "obj", "titleOnly"):
        layout_of(shown, kind)
    _without_slides(shown)
    return shown


def layout_of(shown: Any, kind: str) -> Any:
    """Find a layout by its type, for its name is in the language of whoever made it."""
    for layout in shown.slide_layouts:
        if layout._element.get("type") == kind:  # noqa: SLF001 - no public way
            return layout
    raise TemplateError(
        f"The template has no layout of the type '{kind}'. It needs a title slide, "
        "'Title and Content' and 'Title Only'."
    )


def _without_slides(shown: Any) -> None:
    ids = shown.slides._sldIdLst  # noqa: SLF001 - no public way
    for one in list(ids):
        shown.part.drop_rel(one.rId)
        ids.remove(one)


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    places = [int(value * INCH) for value in (left, top, width, height)]
    shape.left, shape.top, shape.width, shape.height = places


def _left_aligned(layout: Any) -> None:
    for shape in list(layout.placeholders)[:2]:
        for level in shape._element.iter(f"{A}lvl1pPr"):  # noqa: SLF001 - no public way
            level.set("algn", "l")


def _type(master: Any) -> None:
    """Set the master's type: a serif for headings, at the left, in our ink."""
    from lxml import etree  # noqa: PLC0415
    from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    styles = master._element.find("{*}txStyles")  # noqa: SLF001 - no public way
    level = styles.find(f"{{*}}titleStyle/{A}lvl1pPr")
    level.set("algn", "l")
    run = level.find(f"{A}defRPr")
    run.set("sz", "3400")
    run.set("b", "1")
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for name, face in (("majorFont", HEADINGS), ("minorFont", BODY)):
        for latin in theme.iter(f"{A}{name}"):
            latin.find(f"{A}latin").set("typeface", face)
    for dark in theme.iter(f"{A}dk1", f"{A}dk2"):
        dark[:] = [etree.Element(f"{A}srgbClr", {"val": INK})]
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
