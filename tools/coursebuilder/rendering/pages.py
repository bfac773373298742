"""Compiles a course to its site: pages, files, navigation. No engine is needed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from coursebuilder.course import Course, Module, Page
from coursebuilder.generated import (
    CONTACTS,
    GLOSSARY,
    HOME,
    RED_FLAGS,
    SOURCES,
    audience_page,
)
from coursebuilder.problem import Problem
from coursebuilder.rendering import course_script
from coursebuilder.rendering.addresses import address_of, url_of
from coursebuilder.rendering.assets import assets_of
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.home_page import home_page
from coursebuilder.rendering.module_page import module_address, module_page, spoken
from coursebuilder.rendering.navigation import navigation, theme_data
from coursebuilder.rendering.outline import Path, paths_of, shown_modules, versions_of
from coursebuilder.rendering.placements import questions_on, scenarios_on
from coursebuilder.rendering.register_pages import (
    audience_page_of,
    contacts_page,
    glossary_page,
    learner_pages,
    red_flags_page,
    sources_page,
)
from coursebuilder.rendering.site import Site, SitePage
from coursebuilder.rendering.slips import Slips, boxes_on, slips_of, with_summary
from coursebuilder.rendering.style_sheets import style_sheets
from coursebuilder.rendering.texts import texts_in


def compile_site(
    course: Course,
    problems: Sequence[Problem] = (),
    *,
    preview: bool = False,
    directory_urls: bool = True,
    is_published: Callable[[str], bool] = lambda _: True,
) -> Site:
    """Compile the learner's site.

    In a preview, drafts are shown and each problem stands in a box at its place. An author's
    page of docs/ goes before a made one with the same address. `is_published` tells of an
    address in docs/ whether the engine takes it.
    """
    texts = texts_in(course.settings.language)
    modules = shown_modules(course, drafts=preview)
    standing = [page for page in course.pages if is_published(address_of(page.path))]
    slips = slips_of(course, problems if preview else (), texts)
    frame_at = partial(Frame, course=course, texts=texts, directory_urls=directory_urls)
    paths = paths_of(course, modules)
    versions = [versions_of(course, module, drafts=preview) for module in modules]
    pages = tuple(_pages(frame_at, versions, paths, standing, slips))
    shown = [version for each in versions for version in each]
    questions = [pair for module in shown for pair in questions_on(course, module)]
    scenarios = [s for module in shown for s in scenarios_on(course, module)]
    url = partial(url_of, directory_urls=directory_urls)
    in_folder = () if directory_urls else (course_script.IN_FOLDER,)
    scripts = (*in_folder, course_script.ADDRESS, course_script.LATER, course_script.PATHS)
    return Site(
        pages=pages,
        assets=assets_of(course, [*shown, *standing], questions, scenarios),
        made_files={
            course_script.ADDRESS: course_script.course_script(course, texts),
            course_script.LATER: course_script.later_script(course, modules, paths, url),
            course_script.PATHS: course_script.lean_script("paths"),
            course_script.LEARNER: course_script.learner_script(texts),
            **{address: course_script.lean_script("folder") for address in in_folder},
            **style_sheets(preview=preview),
            **course_script.words_scripts(page.frame.language for page in pages),
        },
        scripts=scripts,
        nav=navigation(pages, texts),
        theme={**theme_data(course, modules, texts, url), "scripts": scripts},
    )


def plain_frame(course: Course, address: str, *, directory_urls: bool) -> Frame:
    """Give the frame of a page that the course does not know."""
    texts = texts_in(course.settings.language)
    return Frame(course=course, texts=texts, address=address, directory_urls=directory_urls)


def _pages(
    frame_at: Callable[..., Frame],
    versions: Sequence[tuple[Module, ...]],
    paths: Sequence[Path],
    standing: Sequence[Page],
    slips: Slips,
) -> Iterator[SitePage]:
    modules = [every[0] for every in versions]
    by_address = {address_of(page.path): page for page in standing}
    yield _home(frame_at, by_address.pop(HOME, None), modules, paths, slips)
    for every in versions:
        for version in every:
            frame = frame_at(
                address=module_address(version),
                slips=slips.of_lines.get(version.path, {}),
                versions=every,
            )
            compiled = module_page(version, spoken(version, frame), modules, paths, slips.boxes)
            yield with_summary(compiled, boxes_on(frame.course, version), slips, frame.texts)
    for page in _made_pages(frame_at, modules, paths):
        if page.address not in by_address:
            yield page
    for address, standing_page in by_address.items():
        frame = frame_at(address=address, slips=slips.of_lines.get(standing_page.path, {}))
        compiled = _standing_page(standing_page, frame)
        yield with_summary(compiled, [standing_page.path], slips, frame.texts)


def _home(
    frame_at: Callable[..., Frame],
    authored: Page | None,
    modules: Sequence[Module],
    paths: Sequence[Path],
    slips: Slips,
) -> SitePage:
    home = frame_at(address=HOME, head=slips.homeless)
    if authored:
        home = replace(home, slips=slips.of_lines.get(authored.path, {}))
    compiled = home_page(home, authored, modules, paths)
    told_of = ["", *([authored.path] if authored else [])]
    return with_summary(compiled, told_of, slips, home.texts)


def _made_pages(
    frame_at: Callable[..., Frame], modules: Sequence[Module], paths: Sequence[Path]
) -> Iterator[SitePage]:
    for path in paths:
        yield audience_page_of(path, frame_at(address=audience_page(path.audience.id.value)))
    yield red_flags_page(frame_at(address=RED_FLAGS))
    yield glossary_page(frame_at(address=GLOSSARY))
    yield contacts_page(frame_at(address=CONTACTS))
    yield sources_page(frame_at(address=SOURCES), modules)
    yield from learner_pages(frame_at, modules, paths)


def _standing_page(page: Page, frame: Frame) -> SitePage:
    return SitePage(
        address=frame.address,
        title=page.title,
        description="",
        markdown=page.source,
        frame=frame,
        source_path=page.path,
        meta={
            "layout": "standing",
            "contents": [
                {"id": heading.id.value, "title": heading.title, "minutes": 0}
                for heading in page.prose.headings
                if heading.level == 2  # noqa: PLR2004 - a page's parts
            ],
        },
    )
